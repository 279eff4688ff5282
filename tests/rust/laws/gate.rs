//! Gates: independent of order, as good as a slow model, never green for want of evidence or by waiver; boards equal to verdicts one
//! by one, and kept up equal to made anew; ways that turn a verdict, none cheaper.

use crate::oracle::gate::{
    Asks, Exempt, Guard, MOST, Measured, candidate, component, gate_signal, gates, minute, outcomes, verdict,
    ways,
};
use greenboard::fact::{Evidence, Fact, Facts, Metric, Profile, Roster, Subject};
use greenboard::gate::{
    GateSet, LiveBoard, Outcome, Scope, Severity, Signal, WhatIf, board, diff_boards, evaluate,
    what_would_turn_it_green,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// So many components, the last of which has no candidate.
const COMPONENTS: u8 = 4;
const METRICS: u8 = 4;
const LAST_MINUTE: u8 = 30;

fn guard() -> impl Strategy<Value = Guard> {
    let severity = || select(Severity::ALL.to_vec());
    let asks = (0..METRICS, prop::option::weighted(0.3, severity()), 1..6_u8);
    let asks = asks.prop_map(|(metric, severity, cost)| Asks { metric, severity, cost });
    let except = vec(0..COMPONENTS, 0..2);
    (severity(), any::<prop::sample::Index>(), any::<bool>(), vec(asks, 1..5), except).prop_map(
        |(severity, least, all, asks, except)| {
            // Between one and all of those that have a say.
            let says = |asks: &&Asks| asks.severity.unwrap_or(severity) != Severity::Info;
            let most = match asks.iter().filter(says).count() {
                0 => asks.len(),
                some => some,
            };
            let at_least = (!all).then(|| least.index(most) as u8 + 1);
            Guard { severity, at_least, asks, except }
        },
    )
}

/// Measurements of which no two are of one metric, subject and instant: they would contradict each other.
fn measured() -> impl Strategy<Value = Vec<Measured>> {
    let one = (
        0..COMPONENTS,
        0..METRICS,
        0..2 * MOST,
        prop::option::of(0..2_u8),
        0..LAST_MINUTE,
        prop::option::weighted(0.3, 1..10_u8),
    );
    let one = one.prop_map(|(component, metric, value, version, minute, lasts)| Measured {
        component,
        metric,
        value,
        version,
        minute,
        lasts,
    });
    vec(one, 0..40).prop_map(|mut all| {
        let mut seen = std::collections::BTreeSet::new();
        all.retain(|one| seen.insert((one.component, one.metric, one.version, one.minute)));
        all
    })
}

fn exempt() -> impl Strategy<Value = Exempt> {
    let parts = (
        prop::option::of(0..COMPONENTS),
        0..3_u8,
        0..4_u8,
        0..LAST_MINUTE,
        prop::option::weighted(0.5, 1..10_u8),
    );
    parts.prop_map(|(component, gate, criterion, minute, lasts)| Exempt {
        component,
        gate,
        criterion,
        minute,
        lasts,
    })
}

fn world() -> impl Strategy<Value = (Vec<Guard>, Vec<Measured>, Vec<Exempt>)> {
    (vec(guard(), 1..4), measured(), vec(exempt(), 0..4))
}

/// Whom a candidate is known of, at this version.
fn version(component: u8) -> Option<u8> {
    (component + 1 < COMPONENTS).then_some(component % 2)
}

fn all_facts(measured: &[Measured], exempt: &[Exempt]) -> Vec<Fact> {
    let candidates = (0..COMPONENTS).filter_map(|of| Some(candidate(of, version(of)?)));
    let measured = measured.iter().enumerate().map(|(number, one)| one.fact(number));
    let exempt = exempt.iter().enumerate().map(|(number, one)| one.fact(number));
    candidates.chain(measured).chain(exempt).collect()
}

fn known(facts: Vec<Fact>) -> Facts {
    let mut known = Facts::new(Roster::new());
    known.add(facts);
    known
}

fn is_pass(outcome: &Outcome) -> bool {
    *outcome == Outcome::Pass
}

proptest! {
    #[test]
    fn verdicts_are_those_of_the_model((guards, measured, exempt) in world(), at in 0..LAST_MINUTE) {
        let (gates, facts) = (gates(&guards), known(all_facts(&measured, &exempt)));
        for of in 0..COMPONENTS {
            let expected = outcomes(&guards, &measured, &exempt, of, version(of), at);
            let found = evaluate(&gates, &facts, &component(of), &Scope::new(), minute(at)).unwrap();
            prop_assert_eq!(found.verdict, verdict(&guards, &expected));
            let all: Vec<Outcome> = found.findings.iter().map(|finding| finding.outcome).collect();
            prop_assert_eq!(all, expected.iter().flatten().flatten().copied().collect::<Vec<_>>());
            let signals: Vec<Signal> = found.gates.iter().map(|gate| gate.verdict).collect();
            let of_gate = |(guard, outcomes): (&Guard, &Option<Vec<Outcome>>)| Some(gate_signal(guard, outcomes.as_ref()?));
            prop_assert_eq!(signals, guards.iter().zip(&expected).filter_map(of_gate).collect::<Vec<_>>());
        }
    }

    #[test]
    fn order_is_of_no_account((guards, measured, exempt) in world(), at in 0..LAST_MINUTE, seed in any::<u64>()) {
        let gates = gates(&guards);
        let facts = all_facts(&measured, &exempt);
        let mut shuffled = facts.clone();
        let mut state = seed;
        for place in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            shuffled.swap(place, (state >> 33) as usize % (place + 1));
        }
        let (first, second) = (known(facts), known(shuffled));
        let json = |facts: &Facts| board(&gates, facts, &Scope::new(), minute(at)).unwrap().to_json().unwrap();
        prop_assert_eq!(json(&first), json(&second));
        let json = |facts: &Facts| evaluate(&gates, facts, &component(0), &Scope::new(), minute(at)).unwrap().to_json().unwrap();
        prop_assert_eq!(json(&first), json(&second));
    }

    #[test]
    fn neither_waived_nor_missing_is_go((guards, measured, exempt) in world(), at in 0..LAST_MINUTE) {
        let (gates, facts) = (gates(&guards), known(all_facts(&measured, &exempt)));
        for of in 0..COMPONENTS {
            let found = evaluate(&gates, &facts, &component(of), &Scope::new(), minute(at)).unwrap();
            for gate in found.gates.iter().filter(|gate| gate.at_least.is_none()) {
                let weighs = |finding: &&greenboard::gate::Finding| {
                    finding.gate == gate.gate && finding.severity != Severity::Info && !is_pass(&finding.outcome)
                };
                if found.findings.iter().any(|finding| weighs(&finding)) {
                    prop_assert_ne!(gate.verdict, Signal::Go);
                    prop_assert_ne!(found.verdict, Signal::Go);
                }
            }
        }
    }

    #[test]
    fn better_evidence_makes_nothing_worse(
        (guards, measured, exempt) in world(),
        at in 0..LAST_MINUTE,
        better in vec(any::<bool>(), 40),
    ) {
        let gates = gates(&guards);
        let mut improved = measured.clone();
        for (one, better) in improved.iter_mut().zip(better) {
            if better {
                one.value = one.value.min(MOST);
            }
        }
        let judge = |measured: &[Measured], of: u8| {
            let facts = known(all_facts(measured, &exempt));
            evaluate(&gates, &facts, &component(of), &Scope::new(), minute(at)).unwrap().verdict
        };
        for of in 0..COMPONENTS {
            prop_assert!(judge(&improved, of) <= judge(&measured, of));
        }
    }

    #[test]
    fn a_board_is_its_verdicts((guards, measured, exempt) in world(), at in 0..LAST_MINUTE) {
        let (gates, facts) = (gates(&guards), known(all_facts(&measured, &exempt)));
        let made = board(&gates, &facts, &Scope::new(), minute(at)).unwrap();
        prop_assert_eq!(made.rows.len(), usize::from(COMPONENTS - 1));
        for row in &made.rows {
            let verdict = evaluate(&gates, &facts, &row.component, &Scope::new(), minute(at)).unwrap();
            prop_assert_eq!(row.verdict, verdict.verdict);
            prop_assert_eq!(&row.version, &verdict.version);
            let listed: Vec<_> = verdict.findings.iter().filter(|finding| !is_pass(&finding.outcome)).cloned().collect();
            prop_assert_eq!(&row.findings, &listed);
            let signals: Vec<Signal> = row.gates.iter().flatten().copied().collect();
            prop_assert_eq!(signals, verdict.gates.iter().map(|gate| gate.verdict).collect::<Vec<_>>());
        }
        let worst = made.rows.iter().map(|row| row.verdict).max().unwrap();
        prop_assert_eq!(made.verdict, worst);
        let counts = [made.verdicts.go, made.verdicts.conditional, made.verdicts.pending, made.verdicts.no_go];
        prop_assert_eq!(counts.iter().sum::<u64>() as usize, made.rows.len());
    }

    #[test]
    fn a_board_kept_up_is_a_board_made_anew(
        (guards, measured, exempt) in world(),
        steps in vec((0..8_usize, 0..LAST_MINUTE), 1..8),
        named in any::<bool>(),
    ) {
        let gates = gates(&guards);
        let scope = if named { Scope::new().with_component(component(1)).with_component(component(3)) } else { Scope::new() };
        let mut roster = Roster::new();
        for of in 0..COMPONENTS {
            let profile = Profile::new().with_provider(component((of + 1) % COMPONENTS));
            roster = roster.with_component(component(of), profile);
        }
        let mut waiting = all_facts(&measured, &exempt);
        // Candidates come in between as well.
        let length = waiting.len();
        waiting.swap(0, length / 2);
        let mut facts = Facts::new(roster);
        let mut live = LiveBoard::new(gates.clone(), scope.clone(), &facts, minute(0)).unwrap();
        for (count, at) in steps {
            let rest = waiting.split_off(count.min(waiting.len()));
            facts.add(std::mem::replace(&mut waiting, rest));
            let before = live.board().clone();
            let changes = live.update(&facts, minute(at)).unwrap();
            let anew = board(&gates, &facts, &scope, minute(at)).unwrap();
            prop_assert_eq!(live.board(), &anew);
            prop_assert_eq!(changes, diff_boards(&before, &anew).changes);
        }
    }

    #[test]
    fn ways_turn_it_and_none_is_cheaper(
        (guards, measured, _) in world(),
        at in 0..LAST_MINUTE,
        target in select(vec![Signal::Go, Signal::Conditional]),
    ) {
        let gates = gates(&guards);
        let known = known(all_facts(&measured, &[]));
        let of = 0;
        let expected = ways(&guards, &outcomes(&guards, &measured, &[], of, version(of), at), target);
        let what_if = WhatIf::new().with_target(target).with_most(5);
        let found = what_would_turn_it_green(&gates, &known, &component(of), &Scope::new(), minute(at), &what_if).unwrap();
        prop_assert!(found.exhaustive && found.obstacles.is_empty());
        let name = |(gate, number): &(usize, usize)| (format!("g{gate}"), format!("c{number}"));
        let named: Vec<(u64, Vec<(String, String)>)> =
            expected.iter().take(5).map(|(cost, set)| (*cost, set.iter().map(name).collect())).collect();
        let told: Vec<(u64, Vec<(String, String)>)> = found
            .ways
            .iter()
            .map(|way| (way.cost as u64, way.steps.iter().map(|step| (step.gate.clone(), step.criterion.clone())).collect()))
            .collect();
        prop_assert_eq!(told, named);
    }

    #[test]
    fn gates_are_read_as_they_are_written(guards in vec(guard(), 1..4)) {
        let gates = gates(&guards);
        let json = gates.to_json().unwrap();
        let read = GateSet::parse(&json).unwrap();
        prop_assert_eq!(&read, &gates);
        prop_assert_eq!(read.digest(), gates.digest());
        prop_assert_eq!(read.to_json().unwrap(), json);
    }

    #[test]
    fn gate_files_of_any_text_are_refused_or_read(text in "[a-z${}: \\[\\],\n-]{0,80}") {
        let _ = GateSet::parse(&text);
        let _ = GateSet::parse(&format!("parameters: {{a: {{default: {text}}}}}\ngates: [{{name: '${{a}}', criteria: [{text}]}}]"));
    }
}

#[test]
fn contradictory_facts_leave_their_subject_pending_and_nobody_else() {
    let gates = GateSet::parse(
        "gates: [{name: quality, criteria: [{name: errors, kind: threshold, metric: errors}]}]",
    )
    .unwrap();
    let seen = |id: &str, of: &str, value: f64| -> Fact {
        Evidence::new(id, Subject::new(of), Metric::new("errors", value).into(), minute(0)).into()
    };
    let facts = known(vec![seen("e1", "api", 0.1), seen("e2", "api", 0.2), seen("e3", "web", 0.1)]);
    let made = board(&gates, &facts, &Scope::new(), minute(1)).unwrap();
    let verdicts: Vec<Signal> = made.rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Signal::Pending, Signal::Go]);
    let finding = &made.rows[0].findings[0];
    assert_eq!(
        (finding.gate.as_str(), finding.evidence.as_slice()),
        ("facts", &["e1".to_owned(), "e2".to_owned()][..])
    );
    let facts = known(vec![
        seen("e1", "api", 0.1),
        seen("e2", "api", 0.2),
        Evidence::new("e4", Subject::new("api"), Metric::new("errors", 0.1).into(), minute(1)).into(),
    ]);
    assert_eq!(evaluate(&gates, &facts, "api", &Scope::new(), minute(1)).unwrap().verdict, Signal::Go);
}
