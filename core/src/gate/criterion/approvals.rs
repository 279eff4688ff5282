//! Enough people said yes, and nobody said no.

use super::Judge;
use crate::document::reads;
use crate::fact::{Approval, ChangeType};
use crate::gate::age::Age;
use crate::gate::approval::decisions::{Decisions, Lapse, takes_part};
use crate::gate::approval::missing::remedy;
use crate::gate::approval::quorum::{Quota, fill};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::emergency::RETROSPECTIVE;
use crate::gate::outcome::Outcome;
use crate::gate::remedy::Remedy;
use crate::gate::set::Reference;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;

/// Enough people approved, and nobody rejected. Missing approvals are pending, a rejection fails until the same person
/// withdraws it.
///
/// Whoever wrote the change or asked for the release does not approve it. Each person counts once, even where they are in
/// several groups: there, where they are needed most. An approval lapses with its `expires_at`, and where what is put forward
/// has another `scope` or version by now. Somebody who is not known in the workspace does not count.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ApprovalsCriterion {
    /// Who has to approve; one person, whoever it is, where this and `steps` are left out.
    pub groups: Vec<ApprovalQuota>,
    /// The steps to go through, one after the other, by the candidate's change type.
    pub steps: Option<ApprovalSteps>,
    /// How old an approval may be: `30 days`; of any age, where left out.
    #[schemars(with = "Option<String>")]
    pub maximum_age: Option<Age>,
}

reads!(ApprovalsCriterion { groups = Vec::new(), steps, maximum_age });

/// So many people of a group.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct ApprovalQuota {
    /// The group: one of the gate file's `groups`, or `owners` for those who answer for the component.
    pub group: Option<String>,
    /// The people, in place of a group; anybody, where neither is given.
    #[schemars(default)]
    pub people: Vec<String>,
    /// How many of them.
    #[schemars(default = "one")]
    pub quorum: u32,
    /// The step that their approvals are for; any, where left out.
    pub step: Option<String>,
}

reads!(ApprovalQuota { group, people = Vec::new(), quorum = one(), step });

/// The group of those who answer for the component.
const OWNERS: &str = "owners";

fn one() -> u32 {
    1
}

/// The steps of approval, one after the other, by change type. Each step needs what `groups` says of it; else one person of the
/// group that is called like it, or anybody where there is no such group.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct ApprovalSteps {
    /// Of standard changes: none, they are authorised beforehand.
    pub standard: Vec<String>,
    /// Of normal changes: `peer`, `technical`, `cab`.
    pub normal: Vec<String>,
    /// Of emergency changes: `cab`. An approval of the step `retrospective` has to follow: until then it is a warning.
    pub emergency: Vec<String>,
}

reads!(ApprovalSteps { standard, normal, emergency, .. });

impl Default for ApprovalSteps {
    fn default() -> Self {
        let steps = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            standard: Vec::new(),
            normal: steps(&["peer", "technical", "cab"]),
            emergency: steps(&["cab"]),
        }
    }
}

impl ApprovalSteps {
    fn of(&self, change_type: ChangeType) -> &[String] {
        match change_type {
            ChangeType::Standard => &self.standard,
            ChangeType::Normal => &self.normal,
            ChangeType::Emergency => &self.emergency,
        }
    }
}

impl Default for ApprovalsCriterion {
    fn default() -> Self {
        Self::new()
    }
}

impl ApprovalsCriterion {
    /// One person, whoever it is.
    pub fn new() -> Self {
        Self { groups: Vec::new(), steps: None, maximum_age: None }
    }

    /// So many of a group.
    #[must_use]
    pub fn with_group(mut self, group: impl Into<String>, quorum: u32) -> Self {
        self.groups.push(ApprovalQuota { group: Some(group.into()), people: Vec::new(), quorum, step: None });
        self
    }

    /// So many of these people.
    #[must_use]
    pub fn with_people(mut self, people: impl IntoIterator<Item = impl Into<String>>, quorum: u32) -> Self {
        let people = people.into_iter().map(Into::into).collect();
        self.groups.push(ApprovalQuota { group: None, people, quorum, step: None });
        self
    }

    /// Going through these steps.
    #[must_use]
    pub fn with_steps(mut self, steps: ApprovalSteps) -> Self {
        self.steps = Some(steps);
        self
    }
}

impl Judge for ApprovalsCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        Vec::new()
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let change_type = change_type(case);
        let mut decisions = Decisions::of(case.facts, case.target, case.at, self.maximum_age);
        let steps = self.steps.as_ref().map(|steps| steps.of(change_type)).unwrap_or_default();
        let quotas = self.quotas(case, steps);
        put_in_order(&mut decisions, &quotas, steps);
        if let Some(rejection) = decisions.rejections.first() {
            return case.judged(Outcome::Fail, || rejected(&decisions, rejection));
        }
        let people = supporters(&decisions, &quotas);
        let quorums: Vec<usize> = quotas.iter().map(|quota| quota.quorum).collect();
        let may: Vec<Vec<usize>> = people.iter().map(|(_, may)| may.clone()).collect();
        let filled = fill(&may, &quorums);
        let missing: usize =
            quorums.iter().zip(&filled).map(|(quorum, filled)| quorum.saturating_sub(filled.len())).sum();
        if missing > 0 {
            return case.judged(Outcome::Pending, || pending(case, &decisions, &quotas, &people, &filled));
        }
        let due = self.steps.is_some() && change_type == ChangeType::Emergency;
        if due && !has_retrospective(&decisions) {
            return case.judged(Outcome::Warn, || {
                let detail = approved(&decisions, change_type, steps, self);
                Detail { reason: format!("{}; the retrospective is due", detail.reason), ..detail }
                    .action("Have the emergency looked at afterwards, and approve the step retrospective.")
                    .remedy(Remedy::step("Approve the step retrospective."))
            });
        }
        case.judged(Outcome::Pass, || approved(&decisions, change_type, steps, self))
    }

    fn expected(&self) -> String {
        let mut said: Vec<String> = self.groups.iter().map(|quota| quota.quota(None).said()).collect();
        if let Some(steps) = &self.steps {
            let of = |names: &[String]| {
                if names.is_empty() { "none".to_owned() } else { names.join(" → ") }
            };
            said.push(format!(
                "steps by change type (standard: {}; normal: {}; emergency: {}, then {RETROSPECTIVE})",
                of(&steps.standard),
                of(&steps.normal),
                of(&steps.emergency)
            ));
        }
        if said.is_empty() {
            said.push("1 by anybody".to_owned());
        }
        format!("approved: {}", said.join(" and "))
    }

    fn cost(&self) -> f64 {
        1.0
    }

    fn refers(&self) -> Vec<Reference<'_>> {
        let groups = self.groups.iter().filter_map(|quota| quota.group.as_deref());
        groups.filter(|group| *group != OWNERS).map(Reference::Group).collect()
    }
}

impl ApprovalQuota {
    /// As it counts, with the members of its group.
    fn quota<'c>(&'c self, case: Option<&Case<'c>>) -> Quota<'c> {
        let people = match (&self.group, case) {
            (Some(group), Some(case)) => Some(members(case, group).unwrap_or_default()),
            (Some(_), None) => None,
            (None, _) if self.people.is_empty() => None,
            (None, _) => Some(self.people.iter().map(String::as_str).collect()),
        };
        let quorum = self.quorum as usize;
        Quota { step: self.step.as_deref(), group: self.group.as_deref(), people, quorum }
    }
}

impl ApprovalsCriterion {
    /// What has to be filled for a target, in the order of the steps; what is for no step comes last.
    fn quotas<'c>(&'c self, case: &Case<'c>, steps: &'c [String]) -> Vec<Quota<'c>> {
        let mut quotas = Vec::new();
        for step in steps {
            let mut own = self.groups.iter().filter(|quota| quota.step.as_ref() == Some(step)).peekable();
            if own.peek().is_some() {
                quotas.extend(own.map(|quota| quota.quota(Some(case))));
                continue;
            }
            let people = members(case, step);
            let group = people.is_some().then_some(step.as_str());
            quotas.push(Quota { step: Some(step), group, people, quorum: 1 });
        }
        // A step that this change does not go through asks for nobody.
        let always = self.groups.iter().filter(|quota| match &quota.step {
            None => true,
            Some(_) => self.steps.is_none(),
        });
        quotas.extend(always.map(|quota| quota.quota(Some(case))));
        if quotas.is_empty() && self.steps.is_none() {
            quotas.push(Quota { step: None, group: None, people: None, quorum: 1 });
        }
        quotas
    }
}

/// Who is in a group: of the gate file, or those who answer for the component; none where there is no such group.
fn members<'c>(case: &Case<'c>, group: &str) -> Option<BTreeSet<&'c str>> {
    if let Some(people) = case.gates.group(group) {
        return Some(people.iter().map(String::as_str).collect());
    }
    if group != OWNERS {
        return None;
    }
    let mut people = BTreeSet::new();
    for owner in case.target.profile.map(|profile| profile.owners.as_slice()).unwrap_or_default() {
        match case.gates.group(owner) {
            Some(team) => people.extend(team.iter().map(String::as_str)),
            None => drop(people.insert(owner.as_str())),
        }
    }
    Some(people)
}

/// The change request's type where the candidate has one, else the candidate's own.
fn change_type(case: &Case<'_>) -> ChangeType {
    let Some(candidate) = case.target.candidate else { return ChangeType::default() };
    let requests = case.target.held.map(|held| held.change_requests.as_slice()).unwrap_or_default();
    let named = requests.iter().filter(|request| Some(&request.id) == candidate.change_request.as_ref());
    let newest =
        named.filter(|request| request.observed_at <= case.at).max_by_key(|request| request.observed_at);
    newest.map_or(candidate.change_type, |request| request.change_type)
}

/// Sets aside what was approved before the step before it was through.
fn put_in_order<'a>(decisions: &mut Decisions<'a>, quotas: &[Quota<'_>], steps: &[String]) {
    let mut through = Timestamp::MIN;
    for step in steps {
        let mut early = Vec::new();
        let mut counted: Vec<&'a Approval> = Vec::new();
        for standing in decisions.approvals.values_mut() {
            standing.retain(|approval| {
                let is_early = approval.step.as_ref() == Some(step) && approval.observed_at < through;
                if is_early {
                    early.push((*approval, Lapse::Early));
                } else if approval.step.as_ref() == Some(step) {
                    counted.push(approval);
                }
                !is_early
            });
        }
        decisions.lapsed.append(&mut early);
        through = completed(&mut counted, quotas, step);
    }
    decisions.approvals.retain(|_, standing| !standing.is_empty());
}

/// When a step was through, looked at by itself: the first instant at which enough people had approved it.
fn completed(approvals: &mut [&Approval], quotas: &[Quota<'_>], step: &str) -> Timestamp {
    let own: Vec<&Quota<'_>> = quotas.iter().filter(|quota| quota.step == Some(step)).collect();
    let quorums: Vec<usize> = own.iter().map(|quota| quota.quorum).collect();
    let needed = quorums.iter().fold(0, |sum: usize, quorum| sum.saturating_add(*quorum));
    approvals.sort_by_key(|approval| approval.observed_at);
    let enough = |count: &usize| {
        let first = approvals.get(..*count).unwrap_or_default();
        let may: Vec<Vec<usize>> = by_person(first.iter().copied(), &own).into_values().collect();
        fill(&may, &quorums).iter().map(Vec::len).sum::<usize>() >= needed
    };
    // More approvals never are less: the first count that is enough is found by halving.
    let (mut low, mut high) = (0, approvals.len());
    if !enough(&high) {
        return Timestamp::MAX;
    }
    while low < high {
        let middle = (low + high) / 2;
        if enough(&middle) { high = middle } else { low = middle + 1 }
    }
    low.checked_sub(1)
        .and_then(|last| approvals.get(last))
        .map_or(Timestamp::MIN, |approval| approval.observed_at)
}

/// For each person the quotas that their approvals may fill.
fn by_person<'a>(
    approvals: impl Iterator<Item = &'a Approval>,
    quotas: &[&Quota<'_>],
) -> std::collections::BTreeMap<&'a str, Vec<usize>> {
    let mut people: std::collections::BTreeMap<&str, BTreeSet<usize>> = std::collections::BTreeMap::new();
    for approval in approvals {
        let fits = quotas.iter().enumerate().filter(|(_, quota)| counts_for(approval, quota));
        people.entry(approval.by.as_str()).or_default().extend(fits.map(|(index, _)| index));
    }
    people.into_iter().map(|(person, may)| (person, may.into_iter().collect())).collect()
}

fn counts_for(approval: &Approval, quota: &Quota<'_>) -> bool {
    // What was looked at afterwards is no leave to go.
    let step = approval.step.as_deref();
    let of_step = match quota.step {
        Some(wanted) => step == Some(wanted),
        None => step != Some(RETROSPECTIVE),
    };
    let of_group = approval.groups.is_empty()
        || quota.group.is_none_or(|group| approval.groups.iter().any(|named| named == group));
    of_step && of_group && quota.admits(&approval.by)
}

/// Who approves, and what they may fill.
fn supporters<'a>(decisions: &Decisions<'a>, quotas: &[Quota<'_>]) -> Vec<(&'a str, Vec<usize>)> {
    let quotas: Vec<&Quota<'_>> = quotas.iter().collect();
    let all = decisions.approvals.values().flatten().copied();
    by_person(all, &quotas).into_iter().collect()
}

fn has_retrospective(decisions: &Decisions<'_>) -> bool {
    decisions.approvals.values().flatten().any(|approval| approval.step.as_deref() == Some(RETROSPECTIVE))
}

fn rejected(decisions: &Decisions<'_>, rejection: &Approval) -> Detail {
    let by = &rejection.by;
    let comment = rejection.comment.as_ref().map(|comment| format!(": {comment}")).unwrap_or_default();
    let steps = decisions.rejections.iter().map(|rejection| {
        Remedy::step_of(rejection.by.as_str(), format!("Withdraw the rejection {:?}.", rejection.id))
    });
    let detail = Detail::new(format!("rejected by {by}{comment}"))
        .action(format!("Settle it with {by}, who can withdraw the rejection."))
        .remedy(Remedy::All(steps.collect()));
    decisions.rejections.iter().fold(detail, |detail, rejection| detail.on_fact(rejection.id.clone()))
}

fn approved(
    decisions: &Decisions<'_>,
    change_type: ChangeType,
    steps: &[String],
    criterion: &ApprovalsCriterion,
) -> Detail {
    let people: Vec<&str> = decisions.approvals.keys().copied().collect();
    let reason = if people.is_empty() && criterion.steps.is_some() && steps.is_empty() {
        format!("a {} change is authorised beforehand", change_type.name())
    } else if people.is_empty() {
        "nobody has to approve".to_owned()
    } else {
        format!("approved by {}", people.join(", "))
    };
    let approvals = decisions.approvals.values().flatten();
    approvals.fold(Detail::new(reason), |detail, approval| detail.on_fact(approval.id.clone()))
}

fn pending(
    case: &Case<'_>,
    decisions: &Decisions<'_>,
    quotas: &[Quota<'_>],
    people: &[(&str, Vec<usize>)],
    filled: &[Vec<usize>],
) -> Detail {
    let missing: Vec<String> = quotas
        .iter()
        .zip(filled)
        .filter(|(quota, filled)| filled.len() < quota.quorum)
        .map(|(quota, filled)| format!("{} ({} so far)", quota.said(), filled.len()))
        .collect();
    let mut reason = format!("approvals are missing: {}", missing.join(" and "));
    for (approval, lapse) in decisions.lapsed.iter().take(5) {
        reason += &format!("; {}", lapse.said(approval));
    }
    let who: BTreeSet<&str> = quotas
        .iter()
        .zip(filled)
        .filter(|(quota, filled)| filled.len() < quota.quorum)
        .flat_map(|(quota, _)| quota.people.iter().flatten().copied())
        .filter(|person| may_approve(case, person) && !people.iter().any(|(known, _)| known == person))
        .collect();
    let action = if who.is_empty() {
        "Have it approved.".to_owned()
    } else {
        let who: Vec<&str> = who.into_iter().collect();
        format!("Have it approved by {}.", who.join(" or "))
    };
    let detail = Detail::new(reason)
        .action(action)
        .remedy(remedy(quotas, people, &|person| may_approve(case, person)));
    let approvals = decisions.approvals.values().flatten();
    approvals.fold(detail, |detail, approval| detail.on_fact(approval.id.clone()))
}

fn may_approve(case: &Case<'_>, person: &str) -> bool {
    case.facts.knows_person(person)
        && !case.target.candidate.is_some_and(|candidate| takes_part(candidate, person))
}
