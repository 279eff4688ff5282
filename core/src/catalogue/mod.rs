//! The crate described as data: its kinds, its error codes, the JSON Schemas of its documents.
//!
//! Python's and TypeScript's document types, the tables of the documentation and the tests that every language covers every
//! kind and every code are made from these lists.
//!
//! ```
//! use greenboard::catalogue;
//!
//! let registries = catalogue::catalogue();
//! let versioning = registries.iter().find(|registry| registry.name == "versioning").unwrap();
//! assert_eq!(versioning.kinds[0].kind, "semantic");
//! assert!(catalogue::error_codes().contains(&"document.unknown_key"));
//! assert_eq!(catalogue::schemas()["change"]["title"], "Change");
//! ```

mod describe;

use crate::calendar::{Calendar, CalendarError, Decision, Occurrence};
use crate::change::conventional::Message;
use crate::change::{
    Amended, BackportRules, Backports, Change, ChangeError, ChangelogLayout, CommitOverrides, Divergence,
    Enrichment, Links,
};
use crate::component::{
    Component, ComponentError, Cycle, Dependency, Impact, Unit, Workspace, WorkspaceFile,
};
use crate::document::{Document, DocumentError};
use crate::fact::{Added, Contradiction, Fact, FactError, Identity, Observation, Unresolved};
use crate::gate::cel::CelError;
use crate::gate::contracts::{ContractAnswer, Matrix};
use crate::gate::measurement::{Exceeded, MeasuredMetric, MeasuredResult, MetricResult, RunAssessment};
use crate::gate::slo::lifecycle::{Analysis, AnalysisResult};
use crate::gate::slo::{SliValue, SloCriterion, SloError, SloEvaluation, SloFile, SloScore};
use crate::gate::soak::{Freight, FreightRequest};
use crate::gate::{
    Board, BoardDiff, Check, Criterion, Explanation, GateError, GateFile, OwnerTasks, Verdict, VerdictChange,
    Ways, WhatIf,
};
use crate::plan::config::{Configured, ReleasePleaseConfig};
use crate::plan::{
    Branch, BranchError, BranchRange, Cause, Coverage, EditError, EditOptions, Edits, Plan, PlanError,
    Policy, Split, Uncovered, Versioning, Why,
};
use crate::registry::Registry as Table;
use crate::report::ReportError;
use crate::version::VersionError;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Every registry: one row each.
pub fn catalogue() -> Vec<Registry> {
    vec![
        Registry::of::<Versioning>(),
        Registry::of::<Cause>(),
        Registry::of::<Fact>(),
        Registry::of::<Observation>(),
        Registry::of::<Check>(),
        Registry::of::<crate::release::Command>(),
        Registry::of::<crate::release::Happening>(),
        Registry::of::<crate::release::risk::RiskMethod>(),
        #[cfg(feature = "tool")]
        Registry::of::<crate::tool::Inspection>(),
    ]
}

/// Every document and named part of one that crosses between languages: one row each.
fn shapes() -> Vec<Shape> {
    vec![
        Shape::document::<Component>(),
        Shape::document::<Change>(),
        Shape::document::<CommitOverrides>(),
        Shape::document::<Enrichment>(),
        Shape::document::<Divergence>(),
        Shape::document::<BackportRules>(),
        Shape::document::<Backports>(),
        Shape::document::<Coverage>(),
        Shape::document::<Workspace>(),
        Shape::document::<WorkspaceFile>(),
        Shape::document::<Identity>(),
        Shape::document::<Fact>(),
        Shape::part::<Observation>(),
        Shape::document::<Added>(),
        Shape::part::<Contradiction>(),
        Shape::part::<Unresolved>(),
        Shape::document::<Calendar>(),
        Shape::document::<Decision>(),
        Shape::part::<Occurrence>(),
        Shape::document::<GateFile>(),
        Shape::document::<SloFile>(),
        Shape::document::<SloEvaluation>(),
        Shape::document::<Analysis>(),
        Shape::part::<Criterion>(),
        Shape::document::<Matrix>(),
        Shape::document::<ContractAnswer>(),
        Shape::document::<Verdict>(),
        Shape::document::<Board>(),
        Shape::document::<BoardDiff>(),
        Shape::document::<VerdictChange>(),
        Shape::part::<OwnerTasks>(),
        Shape::document::<Explanation>(),
        Shape::document::<Ways>(),
        Shape::part::<WhatIf>(),
        Shape::document::<crate::release::Release>(),
        Shape::document::<crate::release::Roles>(),
        Shape::document::<crate::release::Envelope>(),
        Shape::document::<crate::release::Event>(),
        Shape::document::<crate::release::ReleaseState>(),
        Shape::document::<crate::release::Refusal>(),
        Shape::document::<crate::release::Owed>(),
        Shape::document::<crate::release::ReleaseDurations>(),
        Shape::part::<crate::release::Command>(),
        Shape::document::<crate::release::control::ControlPolicy>(),
        Shape::document::<crate::release::control::Compliance>(),
        Shape::document::<crate::release::audit::Audit>(),
        Shape::document::<crate::release::ReleaseDiff>(),
        Shape::document::<crate::release::Portfolio>(),
        Shape::part::<crate::release::Happening>(),
        Shape::document::<crate::ledger::Draft>(),
        Shape::part::<crate::ledger::Entry>(),
        Shape::part::<crate::ledger::Head>(),
        Shape::part::<crate::ledger::Anchor>(),
        Shape::part::<crate::ledger::tree::InclusionProof>(),
        Shape::part::<crate::ledger::tree::ConsistencyProof>(),
        Shape::part::<crate::ledger::Verified>(),
        Shape::document::<Policy>(),
        Shape::document::<Plan>(),
        Shape::document::<Why>(),
        Shape::document::<Split>(),
        Shape::document::<Configured>(),
        Shape::document::<Branch>(),
        Shape::document::<BranchRange>(),
        Shape::document::<ReleasePleaseConfig>(),
        Shape::document::<Edits>(),
        Shape::document::<crate::release::Template>(),
        Shape::document::<crate::release::change_request::ChangeFlow>(),
        Shape::document::<crate::release::change_request::ChangeStep>(),
        Shape::document::<crate::release::risk::RiskMethod>(),
        Shape::document::<crate::release::risk::RiskAssessment>(),
        Shape::document::<crate::release::conflict::Claim>(),
        Shape::document::<crate::release::conflict::ConflictRules>(),
        Shape::document::<crate::release::conflict::ConflictReport>(),
        Shape::part::<crate::release::conflict::FreeSlot>(),
        Shape::document::<crate::release::timeline::WorkCalendar>(),
        Shape::part::<crate::release::timeline::PlannedPhase>(),
        Shape::part::<crate::release::timeline::DeliveryPhase>(),
        Shape::part::<crate::release::timeline::Cadence>(),
        Shape::part::<crate::release::timeline::Slip>(),
        Shape::document::<EditOptions>(),
        Shape::part::<Amended>(),
        Shape::part::<ChangelogLayout>(),
        Shape::part::<Links>(),
        Shape::part::<Message>(),
        Shape::part::<Uncovered>(),
        Shape::part::<Dependency>(),
        Shape::part::<Unit>(),
        Shape::part::<Cycle>(),
        Shape::part::<Impact>(),
        Shape::part::<Versioning>(),
        Shape::part::<SliValue>(),
        Shape::part::<SloCriterion>(),
        Shape::part::<SloScore>(),
        Shape::part::<AnalysisResult>(),
        Shape::part::<MeasuredMetric>(),
        Shape::part::<MetricResult>(),
        Shape::part::<MeasuredResult>(),
        Shape::part::<RunAssessment>(),
        Shape::part::<Exceeded>(),
        Shape::part::<Freight>(),
        Shape::part::<FreightRequest>(),
        Shape::part::<crate::Error>(),
        Shape::part::<Registry>(),
        #[cfg(feature = "tool")]
        Shape::document::<crate::tool::dsse::Verification>(),
        #[cfg(feature = "tool")]
        Shape::part::<crate::tool::Inspection>(),
        #[cfg(feature = "tool")]
        Shape::part::<crate::tool::ReadOptions>(),
        #[cfg(feature = "source")]
        Shape::part::<crate::source::Changes>(),
        #[cfg(feature = "source")]
        Shape::part::<crate::source::Options>(),
        #[cfg(feature = "source")]
        Shape::part::<crate::source::Since>(),
        #[cfg(feature = "source")]
        Shape::part::<crate::source::Applied>(),
        #[cfg(feature = "source")]
        Shape::part::<crate::source::Configuration>(),
        #[cfg(feature = "source")]
        Shape::part::<crate::source::Planned>(),
    ]
}

/// Every code an [`Error`](crate::Error) can carry, sorted.
///
/// ```
/// assert!(greenboard::catalogue::error_codes().is_sorted());
/// ```
pub fn error_codes() -> Vec<&'static str> {
    let modules = [
        BranchError::CODES,
        CalendarError::CODES,
        ChangeError::CODES,
        ComponentError::CODES,
        DocumentError::CODES,
        FactError::CODES,
        GateError::CODES,
        CelError::CODES,
        SloError::CODES,
        crate::ledger::LedgerError::CODES,
        #[cfg(feature = "store")]
        crate::ledger::store::StoreError::CODES,
        crate::release::ReleaseError::CODES,
        crate::release::TemplateError::CODES,
        crate::release::TimelineError::CODES,
        crate::release::ConflictError::CODES,
        crate::release::RiskError::CODES,
        crate::release::ChangeRefused::CODES,
        PlanError::CODES,
        EditError::CODES,
        ReportError::CODES,
        #[cfg(feature = "source")]
        crate::source::SourceError::CODES,
        #[cfg(feature = "tool")]
        crate::tool::ToolError::CODES,
        VersionError::CODES,
    ];
    let mut codes = modules.concat();
    #[cfg(feature = "source")]
    codes.extend(crate::source::SourceError::CODES);
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The JSON Schema (draft 2020-12) of every document and named part, by its name in `snake_case`.
///
/// A schema describes what is read; what is written has every key and fits it too. Types are shared under `$defs`, by the
/// name they have in Rust, Python and TypeScript; a registry's kinds are types of their own there.
///
/// ```
/// let schemas = greenboard::catalogue::schemas();
/// let calendar = &schemas["versioning"]["$defs"]["Calendar"];
/// assert_eq!(calendar["properties"]["kind"]["const"], "calendar");
/// assert_eq!(calendar["additionalProperties"], false);
/// ```
pub fn schemas() -> BTreeMap<String, Value> {
    let shapes = shapes();
    let documents: BTreeMap<String, &str> =
        shapes.iter().filter_map(|shape| Some((shape.type_name(), shape.schema?))).collect();
    shapes
        .iter()
        .map(|shape| {
            let mut schema = (shape.describe)();
            describe::finish(&mut schema, &documents);
            (describe::snake_case(&shape.type_name()), schema)
        })
        .collect()
}

/// A registry: an enum of kinds that a document chooses from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Registry {
    /// Its name, such as `versioning`.
    pub name: String,
    /// What its kinds are kinds of.
    pub summary: String,
    /// Its kinds, in their own order.
    pub kinds: Vec<Kind>,
}

/// One kind of a registry.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Kind {
    /// Its name: the `kind` in a document.
    pub kind: String,
    /// What it does, in a sentence or two.
    pub summary: String,
    /// The JSON Schema of it, complete in itself.
    pub schema: Value,
}

impl Registry {
    fn of<T: Table + JsonSchema>() -> Self {
        let settings = SchemaSettings::draft2020_12();
        let mut whole = settings.clone().into_generator().into_root_schema_for::<T>().to_value();
        describe::finish(&mut whole, &BTreeMap::new());
        let mut generator = settings.into_generator();
        let references = T::schemas(&mut generator);
        let definitions = generator.take_definitions(true);
        let kind = |(kind, reference): (&&str, schemars::Schema)| {
            let reference = reference.to_value();
            let name =
                reference["$ref"].as_str().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
            let mut schema = definitions.get(name).cloned().unwrap_or(reference);
            describe::enclose(&mut schema, &definitions);
            describe::finish(&mut schema, &BTreeMap::new());
            Kind { kind: (*kind).to_owned(), summary: describe::summary(&schema), schema }
        };
        let kinds = T::KINDS.iter().zip(references).map(kind).collect();
        Self { name: T::NAME.to_owned(), summary: describe::summary(&whole), kinds }
    }
}

/// A type that crosses between languages.
struct Shape {
    /// What it says it is, where it is a document of its own.
    schema: Option<&'static str>,
    name: fn() -> std::borrow::Cow<'static, str>,
    describe: fn() -> Value,
}

impl Shape {
    fn document<T: Document + JsonSchema>() -> Self {
        Self { schema: Some(T::SCHEMA), ..Self::part::<T>() }
    }

    fn part<T: JsonSchema>() -> Self {
        fn describe<T: JsonSchema>() -> Value {
            generator().into_root_schema_for::<T>().to_value()
        }
        Self { schema: None, name: T::schema_name, describe: describe::<T> }
    }

    fn type_name(&self) -> String {
        (self.name)().into_owned()
    }
}

fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().into_generator()
}
