//! The kinds of conflict, and how much each weighs.

use crate::document::names;
use schemars::JsonSchema;
use serde::Serialize;

/// What is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConflictKind {
    /// A freeze: a window that denies.
    Freeze,
    /// It is outside of the windows that allow.
    OutsideWindow,
    /// A freeze of a component's parent or child.
    RelatedFreeze,
    /// It is outside of the windows of a component's parent or child.
    RelatedOutsideWindow,
    /// What it waits for will not come.
    DependencyAborted,
    /// What it waits for is planned to end after it begins.
    DependencyAfter,
    /// What it waits for is not done, and it is time.
    DependencyOpen,
    /// Both change the same component.
    SameComponent,
    /// One changes a component, the other its parent or child.
    RelatedComponent,
    /// Both take the same environment.
    EnvironmentBooked,
    /// The same person works on both.
    SamePerson,
    /// Both share a service.
    SharedService,
    /// Both are on the same train.
    SameTrain,
}

names!(ConflictKind: "kind of conflict");

impl ConflictKind {
    /// All of them: what blocks first.
    pub const ALL: &'static [Self] = &[
        Self::Freeze,
        Self::OutsideWindow,
        Self::RelatedFreeze,
        Self::RelatedOutsideWindow,
        Self::DependencyAborted,
        Self::DependencyAfter,
        Self::DependencyOpen,
        Self::SameComponent,
        Self::RelatedComponent,
        Self::EnvironmentBooked,
        Self::SamePerson,
        Self::SharedService,
        Self::SameTrain,
    ];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Freeze => "freeze",
            Self::OutsideWindow => "outside_window",
            Self::RelatedFreeze => "related_freeze",
            Self::RelatedOutsideWindow => "related_outside_window",
            Self::DependencyAborted => "dependency_aborted",
            Self::DependencyAfter => "dependency_after",
            Self::DependencyOpen => "dependency_open",
            Self::SameComponent => "same_component",
            Self::RelatedComponent => "related_component",
            Self::EnvironmentBooked => "environment_booked",
            Self::SamePerson => "same_person",
            Self::SharedService => "shared_service",
            Self::SameTrain => "same_train",
        }
    }

    /// How much it weighs, unless rules say otherwise: people, shared services and trains warn, all else blocks.
    pub const fn severity(self) -> ConflictSeverity {
        match self {
            Self::SamePerson | Self::SharedService | Self::SameTrain => ConflictSeverity::Warn,
            _ => ConflictSeverity::Block,
        }
    }
}

/// How much a conflict weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConflictSeverity {
    /// It cannot be.
    Block,
    /// Somebody should look.
    Warn,
}

names!(ConflictSeverity: "severity of a conflict");

impl ConflictSeverity {
    /// All of them, the gravest first.
    pub const ALL: &'static [Self] = &[Self::Block, Self::Warn];

    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Warn => "warn",
        }
    }
}
