//! People, tickets and environments: what stands in the way, and who can move it.

use greenboard::fact::{
    Approval, ApprovalDecision, BreakGlass, Candidate, ChangeType, Checklist, ChecklistAnswer, ChecklistItem,
    Contract, ContractVerification, Deployment, EnvironmentState, Evidence, Fact, Facts, Identity, Profile,
    Roster, Source, Subject, Waiver, WorkItem, WorkItemStatus,
};
use greenboard::gate::{
    GateSet, Outcome, Scope, Signal, Verdict, WhatIf, evaluate, what_would_turn_it_green,
};
use jiff::Timestamp;

fn at(hour: i64) -> Timestamp {
    "2026-11-02T00:00:00Z".parse::<Timestamp>().unwrap() + jiff::SignedDuration::from_hours(hour)
}

fn payments() -> Subject {
    Subject::new("payments")
}

fn verdict(gates: &str, roster: Roster, facts: impl IntoIterator<Item = Fact>, hour: i64) -> Verdict {
    let gates = GateSet::parse(gates).unwrap();
    let mut held = Facts::new(roster);
    held.add(facts);
    evaluate(&gates, &held, "payments", &Scope::new().with_environment("production"), at(hour)).unwrap()
}

fn says(criterion: &str, facts: impl IntoIterator<Item = Fact>, outcome: Outcome, reason: &str) {
    let gates = format!(
        "
groups: {{security: [ada, grace], peer: [ada, bob, cy], cab: [dan]}}
gates: [{{name: g, criteria: [{{name: it, {criterion}}}]}}]
"
    );
    let verdict = verdict(&gates, Roster::new(), facts, 12);
    let finding = &verdict.findings[0];
    assert_eq!((finding.outcome, finding.reason.as_str()), (outcome, reason), "{criterion}");
}

fn yes(id: &str, by: &str, hour: i64) -> Approval {
    Approval::new(id, payments(), by, at(hour))
}

#[test]
fn the_author_does_not_approve_and_nobody_counts_twice() {
    let candidate = Candidate::new("payments").with_version("1.0").with_authors(["ada"]);
    let criterion = "kind: approvals, groups: [{group: security}, {group: peer}]";
    says(
        criterion,
        [candidate.clone().into(), yes("a1", "ada", 1).into()],
        Outcome::Pending,
        "approvals are missing: 1 of security (0 so far) and 1 of peer (0 so far); ada takes part in the change and cannot approve it",
    );
    says(
        criterion,
        [candidate.into(), yes("a1", "grace", 1).into(), yes("a2", "bob", 2).into()],
        Outcome::Pass,
        "approved by bob, grace",
    );
    says(
        criterion,
        [yes("a1", "ada", 1).into(), yes("a2", "ada", 2).into()],
        Outcome::Pending,
        "approvals are missing: 1 of peer (0 so far)",
    );
    // She is in both groups, and is counted where he is not.
    says(
        criterion,
        [yes("a1", "ada", 1).into(), yes("a2", "cy", 2).into()],
        Outcome::Pass,
        "approved by ada, cy",
    );
}

#[test]
fn a_rejection_ends_it_until_it_is_withdrawn() {
    let no = yes("a2", "grace", 2).with_decision(ApprovalDecision::Reject).with_comment("keys leak");
    let withdrawn = |by| yes("a3", by, 3).with_decision(ApprovalDecision::Withdraw).into();
    let yes = || yes("a1", "bob", 1).into();
    says("kind: approvals", [yes(), no.clone().into()], Outcome::Fail, "rejected by grace: keys leak");
    says(
        "kind: approvals",
        [yes(), no.clone().into(), withdrawn("bob")],
        Outcome::Fail,
        "rejected by grace: keys leak",
    );
    says("kind: approvals", [yes(), no.into(), withdrawn("grace")], Outcome::Pass, "approved by bob");
}

#[test]
fn approvals_lapse() {
    let candidate = || Candidate::new("payments").with_version("1.1").with_scope("sha256:new").into();
    let pending = "approvals are missing: 1 by anybody (0 so far)";
    says(
        "kind: approvals",
        [candidate(), yes("a1", "bob", 1).with_scope("sha256:old").into()],
        Outcome::Pending,
        &format!("{pending}; bob approved another scope"),
    );
    let old = Approval::new("a1", payments().with_version("1.0"), "bob", at(1));
    says("kind: approvals", [candidate(), old.into()], Outcome::Pending, pending);
    says(
        "kind: approvals",
        [candidate(), yes("a1", "bob", 1).with_expires_at(at(12)).into()],
        Outcome::Pending,
        &format!("{pending}; the approval by bob lapsed at 2026-11-02T12:00:00Z"),
    );
    says(
        "kind: approvals, maximum_age: 10 hours",
        [candidate(), yes("a1", "bob", 1).into()],
        Outcome::Pending,
        &format!("{pending}; the approval by bob is too old"),
    );
}

#[test]
fn steps_follow_the_change_type() {
    let candidate = |of| Candidate::new("payments").with_version("1.0").with_change_type(of).into();
    let step = |id: &str, by: &str, hour, step: &str| yes(id, by, hour).with_step(step).into();
    let criterion = "kind: approvals, steps: {}";
    says(
        criterion,
        [candidate(ChangeType::Standard)],
        Outcome::Pass,
        "a standard change is authorised beforehand",
    );
    let normal = |hours: [i64; 3]| {
        [
            candidate(ChangeType::Normal),
            step("a1", "bob", hours[0], "peer"),
            step("a2", "eve", hours[1], "technical"),
            step("a3", "dan", hours[2], "cab"),
        ]
    };
    says(criterion, normal([1, 2, 3]), Outcome::Pass, "approved by bob, dan, eve");
    says(
        criterion,
        normal([1, 3, 2]),
        Outcome::Pending,
        "approvals are missing: cab: 1 of cab (0 so far); dan approved before the step before was through",
    );
    let urgent = || [candidate(ChangeType::Emergency), step("a1", "dan", 1, "cab")];
    says(criterion, urgent(), Outcome::Warn, "approved by dan; the retrospective is due");
    let done = urgent().into_iter().chain([step("a2", "grace", 5, "retrospective")]);
    says(criterion, done, Outcome::Pass, "approved by dan, grace");
}

#[test]
fn whoever_is_not_known_does_not_count() {
    let identity = Identity::new().with_person("ada", "github", "ada-l").with_person("grace", "github", "gh");
    let roster = || Roster::new().with_component("payments", Profile::new()).with_identity(identity.clone());
    let gates = "gates: [{name: g, criteria: [{name: it, kind: approvals}]}]";
    let by = |login: &str| yes("a1", login, 1).with_source(Source::new("github"));
    assert_eq!(verdict(gates, roster(), [by("ada-l").into()], 2).verdict, Signal::Go);
    // Somebody else may be called `ada` there.
    let found = verdict(gates, roster(), [by("ada").into()], 2);
    assert_eq!(found.verdict, Signal::Pending);
    assert!(found.findings[0].reason.ends_with("nobody is known as \"github:ada\", who approved"));
}

#[test]
fn checklists_are_gone_through_in_time() {
    let item = |answer| ChecklistItem::new("rollback").with_answer(answer).with_by("ada");
    let list = |answer| -> Fact {
        Checklist::new("c1", payments().with_version("0.9"), "rehearsal", at(1))
            .with_items([item(answer)])
            .into()
    };
    let criterion = "kind: checklist, list: rehearsal, any_version: true, maximum_age: 90 days";
    says(criterion, [], Outcome::Pending, "nobody went through the list \"rehearsal\"");
    says(
        criterion,
        [list(ChecklistAnswer::Go)],
        Outcome::Pass,
        "gone through at 2026-11-02T01:00:00Z, 1 items",
    );
    says(criterion, [list(ChecklistAnswer::Open)], Outcome::Pending, "not answered: rollback");
    says(criterion, [list(ChecklistAnswer::NoGo)], Outcome::Fail, "rollback is no go by ada");
    says(
        "kind: checklist, list: rehearsal, any_version: true, maximum_age: 1 hour",
        [list(ChecklistAnswer::Go)],
        Outcome::Pending,
        "the list \"rehearsal\" is out of date: it was gone through at 2026-11-02T01:00:00Z",
    );
    let candidate = Candidate::new("payments").with_version("1.0").into();
    says(
        "kind: checklist, list: rehearsal",
        [candidate, list(ChecklistAnswer::Go)],
        Outcome::Pending,
        "nobody went through the list \"rehearsal\"",
    );
}

#[test]
fn open_work_items_are_counted_for_the_version() {
    let item = |id: &str, severity: &str, version: &str, status| {
        WorkItem::new(id, at(1))
            .with_components(["payments"])
            .with_severity(severity)
            .with_fix_versions([version])
            .with_status(status)
    };
    let candidate = Candidate::new("payments").with_version("1.0").with_tag("v1.0");
    let facts = || -> Vec<Fact> {
        vec![
            candidate.clone().into(),
            item("PAY-1", "Blocker", "v1.0", WorkItemStatus::Open).into(),
            item("PAY-2", "blocker", "1.1", WorkItemStatus::Open).into(),
            item("PAY-3", "minor", "1.0", WorkItemStatus::InProgress).into(),
        ]
    };
    says("kind: work_items", [], Outcome::Pending, "the tracker said nothing of it");
    says("kind: work_items", facts(), Outcome::Fail, "2 open where 0 may be (PAY-1, PAY-3)");
    says("kind: work_items, severities: [blocker]", facts(), Outcome::Fail, "1 open where 0 may be (PAY-1)");
    says("kind: work_items, limits: {blocker: 1, minor: 1}", facts(), Outcome::Pass, "2 open");
    let mut closed = item("PAY-1", "blocker", "v1.0", WorkItemStatus::Done);
    closed.observed_at = at(2);
    let facts = facts().into_iter().chain([closed.into()]);
    says("kind: work_items, severities: [blocker]", facts, Outcome::Pass, "0 open");
}

#[test]
fn the_environment_has_to_be_fit() {
    let state = |component: &str, state: EnvironmentState| -> Fact {
        let subject = Subject::new(component).with_environment("production");
        Evidence::new(format!("e-{component}"), subject, state.into(), at(1)).into()
    };
    let well = || EnvironmentState::new().with_healthy(true).with_drifted(false);
    let criterion = "kind: environment";
    says(criterion, [state("payments", well())], Outcome::Pass, "production is ready");
    says(
        criterion,
        [state("payments", well().with_drifted(true))],
        Outcome::Fail,
        "it differs from what is declared",
    );
    says(
        criterion,
        [state("payments", EnvironmentState::new().with_healthy(true))],
        Outcome::Pending,
        "nobody reported whether it is as it is declared",
    );
    // The whole of it counts too.
    let booked = well().with_booked_by("load test").with_booked_until(at(20));
    says(
        criterion,
        [state("payments", well()), state("production", booked)],
        Outcome::Fail,
        "it is booked by load test until 2026-11-02T20:00:00Z",
    );
}

#[test]
fn contracts_hold_with_all_that_runs() {
    let runs = |component: &str, version: &str| -> Fact {
        let subject = Subject::new(component).with_version(version).with_environment("production");
        Deployment::new(format!("{component} {version}"), subject, at(1)).into()
    };
    let contract = |consumer: &str, version: &str, provider: &str| -> Fact {
        let subject = Subject::new(consumer).with_version(version);
        Evidence::new(format!("pact {consumer} {version}"), subject, Contract::new(provider).into(), at(1))
            .into()
    };
    let verified = |consumer: &str, version: &str, provider: &str, by: &str, success: bool| -> Fact {
        let subject = Subject::new(consumer).with_version(version);
        let value = ContractVerification::new(provider, by, success);
        Evidence::new(format!("{consumer} {version} {by}"), subject, value.into(), at(2)).into()
    };
    let candidate = || -> Fact { Candidate::new("payments").with_version("5").into() };
    let base = || vec![candidate(), runs("ledger", "7"), contract("payments", "5", "ledger")];
    let criterion = "kind: dependencies, providers: [ledger]";
    says(criterion, [candidate()], Outcome::Pending, "ledger does not run in production");
    says(criterion, base(), Outcome::Pending, "nobody verified the contract of payments 5 with ledger 7");
    let good = || base().into_iter().chain([verified("payments", "5", "ledger", "7", true)]);
    says(criterion, good(), Outcome::Pass, "1 providers run in production, 1 contracts hold");
    says(
        "kind: dependencies, versions: {ledger: '>=8.0.0'}",
        good(),
        Outcome::Pending,
        "ledger 7 runs in production, where >=8.0.0 is needed",
    );
    // A consumer from before, that nobody verified against this version.
    let legacy = || good().chain([runs("web", "1"), contract("web", "1", "payments")]);
    says(criterion, legacy(), Outcome::Pending, "nobody verified the contract of web 1 with payments 5");
    let left_out = format!("{criterion}, except: [web]");
    says(&left_out, legacy(), Outcome::Pass, "1 providers run in production, 1 contracts hold");
    let broken = legacy().chain([verified("web", "1", "payments", "5", false)]);
    says(criterion, broken, Outcome::Fail, "payments 5 does not keep its contract with web 1");
    says(
        "kind: dependencies, providers: [ledger], first_deployment: true",
        [candidate()],
        Outcome::Pass,
        "1 providers run in production, 0 contracts hold",
    );
}

#[test]
fn what_goes_together_is_named() {
    let runs = |component: &str, version: &str| -> Fact {
        let subject = Subject::new(component).with_version(version).with_environment("production");
        Deployment::new(format!("{component} {version}"), subject, at(1)).into()
    };
    let subject = Subject::new("payments").with_version("5");
    let facts: Vec<Fact> = vec![
        Candidate::new("payments").with_version("5").into(),
        Candidate::new("ledger").with_version("8").into(),
        runs("ledger", "7"),
        Evidence::new("p", subject.clone(), Contract::new("ledger").into(), at(1)).into(),
        Evidence::new("v", subject, ContractVerification::new("ledger", "8", true).into(), at(1)).into(),
    ];
    says(
        "kind: dependencies",
        facts,
        Outcome::Pending,
        "nobody verified the contract of payments 5 with ledger 7; ledger and payments could go together",
    );
}

#[test]
fn an_emergency_passes_over_and_leaves_a_duty() {
    let gates = "
groups: {commander: [ada]}
break_glass: {roles: [commander], retrospective_within: 2 days}
gates: [{name: g, criteria: [{name: it, kind: checklist, list: go_no_go}]}]
";
    let glass = |by: &str, reason: &str| BreakGlass::new("b1", payments(), reason, by, "commander", at(1));
    let duty = |verdict: &Verdict| {
        let mut findings = verdict.findings.iter();
        findings.find(|finding| finding.kind == "emergency").map(|finding| finding.reason.clone())
    };
    let held = |facts: Vec<Fact>, hour| verdict(gates, Roster::new(), facts, hour);

    let broken = held(vec![glass("ada", "site is down").into()], 2);
    assert_eq!((broken.verdict, broken.findings[0].outcome), (Signal::Conditional, Outcome::Waived));
    assert_eq!(
        duty(&broken).unwrap(),
        "emergency \"b1\" by ada (site is down) has had no retrospective by somebody else, due 2026-11-04T01:00:00Z"
    );
    assert!(duty(&held(vec![glass("ada", "site is down").into()], 50)).unwrap().contains("overdue since"));

    let own = yes("r1", "ada", 3).with_step("retrospective");
    let others = yes("r2", "grace", 4).with_step("retrospective");
    let facts = |approval: Approval| vec![glass("ada", "site is down").into(), approval.into()];
    assert!(duty(&held(facts(own), 5)).is_some());
    let met = held(facts(others), 5);
    assert_eq!((met.verdict, duty(&met)), (Signal::Conditional, None));

    let mut intern = glass("ada", "site is down");
    intern.role = "intern".into();
    for wrong in [glass("ada", " "), glass("eve", "site is down"), intern] {
        assert_eq!(held(vec![wrong.into()], 2).verdict, Signal::Pending);
    }
}

#[test]
fn waivers_are_for_a_while_and_not_by_the_author() {
    let gates = "gates: [{name: g, criteria: [{name: meeting, kind: checklist, list: go_no_go}]}]";
    let waiver = |by: &str| {
        Waiver::new("w1", "meeting", "hotfix", by, at(1)).with_component("pay*").with_expires_at(at(10))
    };
    let candidate = || Candidate::new("payments").with_version("1.0").with_authors(["ada"]).into();
    let found = |waiver: Waiver, hour| {
        let found = verdict(gates, Roster::new(), [candidate(), waiver.into()], hour);
        (found.verdict, found.findings[0].outcome, found.findings[0].reason.clone())
    };
    let (signal, outcome, _) = found(waiver("grace"), 5);
    assert_eq!((signal, outcome), (Signal::Conditional, Outcome::Waived));
    let (signal, _, reason) = found(waiver("grace"), 10);
    assert_eq!(signal, Signal::Pending);
    assert!(reason.contains("waiver \"w1\" expired at 2026-11-02T10:00:00Z"), "{reason}");
    let (signal, _, reason) = found(waiver("ada"), 5);
    assert_eq!(signal, Signal::Pending);
    assert!(reason.contains("ada, who granted it, wrote what it is for"), "{reason}");
    assert_eq!(found(waiver("grace"), 0).0, Signal::Pending);
    assert_eq!(found(waiver("grace").with_version("0.9"), 5).0, Signal::Pending);
    assert_eq!(found(waiver("grace").with_gate("other"), 5).0, Signal::Pending);
}

#[test]
fn contradictory_facts_make_their_subject_pending() {
    let gates = "gates: [{name: g, criteria: [{name: it, kind: approvals}]}]";
    let facts = |extra: Option<Approval>| -> Vec<Fact> {
        let no = yes("a2", "bob", 1).with_decision(ApprovalDecision::Withdraw);
        let all = [yes("a1", "bob", 1), no, yes("a3", "grace", 1)];
        all.into_iter().chain(extra).map(Fact::from).collect()
    };
    assert_eq!(verdict(gates, Roster::new(), facts(None), 2).verdict, Signal::Pending);
    // What he says later counts.
    assert_eq!(verdict(gates, Roster::new(), facts(Some(yes("a4", "bob", 2))), 3).verdict, Signal::Go);
}

#[test]
fn the_cheapest_way_asks_each_person_once() {
    let ways = |criterion: &str, facts: Vec<Fact>| {
        let gates = format!(
            "
groups: {{security: [ada, grace], peer: [ada, bob, cy], cab: [dan], duo: [ada, bob]}}
gates: [{{name: g, criteria: [{{name: it, kind: approvals, {criterion}}}]}}]
"
        );
        let mut held = Facts::new(Roster::new());
        held.add(facts);
        let gates = GateSet::parse(&gates).unwrap();
        let scope = Scope::new();
        let ways =
            what_would_turn_it_green(&gates, &held, "payments", &scope, at(12), &WhatIf::new()).unwrap();
        let told = |way: &greenboard::gate::Way| {
            let step = |step: &greenboard::gate::WayStep| {
                format!("{}: {}", step.owner.as_deref().unwrap_or("?"), step.action)
            };
            (way.cost, way.steps.iter().map(step).collect::<Vec<_>>())
        };
        ways.ways.first().map(told)
    };
    let steps = |texts: &[&str]| {
        Some((texts.len() as f64, texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()))
    };
    assert_eq!(
        ways("groups: [{group: security}, {group: cab}]", Vec::new()),
        steps(&["ada: Approve for security.", "dan: Approve for cab."])
    );
    assert_eq!(
        ways("steps: {normal: [lead, cab]}", Vec::new()),
        steps(&[
            "?: Approve the step lead. Anybody who takes no part in it may.",
            "dan: Approve the step cab."
        ])
    );
    // Two of two groups that share a person.
    assert_eq!(
        ways("groups: [{group: security, quorum: 2}, {group: duo}]", vec![yes("a1", "ada", 1).into()]),
        steps(&["grace: Approve for security.", "bob: Approve for duo."])
    );
    // The only one who may approve the last step has approved the first: somebody else has to do that.
    assert_eq!(
        ways("steps: {normal: [lead, cab]}", vec![yes("a1", "dan", 1).with_step("lead").into()]),
        steps(&[
            "?: Approve the step lead. Anybody who takes no part in it may.",
            "dan: Approve the step cab."
        ])
    );
    assert_eq!(ways("groups: [{group: cab, quorum: 2}]", Vec::new()), None);
}

#[test]
fn what_is_put_forward_later_is_not_what_goes_out_now() {
    let gates = "gates: [{name: g, criteria: [{name: it, kind: approvals}]}]";
    let of =
        |version: &str, hour| Candidate::new("payments").with_version(version).with_observed_at(at(hour));
    let approval = Approval::new("a1", payments().with_version("1.0"), "ada", at(2));
    let facts = [of("1.0", 1).into(), of("1.1", 20).into(), approval.into()];
    let early = verdict(gates, Roster::new(), facts.clone(), 12);
    assert_eq!((early.version.as_deref(), early.verdict), (Some("1.0"), Signal::Go));
    let late = verdict(gates, Roster::new(), facts, 20);
    assert_eq!((late.version.as_deref(), late.verdict), (Some("1.1"), Signal::Pending));
}

#[test]
fn a_criterion_that_has_no_say_does_not_stand_in_for_another() {
    let gates = |least: u32| {
        format!(
            "
gates:
  - name: g
    at_least: {least}
    criteria:
      - {{name: one, kind: threshold, metric: m, maximum: 1}}
      - {{name: two, kind: threshold, metric: n, maximum: 1, severity: info}}
"
        )
    };
    let metric = |id: &str, name: &str| -> Fact {
        Evidence::new(id, payments(), greenboard::fact::Metric::new(name, 7.0).into(), at(1)).into()
    };
    let verdict = verdict(&gates(1), Roster::new(), [metric("e1", "m"), metric("e2", "n")], 12);
    assert_eq!(verdict.verdict, Signal::NoGo);
    assert!(GateSet::parse(&gates(2)).is_err());
}

#[test]
fn a_fix_version_with_a_v_is_the_version() {
    let gates = "gates: [{name: g, criteria: [{name: it, kind: work_items}]}]";
    let item = |version: &str| {
        WorkItem::new("A-1", at(1)).with_components(["payments"]).with_fix_versions([version])
    };
    let candidate = || Candidate::new("payments").with_version("1.4.0");
    for (version, signal) in [("v1.4.0", Signal::NoGo), ("1.4.0", Signal::NoGo), ("v1.5.0", Signal::Go)] {
        let facts: [Fact; 2] = [candidate().into(), item(version).into()];
        assert_eq!(verdict(gates, Roster::new(), facts, 12).verdict, signal, "{version}");
    }
}
