//! Conflicts: what several releases claim at once, and when there is room.
//!
//! A [`Claim`] says what a release takes while it goes out: components, environments, people, services, a train. [`conflicts`] finds
//! what cannot be (block) or should not be (warn), by [`ConflictRules`]; [`next_free_slots`] looks for time that is free. Intervals
//! hold their start and not their end: a claim may begin where another ends.
//!
//! ```
//! use greenboard::release::conflict::{Claim, ConflictRules, conflicts, next_free_slots};
//!
//! let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
//! let checkout = Claim::new("R-1", at("2026-11-02T20:00:00Z"), at("2026-11-02T22:00:00Z")).with_environments(["production"]);
//! let search = Claim::new("R-2", at("2026-11-02T21:00:00Z"), at("2026-11-02T23:00:00Z")).with_environments(["production"]);
//! let rules = ConflictRules::new();
//!
//! let found = conflicts(&[checkout.clone(), search.clone()], &rules, at("2026-11-01T00:00:00Z"))?;
//! assert_eq!(found.conflicts[0].sentence, "R-1 and R-2 both take environment production from 2026-11-02T21:00:00Z to 2026-11-02T22:00:00Z");
//!
//! let slots = next_free_slots(&search, &[checkout], &rules, at("2026-11-02T20:00:00Z"))?;
//! assert_eq!(slots[0].start, at("2026-11-02T22:00:00Z"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod claim;
mod dependency;
mod error;
mod find;
mod interval;
mod kind;
mod overlap;
mod rules;
mod slots;
mod teamdynamix;
mod windows;

pub use claim::{Claim, ClaimDependency};
pub(crate) use error::ConflictError;
pub use find::{Conflict, ConflictReport, conflicts};
pub use kind::{ConflictKind, ConflictSeverity};
pub use rules::{ConflictCalendar, ConflictRules};
pub use slots::{FreeSlot, next_free_slots};
pub use teamdynamix::TeamDynamixConflict;
