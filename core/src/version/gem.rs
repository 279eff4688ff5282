//! RubyGems' versions and requirements.
use super::cargo::stand_in;
use super::scheme::Rules;

stand_in!(Gem);
