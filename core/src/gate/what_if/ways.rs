//! Ways from a verdict to a better one.

use super::solve::{Need, Solver, Way as Chosen};
use super::{by_default, next_step};
use crate::Result;
use crate::document::reads;
use crate::fact::Facts;
use crate::gate::ask::{AskedGate, BESIDE, Questions, Standing, Tally};
use crate::gate::outcome::{Severity, Signal};
use crate::gate::remedy::Remedy;
use crate::gate::scope::Scope;
use crate::gate::set::GateSet;
use crate::gate::verdict::Finding;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// What is to be reached, and how many ways to it are wanted.
///
/// ```
/// use greenboard::gate::{Signal, WhatIf};
/// assert_eq!(WhatIf::new().with_target(Signal::Conditional).target, Signal::Conditional);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct WhatIf {
    /// The verdict to be reached, or a better one: `go` or `conditional`.
    pub target: Signal,
    /// The most ways that are given.
    pub most: u32,
}

reads!(WhatIf { target, most, .. });

impl Default for WhatIf {
    fn default() -> Self {
        Self { target: Signal::Go, most: 3 }
    }
}

impl WhatIf {
    /// Three ways to `go`.
    pub fn new() -> Self {
        Self::default()
    }

    /// To this verdict.
    #[must_use]
    pub fn with_target(mut self, target: Signal) -> Self {
        self.target = target;
        self
    }

    /// At most so many ways.
    #[must_use]
    pub fn with_most(mut self, most: u32) -> Self {
        self.most = most;
        self
    }
}

/// The ways from a verdict to a better one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Ways {
    /// The component.
    pub component: String,
    /// The instant that was asked about.
    #[schemars(with = "String")]
    pub at: Timestamp,
    /// The verdict now.
    pub verdict: Signal,
    /// The verdict to be reached.
    pub target: Signal,
    /// The ways to it, the cheapest first: no step of a way can be left out. One without steps where it is reached already; none
    /// where no way leads there.
    pub ways: Vec<Way>,
    /// What stands in every way, where there is none.
    pub obstacles: Vec<Obstacle>,
    /// Whether there are no cheaper ways than these. False only where the steps of one criterion carry so many weights that not
    /// all sums of them were looked at.
    pub exhaustive: bool,
}

reads!(Ways as "greenboard/ways/1" { component, at, verdict, target, ways, obstacles, exhaustive });

impl Ways {
    /// The canonical JSON.
    ///
    /// # Errors
    /// `document.not_finite` where a cost was no number.
    pub fn to_json(&self) -> Result<String> {
        crate::document::emit(self)
    }
}

/// One way: steps that turn the verdict together.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Way {
    /// What all its steps cost.
    pub cost: f64,
    /// The steps, in the order of the gates.
    pub steps: Vec<WayStep>,
}

reads!(Way { cost, steps });

/// One step of a way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct WayStep {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// What to do, in a sentence.
    pub action: String,
    /// Who.
    pub owner: Option<String>,
    /// What it costs, in the unit of the gate file.
    pub cost: f64,
}

reads!(WayStep { gate, criterion, action, owner, cost });

/// A criterion that nothing leads past but another version.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Obstacle {
    /// The gate.
    pub gate: String,
    /// The criterion, by its name.
    pub criterion: String,
    /// Why it does not hold.
    pub reason: String,
}

reads!(Obstacle { gate, criterion, reason });

/// The cheapest sets of steps that turn the verdict on a component: what would have to be seen to so that it goes out.
///
/// ```
/// use greenboard::fact::{Evidence, Facts, Metric, Roster, Subject};
/// use greenboard::gate::{GateSet, Scope, WhatIf, what_would_turn_it_green};
///
/// let gates = GateSet::parse("
/// gates:
///   - name: quality
///     at_least: 1
///     criteria:
///       - {name: errors, kind: threshold, metric: error_rate, maximum: 0.01, cost: 5}
///       - {name: latency, kind: threshold, metric: p95, maximum: 300, cost: 3, owner: sre}
/// ")?;
/// let at = "2026-11-02T09:00:00Z".parse().unwrap();
/// let ways = what_would_turn_it_green(&gates, &Facts::new(Roster::new()), "api", &Scope::new(), at, &WhatIf::new())?;
/// assert_eq!((ways.ways[0].cost, ways.ways[0].steps[0].owner.as_deref()), (3.0, Some("sre")));
/// assert_eq!(ways.ways.len(), 2);
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// As [`evaluate`](crate::gate::evaluate()).
pub fn what_would_turn_it_green(
    gates: &GateSet,
    facts: &Facts,
    component: &str,
    scope: &Scope,
    at: Timestamp,
    what_if: &WhatIf,
) -> Result<Ways> {
    let questions = Questions::of(gates, facts, scope, at)?;
    questions.check_component(component)?;
    let standing = questions.standing(component);
    let mut asked: Vec<Told> =
        questions.about(&standing).map(|(_, gate)| Told::of(&questions, gate, &standing)).collect();
    asked.extend(questions.besides_with_remedies(&standing).into_iter().map(|(_, findings)| {
        let findings = findings.into_iter().map(|(finding, remedy)| (finding, remedy, BESIDE));
        Told { at_least: None, findings: findings.collect() }
    }));
    let verdict = asked.iter().map(Told::signal).max().unwrap_or(Signal::Go);
    let mut findings = Vec::new();
    let needs = asked.iter().filter_map(|gate| gate.need(what_if.target, &mut findings)).collect();
    // No more than anybody reads.
    let mut solver = Solver::new((what_if.most as usize).clamp(1, 100));
    let chosen = solver.solve(&Need::All(needs));
    let ways: Vec<Way> = chosen.iter().map(|way| told(way, &solver, &findings)).collect();
    let obstacles = if ways.is_empty() {
        let stuck = asked.iter().flat_map(|gate| gate.stuck(what_if.target)).map(|finding| Obstacle {
            gate: finding.gate.clone(),
            criterion: finding.criterion.clone(),
            reason: finding.reason.clone(),
        });
        stuck.collect()
    } else {
        Vec::new()
    };
    Ok(Ways {
        component: component.to_owned(),
        at,
        verdict,
        target: what_if.target,
        ways,
        obstacles,
        exhaustive: solver.exhaustive,
    })
}

fn told(way: &Chosen, solver: &Solver<'_>, findings: &[&Finding]) -> Way {
    let step = |number: &u32| {
        let (step, finding, cost) = solver.steps.get(*number as usize)?;
        let finding = findings.get(*finding)?;
        let next = next_step(step, finding, *cost);
        let (gate, criterion) = (finding.gate.clone(), finding.criterion.clone());
        Some(WayStep { gate, criterion, action: next.action, owner: next.owner, cost: next.cost })
    };
    Way { cost: way.cost as f64 / 1e6, steps: way.steps.iter().filter_map(step).collect() }
}

/// A gate with what its criteria came to.
struct Told {
    at_least: Option<u32>,
    findings: Vec<(Finding, Remedy, f64)>,
}

impl Told {
    fn of(questions: &Questions<'_>, gate: &AskedGate<'_>, standing: &Standing<'_>) -> Self {
        // What has no say stands in for nothing.
        let saying = gate.criteria.iter().filter(|criterion| criterion.severity != Severity::Info);
        let findings = saying.map(|criterion| {
            let (finding, remedy) = questions.find_with_remedy(gate, criterion, standing);
            let remedy = remedy.unwrap_or_else(|| by_default(&finding));
            (finding, remedy, criterion.cost())
        });
        Self { at_least: gate.gate.at_least, findings: findings.collect() }
    }

    fn signal(&self) -> Signal {
        let mut tally = Tally::default();
        self.findings.iter().for_each(|(finding, ..)| tally.add(finding.severity, finding.signal()));
        tally.signal(self.at_least)
    }

    /// How many more of its criteria have to hold for it to say `target`.
    fn lacking(&self, target: Signal) -> usize {
        let needed =
            self.at_least.map_or(self.findings.len(), |least| least as usize).min(self.findings.len());
        let hold = self.findings.iter().filter(|(finding, ..)| finding.signal() <= target).count();
        needed.saturating_sub(hold)
    }

    /// Those of its criteria that do not hold yet.
    fn open(&self, target: Signal) -> impl Iterator<Item = &(Finding, Remedy, f64)> {
        self.findings.iter().filter(move |(finding, ..)| finding.signal() > target)
    }

    /// What has to be done for it to say `target`; none where it does.
    fn need<'t>(&'t self, target: Signal, findings: &mut Vec<&'t Finding>) -> Option<Need<'t>> {
        let lacking = self.lacking(target);
        if lacking == 0 {
            return None;
        }
        let needs = self.open(target).map(|(finding, remedy, cost)| {
            findings.push(finding);
            Need::Remedy { finding: findings.len() - 1, remedy, cost: *cost }
        });
        Some(Need::AtLeast(lacking, needs.collect()))
    }

    /// What leads nowhere, where the gate cannot come to say `target`.
    fn stuck(&self, target: Signal) -> Vec<&Finding> {
        let mut stuck = Vec::new();
        let mut able = 0;
        for (finding, remedy, cost) in self.open(target) {
            let mut solver = Solver::new(1);
            match solver.solve(&Need::Remedy { finding: 0, remedy, cost: *cost }).is_empty() {
                true => stuck.push(finding),
                false => able += 1,
            }
        }
        if able < self.lacking(target) { stuck } else { Vec::new() }
    }
}
