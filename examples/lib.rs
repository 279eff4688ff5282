//! The examples of greenboard; see the folders beside this file.
