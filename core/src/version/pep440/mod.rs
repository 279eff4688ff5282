//! Python's versions and specifiers (PEP 440).
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Pep440);
