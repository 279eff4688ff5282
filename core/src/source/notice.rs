//! What should be known about a repository, said once however many components it concerns.

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Something about a repository that fails nothing and may explain a surprise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Notice {
    /// What it is: `source.no_commits`, `source.no_tag`, `source.version_differs`, `source.older_tag`, `source.tag_pattern`,
    /// `source.shallow_clone`, `source.broken_reference`, `source.unknown_override`.
    pub code: String,
    /// The sentence for people.
    pub message: String,
    /// The components it concerns, by name; none where it concerns all.
    #[schemars(default)]
    pub components: Vec<String>,
}

reads!(Notice { code, message, components = Vec::new() });

impl Notice {
    pub(super) fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), components: Vec::new() }
    }
}

/// Notices about components, of which all that say the same become one.
#[derive(Default)]
pub(super) struct Notices {
    same: BTreeMap<(&'static str, &'static str), Said>,
}

#[derive(Default)]
struct Said {
    components: Vec<String>,
    /// What is so of the first of them.
    example: String,
}

impl Notices {
    /// What there is to know about one component. `text` holds for many, `example` for it alone.
    pub(super) fn say(&mut self, code: &'static str, component: &str, text: &'static str, example: String) {
        let said = self.same.entry((code, text)).or_default();
        if said.components.is_empty() {
            said.example = example;
        }
        said.components.push(component.to_owned());
    }

    pub(super) fn into_all(self) -> impl Iterator<Item = Notice> {
        self.same.into_iter().map(|((code, text), Said { components, example })| {
            let example = match components.len() {
                _ if example.is_empty() => String::new(),
                1 => format!(" ({example})"),
                _ => format!(" (the first: {example})"),
            };
            let message = format!("{}: {text}{example}", listed(&components));
            Notice { code: code.to_owned(), message, components }
        })
    }
}

/// Some names, and how many more there are.
fn listed(names: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown = names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
