//! Releases: from planning to review as a sequence of recorded decisions.
//!
//! A [`Release`] is what people write down before it begins; what they do with it are [`Command`]s. [`decide()`] takes one and the
//! [`ReleaseState`] and gives [`Event`]s, or a [`Refusal`] with every reason and what would lift it; [`evolve()`] folds events into
//! the state. All of it is pure: the time is the command's, what other systems say is in the [`Context`], and gates are asked
//! inside, never taken from outside.

pub mod approval;
mod carry;
pub mod change_request;
mod command;
pub mod conflict;
mod context;
pub mod control;
mod decide;
mod deciding;
pub mod deployment;
mod desk;
mod due;
mod durations;
mod envelope;
mod error;
mod event;
mod evidence;
mod evolve;
mod go;
mod judge;
mod ledgered;
mod moving;
mod part;
mod planning;
mod policy_status;
mod portfolio;
mod quorum;
mod refusal;
mod releases;
pub mod risk;
mod scope;
mod stages;
mod state;
mod template;
pub mod timeline;

pub use carry::carry;
pub(crate) use change_request::ChangeRefused;
pub use command::*;
pub(crate) use conflict::ConflictError;
pub use context::Context;
pub use decide::decide;
pub use desk::{Desk, Done};
pub use due::{Owed, OwedKind, OwedStatus, due};
pub use durations::{ReleaseDurations, durations};
pub use envelope::Envelope;
pub(crate) use error::ReleaseError;
pub use event::*;
pub use evolve::{evolve, fold};
pub use judge::{Judged, JudgedFinding};
pub use part::*;
pub use policy_status::PolicyStatus;
pub use portfolio::{BookedItem, ReleaseBooking};
pub use refusal::{Refusal, RefusalCode, RefusalReason};
pub use releases::{Prepared, Releases};
pub(crate) use risk::RiskError;
pub use state::*;
pub(crate) use template::TemplateError;
pub use template::{
    FreezeInFlight, FreezeKind, StageFreeze, StageLength, StageRole, Template, TemplateOptions, TemplateStage,
};
pub(crate) use timeline::TimelineError;
