//! All conflicts of several claims.

use super::claim::Claim;
use super::dependency;
use super::interval::Interval;
use super::kind::{ConflictKind, ConflictSeverity};
use super::overlap;
use super::rules::{ConflictRules, Ready};
use super::windows;
use crate::Result;
use crate::document::reads;
use crate::release::FreezeInFlight;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// Something that is in the way of a release, or of two.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Conflict {
    /// What is in the way.
    pub kind: ConflictKind,
    /// How much that weighs.
    pub severity: ConflictSeverity,
    /// The release, or the two, by name.
    pub between: Vec<String>,
    /// What it is about: the component, environment, person, service, train, calendar, or the release that is waited for.
    pub subject: String,
    /// From when on.
    #[schemars(with = "String")]
    pub starts_at: Timestamp,
    /// Until when, exclusive.
    #[schemars(with = "String")]
    pub ends_at: Timestamp,
    /// With a freeze: what becomes of work in flight.
    pub in_flight: Option<FreezeInFlight>,
    /// It, in a sentence.
    pub sentence: String,
}

reads!(Conflict { kind, severity, between, subject, starts_at, ends_at, in_flight, sentence });

/// The conflicts of several claims.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ConflictReport {
    /// The instant that was asked about.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The conflicts: what blocks first, then by time.
    pub conflicts: Vec<Conflict>,
    /// Whether these are all; not where there are more than the rules list.
    pub complete: bool,
}

reads!(ConflictReport as "greenboard/conflict_report/1" { at, conflicts, complete });

impl ConflictReport {
    /// Whether something cannot be.
    pub fn blocks(&self) -> bool {
        self.conflicts.iter().any(|conflict| conflict.severity == ConflictSeverity::Block)
    }

    /// Those of one release.
    pub fn of(&self, release: &str) -> impl Iterator<Item = &Conflict> {
        self.conflicts.iter().filter(move |conflict| conflict.between.iter().any(|name| name == release))
    }
}

/// All conflicts of several claims, as seen at an instant.
///
/// The instant matters to what is waited for only: an open dependency that is planned in time is in the way once the time has
/// come. Work is near that of sorting the claims, and of what is found.
///
/// ```
/// use greenboard::release::conflict::{Claim, ConflictKind, ConflictRules, conflicts};
/// let at = |hour: i64| jiff::Timestamp::from_second(hour * 3600).unwrap();
/// let first = Claim::new("R-1", at(10), at(12)).with_components(["core"]);
/// let next = Claim::new("R-2", at(12), at(14)).with_components(["core"]);
/// let late = Claim::new("R-3", at(11), at(13)).with_people(["ada"]).with_components(["core"]);
/// let rules = ConflictRules::new();
/// assert!(conflicts(&[first.clone(), next.clone()], &rules, at(0))?.conflicts.is_empty());
/// assert_eq!(conflicts(&[first, next, late], &rules, at(0))?.conflicts.len(), 2);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `release.invalid_claim` where a claim ends before it starts; `calendar.*` where a calendar of the rules has no meaning.
pub fn conflicts(claims: &[Claim], rules: &ConflictRules, at: Timestamp) -> Result<ConflictReport> {
    for claim in claims {
        claim.check()?;
    }
    let ready = Ready::of(rules)?;
    let mut found = Found { rules, conflicts: Vec::new(), complete: true };
    windows::closed(claims, &ready, &mut found);
    dependency::unmet(claims, at, &mut found);
    overlap::overlaps(claims, &ready, &mut found);
    let Found { mut conflicts, complete, .. } = found;
    conflicts.sort_by(|a, b| {
        let key = |c: &Conflict| (c.severity, c.starts_at, c.kind, c.ends_at);
        key(a).cmp(&key(b)).then_with(|| (&a.between, &a.subject).cmp(&(&b.between, &b.subject)))
    });
    Ok(ConflictReport { at, conflicts, complete })
}

/// What is found, up to as many as are listed.
pub(super) struct Found<'r> {
    rules: &'r ConflictRules,
    conflicts: Vec<Conflict>,
    complete: bool,
}

impl Found<'_> {
    /// Two releases that take the same; false where no more are listed.
    pub(super) fn pair(
        &mut self,
        kind: ConflictKind,
        thing: &str,
        child: Option<&str>,
        releases: [&str; 2],
        both: Interval,
    ) -> bool {
        let mut between = releases;
        between.sort_unstable();
        let [a, b] = between;
        let takes = match (kind, child) {
            (ConflictKind::SameComponent, _) => format!("both change component {thing}"),
            (ConflictKind::RelatedComponent, Some(child)) => {
                format!("change component {child} and its parent {thing}")
            }
            (ConflictKind::EnvironmentBooked, _) => format!("both take environment {thing}"),
            (ConflictKind::SamePerson, _) => format!("both need {thing}"),
            (ConflictKind::SharedService, _) => format!("both share service {thing}"),
            _ => format!("are both on train {thing}"),
        };
        let sentence = format!("{a} and {b} {takes} from {} to {}", both.start, both.end);
        let subject = child.unwrap_or(thing).to_owned();
        self.add(kind, vec![a.to_owned(), b.to_owned()], subject, both, None, sentence)
    }

    /// One conflict; false where no more are listed.
    pub(super) fn add(
        &mut self,
        kind: ConflictKind,
        between: Vec<String>,
        subject: String,
        interval: Interval,
        in_flight: Option<FreezeInFlight>,
        sentence: String,
    ) -> bool {
        if self.conflicts.len() >= self.rules.most as usize {
            self.complete = false;
            return false;
        }
        self.conflicts.push(Conflict {
            kind,
            severity: self.rules.severity(kind),
            between,
            subject,
            starts_at: interval.start,
            ends_at: interval.end,
            in_flight,
            sentence,
        });
        true
    }
}
