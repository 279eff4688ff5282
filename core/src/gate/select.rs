//! Whether a gate is for a component, at a stage, in an environment.

use super::error::GateError;
use super::file::{Gate, Select};
use crate::document::nearest;
use crate::fact::Profile;
use globset::{GlobBuilder, GlobMatcher};

/// The longest glob that is read, in bytes.
const LONGEST: usize = 1024;

/// Names and globs over names, made ready; of no names at all, every one matches.
#[derive(Debug, Clone, Default)]
pub(super) struct Patterns {
    names: Vec<String>,
    globs: Vec<GlobMatcher>,
}

impl Patterns {
    /// Makes them ready.
    ///
    /// # Errors
    /// `gate.invalid_glob`, and which of them it is.
    pub(super) fn of(patterns: &[String]) -> Result<Self, (usize, GateError)> {
        let mut ready = Self::default();
        for (index, pattern) in patterns.iter().enumerate() {
            if pattern.contains(['*', '?', '[', '{']) {
                ready.globs.push(glob(pattern).map_err(|error| (index, error))?);
            } else {
                ready.names.push(pattern.clone());
            }
        }
        ready.names.sort_unstable();
        Ok(ready)
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.globs.is_empty()
    }

    /// Whether one of them matches.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.binary_search_by(|known| known.as_str().cmp(name)).is_ok()
            || self.globs.iter().any(|glob| glob.is_match(name))
    }

    /// Those that are no globs.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

/// A glob over names: `*` is any text, `/` included, since names are no paths.
pub(super) fn glob(pattern: &str) -> Result<GlobMatcher, GateError> {
    let invalid =
        |reason: String| GateError::InvalidGlob { glob: pattern.chars().take(60).collect(), reason };
    if pattern.len() > LONGEST {
        return Err(invalid(format!("it is longer than {LONGEST} bytes")));
    }
    let built = GlobBuilder::new(pattern).literal_separator(false).empty_alternates(true).build();
    built.map(|glob| glob.compile_matcher()).map_err(|error| invalid(error.kind().to_string()))
}

/// A gate's selectors, made ready.
#[derive(Debug, Clone, Default)]
pub(super) struct Selector {
    environments: Patterns,
    components: Patterns,
    except: Patterns,
}

impl Selector {
    /// Of a gate.
    ///
    /// # Errors
    /// `gate.invalid_glob`, with its path inside the gate; and the glob, to find its place by.
    pub(super) fn of(gate: &Gate) -> Result<Self, (&str, crate::Error)> {
        let select = &gate.select;
        Ok(Self {
            environments: ready("environments", &gate.environments)?,
            components: ready("components", &select.components).map_err(inside)?,
            except: ready("except", &select.except).map_err(inside)?,
        })
    }

    /// Whether the gate guards this environment. Where none is asked about, all do.
    pub(super) fn guards(&self, environment: Option<&str>) -> bool {
        self.environments.is_empty() || environment.is_none_or(|name| self.environments.has(name))
    }

    /// The environments that the gate names.
    pub(super) fn environments(&self) -> &Patterns {
        &self.environments
    }

    /// Whether the gate is for this component. What is not known of it is not held against the gate: a component without profile
    /// is of any owner, tier and ecosystem, so that no gate is passed by for want of knowledge.
    pub(super) fn is_for(&self, select: &Select, component: &str, profile: Option<&Profile>) -> bool {
        (self.components.is_empty() || self.components.has(component))
            && (self.except.is_empty() || !self.except.has(component))
            && profile.is_none_or(|profile| fits(select, profile))
    }
}

fn ready<'g>(key: &str, patterns: &'g [String]) -> Result<Patterns, (&'g str, crate::Error)> {
    Patterns::of(patterns).map_err(|(index, error)| {
        let glob = patterns.get(index).map_or("", String::as_str);
        (glob, crate::Error::from(error).under_index(index).under_key(key))
    })
}

fn inside((glob, error): (&str, crate::Error)) -> (&str, crate::Error) {
    (glob, error.under_key("select"))
}

fn fits(select: &Select, profile: &Profile) -> bool {
    let any = |wanted: &[String], has: Option<&String>| {
        wanted.is_empty() || has.is_some_and(|has| wanted.contains(has))
    };
    (select.owners.is_empty() || select.owners.iter().any(|owner| profile.owners.contains(owner)))
        && any(&select.tiers, profile.tier.as_ref())
        && any(&select.ecosystems, profile.ecosystem.as_ref())
}

/// An error about a name of a scope that no gate knows.
pub(super) fn unknown_scope(what: &'static str, name: &str, known: Vec<&str>) -> crate::Error {
    let near = nearest(name, &known).map(str::to_owned);
    let known = known.into_iter().map(str::to_owned).collect();
    GateError::UnknownScope { what, name: name.to_owned(), known, nearest: near }.into()
}
