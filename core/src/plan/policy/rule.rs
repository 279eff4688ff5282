//! Which components live by which preset.

use super::options::Options;
use crate::document::{Fields, Node, Read, Value};
use crate::plan::preset;
use schemars::JsonSchema;
use serde::Serialize;

/// What the components that it selects live by. In a document a text is a preset for all, and options may stand under `options`
/// or beside the preset.
///
/// ```
/// use greenboard::plan::Rule;
/// let rule = Rule::preset("changesets@2")?.with_select("ecosystem:npm");
/// assert!(rule.options.strict);
/// # Ok::<(), greenboard::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Rule {
    /// The components that it is for: names, globs over names, `ecosystem:npm`, `path:services/**`, each taken out again by a
    /// leading `!`; empty for all.
    #[schemars(default)]
    pub select: Vec<String>,
    /// The preset that its options start from.
    #[schemars(default = "preset::default_name")]
    pub preset: String,
    /// What it decides; each option that is left out is as in the preset.
    #[schemars(with = "Option<Options>")]
    pub options: Options,
}

impl Default for Rule {
    /// The preset `greenboard` for all components.
    fn default() -> Self {
        Self { select: Vec::new(), preset: preset::default_name(), options: preset::default_options() }
    }
}

impl Rule {
    /// A preset, for all components.
    ///
    /// # Errors
    /// `plan.unknown_preset`, which names those there are.
    pub fn preset(name: &str) -> crate::Result<Self> {
        let options = preset::options(name)?;
        Ok(Self { select: Vec::new(), preset: name.to_owned(), options })
    }
    /// For these components too.
    #[must_use]
    pub fn with_select(mut self, selector: impl Into<String>) -> Self {
        self.select.push(selector.into());
        self
    }
    /// With these options in place of the preset's.
    #[must_use]
    pub fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The keys of a rule, options included.
    pub(super) const KEYS: [&'static str; 3 + Options::KEYS.len()] =
        super::joined(&["select", "preset", "options"], Options::KEYS);

    pub(super) fn of_fields(fields: &Fields<'_>) -> crate::Result<Self> {
        let mut rule = fields.with("preset", |node| node.parsed(Self::preset))?.unwrap_or_default();
        rule.select = fields.optional("select")?.unwrap_or_default();
        rule.options.take(fields)?;
        fields.with("options", |node| match node.value {
            Value::Null => Ok(()),
            _ => rule.options.take_all(node),
        })?;
        Ok(rule)
    }
}

impl Read for Rule {
    fn read(node: &Node) -> crate::Result<Self> {
        if let Value::Text(_) = node.value {
            return node.parsed(Self::preset);
        }
        Self::of_fields(&Fields::of(node, None, &Self::KEYS)?)
    }
}
