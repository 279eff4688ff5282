//! Facts are a set: how they came in is of no account.

use greenboard::fact::{
    Approval, ApprovalDecision, BreakGlass, Candidate, ChangeRequest, Checklist, ChecklistAnswer,
    ChecklistItem, Deployment, DeploymentStatus, Evidence, Fact, Facts, Identity, Metric, Profile, Roster,
    Source, Subject, Waiver, WorkItem, WorkItemStatus,
};
use greenboard::gate::{GateSet, Outcome, Scope, Signal, evaluate};
use jiff::Timestamp;
use proptest::prelude::*;

fn at(hour: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + hour * 3600).unwrap()
}

fn pick(of: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    prop::sample::select(of.to_vec()).prop_map(str::to_owned)
}

fn subject() -> impl Strategy<Value = Subject> {
    (pick(&["payments", "pay-job", "web", "wbe"]), prop::option::of(pick(&["1.0", "v1.0", "9fceb02", "2.0"])))
        .prop_map(|(component, version)| {
            let subject = Subject::new(component).with_environment("prod");
            version.into_iter().fold(subject, Subject::with_version)
        })
}

fn source() -> impl Strategy<Value = Source> {
    pick(&["given", "jenkins", "github"]).prop_map(Source::new)
}

fn person() -> impl Strategy<Value = String> {
    pick(&["ada", "ada-l", "grace", "mallory", "Grace@acme.dev"])
}

fn id() -> impl Strategy<Value = String> {
    pick(&["x1", "x2", "x3", "x4"])
}

/// Facts that are about few things, so that they meet.
fn fact() -> impl Strategy<Value = Fact> {
    let hour = 0_i64..4;
    prop_oneof![
        4 => (id(), subject(), 0_u8..3, source(), hour.clone()).prop_map(|(id, subject, value, source, hour)| {
            let value = Metric::new("errors", f64::from(value)).into();
            Evidence::new(id, subject, value, at(hour)).with_source(source).into()
        }),
        1 => (pick(&["payments", "web"]), pick(&["1.0", "2.0"]), person(), hour.clone()).prop_map(|(name, version, author, hour)| {
            let candidate = Candidate::new(name).with_version(version).with_tag("v1.0").with_authors([author]);
            candidate.with_commit("9fceb02d0ae598e95dc970b74767f19372d61af8").with_observed_at(at(hour)).into()
        }),
        3 => (id(), subject(), person(), 0_usize..3, source(), hour.clone()).prop_map(|(id, subject, by, decision, source, hour)| {
            let decision = ApprovalDecision::ALL[decision];
            Approval::new(id, subject, by, at(hour)).with_decision(decision).with_source(source).into()
        }),
        1 => (id(), pick(&["errors", "reviewed"]), person(), prop::option::of(pick(&["pay*", "web", "pay-job"])), hour.clone(), 0_i64..9).prop_map(
            |(id, criterion, by, component, hour, until)| {
                let waiver = Waiver::new(id, criterion, "it is known", by, at(hour)).with_expires_at(at(until));
                component.into_iter().fold(waiver, Waiver::with_component).into()
            }
        ),
        1 => (id(), subject(), person(), pick(&["", "fire"]), hour.clone()).prop_map(|(id, subject, by, reason, hour)| {
            BreakGlass::new(id, subject, reason, by, "commander", at(hour)).into()
        }),
        1 => (id(), 0_usize..2, hour.clone()).prop_map(|(id, status, hour)| {
            let status = [WorkItemStatus::Open, WorkItemStatus::Done][status];
            WorkItem::new(id, at(hour)).with_components(["payments", "web"]).with_status(status).into()
        }),
        1 => (id(), hour.clone()).prop_map(|(id, hour)| {
            ChangeRequest::new(id, at(hour)).with_components(["payments"]).into()
        }),
        1 => (id(), subject(), 0_usize..4, hour.clone()).prop_map(|(id, subject, answer, hour)| {
            let item = ChecklistItem::new("ready").with_answer(ChecklistAnswer::ALL[answer]);
            Checklist::new(id, subject, "go_no_go", at(hour)).with_items([item]).into()
        }),
        1 => (id(), subject(), 0_usize..5, hour).prop_map(|(id, subject, status, hour)| {
            Deployment::new(id, subject, at(hour)).with_status(DeploymentStatus::ALL[status]).into()
        }),
    ]
}

fn roster(known: bool) -> Roster {
    if !known {
        return Roster::new();
    }
    let identity = Identity::new()
        .with_component("payments", "jenkins", "pay-job")
        .with_person("ada", "github", "ada-l")
        .with_person("grace", "email", "grace@acme.dev")
        .with_environment("production", "jenkins", "prod");
    let roster = Roster::new().with_component("payments", Profile::new()).with_identity(identity);
    roster.with_component("web", Profile::new())
}

fn gates() -> GateSet {
    GateSet::parse(
        "
gates:
  - name: all
    criteria:
      - {name: errors, kind: threshold, metric: errors, maximum: 1}
      - {name: reviewed, kind: approvals}
      - {name: meeting, kind: checklist, list: go_no_go}
      - {name: defects, kind: work_items}
break_glass: {roles: [commander], retrospective_within: 2 hours}
",
    )
    .unwrap()
}

/// All that can be asked of facts.
fn answers(facts: &Facts) -> Vec<String> {
    let gates = gates();
    let verdicts = ["payments", "web", "wbe", "pay-job"].into_iter().filter_map(|component| {
        Some(evaluate(&gates, facts, component, &Scope::new(), at(5)).ok()?.to_json().unwrap())
    });
    let mut said: Vec<String> = verdicts.collect();
    said.push(facts.to_json().unwrap());
    said.push(facts.digest().unwrap());
    said.push(format!("{:?} {:?} {}", facts.contradictions(), facts.unresolved(), facts.len()));
    said
}

proptest! {
    #[test]
    fn order_and_batches_are_of_no_account(
        (given, shuffled) in prop::collection::vec(fact(), 0..24).prop_flat_map(|facts| {
            (Just(facts.clone()), Just(facts).prop_shuffle())
        }),
        known in any::<bool>(),
    ) {
        let mut at_once = Facts::new(roster(known));
        let added = at_once.add(given.clone());
        prop_assert_eq!(added.added + added.absorbed, given.len() as u64);
        prop_assert_eq!(added.added, at_once.len() as u64);

        let mut one_by_one = Facts::new(roster(known));
        for fact in shuffled {
            one_by_one.add([fact]);
        }
        prop_assert_eq!(answers(&at_once), answers(&one_by_one));
        prop_assert_eq!(at_once.absorbed(), one_by_one.absorbed());
    }

    #[test]
    fn what_is_sent_again_is_absorbed(given in prop::collection::vec(fact(), 0..24), known in any::<bool>()) {
        let mut facts = Facts::new(roster(known));
        facts.add(given.clone());
        let before = answers(&facts);
        let again = facts.add(given.clone());
        prop_assert_eq!((again.added, again.absorbed), (0, given.len() as u64));
        prop_assert_eq!(&answers(&facts), &before);

        let read = Facts::read(roster(known), facts.to_json().unwrap()).unwrap();
        prop_assert_eq!(&answers(&read), &before);
        // What was read knows where in the text it stood; that makes it no other fact.
        let mut facts = read;
        let text = facts.to_json().unwrap().replace(',', ",\n");
        prop_assert_eq!(facts.add(greenboard::fact::read(text).unwrap()).added, 0);
    }

    /// Against the rule word for word, looking at all pairs.
    #[test]
    fn contradictions_are_those_of_all_pairs(given in prop::collection::vec(fact(), 0..24)) {
        let mut facts = Facts::new(Roster::new());
        facts.add(given.clone());
        let evidence: Vec<&Evidence> = given.iter().filter_map(|fact| match fact {
            Fact::Evidence(evidence) => Some(evidence),
            _ => None,
        }).collect();
        let clash = |a: &Evidence, b: &Evidence| {
            a != b && (a.id == b.id
                || (&a.subject, &a.source, a.observed_at) == (&b.subject, &b.source, b.observed_at)
                    && a.value.kind() == b.value.kind() && a.value != b.value)
        };
        let mut expected: Vec<&str> = evidence.iter()
            .filter(|a| evidence.iter().any(|b| clash(a, b)))
            .map(|a| a.id.as_str()).collect();
        let mut found: Vec<String> = facts.contradictions().into_iter()
            .filter(|contradiction| contradiction.fact == "evidence")
            .flat_map(|contradiction| contradiction.ids).collect();
        expected.sort_unstable();
        expected.dedup();
        found.sort_unstable();
        found.dedup();
        // A third one that agrees with one of two is told beside them.
        prop_assert!(expected.iter().all(|id| found.iter().any(|known| known == id)));
        prop_assert_eq!(found.is_empty(), expected.is_empty());
    }

    #[test]
    fn a_waiver_is_never_go(given in prop::collection::vec(fact(), 0..24), known in any::<bool>()) {
        let mut facts = Facts::new(roster(known));
        facts.add(given);
        for component in ["payments", "web"] {
            let Ok(verdict) = evaluate(&gates(), &facts, component, &Scope::new(), at(5)) else { continue };
            if verdict.findings.iter().any(|finding| finding.outcome == Outcome::Waived) {
                prop_assert!(verdict.verdict >= Signal::Conditional);
            }
        }
    }
}

/// What is missing is never go, under block and under warn.
#[test]
fn missing_is_never_go() {
    let kinds = [
        "{name: x, kind: approvals}",
        "{name: x, kind: approvals, steps: {}}",
        "{name: x, kind: approvals, groups: [{people: [ada], quorum: 1}]}",
        "{name: x, kind: checklist, list: go_no_go}",
        "{name: x, kind: work_items}",
        "{name: x, kind: environment}",
        "{name: x, kind: dependencies, providers: [ledger]}",
        "{name: x, kind: dependencies, contracts: required}",
    ];
    for kind in kinds {
        for (severity, least) in [("block", Signal::Pending), ("warn", Signal::Conditional)] {
            let text = format!("gates: [{{name: g, severity: {severity}, criteria: [{kind}]}}]");
            let gates = GateSet::parse(&text).unwrap();
            let scope = Scope::new().with_environment("production");
            let mut facts = Facts::new(Roster::new());
            facts.add([Candidate::new("payments").with_version("1.0").into()]);
            for facts in [&Facts::new(Roster::new()), &facts] {
                let verdict = evaluate(&gates, facts, "payments", &scope, at(0)).unwrap();
                assert!(verdict.verdict >= least, "{kind} under {severity}: {:?}", verdict.verdict);
            }
        }
    }
}
