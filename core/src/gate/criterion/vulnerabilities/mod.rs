//! A budget of vulnerabilities.

mod count;
mod found;
mod vex;

use super::Judge;
use crate::document::{Node, Value, reads};
use crate::fact::VulnerabilitySeverity;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::{Remedy, so_many_of_each};
use count::{Excluded, Tally, Weighed};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// At most so many vulnerabilities, by severity. What the scanners of a subject found counts once under all its names; what VEX
/// says does not affect it, or is fixed, does not count, and is shown.
///
/// Fewer, or less severe, vulnerabilities never turn a pass into anything else. A scanner that has not reported is pending.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct VulnerabilitiesCriterion {
    /// The most that pass, by severity: of that severity or worse. Without any limit, here or in `total`, none at all passes.
    #[schemars(default)]
    pub maximum: BySeverity,
    /// The most that pass in all.
    pub total: Option<u64>,
    /// Only those with at least this CVSS base score count, and those without a score.
    pub cvss: Option<f64>,
    /// Whether only those that have a fix count.
    #[schemars(default)]
    pub fixable_only: bool,
    /// How many days after it became known one of a severity begins to count. Of one that does not say when, it counts at once.
    #[schemars(default)]
    pub grace_days: BySeverity,
    /// What one counts as whose severity nobody states and that has no CVSS score: `high`, unless said otherwise.
    #[schemars(default = "VulnerabilitiesCriterion::unknown_as")]
    pub unknown_as: VulnerabilitySeverity,
    /// Whether VEX takes vulnerabilities out, those statements included that a report makes itself; true, unless said
    /// otherwise.
    #[schemars(default = "yes")]
    pub vex: bool,
    /// Whether a statement that one does not affect the product has to say why.
    #[schemars(default)]
    pub justified: bool,
    /// Whether those count that a scanner was told to pass over.
    #[schemars(default)]
    pub count_suppressed: bool,
    /// Those that do not count, until a day.
    #[schemars(default)]
    pub ignore: Vec<IgnoredVulnerability>,
}

fn yes() -> bool {
    true
}

reads!(VulnerabilitiesCriterion {
    maximum = BySeverity::default(),
    total,
    cvss,
    fixable_only = false,
    grace_days = BySeverity::default(),
    unknown_as = VulnerabilitiesCriterion::unknown_as(),
    vex = yes(),
    justified = false,
    count_suppressed = false,
    ignore = Vec::new(),
});

/// A number for each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct BySeverity {
    /// For critical ones.
    pub critical: Option<u64>,
    /// For high ones.
    pub high: Option<u64>,
    /// For medium ones.
    pub medium: Option<u64>,
    /// For low ones.
    pub low: Option<u64>,
    /// For those that are of no severity.
    pub none: Option<u64>,
}

reads!(BySeverity { critical, high, medium, low, none });

impl BySeverity {
    /// The number for a severity; none for one that nobody knows.
    fn of(&self, severity: VulnerabilitySeverity) -> Option<u64> {
        self.each().into_iter().find(|(each, _)| *each == severity).and_then(|(_, number)| number)
    }

    /// Each severity and its number, the worst first.
    fn each(&self) -> [(VulnerabilitySeverity, Option<u64>); 5] {
        use VulnerabilitySeverity::{Critical, High, Low, Medium, None};
        [
            (Critical, self.critical),
            (High, self.high),
            (Medium, self.medium),
            (Low, self.low),
            (None, self.none),
        ]
    }

    /// With a number for a severity; nothing changes for one that nobody knows.
    #[must_use]
    pub fn with(mut self, severity: VulnerabilitySeverity, number: u64) -> Self {
        match severity {
            VulnerabilitySeverity::Critical => self.critical = Some(number),
            VulnerabilitySeverity::High => self.high = Some(number),
            VulnerabilitySeverity::Medium => self.medium = Some(number),
            VulnerabilitySeverity::Low => self.low = Some(number),
            VulnerabilitySeverity::None => self.none = Some(number),
            VulnerabilitySeverity::Unknown => {}
        }
        self
    }
}

/// A vulnerability that does not count, until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct IgnoredVulnerability {
    /// Its name, or one of its other names.
    pub id: String,
    /// The package in which it does not count, by package URL or name; any, where left out.
    pub package: Option<String>,
    /// Why it does not count.
    pub reason: String,
    /// From when on it counts again.
    #[schemars(with = "String")]
    pub until: Timestamp,
}

reads!(IgnoredVulnerability { id, package, reason, until });

impl VulnerabilitiesCriterion {
    const fn unknown_as() -> VulnerabilitySeverity {
        VulnerabilitySeverity::High
    }

    /// None at all passes.
    pub fn new() -> Self {
        Self {
            maximum: BySeverity::default(),
            total: None,
            cvss: None,
            fixable_only: false,
            grace_days: BySeverity::default(),
            unknown_as: Self::unknown_as(),
            vex: true,
            justified: false,
            count_suppressed: false,
            ignore: Vec::new(),
        }
    }

    /// At most so many of this severity or worse.
    #[must_use]
    pub fn with_maximum(mut self, severity: VulnerabilitySeverity, most: u64) -> Self {
        self.maximum = self.maximum.with(severity, most);
        self
    }

    /// The limits, the most severe first: on how many of a severity or worse.
    fn limits(&self) -> Vec<(VulnerabilitySeverity, u64)> {
        let stated = self.maximum.each().into_iter();
        let mut limits: Vec<_> = stated.filter_map(|(severity, most)| Some((severity, most?))).collect();
        if let Some(total) = self.total {
            limits.push((VulnerabilitySeverity::Unknown, total));
        } else if limits.is_empty() {
            limits.push((VulnerabilitySeverity::Unknown, 0));
        }
        limits
    }
}

impl Default for VulnerabilitiesCriterion {
    fn default() -> Self {
        Self::new()
    }
}

impl Judge for VulnerabilitiesCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks::kind("vulnerabilities"), Looks::kind("vex")]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let reports = found::newest(case, 0);
        if reports.is_empty() {
            return case.missing(0);
        }
        let found = found::merged(&reports);
        let said = if self.vex { vex::Said::of(case) } else { vex::Said::default() };
        let tally = self.tally(case, &found, &said);
        let over = self.over(&tally.counted);
        let outcome = if over.is_empty() { Outcome::Pass } else { Outcome::Fail };
        case.judged(outcome, || {
            let mut detail = self.detail(&tally, &over);
            for record in &reports {
                detail = detail.on(record);
            }
            for id in said.evidence() {
                detail = detail.on_fact(id);
            }
            detail
        })
    }

    fn expected(&self) -> String {
        let limits = self.limits();
        let limit = |(severity, most): &(VulnerabilitySeverity, u64)| match severity {
            VulnerabilitySeverity::Unknown => format!("at most {most} vulnerabilities"),
            VulnerabilitySeverity::Critical => format!("at most {most} critical"),
            severity => format!("at most {most} {} or worse", severity.name()),
        };
        let mut text = limits.iter().map(limit).collect::<Vec<_>>().join(", ");
        if let Some(score) = self.cvss {
            text.push_str(&format!("; CVSS {score} and above"));
        }
        if self.fixable_only {
            text.push_str("; those with a fix");
        }
        text
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

/// The most vulnerabilities that are named one by one.
const NAMED: usize = 10;

impl VulnerabilitiesCriterion {
    /// The limits that are passed, each with how many are too many.
    fn over(&self, counted: &[Weighed<'_>]) -> Vec<(VulnerabilitySeverity, u64)> {
        let over = |(severity, most): (VulnerabilitySeverity, u64)| {
            let count = counted.iter().filter(|one| one.severity >= severity).count();
            let excess = u64::try_from(count).unwrap_or(u64::MAX).saturating_sub(most);
            (excess > 0).then_some((severity, excess))
        };
        self.limits().into_iter().filter_map(over).collect()
    }

    fn detail(&self, tally: &Tally<'_>, over: &[(VulnerabilitySeverity, u64)]) -> Detail {
        let counted = &tally.counted;
        let mut by_severity: BTreeMap<VulnerabilitySeverity, usize> = BTreeMap::new();
        for one in counted {
            *by_severity.entry(one.severity).or_default() += 1;
        }
        let counts = by_severity.iter().rev().map(|(severity, count)| format!("{count} {}", severity.name()));
        let mut reason = match counted.len() {
            0 => "no vulnerability counts".to_owned(),
            1 => format!("1 vulnerability counts ({})", counts.collect::<Vec<_>>().join(", ")),
            some => format!("{some} vulnerabilities count ({})", counts.collect::<Vec<_>>().join(", ")),
        };
        let excluded = tally.excluded_counts();
        if !excluded.is_empty() {
            let parts = excluded.iter().map(|(why, count)| format!("{count} {why}"));
            reason.push_str(&format!("; left out: {}", parts.collect::<Vec<_>>().join(", ")));
        }
        if !tally.lapsed.is_empty() {
            reason.push_str(&format!("; no longer ignored: {}", tally.lapsed.join(", ")));
        }
        let detail = Detail::new(reason).observed_value(observed(tally));
        if over.is_empty() {
            return detail;
        }
        let steps: Vec<Remedy> = counted.iter().map(Weighed::step).collect();
        let wanted = over.iter().map(|(severity, excess)| {
            let set = counted.iter().enumerate().filter(|(_, one)| one.severity >= *severity);
            (usize::try_from(*excess).unwrap_or(usize::MAX), set.map(|(index, _)| index).collect())
        });
        let worst = counted.iter().max_by_key(|one| one.severity);
        let action = worst.map(|one| one.action()).unwrap_or_default();
        detail.action(action).remedy(so_many_of_each(&steps, wanted.collect()))
    }
}

/// What was observed, as data: the counts, the vulnerabilities that count, and those that do not with the reason.
fn observed(tally: &Tally<'_>) -> Value {
    let text = |text: &str| Node::new(Value::Text(text.to_owned()));
    let key = |name: &str| crate::document::Key { text: name.to_owned(), at: Default::default() };
    let one = |one: &Weighed<'_>| {
        let mut entries =
            vec![(key("id"), text(one.found.name)), (key("severity"), text(one.severity.name()))];
        entries.extend(one.found.package.map(|package| (key("package"), text(package))));
        entries
    };
    let counted = tally.counted.iter().take(NAMED).map(|weighed| Node::new(Value::Map(one(weighed))));
    let excluded = tally.excluded.iter().take(NAMED).map(|Excluded { weighed, why, reason }| {
        let mut entries = one(weighed);
        entries.push((key("why"), text(why)));
        entries.extend(reason.as_ref().map(|reason| (key("reason"), text(reason))));
        Node::new(Value::Map(entries))
    });
    let number = |count: usize| Node::new(Value::Integer(i64::try_from(count).unwrap_or(i64::MAX)));
    Value::Map(vec![
        (key("count"), number(tally.counted.len())),
        (key("counted"), Node::new(Value::List(counted.collect()))),
        (key("left_out"), number(tally.excluded.len())),
        (key("excluded"), Node::new(Value::List(excluded.collect()))),
    ])
}
