//! Calendar versions such as `2026.11.0`, under a pattern.
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Calver);
