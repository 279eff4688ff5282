//! The templates that come along: YAML files like anybody's, one a template.

use super::types::Template;
use crate::Result;
use crate::document::{self, Format};
use crate::release::ReleaseError;
use std::sync::OnceLock;

/// The table: a row gives the name and the file.
macro_rules! builtins {
    ($($name:literal => $file:literal),+ $(,)?) => {
        impl Template {
            /// The names of the templates that come along.
            pub const BUILTIN: &'static [&'static str] = &[$($name),+];

            /// A template that comes along, as the YAML text that it is written in: where to start a template of one's own.
            ///
            /// ```
            /// use greenboard::release::Template;
            /// assert!(Template::builtin_text("train")?.starts_with("# The train"));
            /// # Ok::<(), greenboard::Error>(())
            /// ```
            ///
            /// # Errors
            /// `release.unknown_template`, which names those there are.
            pub fn builtin_text(name: &str) -> Result<&'static str> {
                match name {
                    $($name => Ok(include_str!($file)),)+
                    _ => Err(ReleaseError::UnknownTemplate { input: name.chars().take(60).collect() }.into()),
                }
            }

            /// Where a template is kept once its text was read.
            fn kept(name: &str) -> Option<&'static OnceLock<Self>> {
                match name {
                    $($name => {
                        static KEPT: OnceLock<Template> = OnceLock::new();
                        Some(&KEPT)
                    })+
                    _ => None,
                }
            }
        }
    };
}

builtins! {
    "train" => "builtin/train.yaml",
    "quarterly" => "builtin/quarterly.yaml",
    "hotfix" => "builtin/hotfix.yaml",
    "continuous" => "builtin/continuous.yaml",
}

impl Template {
    /// A template that comes along: `train`, `quarterly`, `hotfix` or `continuous`.
    ///
    /// ```
    /// use greenboard::fact::ChangeType;
    /// use greenboard::release::{StageRole, Template};
    ///
    /// let train = Template::builtin("train")?;
    /// assert_eq!(train.stage_of(StageRole::Deploy).unwrap().steps_pct, [1, 10, 50, 100]);
    /// assert_eq!(Template::builtin("hotfix")?.change_type, ChangeType::Emergency);
    /// assert_eq!(Template::builtin("weekly").unwrap_err().code(), "release.unknown_template");
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `release.unknown_template`, which names those there are.
    pub fn builtin(name: &str) -> Result<Self> {
        // Every release that is opened asks for one; read once, since reading costs more than all else of opening it.
        let kept = Self::kept(name);
        if let Some(template) = kept.and_then(OnceLock::get) {
            return Ok(template.clone());
        }
        let template: Self = document::parse(Self::builtin_text(name)?, Format::Yaml)?;
        Ok(kept.map_or_else(|| template.clone(), |kept| kept.get_or_init(|| template.clone()).clone()))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_builtin_is_whole() {
        for name in Template::BUILTIN {
            let template = Template::builtin(name).unwrap();
            assert_eq!(template.name, *name);
            assert!(template.published);
            let again: Template = document::parse(document::emit(&template).unwrap(), Format::Json).unwrap();
            assert_eq!(again, template);
        }
    }
}
