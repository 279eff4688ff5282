//! A list that people went through.

use super::Judge;
use crate::document::reads;
use crate::fact::{Checklist, ChecklistAnswer, ChecklistItem};
use crate::gate::age::Age;
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use schemars::JsonSchema;
use serde::Serialize;

/// People went through a list, and all that it asks is done: the go/no-go of a meeting, a rehearsal of the way back. One `no_go`
/// fails; what is open, too old or not there is pending.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ChecklistCriterion {
    /// The list, by name: `go_no_go`, `rollback_rehearsal`.
    pub list: String,
    /// Items that have to be on it, besides those that are.
    #[schemars(default)]
    pub items: Vec<String>,
    /// How old it may be: `90 days`; of any age, where left out.
    #[schemars(with = "Option<String>")]
    pub maximum_age: Option<Age>,
    /// Whether one counts that was gone through for another version: a way back is not rehearsed for each.
    #[schemars(default)]
    pub any_version: bool,
}

reads!(ChecklistCriterion { list, items = Vec::new(), maximum_age, any_version = false });

impl ChecklistCriterion {
    /// This list, of any age.
    pub fn new(list: impl Into<String>) -> Self {
        Self { list: list.into(), items: Vec::new(), maximum_age: None, any_version: false }
    }

    /// With an item that has to be on it.
    #[must_use]
    pub fn with_item(mut self, item: impl Into<String>) -> Self {
        self.items.push(item.into());
        self
    }

    /// No older than this.
    #[must_use]
    pub fn with_maximum_age(mut self, age: Age) -> Self {
        self.maximum_age = Some(age);
        self
    }

    /// The newest that is about this target.
    fn found<'a>(&self, case: &Case<'a>) -> Option<&'a Checklist> {
        let held = case.target.held?;
        let mut lists = held.checklists.iter().map(|list| &**list);
        lists.find(|list| {
            list.name == self.list
                && list.observed_at <= case.at
                && case.is_meant(&list.subject, self.any_version)
        })
    }

    fn nothing(&self, case: &Case<'_>) -> Judgement {
        case.judged(Outcome::Pending, || {
            Detail::new(format!("nobody went through the list {:?}", self.list))
                .action(format!("Go through the list {:?}.", self.list))
        })
    }

    /// Items that have to be answered, by name, which nobody answered.
    fn open<'l>(&'l self, case: &Case<'_>, list: &'l Checklist) -> Vec<&'l str> {
        let unanswered = list.items.iter().filter(|item| !item.optional && !is_answered(case, item));
        let absent = self.items.iter().filter(|name| !list.items.iter().any(|item| item.name == **name));
        unanswered.map(|item| item.name.as_str()).chain(absent.map(String::as_str)).collect()
    }
}

/// Whether somebody who is known said that it is done, or that it does not apply.
fn is_answered(case: &Case<'_>, item: &ChecklistItem) -> bool {
    item.answer != ChecklistAnswer::Open && item.by.as_ref().is_none_or(|by| case.facts.knows_person(by))
}

impl Judge for ChecklistCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        Vec::new()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let Some(list) = self.found(case) else { return self.nothing(case) };
        let about = |reason: String| Detail::new(reason).on_fact(list.id.clone());
        if let Some(item) = list.items.iter().find(|item| item.answer == ChecklistAnswer::NoGo) {
            let outcome = if item.optional { Outcome::Warn } else { Outcome::Fail };
            return case.judged(outcome, || {
                let by = item.by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default();
                let comment = item.comment.as_ref().map(|comment| format!(": {comment}")).unwrap_or_default();
                about(format!("{} is no go{by}{comment}", item.name))
                    .action(format!("Settle {}, and answer it again.", item.name))
            });
        }
        let lapsed = list.expires_at.is_some_and(|end| end <= case.at);
        if lapsed || self.maximum_age.is_some_and(|age| age.after(list.observed_at) < case.at) {
            return case.judged(Outcome::Pending, || {
                about(format!(
                    "the list {:?} is out of date: it was gone through at {}",
                    self.list, list.observed_at
                ))
                .action(format!("Go through the list {:?} again.", self.list))
            });
        }
        let open = self.open(case, list);
        if !open.is_empty() || list.items.is_empty() {
            return case.judged(Outcome::Pending, || {
                if open.is_empty() {
                    return about(format!("the list {:?} has no items", self.list))
                        .action(format!("Go through the list {:?}.", self.list));
                }
                let steps = open.iter().map(|item| Remedy::step(format!("Answer {item}."))).collect();
                about(format!("not answered: {}", open.join(", ")))
                    .action(format!("Answer {}.", open.join(", ")))
                    .remedy(Remedy::All(steps))
            });
        }
        case.judged(Outcome::Pass, || {
            about(format!("gone through at {}, {} items", list.observed_at, list.items.len()))
        })
    }

    fn expected(&self) -> String {
        let age = self.maximum_age.map(|age| format!(", no older than {age}")).unwrap_or_default();
        let items =
            if self.items.is_empty() { String::new() } else { format!(" with {}", self.items.join(", ")) };
        format!("the list {:?}{items} gone through, nothing open{age}", self.list)
    }

    fn cost(&self) -> f64 {
        1.0
    }
}
