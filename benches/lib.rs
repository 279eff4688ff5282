//! The benches of greenboard; see the folders beside this file.
