//! Gates put to facts: what does not depend on the component is found once, however many are asked about.

use super::case::{Case, Detail, Judgement, Looks, Target};
use super::criterion::Judge;
use super::error::GateError;
use super::file::{Criterion, Gate};
use super::outcome::{Outcome, Severity, Signal};
use super::remedy::Remedy;
use super::scope::Scope;
use super::select::{Selector, unknown_scope};
use super::set::GateSet;
use super::verdict::Finding;
use crate::Result;
use crate::document::nearest;
use crate::fact::{Candidate, Facts, Topic};
use jiff::Timestamp;
use smallvec::SmallVec;
use std::collections::BTreeSet;

/// The gates that guard a scope, put to facts at an instant.
pub(super) struct Questions<'g> {
    pub gates: &'g GateSet,
    pub facts: &'g Facts,
    pub scope: &'g Scope,
    pub at: Timestamp,
    pub asked: Vec<AskedGate<'g>>,
}

/// A gate that guards the scope.
pub(super) struct AskedGate<'g> {
    pub gate: &'g Gate,
    selector: &'g Selector,
    pub criteria: Vec<AskedCriterion<'g>>,
}

/// A criterion, and under which numbers the facts have what it looks at.
pub(super) struct AskedCriterion<'g> {
    pub criterion: &'g Criterion,
    pub judge: &'g dyn Judge,
    pub severity: Severity,
    looks: Vec<Looks<'g>>,
    topics: Vec<Option<Topic>>,
    environment: Option<u32>,
}

/// What a criterion came to in the end, and who made it so.
pub(super) struct Settled {
    pub judgement: Judgement,
    /// The waiver that it is passed over by.
    pub waiver: Option<String>,
    /// The emergency that it is passed over for.
    pub emergency: Option<String>,
}

impl<'g> Questions<'g> {
    /// The gates that guard this scope.
    ///
    /// # Errors
    /// `gate.unknown_scope` where gates name stages or environments, and none names this one.
    pub(super) fn of(gates: &'g GateSet, facts: &'g Facts, scope: &'g Scope, at: Timestamp) -> Result<Self> {
        check_scope(gates, facts, scope)?;
        let stage = scope.stage.as_ref();
        let guarding = gates.selected().filter(|(gate, selector)| {
            selector.guards(scope.environment.as_deref())
                && (gate.stages.is_empty() || stage.is_none_or(|stage| gate.stages.contains(stage)))
        });
        let asked = guarding.map(|(gate, selector)| {
            let criteria =
                gate.criteria.iter().map(|criterion| AskedCriterion::of(criterion, gate, facts, scope));
            AskedGate { gate, selector, criteria: criteria.collect() }
        });
        Ok(Self { gates, facts, scope, at, asked: asked.collect() })
    }

    /// The gates among them that are for a component.
    pub(super) fn about<'q>(
        &'q self,
        target: &'q Target<'q>,
    ) -> impl Iterator<Item = (usize, &'q AskedGate<'g>)> {
        let is_for = |asked: &AskedGate<'_>| {
            asked.selector.is_for(&asked.gate.select, target.component, target.profile)
        };
        self.asked.iter().enumerate().filter(move |(_, asked)| is_for(asked))
    }

    /// What a criterion comes to.
    pub(super) fn ask(
        &self,
        gate: &AskedGate<'_>,
        asked: &AskedCriterion<'_>,
        target: &Target<'_>,
        detailed: bool,
    ) -> Settled {
        let case = Case {
            at: self.at,
            facts: self.facts,
            gates: self.gates,
            target,
            about: &asked.criterion.about,
            topics: &asked.topics,
            looks: &asked.looks,
            environment: asked.environment,
            detailed,
        };
        let _ = gate;
        Settled { judgement: asked.judge.judge(&case), waiver: None, emergency: None }
    }

    /// What a criterion comes to, in full.
    pub(super) fn find(
        &self,
        gate: &AskedGate<'_>,
        asked: &AskedCriterion<'_>,
        target: &Target<'_>,
    ) -> Finding {
        let (mut finding, remedy) = self.find_with_remedy(gate, asked, target);
        if !matches!(finding.outcome, Outcome::Pass | Outcome::Skipped) {
            finding.steps = super::what_if::cheapest(remedy.as_ref(), &finding, asked.cost());
        }
        finding
    }

    /// What a criterion comes to, and what it says would turn it.
    pub(super) fn find_with_remedy(
        &self,
        gate: &AskedGate<'_>,
        asked: &AskedCriterion<'_>,
        target: &Target<'_>,
    ) -> (Finding, Option<Remedy>) {
        let Settled { judgement, waiver, emergency } = self.ask(gate, asked, target, true);
        let about = &asked.criterion.about;
        let detail = judgement.detail.map_or_else(|| Detail::new(""), |detail| *detail);
        let owners = target.profile.map(|profile| profile.owners.as_slice()).unwrap_or_default();
        let finding = Finding {
            gate: gate.gate.name.clone(),
            criterion: about.name.clone(),
            title: about.title.clone(),
            kind: asked.criterion.check.kind().to_owned(),
            severity: asked.severity,
            outcome: judgement.outcome,
            reason: detail.reason,
            observed: detail.observed,
            expected: asked.judge.expected(),
            evidence: detail.evidence,
            next_action: detail.action,
            steps: Vec::new(),
            owner: about.owner.as_ref().or(gate.gate.owner.as_ref()).or(owners.first()).cloned(),
            waiver,
            emergency,
        };
        (finding, detail.remedy)
    }

    /// A component, with what is known of it.
    pub(super) fn target(&self, component: &'g str) -> Target<'g> {
        let facts = self.facts;
        let held = facts.of(component);
        let candidate = held.and_then(|held| held.candidates.first());
        let (versions, digest) = candidate.map(|candidate| numbers(facts, candidate)).unwrap_or_default();
        Target {
            component,
            candidate,
            held,
            profile: facts.profile(component),
            stage: self.scope.stage.as_deref(),
            environment: self.scope.environment.as_deref(),
            manual: self.scope.manual,
            versions,
            digest,
        }
    }

    /// Nothing, where the component is known.
    ///
    /// # Errors
    /// `gate.unknown_component`.
    pub(super) fn check_component(&self, component: &str) -> Result<()> {
        let known = &self.facts.roster().components;
        if known.is_empty() || known.contains_key(component) || self.facts.of(component).is_some() {
            return Ok(());
        }
        let known: Vec<&str> = known.keys().map(String::as_str).collect();
        let near = nearest(component, &known).map(str::to_owned);
        Err(GateError::UnknownComponent { component: component.to_owned(), nearest: near }.into())
    }
}

/// The numbers under which facts call a candidate's version, and that of its digest.
fn numbers(facts: &Facts, candidate: &Candidate) -> (SmallVec<[u32; 4]>, Option<u32>) {
    let called = [&candidate.version, &candidate.tag, &candidate.commit].into_iter().flatten();
    let mut versions: SmallVec<[u32; 4]> = called.clone().filter_map(|text| facts.number(text)).collect();
    // A version that no fact mentions is a version all the same: facts about others do not count.
    if versions.is_empty() && called.count() > 0 {
        versions.push(u32::MAX);
    }
    let digest = candidate.digest.as_ref();
    (versions, digest.map(|digest| facts.number(digest).unwrap_or(u32::MAX)))
}

impl<'g> AskedCriterion<'g> {
    /// What a step costs that leads to its pass.
    pub(super) fn cost(&self) -> f64 {
        self.criterion.about.cost.unwrap_or_else(|| self.judge.cost())
    }

    fn of(criterion: &'g Criterion, gate: &'g Gate, facts: &Facts, scope: &Scope) -> Self {
        let judge = criterion.check.judge();
        let looks = judge.looks();
        let topics = looks.iter().map(|look| facts.topic(look.kind, look.name)).collect();
        let environment = criterion.about.environment.as_deref().or(scope.environment.as_deref());
        Self {
            criterion,
            judge,
            severity: criterion.about.severity.unwrap_or(gate.severity),
            looks,
            topics,
            environment: environment.map(|name| facts.number(name).unwrap_or(u32::MAX)),
        }
    }
}

/// What the criteria of a gate came to, counted by what they mean for the whole.
#[derive(Default)]
pub(super) struct Tally([u32; 4]);

impl Tally {
    pub(super) fn add(&mut self, signal: Signal) {
        if let Some(count) = self.0.get_mut(signal as usize) {
            *count += 1;
        }
    }

    /// What the gate says: the worst of as many of the best as have to hold.
    pub(super) fn signal(&self, at_least: Option<u32>) -> Signal {
        let all: u32 = self.0.iter().sum();
        let mut needed = at_least.map_or(all, |least| least.min(all));
        for (count, signal) in self.0.iter().zip(Signal::ALL) {
            if needed <= *count {
                return *signal;
            }
            needed -= count;
        }
        Signal::Go
    }
}

/// A stage or an environment that no gate knows is a slip: taken as it is, it would be guarded by hardly any.
fn check_scope(gates: &GateSet, facts: &Facts, scope: &Scope) -> Result<()> {
    if let Some(stage) = &scope.stage {
        let known: BTreeSet<&str> =
            gates.gates().iter().flat_map(|gate| &gate.stages).map(String::as_str).collect();
        if !known.is_empty() && !known.contains(stage.as_str()) {
            return Err(unknown_scope("stage", stage, known.into_iter().collect()));
        }
    }
    if let Some(environment) = &scope.environment {
        let named = |(_, selector): &(&Gate, &'_ Selector)| !selector.environments().is_empty();
        let mut known: BTreeSet<&str> =
            facts.roster().identity.environments.keys().map(String::as_str).collect();
        known.extend(gates.selected().flat_map(|(_, selector)| selector.environments().names()));
        let is_known = known.contains(environment.as_str())
            || gates.selected().filter(named).any(|(_, selector)| selector.guards(Some(environment)));
        if !known.is_empty() && !is_known {
            return Err(unknown_scope("environment", environment, known.into_iter().collect()));
        }
    }
    Ok(())
}
