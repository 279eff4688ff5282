//! Who and what is around a release: resources, stakeholders, links.

use crate::document::reads;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that a release needs.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Resource {
    /// What it is.
    pub name: String,
    /// Of which kind: `people`, `machines`, `money`, …
    pub kind: Option<String>,
    /// How much of it.
    pub amount: Option<f64>,
    /// The unit of the amount.
    pub unit: Option<String>,
    /// Who gives it.
    pub owner: Option<String>,
}

reads!(Resource { name, kind, amount, unit, owner });

impl Resource {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), kind: None, amount: None, unit: None, owner: None }
    }

    /// With `kind`: of which kind: `people`, `machines`, `money`, …
    #[must_use]
    pub fn with_kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }

    /// With `amount`: how much of it.
    #[must_use]
    pub fn with_amount(mut self, amount: f64) -> Self {
        self.amount = Some(amount);
        self
    }

    /// With `unit`: the unit of the amount.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// With `owner`: who gives it.
    #[must_use]
    pub fn with_owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }
}

/// Somebody who has to be told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Stakeholder {
    /// Who: a person or a group.
    pub name: String,
    /// How they are told: `email`, `slack`, …
    pub channel: Option<String>,
    /// What it is to them.
    pub interest: Option<String>,
}

reads!(Stakeholder { name, channel, interest });

impl Stakeholder {
    /// With nothing said beyond this.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), channel: None, interest: None }
    }

    /// With `channel`: how they are told: `email`, `slack`, …
    #[must_use]
    pub fn with_channel(mut self, channel: impl Into<String>) -> Self {
        self.channel = Some(channel.into());
        self
    }

    /// With `interest`: what it is to them.
    #[must_use]
    pub fn with_interest(mut self, interest: impl Into<String>) -> Self {
        self.interest = Some(interest.into());
        self
    }
}

/// Where to read more.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ReleaseLink {
    /// What is there.
    pub title: String,
    /// Where it is.
    pub url: String,
}

reads!(ReleaseLink { title, url });

impl ReleaseLink {
    /// With nothing said beyond this.
    pub fn new(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self { title: title.into(), url: url.into() }
    }
}
