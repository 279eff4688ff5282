//! What would turn it green: the cheapest sets of steps that flip a verdict.

mod solve;
#[cfg(test)]
mod tests;
mod ways;

pub use ways::{Obstacle, Way, WayStep, Ways, WhatIf, what_would_turn_it_green};

use super::remedy::{Remedy, RemedyStep};
use super::verdict::{Finding, NextStep};
use solve::{Need, Solver};

/// The cheapest way to a pass of one finding, step by step; empty where there is none.
pub(super) fn cheapest(remedy: Option<&Remedy>, finding: &Finding, cost: f64) -> Vec<NextStep> {
    let remedy =
        remedy.map_or_else(|| std::borrow::Cow::Owned(by_default(finding)), std::borrow::Cow::Borrowed);
    let mut solver = Solver::new(1);
    let ways = solver.solve(&Need::Remedy { finding: 0, remedy: &remedy, cost });
    let steps = ways.first().map(|way| way.steps.as_slice()).unwrap_or_default();
    let step = |number: &u32| {
        let (step, _, cost) = solver.steps.get(*number as usize)?;
        Some(next_step(step, finding, *cost))
    };
    steps.iter().filter_map(step).collect()
}

/// What leads to a pass where the criterion does not say: its next action, or simply that it holds.
fn by_default(finding: &Finding) -> Remedy {
    let action = finding.next_action.clone();
    Remedy::step(action.unwrap_or_else(|| format!("See to {}: {}.", finding.criterion, finding.expected)))
}

fn next_step(step: &RemedyStep, finding: &Finding, cost: f64) -> NextStep {
    NextStep {
        action: step.action.clone(),
        owner: step.owner.clone().or_else(|| finding.owner.clone()),
        cost,
    }
}
