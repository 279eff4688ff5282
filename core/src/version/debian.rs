//! Debian's package versions and relations.
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Debian);
