//! Gates put to facts: what does not depend on the component is found once, however many are asked about.

use super::case::{Case, Detail, Looks, Target};
use super::criterion::Judge;
use super::emergency::{self, Emergencies};
use super::error::GateError;
use super::file::{Criterion, Gate, Select};
use super::outcome::{Outcome, Severity, Signal};
use super::remedy::Remedy;
use super::scope::Scope;
use super::select::{Selector, unknown_scope};
use super::set::GateSet;
use super::settle::{self, Settled};
use super::verdict::Finding;
use super::waiver;
use crate::Result;
use crate::document::nearest;
use crate::fact::{Facts, Glance, Held, Subject, Topic};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What it costs to see to what is beside the gates: somebody's word.
pub(super) const BESIDE: f64 = 1.0;

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

/// A component that is asked about, and the emergencies that there are.
pub(super) struct Standing<'a> {
    pub target: Target<'a>,
    pub emergencies: Emergencies<'a>,
}

impl<'g> Questions<'g> {
    /// The gates that guard this scope.
    ///
    /// # Errors
    /// `gate.unknown_scope` where gates name stages or environments, and none names this one.
    pub(super) fn of(gates: &'g GateSet, facts: &'g Facts, scope: &'g Scope, at: Timestamp) -> Result<Self> {
        check_scope(gates, facts, scope)?;
        let stage = scope.stage.as_ref();
        let guards =
            |gate: &Gate| gate.stages.is_empty() || stage.is_none_or(|stage| gate.stages.contains(stage));
        Ok(Self::among(gates, facts, scope, at, &guards))
    }

    /// Those of the gates that guard the environment, and of which `guards` says that they guard the rest of the scope.
    pub(super) fn among(
        gates: &'g GateSet,
        facts: &'g Facts,
        scope: &'g Scope,
        at: Timestamp,
        guards: &dyn Fn(&Gate) -> bool,
    ) -> Self {
        let guarding = gates
            .selected()
            .filter(|(gate, selector)| selector.guards(scope.environment.as_deref()) && guards(gate));
        let asked = guarding.map(|(gate, selector)| {
            let criteria =
                gate.criteria.iter().map(|criterion| AskedCriterion::of(criterion, gate, facts, scope));
            AskedGate { gate, selector, criteria: criteria.collect() }
        });
        Self { gates, facts, scope, at, asked: asked.collect() }
    }

    /// The gates among them that are for a component.
    pub(super) fn about<'q>(
        &'q self,
        standing: &'q Standing<'q>,
    ) -> impl Iterator<Item = (usize, &'q AskedGate<'g>)> {
        self.asked.iter().enumerate().filter(move |(_, asked)| asked.is_for(&standing.target))
    }

    /// What a criterion comes to, and what makes it so.
    pub(super) fn ask(
        &self,
        gate: &AskedGate<'_>,
        asked: &AskedCriterion<'_>,
        standing: &Standing<'_>,
        detailed: bool,
    ) -> Settled {
        let case = Case {
            at: self.at,
            facts: self.facts,
            gates: self.gates,
            target: &standing.target,
            about: &asked.criterion.about,
            topics: &asked.topics,
            looks: &asked.looks,
            environment: asked.environment,
            detailed,
        };
        let judgement = asked.judge.judge(&case);
        if judgement.outcome <= Outcome::Waived {
            return Settled::plain(judgement);
        }
        let (gate, criterion) = (gate.gate.name.as_str(), asked.criterion.about.name.as_str());
        let waived = waiver::found(self.facts, &standing.target, gate, criterion, self.at);
        Settled::of(judgement, asked.severity, waived, &standing.emergencies)
    }

    /// What a criterion comes to, in full.
    pub(super) fn find(
        &self,
        gate: &AskedGate<'_>,
        asked: &AskedCriterion<'_>,
        standing: &Standing<'_>,
    ) -> Finding {
        let (mut finding, remedy) = self.find_with_remedy(gate, asked, standing);
        if finding.outcome > Outcome::Waived {
            finding.steps = super::what_if::cheapest(remedy.as_ref(), &finding, asked.cost());
        }
        finding
    }

    /// What a criterion comes to, and what it says would turn it.
    pub(super) fn find_with_remedy(
        &self,
        gate: &AskedGate<'_>,
        asked: &AskedCriterion<'_>,
        standing: &Standing<'_>,
    ) -> (Finding, Option<Remedy>) {
        let Settled { judgement, waiver, emergency } = self.ask(gate, asked, standing, true);
        let about = &asked.criterion.about;
        let detail = judgement.detail.map_or_else(|| Detail::new(""), |detail| *detail);
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
            owner: about.owner.as_ref().or(gate.gate.owner.as_ref()).or(standing.owner()).cloned(),
            waiver,
            emergency,
        };
        (finding, detail.remedy)
    }

    /// What there is beside the gates of the file: gate, and findings that are no pass. Nothing, as a rule.
    pub(super) fn besides(&self, standing: &Standing<'_>) -> Vec<(&'static str, Vec<Finding>)> {
        let with_steps = |(mut finding, remedy): (Finding, Remedy)| {
            finding.steps = super::what_if::cheapest(Some(&remedy), &finding, BESIDE);
            finding
        };
        let besides = self.besides_with_remedies(standing).into_iter();
        besides.map(|(gate, findings)| (gate, findings.into_iter().map(with_steps).collect())).collect()
    }

    /// The same, each with what turns it.
    pub(super) fn besides_with_remedies(
        &self,
        standing: &Standing<'_>,
    ) -> Vec<(&'static str, Vec<(Finding, Remedy)>)> {
        let mut besides = Vec::new();
        let target = &standing.target;
        if self.facts.is_contradictory(target.component) {
            let is_meant = |subject: &Subject| target.is_meant(subject);
            let found = self.facts.contradictions_of(target.component, self.at, &is_meant);
            let found: Vec<_> =
                found.iter().map(|one| settle::contradiction(one, standing.owner())).collect();
            if !found.is_empty() {
                besides.push((settle::FACTS, found));
            }
        }
        let duties = &standing.emergencies.duties;
        if !duties.is_empty() {
            let duties = duties.iter().map(|duty| settle::duty(duty, standing.owner()));
            besides.push((settle::EMERGENCIES, duties.collect()));
        }
        besides
    }

    /// A component, with what is known of it.
    pub(super) fn standing<'a>(&self, component: &'a str) -> Standing<'a>
    where
        'g: 'a,
    {
        self.standing_of(component, self.facts.of(component))
    }

    /// The same, with what is known of it at hand.
    pub(super) fn standing_of<'a>(&self, component: &'a str, held: Option<&'a Held>) -> Standing<'a>
    where
        'g: 'a,
    {
        let facts = self.facts;
        let candidate = held.and_then(|held| held.candidate(self.at)).map(|candidate| &**candidate);
        let target = Target {
            component,
            candidate,
            held,
            profile: facts.profile(component),
            stage: self.scope.stage.as_deref(),
            environment: self.scope.environment.as_deref(),
            manual: self.scope.manual,
            versions: candidate.map(|candidate| facts.versions_of(candidate)).unwrap_or_default(),
            digest: candidate.and_then(|candidate| facts.digest_of(candidate)),
        };
        let emergencies = emergency::of(self.gates, facts, &target, self.at);
        Standing { target, emergencies }
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

impl<'a> Standing<'a> {
    /// The first of those who answer for the component.
    pub(super) fn owner(&self) -> Option<&'a String> {
        self.target.profile.and_then(|profile| profile.owners.first())
    }
}

impl AskedGate<'_> {
    /// Whether it is for a component.
    pub(super) fn is_for(&self, target: &Target<'_>) -> bool {
        self.selector.is_for(&self.gate.select, target.component, target.profile)
    }

    /// Whether it is for any component whatever.
    pub(super) fn is_for_all(&self) -> bool {
        self.gate.select == Select::default()
    }
}

impl<'g> AskedCriterion<'g> {
    /// Whether the newest number of one metric may be enough for it.
    pub(super) fn is_glanceable(&self) -> bool {
        matches!(self.looks.as_slice(), [Looks { kind: "metric", name: Some(_) }])
            && self.judge.at_a_glance(0.0).is_some()
    }

    /// The newest numbers of the metric that it looks at, where they may be enough for it.
    pub(super) fn column<'f>(&self, glance: &'f Glance) -> Option<&'f [f64]> {
        let topic = self.topics.first().copied().flatten().filter(|_| self.is_glanceable())?;
        glance.column(topic.name?)
    }

    /// The number of the environment whose evidence counts; none where all does.
    pub(super) fn environment(&self) -> Option<u32> {
        self.environment
    }

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
    /// One criterion more. One of severity `info` has no say: it cannot stand in for another under `at_least`.
    pub(super) fn add(&mut self, severity: Severity, signal: Signal) {
        if severity == Severity::Info {
            return;
        }
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
