//! Boards of so many components that they are read from columns: equal to verdicts one by one, which are read from records.

use greenboard::fact::{
    BreakGlass, Candidate, Evidence, Fact, Facts, Metric, Profile, Roster, Subject, Waiver,
};
use greenboard::gate::{GateSet, Outcome, Scope, board, evaluate, signals};
use proptest::prelude::*;
use proptest::sample::select;

/// More than enough for columns.
const WIDE: u64 = 1_100;

const GATES: &str = "
break_glass: {roles: [lead]}
gates:
  - name: quality
    criteria:
      - {name: errors, kind: threshold, metric: errors, maximum: 5, warning: {maximum: 7}}
      - {name: latency, kind: threshold, metric: latency, below: 8, severity: warn}
      - {name: load, kind: threshold, metric: load, maximum: 8, environment: staging}
  - name: some
    at_least: 1
    environments: [production]
    select: {owners: [ada]}
    criteria:
      - {name: errors, kind: threshold, metric: errors, maximum: 2}
      - {name: sized, kind: threshold, metric: latency, maximum: 5, unit: ms}
      - {name: rare, kind: threshold, metric: rare, maximum: 5}
  - name: others
    criteria:
      - {name: fresh, kind: freshness, evidence: [{kind: metric}], maximum_age: 20m, severity: info}
";

/// A seeded generator (SplitMix64): a case is one number, however many facts it makes.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    fn is_one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }
}

fn minute(minute: u64) -> jiff::Timestamp {
    jiff::Timestamp::from_second(1_790_000_000 + minute as i64 * 60).unwrap()
}

fn name(component: u64) -> String {
    format!("component-{component}")
}

fn measured(random: &mut Seeded, component: u64, metric: &str, id: u64, oddity: u64) -> Fact {
    let mut subject = Subject::new(name(component));
    if random.is_one_in(2) {
        subject = subject.with_version(if random.is_one_in(oddity) { "2.0.0" } else { "1.0.0" });
    }
    if random.is_one_in(3) {
        let environment = if random.is_one_in(oddity) { "staging" } else { "production" };
        subject = subject.with_environment(environment);
    }
    if random.is_one_in(4) {
        subject = subject.with_digest(if random.is_one_in(oddity) { "sha256:bb" } else { "sha256:aa" });
    }
    let value = if random.is_one_in(10 * oddity) { f64::NAN } else { random.below(9) as f64 };
    let mut value = Metric::new(metric, value);
    if random.is_one_in(4) {
        value = value.with_unit(random.pick(&["ms", "s"]));
    }
    let mut evidence = Evidence::new(format!("e{id}"), subject, value.into(), minute(random.below(40)));
    if random.is_one_in(oddity) {
        evidence = evidence.with_expires_at(minute(random.below(80)));
    }
    evidence.into()
}

/// What is known: the odder, the fewer components can be told from their columns.
fn world(seed: u64, oddity: u64, candidates: bool, exempt: bool) -> Facts {
    let mut random = Seeded(seed);
    let mut roster = Roster::new();
    let mut facts: Vec<Fact> = Vec::new();
    for component in 0..WIDE {
        if !random.is_one_in(20) {
            let owner = random.pick(&["ada", "grace"]);
            roster = roster.with_component(name(component), Profile::new().with_owner(owner));
        }
        if candidates && !random.is_one_in(20) {
            let candidate = Candidate::new(name(component)).with_digest("sha256:aa");
            facts.push(if random.is_one_in(5) { candidate } else { candidate.with_version("1.0.0") }.into());
            if random.is_one_in(oddity) {
                let later =
                    Candidate::new(name(component)).with_version("2.0.0").with_observed_at(minute(50));
                facts.push(later.into());
            }
        }
        for metric in ["errors", "latency", "load"] {
            for _ in 0..random.pick(&[1, 1, 1, 0, 2, 3]) {
                let id = facts.len() as u64;
                facts.push(measured(&mut random, component, metric, id, oddity));
            }
        }
        if random.is_one_in(30) {
            let id = facts.len() as u64;
            facts.push(measured(&mut random, component, "rare", id, oddity));
        }
        if exempt && random.is_one_in(30) {
            let role = random.pick(&["lead", "guest"]);
            let (id, subject) = (format!("b{component}"), Subject::new(name(component)));
            facts
                .push(BreakGlass::new(id, subject, "grace", role, "outage", minute(random.below(40))).into());
        }
        if exempt && random.is_one_in(30) {
            let waiver =
                Waiver::new(format!("w{component}"), "errors", "known", "ada", minute(random.below(40)));
            facts.push(waiver.with_component(name(component)).into());
        }
    }
    let mut known = Facts::new(roster);
    known.add(facts);
    known
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_wide_board_is_its_verdicts(
        seed in any::<u64>(),
        oddity in select(vec![2_u64, 20, 1_000_000]),
        (candidates, exempt) in any::<(bool, bool)>(),
        environment in select(vec![None, Some("production")]),
        at in 20..80_u64,
    ) {
        let gates = GateSet::parse(GATES).unwrap();
        let mut facts = world(seed, oddity, candidates, exempt);
        let scope = environment.map_or_else(Scope::new, |name| Scope::new().with_environment(name));
        // Columns are made anew when something is added.
        for round in 0..2 {
            let made = board(&gates, &facts, &scope, minute(at)).unwrap();
            // One in so many; all of them are compared with those that are asked about by name.
            for row in made.rows.iter().step_by(13) {
                let verdict = evaluate(&gates, &facts, &row.component, &scope, minute(at)).unwrap();
                prop_assert_eq!(row.verdict, verdict.verdict, "{}", row.component);
                prop_assert_eq!(&row.version, &verdict.version);
                let listed = verdict.findings.iter().filter(|finding| finding.outcome != Outcome::Pass);
                // As texts: what is no number equals nothing.
                prop_assert_eq!(format!("{:?}", row.findings), format!("{:?}", listed.collect::<Vec<_>>()));
                let signals: Vec<_> = row.gates.iter().flatten().collect();
                let besides = verdict.gates.iter().filter(|gate| !["facts", "emergencies"].contains(&gate.gate.as_str()));
                prop_assert_eq!(signals, besides.map(|gate| &gate.verdict).collect::<Vec<_>>());
            }
            prop_assert_eq!(signals(&gates, &facts, &scope, minute(at)).unwrap(), made.verdicts);
            let mut named = scope.clone();
            named.components = made.rows.iter().map(|row| row.component.clone()).collect();
            let by_name = board(&gates, &facts, &named, minute(at)).unwrap();
            prop_assert_eq!(format!("{:?}", by_name.rows), format!("{:?}", made.rows));
            if round == 0 {
                let mut random = Seeded(seed ^ 1);
                let more = (0..50).map(|id| {
                    let component = random.below(WIDE);
                    measured(&mut random, component, "errors", 1_000_000 + id, oddity)
                });
                let more: Vec<Fact> = more.collect();
                facts.add(more);
            }
        }
    }
}
