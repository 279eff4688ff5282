//! Presets: options under a name, one file a family.
//!
//! To add one is a file, a `mod` line and a row.

mod cargo;
mod changesets;
mod greenboard;
pub(super) mod release_please;
mod semantic_release;

use super::error::PlanError;
use super::policy::Options;

/// The table of presets: a row gives the name and what makes the options.
macro_rules! presets {
    ($($name:literal => $options:path),+ $(,)?) => {
        /// The names, in the order of the table.
        pub(super) const NAMES: &[&str] = &[$($name),+];

        /// The options of a preset.
        ///
        /// # Errors
        /// `plan.unknown_preset`, which names those there are.
        pub(super) fn options(name: &str) -> crate::Result<Options> {
            match name {
                $($name => Ok($options()),)+
                _ => Err(PlanError::UnknownPreset { input: name.to_owned(), known: NAMES.join(", ") }.into()),
            }
        }
    };
}

presets! {
    "greenboard" => greenboard::options,
    "cargo" => cargo::options,
    "changesets@2" => changesets::v2,
    "changesets@3" => changesets::v3,
    "release-please" => release_please::options,
    "semantic-release" => semantic_release::options,
}

/// The preset where none is named.
pub(super) fn default_name() -> String {
    "greenboard".to_owned()
}

/// The options of the preset where none is named.
pub(super) fn default_options() -> Options {
    greenboard::options()
}
