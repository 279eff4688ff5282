//! Who has to act on what.

use super::types::Board;
use crate::document::reads;
use crate::gate::outcome::{Outcome, Signal};
use crate::gate::verdict::Finding;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// What one owner has to see to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct OwnerTasks {
    /// Who; none where nobody is named.
    pub owner: Option<String>,
    /// What, the worst first, then by component and in the order of the gates.
    pub tasks: Vec<OwnerTask>,
}

reads!(OwnerTasks { owner, tasks });

/// One thing to see to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct OwnerTask {
    /// The component.
    pub component: String,
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// What it came to.
    pub outcome: Outcome,
    /// What that means for the component.
    pub signal: Signal,
    /// What to do, in a sentence; none where nothing leads to a pass but another version.
    pub action: Option<String>,
    /// Why, in a sentence.
    pub reason: String,
}

reads!(OwnerTask { component, gate, criterion, outcome, signal, action, reason });

impl Board {
    /// Who has to act on what: the steps of the cheapest way to a pass of every finding that keeps a component from `go`. Those
    /// with the worst first; what nobody answers for last.
    pub fn by_owner(&self) -> Vec<OwnerTasks> {
        let mut owners: BTreeMap<Option<&str>, Vec<OwnerTask>> = BTreeMap::new();
        for row in &self.rows {
            // A waiver is somebody's decision already.
            let open =
                |finding: &&Finding| finding.signal() > Signal::Go && finding.outcome != Outcome::Waived;
            for finding in row.findings.iter().filter(open) {
                let task = |action: Option<&String>| OwnerTask {
                    component: row.component.clone(),
                    gate: finding.gate.clone(),
                    criterion: finding.criterion.clone(),
                    outcome: finding.outcome,
                    signal: finding.signal(),
                    action: action.cloned(),
                    reason: finding.reason.clone(),
                };
                for step in &finding.steps {
                    owners.entry(step.owner.as_deref()).or_default().push(task(Some(&step.action)));
                }
                if finding.steps.is_empty() {
                    owners
                        .entry(finding.owner.as_deref())
                        .or_default()
                        .push(task(finding.next_action.as_ref()));
                }
            }
        }
        let mut sorted: Vec<OwnerTasks> = owners
            .into_iter()
            .map(|(owner, mut tasks)| {
                tasks.sort_by_key(|task| std::cmp::Reverse(task.signal));
                OwnerTasks { owner: owner.map(str::to_owned), tasks }
            })
            .collect();
        let worst = |of: &OwnerTasks| of.tasks.iter().map(|task| task.signal).max();
        sorted
            .sort_by(|a, b| a.owner.is_none().cmp(&b.owner.is_none()).then_with(|| worst(b).cmp(&worst(a))));
        sorted
    }
}
