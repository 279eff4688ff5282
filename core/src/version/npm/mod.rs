//! SemVer with node-semver's ranges; build metadata does not order.
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Npm);
