//! What must hold of a template, so that a release can go through it.

use super::error::TemplateError;
use super::types::{StageRole, Template, TemplateStage};
use crate::Result;
use crate::document::{Node, Position};
use std::collections::BTreeSet;

/// The most stages of a template.
const MOST_STAGES: usize = 100;

impl Template {
    /// Whether a release can go through it.
    ///
    /// # Errors
    /// `release.invalid_template`, with what is wrong and how to put it right.
    pub fn check(&self) -> Result<()> {
        self.check_at(None)
    }

    /// Likewise, said of the text that it was read from.
    pub(super) fn check_at(&self, node: Option<&Node>) -> Result<()> {
        let list = node.and_then(|node| node.get("stages"));
        if let Some(problem) = self.problem() {
            let at = list.or(node).map_or_else(Position::default, |node| node.at);
            return Err(self.invalid(problem, at));
        }
        let mut names = BTreeSet::new();
        let mut before = StageRole::Work;
        for (index, stage) in self.stages.iter().enumerate() {
            let twice = !names.insert(stage.name.as_str());
            if let Some(problem) = problem_of(stage, before, twice) {
                let item = list.and_then(|list| list.list().ok()?.get(index));
                let at = item.map_or_else(Position::default, |item| item.at);
                return Err(self.invalid(problem, at).under_index(index).under_key("stages"));
            }
            before = stage.role;
        }
        if let Some((key, problem)) = self.options.problem() {
            let given = node.and_then(|node| node.get("options")?.get(key));
            let at = given.map_or_else(Position::default, |given| given.at);
            return Err(self.invalid(problem.to_owned(), at).under_key(key).under_key("options"));
        }
        Ok(())
    }

    fn problem(&self) -> Option<String> {
        let count = |role: StageRole| self.stages.iter().filter(|stage| stage.role == role).count();
        if self.name.trim().is_empty() {
            return Some("it has no name; give it one".to_owned());
        }
        if self.stages.len() > MOST_STAGES {
            return Some(format!("it has {} stages; at most {MOST_STAGES} are taken", self.stages.len()));
        }
        if count(StageRole::Deploy) != 1 {
            let found = count(StageRole::Deploy);
            return Some(format!(
                "{found} stages have the role deploy; give exactly one of them `role: deploy`, since one state of the release is called so"
            ));
        }
        [StageRole::Monitor, StageRole::Review]
            .into_iter()
            .find(|role| count(*role) > 1)
            .map(|role| format!("{} stages have the role {}; at most one may", count(role), role.name()))
    }

    fn invalid(&self, problem: String, at: Position) -> crate::Error {
        TemplateError::Invalid { template: self.name.clone(), problem, at }.into()
    }
}

/// What is wrong with a stage that comes after one of that role.
fn problem_of(stage: &TemplateStage, before: StageRole, twice: bool) -> Option<String> {
    let name = &stage.name;
    if name.trim().is_empty() {
        return Some("a stage has no name; give it one".to_owned());
    }
    if twice {
        return Some(format!("two stages are called {name:?}; give each a name of its own"));
    }
    if stage.role < before {
        return Some(format!(
            "stage {name:?} is for {}, but comes after one for {}; the order is work, deploy, monitor, review",
            stage.role.name(),
            before.name()
        ));
    }
    if stage.role != StageRole::Deploy && !stage.steps_pct.is_empty() {
        return Some(format!("stage {name:?} has steps, but is not for deploy; leave \"steps_pct\" out"));
    }
    if stage.role != StageRole::Work && stage.optional {
        return Some(format!("stage {name:?} is for {}, and cannot be optional", stage.role.name()));
    }
    let rising = stage.steps_pct.is_sorted_by(|a, b| a < b);
    let whole = stage.steps_pct.last().is_none_or(|last| *last == 100);
    if !rising || !whole || stage.steps_pct.first() == Some(&0) {
        return Some(format!("the steps of stage {name:?} have to rise from above 0 up to 100"));
    }
    let steps = stage.steps_pct.len().max(1);
    match stage.point_of_no_return {
        Some(_) if stage.role != StageRole::Deploy => {
            Some(format!("stage {name:?} has a point of no return, but is not for deploy; leave it out"))
        }
        Some(step) if step == 0 || step as usize > steps => {
            Some(format!("the point of no return of stage {name:?} is step {step}; expected 1 to {steps}"))
        }
        _ => None,
    }
}
