//! The cheapest ways through a tree of remedies, by dynamic programming over lists of the `k` best.

use crate::gate::remedy::{Remedy, RemedyStep};
use std::cmp::Ordering;

/// The most sets of weighted steps that are looked at.
const MOST_SETS: usize = 1 << 16;

/// A set of steps, by their numbers in the order of the tree, and what it costs, in millionths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub cost: u64,
    pub steps: Vec<u32>,
}

impl Way {
    fn nothing() -> Self {
        Self { cost: 0, steps: Vec::new() }
    }

    /// Both together, steps in the order of the tree: whichever of two ways comes first, it does so with any other added to both.
    fn and(&self, other: &Self) -> Self {
        let mut steps = [self.steps.as_slice(), other.steps.as_slice()].concat();
        steps.sort_unstable();
        Self { cost: self.cost.saturating_add(other.cost), steps }
    }

    /// The cheaper first, then the one of fewer steps, then the one whose steps come first.
    fn order(&self, other: &Self) -> Ordering {
        let key = |way: &Self| (way.cost, way.steps.len());
        key(self).cmp(&key(other)).then_with(|| self.steps.cmp(&other.steps))
    }
}

/// The steps of a tree, and the best ways through it.
pub(super) struct Solver<'r> {
    /// How many ways are kept.
    pub most: usize,
    /// The steps met so far, each with its finding and its cost.
    pub steps: Vec<(&'r RemedyStep, usize, f64)>,
    /// Whether everything was looked at.
    pub exhaustive: bool,
}

/// What has to be done: remedies of findings, and the ways in which gates combine them.
pub(super) enum Need<'r> {
    /// This remedy of the finding of this number, whose steps cost so much unless they say otherwise.
    Remedy { finding: usize, remedy: &'r Remedy, cost: f64 },
    /// All of these.
    All(Vec<Need<'r>>),
    /// So many of these.
    AtLeast(usize, Vec<Need<'r>>),
}

impl<'r> Solver<'r> {
    pub(super) fn new(most: usize) -> Self {
        Self { most: most.max(1), steps: Vec::new(), exhaustive: true }
    }

    /// The best ways, best first; none where there is none.
    pub(super) fn solve(&mut self, need: &Need<'r>) -> Vec<Way> {
        match need {
            Need::Remedy { finding, remedy, cost } => self.remedy(remedy, *finding, *cost),
            Need::All(parts) => {
                let parts = parts.iter().map(|part| self.solve(part)).collect();
                self.all(parts)
            }
            Need::AtLeast(count, parts) => {
                let parts = parts.iter().map(|part| self.solve(part)).collect();
                self.at_least(*count, parts)
            }
        }
    }

    fn remedy(&mut self, remedy: &'r Remedy, finding: usize, cost: f64) -> Vec<Way> {
        match remedy {
            Remedy::Step(step) => {
                let number = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
                let cost = step.cost.unwrap_or(cost);
                self.steps.push((step, finding, cost));
                vec![Way { cost: millionths(cost), steps: vec![number] }]
            }
            Remedy::All(parts) => {
                let parts = parts.iter().map(|part| self.remedy(part, finding, cost)).collect();
                self.all(parts)
            }
            Remedy::AtLeast(count, parts) => {
                let parts = parts.iter().map(|part| self.remedy(part, finding, cost)).collect();
                self.at_least(*count, parts)
            }
            Remedy::Weighted { needed, steps } => {
                let parts = steps.iter().map(|(weight, part)| (*weight, self.remedy(part, finding, cost)));
                let parts = parts.collect();
                self.weighted(*needed, parts)
            }
            Remedy::Never => Vec::new(),
        }
    }

    /// One way of each part: the best sums are made of the best summands.
    fn all(&self, parts: Vec<Vec<Way>>) -> Vec<Way> {
        let mut best = vec![Way::nothing()];
        for part in parts.iter().filter(|part| !is_met(part)) {
            let sums = best.iter().flat_map(|way| part.iter().map(move |more| way.and(more))).collect();
            best = self.best(sums);
        }
        best
    }

    /// One way of each of `count` parts: one list for each number of parts that are in, part by part.
    fn at_least(&self, count: usize, parts: Vec<Vec<Way>>) -> Vec<Way> {
        // What needs nothing is in already: to do more of it is no way.
        let all = parts.len();
        let parts: Vec<Vec<Way>> = parts.into_iter().filter(|part| !is_met(part)).collect();
        let count = count.saturating_sub(all - parts.len());
        if count > parts.len() {
            return Vec::new();
        }
        let mut lists: Vec<Vec<Way>> = vec![vec![Way::nothing()]];
        lists.resize(count + 1, Vec::new());
        for part in parts {
            // From the back, so that each part is in at most once.
            for taken in (1..=count).rev() {
                let (before, from) = lists.split_at_mut(taken);
                let (Some(fewer), Some(list)) = (before.last(), from.first_mut()) else { continue };
                let sums = fewer.iter().flat_map(|way| part.iter().map(move |more| way.and(more)));
                let all = list.iter().cloned().chain(sums).collect();
                *list = self.best(all);
            }
        }
        lists.pop().unwrap_or_default()
    }

    /// Sets of parts whose weights reach what is needed, and of which none can be left out.
    fn weighted(&mut self, needed: f64, parts: Vec<(f64, Vec<Way>)>) -> Vec<Way> {
        let met =
            parts.iter().filter(|(weight, ways)| *weight > 0.0 && is_met(ways)).map(|(weight, _)| weight);
        let needed = needed - met.sum::<f64>();
        // What cannot be done, what adds nothing and what is in already is in no set. The weightiest first: sets are closed early.
        let mut parts: Vec<(f64, Vec<Way>)> = parts
            .into_iter()
            .filter(|(weight, ways)| *weight > 0.0 && !ways.is_empty() && !is_met(ways))
            .collect();
        parts.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut rest: Vec<f64> = Vec::with_capacity(parts.len() + 1);
        rest.push(0.0);
        for (weight, _) in parts.iter().rev() {
            rest.push(rest.last().copied().unwrap_or(0.0) + weight);
        }
        rest.reverse();
        let mut found: Vec<Way> = Vec::new();
        // Sets that are still open: the next part, the sum, the ways so far.
        let mut open: Vec<(usize, f64, Vec<Way>)> = vec![(0, 0.0, vec![Way::nothing()])];
        let mut looked_at = 0usize;
        while let Some((next, sum, ways)) = open.pop() {
            looked_at += 1;
            if looked_at > MOST_SETS {
                self.exhaustive = false;
                break;
            }
            if reaches(sum, needed) {
                found.extend(ways);
                found = self.best(found);
                continue;
            }
            let left = rest.get(next).copied().unwrap_or(0.0);
            let worst = found.get(self.most - 1).map(|way| way.cost);
            let too_dear = worst.is_some_and(|worst| ways.first().is_some_and(|way| way.cost > worst));
            let Some((weight, part)) = parts.get(next) else { continue };
            if !reaches(sum + left, needed) || too_dear {
                continue;
            }
            open.push((next + 1, sum, ways.clone()));
            open.push((next + 1, sum + weight, self.all(vec![ways, part.clone()])));
        }
        found
    }

    fn best(&self, mut ways: Vec<Way>) -> Vec<Way> {
        ways.sort_by(Way::order);
        ways.truncate(self.most);
        ways
    }
}

/// Whether nothing has to be done: that is the best way then, and the only one of which no step can be left out.
fn is_met(part: &[Way]) -> bool {
    part.first().is_some_and(|way| way.steps.is_empty())
}

/// Sums of weights are sums of rounded numbers.
fn reaches(sum: f64, needed: f64) -> bool {
    sum >= needed - 1e-9 * needed.abs().max(1.0)
}

/// A cost in whole millionths: sums do not depend on the order of their summands.
pub(super) fn millionths(cost: f64) -> u64 {
    // Saturates: no cost is below 0 or beyond what fits.
    (cost.max(0.0) * 1e6).round() as u64
}
