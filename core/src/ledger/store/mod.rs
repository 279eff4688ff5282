//! Where ledgers are kept: in memory, or in files (feature `store`).
