//! The tests of greenboard; see the folders beside this file.
