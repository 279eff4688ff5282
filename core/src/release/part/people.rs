//! Who may do what.

use crate::document::reads;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// Who is in which role, since when and until when. A role that is not named here is anybody's, unless `strict`; four eyes hold
/// whatever the roles.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Roles {
    /// The members of each role, by its name.
    #[schemars(default)]
    pub roles: BTreeMap<String, Vec<RoleMember>>,
    /// Whether a role that is not named here is nobody's.
    #[schemars(default)]
    pub strict: bool,
}

reads!(Roles as "greenboard/roles/1" { roles = BTreeMap::new(), strict = false });

impl Roles {
    /// With nothing said beyond this.
    pub fn new() -> Self {
        Self { roles: BTreeMap::new(), strict: false }
    }

    /// With `roles`: the members of each role, by its name.
    #[must_use]
    pub fn with_roles(mut self, roles: BTreeMap<String, Vec<RoleMember>>) -> Self {
        self.roles = roles;
        self
    }

    /// With `strict`: whether a role that is not named here is nobody's.
    #[must_use]
    pub fn with_strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }
}

impl Default for Roles {
    fn default() -> Self {
        Self::new()
    }
}

/// Somebody in a role.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct RoleMember {
    /// Who, by their name in the workspace.
    pub person: String,
    /// Since when; ever since, where left out.
    #[schemars(with = "Option<String>")]
    pub from: Option<Timestamp>,
    /// Until when, which is not part of it; without end, where left out.
    #[schemars(with = "Option<String>")]
    pub until: Option<Timestamp>,
}

reads!(RoleMember { person, from, until });

impl RoleMember {
    /// With nothing said beyond this.
    pub fn new(person: impl Into<String>) -> Self {
        Self { person: person.into(), from: None, until: None }
    }

    /// With `from`: since when; ever since, where left out.
    #[must_use]
    pub fn with_from(mut self, from: Timestamp) -> Self {
        self.from = Some(from);
        self
    }

    /// With `until`: until when, which is not part of it; without end, where left out.
    #[must_use]
    pub fn with_until(mut self, until: Timestamp) -> Self {
        self.until = Some(until);
        self
    }
}

/// Who runs the release.
pub const RELEASE_MANAGER: &str = "release_manager";
/// Who says what it is to bring.
pub const PRODUCT_OWNER: &str = "product_owner";
/// Who decides go or no-go.
pub const GO_AUTHORITY: &str = "go_authority";
/// Who brings it out.
pub const DEPLOYER: &str = "deployer";
/// Who answers for what runs.
pub const SERVICE_OWNER: &str = "service_owner";
/// Who leads while something is broken.
pub const INCIDENT_COMMANDER: &str = "incident_commander";
/// Who decides on exceptions.
pub const EXCEPTION_BOARD: &str = "exception_board";
/// Who answers for gates.
pub const GATE_OWNER: &str = "gate_owner";
/// Who answers for stages.
pub const STAGE_OWNER: &str = "stage_owner";
/// The clock.
pub const SCHEDULER: &str = "scheduler";
/// Who assesses normal changes: peers, or a technical group.
pub const TECHNICAL_GROUP: &str = "technical_group";
/// Who authorises normal changes of low or moderate risk.
pub const CHANGE_MANAGER: &str = "change_manager";
/// Who authorises normal changes of high risk, or of one that nobody assessed.
pub const CHANGE_BOARD: &str = "change_board";
/// Who authorises emergencies.
pub const EMERGENCY_AUTHORITY: &str = "emergency_authority";
/// Who may record what other systems observed; `evidence:<kind>` where only some may for a kind.
pub const EVIDENCE_SOURCE: &str = "evidence";
/// What rolls back by itself.
pub const AUTOMATION: &str = "automation";

impl Roles {
    /// Whether a person is in a role at an instant. A role that is not named is anybody's, unless `strict`.
    pub fn holds(&self, role: &str, person: &str, at: Timestamp) -> bool {
        match self.roles.get(role) {
            None => !self.strict,
            Some(members) => members.iter().any(|member| member.person == person && member.is_in(at)),
        }
    }

    /// Who is in a role at an instant; none where the role is not named.
    pub fn members(&self, role: &str, at: Timestamp) -> Option<Vec<&str>> {
        let members = self.roles.get(role)?.iter().filter(|member| member.is_in(at));
        Some(members.map(|member| member.person.as_str()).collect())
    }

    /// With one more in a role, for good.
    #[must_use]
    pub fn with_member(mut self, role: impl Into<String>, person: impl Into<String>) -> Self {
        self.roles.entry(role.into()).or_default().push(RoleMember::new(person));
        self
    }
}

impl RoleMember {
    /// Whether they are in it at an instant.
    pub fn is_in(&self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until)
    }
}
