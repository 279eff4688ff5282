//! Node face of greenboard.
