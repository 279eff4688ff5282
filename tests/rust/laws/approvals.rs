//! Approvals are enough exactly where everybody can be put in one place.

use greenboard::fact::{Approval, ApprovalDecision, Candidate, Facts, Roster, Subject};
use greenboard::gate::{GateSet, Outcome, Scope, evaluate};
use jiff::Timestamp;
use proptest::prelude::*;
use std::collections::BTreeMap;

const PEOPLE: [&str; 6] = ["ada", "bob", "cy", "dan", "eve", "fay"];

fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + minute * 60).unwrap()
}

/// Whether people can be put into places so that all are filled, by trying everything.
fn fits(people: &[Vec<usize>], left: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = people.split_first() else { return left.iter().all(|left| *left == 0) };
    if fits(rest, left) {
        return true;
    }
    for &group in first {
        if left[group] > 0 {
            left[group] -= 1;
            let fit = fits(rest, left);
            left[group] += 1;
            if fit {
                return true;
            }
        }
    }
    false
}

proptest! {
    #[test]
    fn enough_is_what_an_assignment_fills(
        groups in prop::collection::vec((prop::sample::subsequence(PEOPLE.to_vec(), 0..=6), 0_usize..3), 1..4),
        decisions in prop::collection::vec((0_usize..6, 0_usize..10), 0..10),
        author in prop::option::of(0_usize..6),
    ) {
        let mut text = String::from("groups:\n");
        for (index, (people, _)) in groups.iter().enumerate() {
            text += &format!("  g{index}: [{}]\n", people.join(", "));
        }
        text += "gates: [{name: g, criteria: [{name: a, kind: approvals, groups: [";
        let quotas: Vec<String> = groups.iter().enumerate()
            .map(|(index, (_, quorum))| format!("{{group: g{index}, quorum: {quorum}}}")).collect();
        text += &format!("{}]}}]}}]\n", quotas.join(", "));
        let gates = GateSet::parse(&text).unwrap();

        let mut facts = Facts::new(Roster::new());
        let candidate = Candidate::new("payments").with_version("1.0");
        let candidate = author.into_iter().fold(candidate, |c, author| c.with_authors([PEOPLE[author]]));
        facts.add([candidate.into()]);
        let mut standing: BTreeMap<usize, bool> = BTreeMap::new();
        let mut rejected: BTreeMap<usize, ()> = BTreeMap::new();
        for (index, (person, decision)) in decisions.iter().enumerate() {
            let decision = match decision {
                0 => ApprovalDecision::Reject,
                1 => ApprovalDecision::Withdraw,
                _ => ApprovalDecision::Approve,
            };
            match decision {
                ApprovalDecision::Reject => drop(rejected.insert(*person, ())),
                ApprovalDecision::Withdraw => {
                    rejected.remove(person);
                    standing.remove(person);
                }
                _ => drop(standing.insert(*person, true)),
            }
            let approval = Approval::new(format!("a{index}"), Subject::new("payments"), PEOPLE[*person], at(index as i64));
            facts.add([approval.with_decision(decision).into()]);
        }

        let may: Vec<Vec<usize>> = standing.keys().filter(|person| Some(**person) != author).map(|person| {
            (0..groups.len()).filter(|group| groups[*group].0.contains(&PEOPLE[*person])).collect()
        }).collect();
        let mut left: Vec<usize> = groups.iter().map(|(_, quorum)| *quorum).collect();
        let expected = match (rejected.is_empty(), fits(&may, &mut left)) {
            (false, _) => Outcome::Fail,
            (true, true) => Outcome::Pass,
            (true, false) => Outcome::Pending,
        };
        let verdict = evaluate(&gates, &facts, "payments", &Scope::new(), at(100)).unwrap();
        prop_assert_eq!(verdict.findings[0].outcome, expected, "{}", verdict.findings[0].reason);
    }
}
