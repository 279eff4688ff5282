//! NuGet's versions and ranges.
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Nuget);
