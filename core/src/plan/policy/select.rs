//! Selectors: which components a setting is for.

use crate::component::{Component, Ecosystem};
use crate::plan::error::PlanError;
use globset::{GlobBuilder, GlobMatcher};
use std::collections::HashMap;

/// The longest selector that is read, in bytes.
const LONGEST: usize = 1024;

/// A list of selectors, understood. The last one that matches decides; a list of nothing but exclusions begins with all.
pub(in crate::plan) struct Selection<'s> {
    /// Whether a name is in, and at which place of the list that is said.
    names: HashMap<&'s str, (usize, bool)>,
    patterns: Vec<(usize, bool, Pattern)>,
    /// What holds of a component that nothing matches.
    otherwise: bool,
}

enum Pattern {
    Name(Box<GlobMatcher>),
    Path(Box<GlobMatcher>),
    Ecosystem(Ecosystem),
}

impl<'s> Selection<'s> {
    /// Understands them.
    ///
    /// # Errors
    /// `plan.invalid_selector`.
    pub fn of(selectors: &'s [String]) -> crate::Result<Self> {
        let mut selection = Self { names: HashMap::new(), patterns: Vec::new(), otherwise: false };
        let mut positive = false;
        for (at, text) in selectors.iter().enumerate() {
            let (is_in, pattern) = match text.strip_prefix('!') {
                Some(rest) => (false, rest),
                None => (true, text.as_str()),
            };
            positive |= is_in;
            if let Some(path) = pattern.strip_prefix("path:") {
                let path = path.trim_start_matches("./").trim_end_matches('/');
                selection.patterns.push((at, is_in, Pattern::Path(Box::new(glob(text, path)?))));
            } else if let Some(name) = pattern.strip_prefix("ecosystem:") {
                let known = Ecosystem::ALL.iter().copied().find(|known| known.name() == name);
                let ecosystem = known.ok_or_else(|| {
                    let known: Vec<&str> = Ecosystem::ALL.iter().map(|known| known.name()).collect();
                    invalid(text, format!("the ecosystem is one of {}", known.join(", ")))
                })?;
                selection.patterns.push((at, is_in, Pattern::Ecosystem(ecosystem)));
            } else if pattern.contains(['*', '?', '[', '{']) {
                selection.patterns.push((at, is_in, Pattern::Name(Box::new(glob(text, pattern)?))));
            } else {
                selection.names.insert(pattern, (at, is_in));
            }
        }
        selection.otherwise = !positive && !selectors.is_empty();
        Ok(selection)
    }

    /// Whether nothing is selected, nor taken out.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.patterns.is_empty()
    }

    /// Whether it has this component.
    pub fn has(&self, component: &Component) -> bool {
        let named = self.names.get(component.name.as_str()).copied();
        let matched = self.patterns.iter().rev().find(|(_, _, pattern)| match pattern {
            Pattern::Name(glob) => glob.is_match(&component.name),
            Pattern::Path(glob) => glob.is_match(&component.path),
            Pattern::Ecosystem(ecosystem) => component.ecosystem == *ecosystem,
        });
        match (named, matched.map(|(at, is_in, _)| (*at, *is_in))) {
            (Some(named), Some(matched)) => named.max(matched).1,
            (Some((_, is_in)), None) | (None, Some((_, is_in))) => is_in,
            (None, None) => self.otherwise,
        }
    }

    /// The names, where there is nothing but names: then each can be looked up.
    pub fn names(&self) -> Option<impl Iterator<Item = &'s str>> {
        let plain =
            self.patterns.is_empty() && !self.otherwise && self.names.values().all(|(_, is_in)| *is_in);
        plain.then(|| self.names.keys().copied())
    }
}

fn glob(selector: &str, pattern: &str) -> crate::Result<GlobMatcher> {
    if pattern.len() > LONGEST {
        return Err(invalid(pattern, format!("it is longer than {LONGEST} bytes")));
    }
    let built = GlobBuilder::new(pattern).literal_separator(true).build();
    built.map(|glob| glob.compile_matcher()).map_err(|error| invalid(selector, error.kind().to_string()))
}

fn invalid(selector: &str, reason: String) -> crate::Error {
    let selector: String = selector.chars().take(80).collect();
    PlanError::InvalidSelector { selector, reason }.into()
}
