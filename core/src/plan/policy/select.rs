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
    /// The same of a path that stands there word for word.
    paths: HashMap<&'s str, (usize, bool)>,
    patterns: Vec<(usize, bool, Pattern)>,
    /// What holds of a component that nothing matches.
    otherwise: bool,
}

enum Pattern {
    Name(Name),
    Path(Box<GlobMatcher>),
    Ecosystem(Ecosystem),
}

impl<'s> Selection<'s> {
    /// Understands them.
    ///
    /// # Errors
    /// `plan.invalid_selector`.
    pub fn of(selectors: &'s [String]) -> crate::Result<Self> {
        let (names, paths, patterns) = (HashMap::new(), HashMap::new(), Vec::new());
        let mut selection = Self { names, paths, patterns, otherwise: false };
        let mut positive = false;
        for (at, text) in selectors.iter().enumerate() {
            let (is_in, pattern) = match text.strip_prefix('!') {
                // `!(a|b)` is a pattern of its own.
                Some(rest) if !rest.starts_with('(') => (false, rest),
                _ => (true, text.as_str()),
            };
            positive |= is_in;
            if let Some(path) = pattern.strip_prefix("path:") {
                let path = path.trim_start_matches("./").trim_end_matches('/');
                if path.contains(['*', '?', '[', '{', '\\']) {
                    selection.patterns.push((at, is_in, Pattern::Path(Box::new(glob(text, path)?))));
                } else {
                    selection.paths.insert(path, (at, is_in));
                }
            } else if let Some(name) = pattern.strip_prefix("ecosystem:") {
                let known = Ecosystem::ALL.iter().copied().find(|known| known.name() == name);
                let ecosystem = known.ok_or_else(|| {
                    let known: Vec<&str> = Ecosystem::ALL.iter().map(|known| known.name()).collect();
                    invalid(text, format!("the ecosystem is one of {}", known.join(", ")))
                })?;
                selection.patterns.push((at, is_in, Pattern::Ecosystem(ecosystem)));
            } else if pattern.contains(['*', '?', '[', '{', '(']) {
                selection.patterns.push((at, is_in, Pattern::Name(Name::of(text, pattern)?)));
            } else {
                selection.names.insert(pattern, (at, is_in));
            }
        }
        selection.otherwise = !positive && !selectors.is_empty();
        Ok(selection)
    }

    /// Whether nothing is selected, nor taken out.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.paths.is_empty() && self.patterns.is_empty()
    }

    /// Whether it has this component.
    pub fn has(&self, component: &Component) -> bool {
        let named = self.names.get(component.name.as_str()).copied();
        let named = named.max(self.paths.get(component.path.as_str()).copied());
        let matched = self.patterns.iter().rev().find(|(_, _, pattern)| match pattern {
            Pattern::Name(name) => name.matches(&component.name),
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
        let plain = self.paths.is_empty()
            && self.patterns.is_empty()
            && !self.otherwise
            && self.names.values().all(|(_, is_in)| *is_in);
        plain.then(|| self.names.keys().copied())
    }
}

/// A glob over names, with alternatives as shells extend it: `@(a|b)`, `?(a|b)`, and once `!(a|b)`.
struct Name {
    all: GlobMatcher,
    /// What is taken out again by `!(…)`.
    but: Option<GlobMatcher>,
}

impl Name {
    fn of(selector: &str, pattern: &str) -> crate::Result<Self> {
        // With `!(…)` anything may stand in its place, but not what stands in it.
        let (mut all, mut but, mut negated) = (String::new(), String::new(), false);
        let mut rest = pattern;
        while let Some(open) = rest.find('(') {
            let before = rest.get(..open).unwrap_or_default();
            let close = rest.find(')').filter(|close| *close > open);
            let inner =
                close.and_then(|close| rest.get(open + 1..close)).filter(|inner| !inner.contains('('));
            let (Some(close), Some(inner)) = (close, inner) else {
                return Err(invalid(selector, "alternatives in parentheses may not be nested".to_owned()));
            };
            let alternatives = inner.replace('|', ",");
            let sign = before.chars().next_back();
            let before = before.strip_suffix(['!', '@', '?']).unwrap_or(before);
            let (here, taken) = match sign {
                Some('@') => (format!("{{{alternatives}}}"), None),
                Some('?') => (format!("{{,{alternatives}}}"), None),
                Some('!') if !negated => ("*".to_owned(), Some(format!("{{{alternatives}}}"))),
                _ => {
                    let reason = "of alternatives in parentheses there are @(a|b), ?(a|b), and once !(a|b)";
                    return Err(invalid(selector, reason.to_owned()));
                }
            };
            negated |= taken.is_some();
            all.extend([before, &here]);
            but.extend([before, taken.as_deref().unwrap_or(&here)]);
            rest = rest.get(close + 1..).unwrap_or_default();
        }
        all.push_str(rest);
        but.push_str(rest);
        // A bare `!(…)` is over whole names, scopes included.
        let all = if negated && all == "*" { "**".to_owned() } else { all };
        let but = if negated { Some(glob(selector, &but)?) } else { None };
        Ok(Self { all: glob(selector, &all)?, but })
    }

    fn matches(&self, name: &str) -> bool {
        self.all.is_match(name) && !self.but.as_ref().is_some_and(|but| but.is_match(name))
    }
}

fn glob(selector: &str, pattern: &str) -> crate::Result<GlobMatcher> {
    if pattern.len() > LONGEST {
        return Err(invalid(pattern, format!("it is longer than {LONGEST} bytes")));
    }
    let built = GlobBuilder::new(pattern).literal_separator(true).empty_alternates(true).build();
    built.map(|glob| glob.compile_matcher()).map_err(|error| invalid(selector, error.kind().to_string()))
}

fn invalid(selector: &str, reason: String) -> crate::Error {
    let selector: String = selector.chars().take(80).collect();
    PlanError::InvalidSelector { selector, reason }.into()
}
