//! What gates say of all that goes out, at a stage into an environment.

use crate::fact::{Candidate, Fact, Facts};
use crate::gate::{self, Finding, Outcome, Scope, Severity, Signal, Verdict};
use crate::release::context::Context;
use crate::release::deciding::Deciding;
use crate::release::judge::{Judged, JudgedFinding};
use crate::release::part::{ItemStatus, Release};
use crate::release::refusal::RefusalCode;
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What gates say of all that goes out.
pub(crate) struct Board {
    verdicts: Vec<Verdict>,
    facts: Facts,
}

/// What is asked of gates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question<'q> {
    pub stage: Option<&'q str>,
    pub environment: Option<&'q str>,
    pub manual: bool,
    pub at: Timestamp,
}

impl Board {
    /// Asks about every component that goes out, on what the context and the release know.
    pub(crate) fn of(release: &Release, recorded: &[Fact], context: &Context, asked: Question<'_>) -> Self {
        let goes_out = release.scope.iter().filter(|item| item.status != ItemStatus::Removed);
        let mut facts = context.facts().clone();
        let mut components = BTreeSet::new();
        let mut candidates: Vec<Fact> = Vec::new();
        for item in goes_out {
            let subject = &item.subject;
            if components.insert(subject.component.as_str()) {
                let mut candidate = Candidate::new(&subject.component);
                candidate.version.clone_from(&subject.version);
                candidate.digest.clone_from(&subject.digest);
                candidates.push(candidate.into());
            }
        }
        facts.add(candidates.into_iter().chain(recorded.iter().cloned()));
        let ask = |component: &&str| verdict(context, &facts, component, asked);
        let verdicts = components.iter().filter_map(ask).collect();
        Self { verdicts, facts }
    }

    /// All that is known: what other systems say, and what the release recorded.
    pub(crate) fn facts(&self) -> &Facts {
        &self.facts
    }

    /// As events keep it.
    pub(crate) fn judged(&self) -> Vec<Judged> {
        self.verdicts.iter().map(judged).collect()
    }

    /// What stops it, with the component.
    pub(crate) fn stops(&self) -> impl Iterator<Item = (&str, &Finding)> {
        let stops = |finding: &&Finding| matches!(finding.signal(), Signal::Pending | Signal::NoGo);
        self.verdicts.iter().flat_map(move |verdict| {
            let stopped = verdict.verdict >= Signal::Pending;
            let findings = verdict.findings.iter().filter(move |finding| stopped && stops(finding));
            findings.map(|finding| (verdict.component.as_str(), finding))
        })
    }

    /// Whether a gate lets it go out; none where no verdict has it.
    pub(crate) fn passes(&self, gate: &str) -> Option<bool> {
        let says = self.verdicts.iter().flat_map(|verdict| &verdict.gates);
        let mut says = says.filter(|said| said.gate == gate).peekable();
        says.peek()?;
        Some(says.all(|said| said.verdict <= Signal::Conditional))
    }

    /// Refuses what stops it: a freeze as a freeze, what is missing as open, what does not hold as failed.
    pub(crate) fn refuse(&self, deciding: &mut Deciding<'_>) {
        for (component, finding) in self.stops() {
            let code = match (finding.kind.as_str(), finding.outcome) {
                ("freeze", Outcome::Fail) => RefusalCode::FrozenEnvironment,
                ("checklist", Outcome::Pending) => RefusalCode::ChecklistOpen,
                (_, Outcome::Pending) => RefusalCode::GateOpen,
                _ => RefusalCode::GateFailed,
            };
            let (gate, criterion) = (&finding.gate, &finding.criterion);
            let message = format!("{component}: {criterion} of gate {gate}: {}", finding.reason);
            let lift = finding.next_action.clone().unwrap_or_else(|| format!("see to {criterion}"));
            let reason = deciding.refuse(code, message).lifted_by(lift).about(gate);
            if let Some(owner) = &finding.owner {
                reason.up_to(owner);
            }
        }
    }
}

/// The verdict on a component: none where it cannot be asked about.
fn verdict(context: &Context, facts: &Facts, component: &str, asked: Question<'_>) -> Option<Verdict> {
    let mut scope = Scope::new().with_manual(asked.manual);
    scope.stage = asked.stage.map(str::to_owned);
    scope.environment = asked.environment.map(str::to_owned);
    gate::evaluate(context.gates(), facts, component, &scope, asked.at).ok()
}

fn judged(verdict: &Verdict) -> Judged {
    let notable = |finding: &&Finding| {
        finding.outcome >= Outcome::Waived
            || (finding.severity == Severity::Block && !finding.evidence.is_empty())
    };
    let findings = verdict.findings.iter().filter(notable).map(|finding| {
        let mut kept = JudgedFinding::new(
            &finding.gate,
            &finding.criterion,
            finding.severity,
            finding.outcome,
            &finding.reason,
        )
        .with_evidence(finding.evidence.iter().cloned());
        kept.waiver.clone_from(&finding.waiver);
        kept
    });
    let mut judged = Judged::new(&verdict.component, verdict.verdict, &verdict.basis.digest)
        .with_findings(findings.collect::<Vec<_>>());
    judged.version.clone_from(&verdict.version);
    judged.stage.clone_from(&verdict.stage);
    judged.environment.clone_from(&verdict.environment);
    judged
}
