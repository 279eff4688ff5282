//! Waivers: whether a criterion need not hold, and for how long.

use super::case::Target;
use crate::fact::{Candidate, Facts, Waiver};
use jiff::Timestamp;

/// Whether a criterion is waived for a target at an instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Waived<'a> {
    /// No waiver is for it.
    No,
    /// It is: an outcome that does not hold becomes `waived`, and the verdict no better than `conditional`.
    By(&'a Waiver),
    /// It was; that is said with the outcome, which stands.
    Expired(&'a Waiver),
    /// A waiver is there that does not count; that is said with the outcome, which stands.
    Refused(&'a Waiver, Refusal),
}

/// Why a waiver does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Refusal {
    /// Whoever granted it wrote what it is for.
    ByAuthor,
    /// Whoever granted it asked for it.
    ByRequester,
    /// Nobody knows who granted it.
    ByStranger,
    /// It is granted later than the instant asked about.
    NotYet,
    /// Another one is called the same, and differs.
    Disputed,
}

/// What waivers say of a criterion, by gate and name, for a target at an instant: the one that lasts longest where it is
/// waived, else the one that nearly does.
pub(crate) fn found<'a>(
    facts: &'a Facts,
    target: &Target<'a>,
    gate: &str,
    criterion: &str,
    at: Timestamp,
) -> Waived<'a> {
    let waivers = facts.waivers(criterion, target.component).map(|waiver| &**waiver);
    let applying = waivers.filter(|waiver| applies(waiver, target, gate));
    let judged = applying.map(|waiver| judge(facts, target, waiver, at));
    // The best of each sort, so that the order of coming is of no account.
    judged.max_by(|a, b| rank(a).cmp(&rank(b))).unwrap_or(Waived::No)
}

impl Waived<'_> {
    /// What there is to say beside the outcome's own reason, a sentence without a full stop; none where there is no waiver.
    pub(crate) fn said(&self) -> Option<String> {
        let (waiver, rest) = match self {
            Self::No => return None,
            Self::By(waiver) => {
                let until = waiver.expires_at.map(|end| format!(" until {end}")).unwrap_or_default();
                let by = &waiver.granted_by;
                (waiver, format!("holds{until}, granted by {by}: {}", waiver.reason))
            }
            Self::Expired(waiver) => {
                let end = waiver.expires_at.unwrap_or(Timestamp::MAX);
                (waiver, format!("expired at {end}"))
            }
            Self::Refused(waiver, refusal) => {
                let by = &waiver.granted_by;
                let why = match refusal {
                    Refusal::ByAuthor => format!("{by}, who granted it, wrote what it is for"),
                    Refusal::ByRequester => format!("{by}, who granted it, asked for it"),
                    Refusal::ByStranger => format!("nobody is known as {by:?}, who granted it"),
                    Refusal::Disputed => "another one is called the same, and differs".to_owned(),
                    Refusal::NotYet => format!("it is not granted before {}", waiver.granted_at),
                };
                (waiver, format!("does not count: {why}"))
            }
        };
        Some(format!("waiver {:?} {rest}", waiver.id))
    }
}

fn applies(waiver: &Waiver, target: &Target<'_>, gate: &str) -> bool {
    let is = |of: &Option<String>, value: Option<&str>| of.is_none() || of.as_deref() == value;
    let version = waiver.version.as_deref();
    is(&waiver.gate, Some(gate))
        && is(&waiver.environment, target.environment)
        && version
            .is_none_or(|version| target.candidate.is_some_and(|candidate| candidate.is_called(version)))
}

fn judge<'a>(facts: &Facts, target: &Target<'_>, waiver: &'a Waiver, at: Timestamp) -> Waived<'a> {
    let by = &waiver.granted_by;
    let refused = if facts.is_disputed(waiver) {
        Some(Refusal::Disputed)
    } else if !facts.knows_person(by) {
        Some(Refusal::ByStranger)
    } else if target.candidate.is_some_and(|candidate| is_author(candidate, by)) {
        Some(Refusal::ByAuthor)
    } else if waiver.requested_by.as_ref() == Some(by) {
        Some(Refusal::ByRequester)
    } else if waiver.granted_at > at {
        Some(Refusal::NotYet)
    } else {
        None
    };
    match refused {
        Some(refusal) => Waived::Refused(waiver, refusal),
        None if waiver.expires_at.is_some_and(|end| end <= at) => Waived::Expired(waiver),
        None => Waived::By(waiver),
    }
}

/// Whether somebody wrote what is to go out.
pub(super) fn is_author(candidate: &Candidate, person: &str) -> bool {
    candidate.authors.iter().any(|author| author == person || author.to_lowercase() == person.to_lowercase())
}

/// Of several: holding before expired before refused, then the later end, then the id.
fn rank<'a>(waived: &Waived<'a>) -> (u8, Timestamp, &'a str) {
    let of = |sort: u8, waiver: &'a Waiver| {
        (sort, waiver.expires_at.unwrap_or(Timestamp::MAX), waiver.id.as_str())
    };
    match waived {
        Waived::No => (0, Timestamp::MIN, ""),
        Waived::Refused(waiver, _) => of(1, waiver),
        Waived::Expired(waiver) => of(2, waiver),
        Waived::By(waiver) => of(3, waiver),
    }
}
