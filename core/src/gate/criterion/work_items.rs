//! No open defects that stand in the way.

use super::Judge;
use crate::document::reads;
use crate::fact::{WorkItem, WorkItemStatus};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// No more work items are open than may be: those that are to be done in this version, and those that name none. Where the
/// tracker said nothing of the component it is pending.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct WorkItemsCriterion {
    /// The types that count, such as `bug`; all, where left out. Upper and lower case are the same.
    pub types: Vec<String>,
    /// The severities that count, such as `blocker`; all, where left out.
    pub severities: Vec<String>,
    /// The labels of which one has to be there; none, where left out.
    pub labels: Vec<String>,
    /// Labels that take an item out: `accepted_risk`.
    pub except_labels: Vec<String>,
    /// How many of them may be open.
    pub maximum: u32,
    /// How many may be open of a severity, in place of `maximum`; of severities that are not named, any number.
    pub limits: BTreeMap<String, u32>,
    /// Whether an item counts that names no version.
    pub without_version: bool,
    /// Whether it holds where no work item of the component is known at all.
    pub may_be_unknown: bool,
}

reads!(WorkItemsCriterion {
    types,
    severities,
    labels,
    except_labels,
    maximum,
    limits,
    without_version,
    may_be_unknown,
    ..
});

impl Default for WorkItemsCriterion {
    fn default() -> Self {
        Self {
            types: Vec::new(),
            severities: Vec::new(),
            labels: Vec::new(),
            except_labels: Vec::new(),
            maximum: 0,
            limits: BTreeMap::new(),
            without_version: true,
            may_be_unknown: false,
        }
    }
}

impl WorkItemsCriterion {
    /// Nothing open.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of these severities.
    #[must_use]
    pub fn with_severities(mut self, severities: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.severities = severities.into_iter().map(Into::into).collect();
        self
    }

    /// At most so many of a severity.
    #[must_use]
    pub fn with_limit(mut self, severity: impl Into<String>, most: u32) -> Self {
        self.limits.insert(severity.into(), most);
        self
    }

    fn counts(&self, case: &Case<'_>, item: &WorkItem) -> bool {
        let is_open = matches!(item.status, WorkItemStatus::Open | WorkItemStatus::InProgress);
        is_open
            && is_in(&self.types, Some(&item.item_type))
            && is_in(&self.severities, item.severity.as_deref())
            && (self.labels.is_empty() || item.labels.iter().any(|label| is_in(&self.labels, Some(label))))
            && !item.labels.iter().any(|label| self.except_labels.iter().any(|known| same(known, label)))
            && if item.fix_versions.is_empty() {
                self.without_version
            } else {
                // Trackers write `v1.4.0` where the version is 1.4.0.
                let is = |version: &str| case.target.is_version(Some(version));
                let bare = |version: &str| version.strip_prefix(['v', 'V']).is_some_and(is);
                item.fix_versions.iter().any(|version| is(version) || bare(version))
            }
    }

    /// What is open beyond what may be: what it is called, what may be, and what is open.
    fn excess<'a>(&self, open: &[&'a WorkItem]) -> Vec<(String, u32, Vec<&'a WorkItem>)> {
        let beyond = |open: &Vec<&WorkItem>, most: u32| open.len() > most as usize;
        if self.limits.is_empty() {
            let all = open.to_vec();
            return if beyond(&all, self.maximum) {
                vec![("open".to_owned(), self.maximum, all)]
            } else {
                Vec::new()
            };
        }
        let limits = self.limits.iter().map(|(severity, most)| {
            let of =
                open.iter().filter(|item| item.severity.as_deref().is_some_and(|own| same(own, severity)));
            (severity.clone(), *most, of.copied().collect::<Vec<_>>())
        });
        limits.filter(|(_, most, open)| beyond(open, *most)).collect()
    }
}

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn is_in(known: &[String], value: Option<&str>) -> bool {
    known.is_empty() || value.is_some_and(|value| known.iter().any(|known| same(known, value)))
}

/// The state of each item at the instant.
fn states<'a>(case: &Case<'a>) -> Vec<&'a WorkItem> {
    let items = case.target.held.map(|held| held.work_items.as_slice()).unwrap_or_default();
    let mut seen = BTreeSet::new();
    // Of each item the newest state is the first.
    let known = items.iter().filter(|item| item.observed_at <= case.at);
    known.filter(|item| seen.insert((&item.id, &item.source.tool))).map(|item| &**item).collect()
}

impl Judge for WorkItemsCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        Vec::new()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let known = states(case);
        if known.is_empty() && !self.may_be_unknown {
            return case.judged(Outcome::Pending, || {
                Detail::new("the tracker said nothing of it").action("Provide its work items.")
            });
        }
        let open: Vec<&WorkItem> = known.into_iter().filter(|item| self.counts(case, item)).collect();
        let excess = self.excess(&open);
        if excess.is_empty() {
            return case.judged(Outcome::Pass, || {
                let detail = Detail::new(format!("{} open", open.len())).observed(count(&open));
                open.iter().fold(detail, |detail, item| detail.on_fact(item.id.clone()))
            });
        }
        case.judged(Outcome::Fail, || {
            let said: Vec<String> = excess
                .iter()
                .map(|(what, most, open)| {
                    let ids: Vec<&str> = open.iter().take(5).map(|item| item.id.as_str()).collect();
                    let more = if open.len() > ids.len() { ", …" } else { "" };
                    format!("{} {what} where {most} may be ({}{more})", open.len(), ids.join(", "))
                })
                .collect();
            let close = |(_, most, open): &(String, u32, Vec<&WorkItem>)| {
                let steps = open.iter().map(|item| {
                    let action = format!("Close {}.", item.id);
                    match &item.assignee {
                        Some(assignee) => Remedy::step_of(assignee, action),
                        None => Remedy::step(action),
                    }
                });
                Remedy::AtLeast(open.len() - *most as usize, steps.collect())
            };
            let detail = Detail::new(said.join("; "))
                .observed(count(&open))
                .action("Close what is open, or move it to another version.")
                .remedy(Remedy::All(excess.iter().map(close).collect()));
            let all: BTreeSet<&String> =
                excess.iter().flat_map(|(_, _, open)| open.iter().map(|item| &item.id)).collect();
            all.into_iter().fold(detail, |detail, id| detail.on_fact(id.clone()))
        })
    }

    fn expected(&self) -> String {
        let named = |names: &[String], rest: &str| {
            if names.is_empty() { String::new() } else { format!("{}{rest}", names.join(" or ")) }
        };
        let severities = named(&self.severities, " ");
        let what = if self.types.is_empty() { "work item".to_owned() } else { self.types.join(" or ") };
        if !self.limits.is_empty() {
            let limits: Vec<String> =
                self.limits.iter().map(|(severity, most)| format!("{most} {severity}")).collect();
            return format!("at most {} open of {what}", limits.join(", "));
        }
        match self.maximum {
            0 => format!("no open {severities}{what}"),
            most => format!("at most {most} open {severities}{what}"),
        }
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

fn count(open: &[&WorkItem]) -> f64 {
    // Exact up to 2^53.
    open.len() as f64
}
