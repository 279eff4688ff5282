//! Verdicts and boards for people: is it go or no-go, why, who has to act, and what would turn it green.
//!
//! What is said is a [`Page`](page::Page), made by one file for each thing that is told; how it is written is one file a format.

mod audit;
mod board;
mod changes;
mod controls;
mod findings;
mod format;
mod html;
mod markdown;
mod owed;
mod page;
mod refusal;
mod release;
mod tasks;
mod text;
mod timeline;
mod verdict;
mod ways;
mod words;

pub use audit::audit;
pub use controls::controls;
pub use findings::findings;
pub use format::{ReviewFormat, ReviewOptions};
pub use owed::owed;
pub use refusal::refusal;
pub use release::{release, releases};
pub use timeline::{entries, timeline};

use crate::gate::{Board, OwnerTasks, Verdict, VerdictChange, Ways};

/// A verdict for people: the answer, what every criterion came to, and who has to do what.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, evaluate};
/// use greenboard::report::{self, ReviewFormat};
///
/// let gates = GateSet::parse("
/// gates:
///   - name: quality
///     owner: ada
///     criteria:
///       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01}
/// ")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let verdict = evaluate(&gates, &Facts::new(Roster::new()), "payments", &Scope::new(), at)?;
/// assert!(report::verdict(&verdict, ReviewFormat::Text).starts_with("payments: pending\n"));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn verdict(verdict: &Verdict, format: ReviewFormat) -> String {
    format.write(&verdict::page(verdict))
}

/// A board for people, for a readiness review: how many components are go, each of them with its gates and the reason, the worst
/// first, and who has to do what. Beyond the limit of the options components are counted only.
///
/// ```
/// use greenboard::fact::{Candidate, Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, board};
/// use greenboard::report::{self, ReviewFormat, ReviewOptions};
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let mut facts = Facts::new(Roster::new());
/// facts.add([Candidate::new("api").into()]);
/// let board = board(&gates, &facts, &Scope::new(), at)?;
/// let review = report::review(&board, ReviewFormat::Text, &ReviewOptions::new());
/// assert!(review.starts_with("Readiness: pending\n"));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn review(board: &Board, format: ReviewFormat, options: &ReviewOptions) -> String {
    format.write(&board::page(board, options))
}

/// What would turn a verdict green, for people: the cheapest ways, step by step.
///
/// ```
/// use greenboard::fact::{Facts, Roster};
/// use greenboard::gate::{GateSet, Scope, WhatIf, what_would_turn_it_green};
/// use greenboard::report::{self, ReviewFormat};
///
/// let gates = GateSet::parse("gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let facts = Facts::new(Roster::new());
/// let ways = what_would_turn_it_green(&gates, &facts, "api", &Scope::new(), at, &WhatIf::new())?;
/// assert!(report::ways(&ways, ReviewFormat::Text).starts_with("api: pending\n"));
/// # Ok::<(), greenboard::Error>(())
/// ```
pub fn ways(ways: &Ways, format: ReviewFormat) -> String {
    format.write(&ways::page(ways))
}

/// Who has to act on what, for people.
///
/// ```
/// use greenboard::report::{self, ReviewFormat};
/// assert_eq!(report::by_owner(&[], ReviewFormat::Text), "Nobody has to act.\n");
/// ```
pub fn by_owner(owners: &[OwnerTasks], format: ReviewFormat) -> String {
    format.write(&tasks::page(owners))
}

/// What is otherwise from one board to another, or since facts came in, for people.
///
/// ```
/// use greenboard::report::{self, ReviewFormat};
/// assert_eq!(report::changes(&[], ReviewFormat::Text), "Nothing has changed.\n");
/// ```
pub fn changes(changes: &[VerdictChange], format: ReviewFormat) -> String {
    format.write(&changes::page(changes))
}
