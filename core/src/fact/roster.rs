//! Who and what facts may be about.

use super::identity::Identity;
use std::collections::BTreeMap;

/// The components, people and environments that facts may be about, and the names that tools have for them: what facts are
/// resolved against. Where none of a sort is known, every name of it is taken as it is.
///
/// A workspace gives its own ([`Workspace::roster`](crate::component::Workspace::roster)).
///
/// ```
/// use greenboard::fact::{Profile, Roster};
/// let roster = Roster::new().with_component("payments", Profile::new().with_tier("1"));
/// assert!(roster.components.contains_key("payments"));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Roster {
    /// The components, by name.
    pub components: BTreeMap<String, Profile>,
    /// The names that tools have for all of them.
    pub identity: Identity,
}

impl Roster {
    /// Nobody and nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// With this component.
    #[must_use]
    pub fn with_component(mut self, name: impl Into<String>, profile: Profile) -> Self {
        self.components.insert(name.into(), profile);
        self
    }

    /// With these names of tools.
    #[must_use]
    pub fn with_identity(mut self, identity: Identity) -> Self {
        self.identity = identity;
        self
    }
}

/// What gates select a component by, and what it needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Profile {
    /// Who answers for it.
    pub owners: Vec<String>,
    /// How much depends on it, in the organisation's own words.
    pub tier: Option<String>,
    /// The ecosystem of its manifest, in lower case.
    pub ecosystem: Option<String>,
    /// The components that it needs at run time.
    pub providers: Vec<String>,
}

impl Profile {
    /// Of which nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// Answered for by one more.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owners.push(owner.into());
        self
    }

    /// In this tier.
    #[must_use]
    pub fn with_tier(mut self, tier: impl Into<String>) -> Self {
        self.tier = Some(tier.into());
        self
    }

    /// Of this ecosystem.
    #[must_use]
    pub fn with_ecosystem(mut self, ecosystem: impl Into<String>) -> Self {
        self.ecosystem = Some(ecosystem.into());
        self
    }

    /// Needing one more component.
    #[must_use]
    pub fn with_provider(mut self, provider: impl Into<String>) -> Self {
        self.providers.push(provider.into());
        self
    }
}
