//! What commands are decided in: gates, roles, facts of other systems, other releases.

use super::part::Roles;
use super::portfolio::{Others, ReleaseBooking};
use super::template::Template;
use crate::document;
use crate::fact::Facts;
use crate::gate::GateSet;
use crate::{Error, Result};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What commands are decided in: the gates, who may do what, what other systems say beside what the release recorded itself.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Context {
    gates: GateSet,
    roles: Roles,
    /// Shared: a context is made anew for every command that is decided beside other releases.
    facts: Arc<Facts>,
    templates: BTreeMap<String, Template>,
    others: Others,
    /// Of all but the other releases.
    base: String,
    digest: String,
}

impl Context {
    /// These gates, roles and facts, and the templates that come along.
    ///
    /// # Errors
    /// `document.not_finite` where a number of them is none.
    pub fn new(gates: GateSet, roles: Roles, facts: Facts) -> Result<Self> {
        let mut context = Self {
            gates,
            roles,
            facts: Arc::new(facts),
            templates: BTreeMap::new(),
            others: Others::default(),
            base: String::new(),
            digest: String::new(),
        };
        context.base = context.based()?;
        context.digest = context.digested()?;
        Ok(context)
    }

    /// With these templates beside those that come along; one of the same name takes the place of ours.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with_templates(mut self, templates: impl IntoIterator<Item = Template>) -> Result<Self> {
        self.templates.extend(templates.into_iter().map(|template| (template.name.clone(), template)));
        self.base = self.based()?;
        self.digest = self.digested()?;
        Ok(self)
    }

    /// Beside these other releases, which take up components, environments and time; the release itself may be among them.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with_portfolio(mut self, others: impl IntoIterator<Item = ReleaseBooking>) -> Result<Self> {
        self.others = Others(others.into_iter().collect());
        self.digest = self.digested()?;
        Ok(self)
    }

    /// Beside these releases too.
    pub(crate) fn beside(&self, others: impl IntoIterator<Item = ReleaseBooking>) -> Result<Self> {
        let mut context = self.clone();
        context.others.0.extend(others);
        context.digest = context.digested()?;
        Ok(context)
    }

    /// The other releases.
    pub(crate) fn others(&self) -> &Others {
        &self.others
    }

    /// The gates.
    pub fn gates(&self) -> &GateSet {
        &self.gates
    }

    /// Who may do what.
    pub fn roles(&self) -> &Roles {
        &self.roles
    }

    /// What other systems say.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// A template, by name.
    ///
    /// # Errors
    /// `release.unknown_template`.
    pub fn template(&self, name: &str) -> Result<Template, Error> {
        match self.templates.get(name) {
            Some(template) => Ok(template.clone()),
            None => Template::builtin(name),
        }
    }

    /// The digest of all of it, which events carry.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The name in the workspace of somebody that is written `tool:login`, or as an address, where it is mapped; else as written.
    pub(crate) fn person(&self, id: &str) -> String {
        let (tool, login) = match id.split_once(':') {
            Some(written) => written,
            None if id.contains('@') => ("email", id),
            None => return id.to_owned(),
        };
        let mapped = self.facts.roster().identity.person(tool, login).ok().flatten();
        mapped.unwrap_or(id).to_owned()
    }

    fn based(&self) -> Result<String> {
        let templates: Vec<&Template> = self.templates.values().collect();
        document::digest(&(self.gates.digest(), &self.roles, self.facts.digest(), templates))
    }

    fn digested(&self) -> Result<String> {
        if self.others.0.is_empty() {
            Ok(self.base.clone())
        } else {
            document::digest(&(&self.base, &self.others))
        }
    }
}
