//! Go modules: SemVer with `v`, pseudo-versions, `+incompatible`.
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Go);
