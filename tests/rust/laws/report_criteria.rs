//! Criteria on reports: against a model that counts on its fingers, and never worse for better reports.

use greenboard::fact::{
    Candidate, CoverageReport, Covered, Evidence, Fact, Facts, Observation, QualityGate, QualityGateStatus,
    Roster, Source, Subject, TestResults,
};
use greenboard::gate::{
    Check, CoverageCriterion, Criterion, Gate, GateFile, GateSet, Outcome, QualityGateCriterion, Quarantined,
    Ratio, Scope, TestsCriterion, evaluate,
};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn at(minute: u32) -> Timestamp {
    format!("2026-11-02T09:{minute:02}:00Z").parse().unwrap()
}

fn evidence(id: usize, version: &str, minute: u32, value: impl Into<Observation>) -> Evidence {
    Evidence::new(format!("e{id}"), Subject::new("core").with_version(version), value.into(), at(minute))
}

fn outcome(check: impl Into<Check>, facts: Vec<Fact>) -> Outcome {
    let gate = Gate::new("quality").with_criterion(Criterion::new("it", check));
    let mut file = GateFile::default();
    file.gates.push(gate);
    let gates = GateSet::new(file).unwrap();
    let mut held = Facts::new(Roster::new());
    held.add(facts);
    evaluate(&gates, &held, "core", &Scope::new(), at(59)).unwrap().findings[0].outcome
}

/// What each of a few tests came to: not run, passed, failed.
fn run() -> impl Strategy<Value = Vec<Option<bool>>> {
    vec(select(vec![None, Some(true), Some(true), Some(false)]), 5)
}

fn results(run: &[Option<bool>]) -> TestResults {
    let count = |which: Option<bool>| run.iter().filter(|test| **test == which).count() as u64;
    let failures = run.iter().enumerate().filter(|(_, test)| **test == Some(false));
    TestResults::new()
        .with_passed(count(Some(true)))
        .with_failed(count(Some(false)))
        .with_skipped(count(None))
        .with_failures(failures.map(|(number, _)| format!("t{number}")))
}

#[derive(Debug, Clone)]
struct Asked {
    minimum: u64,
    most: Option<u64>,
    rate: Option<f64>,
    no_new: bool,
    quarantined: Vec<(usize, bool)>,
}

fn asked() -> impl Strategy<Value = Asked> {
    let rate = prop::option::of(select(vec![0.0, 0.5, 0.75, 1.0]));
    (1..4_u64, prop::option::of(0..3_u64), rate, any::<bool>(), vec((0..5_usize, any::<bool>()), 0..3))
        .prop_map(|(minimum, most, rate, no_new, quarantined)| Asked {
            minimum,
            most,
            rate,
            no_new,
            quarantined,
        })
}

impl Asked {
    fn criterion(&self) -> TestsCriterion {
        let mut criterion = TestsCriterion::new().with_minimum(self.minimum);
        criterion.maximum_failures = self.most;
        criterion.pass_rate = self.rate.map(|rate| Ratio::new(rate).unwrap());
        criterion.no_new_failures = self.no_new;
        for (test, over) in &self.quarantined {
            let until = if *over { at(30) } else { "2026-12-01T00:00:00Z".parse().unwrap() };
            criterion = criterion.with_quarantined(Quarantined::new(format!("t{test}"), until));
        }
        criterion
    }

    /// The outcome, rule by rule.
    fn model(&self, run: &[Option<bool>], before: Option<&[Option<bool>]>) -> Outcome {
        let excused = |test: usize| self.quarantined.contains(&(test, false));
        let failed: Vec<usize> = (0..5).filter(|test| run[*test] == Some(false) && !excused(*test)).collect();
        let passed = run.iter().filter(|test| **test == Some(true)).count() as u64;
        let executed = passed + failed.len() as u64;
        let mut all = vec![Outcome::Pass];
        if executed < self.minimum {
            all.push(Outcome::Pending);
        }
        let most = self.most.or((self.rate.is_none() && !self.no_new).then_some(0));
        if most.is_some_and(|most| failed.len() as u64 > most) {
            all.push(Outcome::Fail);
        }
        if executed > 0 && self.rate.is_some_and(|rate| (passed as f64) < rate * executed as f64) {
            all.push(Outcome::Fail);
        }
        if self.no_new && !failed.is_empty() {
            all.push(match before {
                None => Outcome::Pending,
                Some(before) if failed.iter().any(|test| before[*test] != Some(false)) => Outcome::Fail,
                Some(_) => Outcome::Pass,
            });
        }
        all.into_iter().max().unwrap()
    }
}

fn tests_outcome(asked: &Asked, now: &[Option<bool>], before: Option<&[Option<bool>]>) -> Outcome {
    let mut facts: Vec<Fact> = vec![
        Candidate::new("core").with_version("2.0.0").into(),
        evidence(1, "2.0.0", 20, results(now)).into(),
        // An older run of the same version is of no account.
        evidence(2, "2.0.0", 10, results(&[Some(false); 5])).into(),
    ];
    facts.extend(before.map(|before| evidence(3, "1.0.0", 5, results(before)).into()));
    outcome(asked.criterion(), facts)
}

proptest! {
    #[test]
    fn tests_are_judged_rule_by_rule(asked in asked(), now in run(), before in prop::option::of(run())) {
        let expected = asked.model(&now, before.as_deref());
        prop_assert_eq!(tests_outcome(&asked, &now, before.as_deref()), expected);
    }

    #[test]
    fn a_test_that_passes_never_makes_it_worse(asked in asked(), mut now in run(), before in run(), test in 0..5_usize) {
        let worse = tests_outcome(&asked, &now, Some(&before));
        if now[test] == Some(false) {
            now[test] = Some(true);
            prop_assert!(tests_outcome(&asked, &now, Some(&before)) <= worse);
        }
    }

    #[test]
    fn more_coverage_never_makes_it_worse(
        least in 0..=4_u8, new in prop::option::of(0..=4_u8), covered in 0..=8_u64, more in 0..=8_u64, total in 0..=8_u64
    ) {
        let ratio = |quarters: u8| Ratio::new(f64::from(quarters) / 4.0).unwrap();
        let mut criterion = CoverageCriterion::new().with_lines(ratio(least)).with_smallest_change(3);
        criterion.new_lines = new.map(ratio);
        let judged = |covered: u64| {
            let covered = Covered::new(covered.min(total), total);
            let report = CoverageReport::new().with_lines(covered).with_new_lines(covered);
            outcome(criterion.clone(), vec![evidence(1, "2.0.0", 1, report).into()])
        };
        let some = judged(covered);
        prop_assert!(judged(covered + more) <= some);
        let enough = |quarters: u8| covered.min(total) * 4 >= u64::from(quarters) * total;
        let expected = match () {
            () if total == 0 => Outcome::Pending,
            () if enough(least) && (total < 3 || new.is_none_or(enough)) => Outcome::Pass,
            () => Outcome::Fail,
        };
        prop_assert_eq!(some, expected);
    }

    #[test]
    fn a_gate_that_is_passed_never_makes_it_worse(said in vec((0..3_u8, 0..50_u32, 0..4_usize), 0..8), better in 0..8_usize) {
        let judged = |said: &[(u8, u32, usize)]| {
            let facts = said.iter().enumerate().map(|(id, (tool, minute, status))| {
                let gate = QualityGate::new(QualityGateStatus::ALL[*status]);
                evidence(id, "2.0.0", *minute, gate).with_source(Source::new(format!("tool{tool}"))).into()
            });
            outcome(QualityGateCriterion::new(), facts.collect())
        };
        let mut said = said;
        // At one instant a tool says one thing.
        said.sort_by_key(|(tool, minute, _)| (*tool, *minute));
        said.dedup_by_key(|(tool, minute, _)| (*tool, *minute));
        let before = judged(&said);
        let newest = |tool: u8| said.iter().filter(|other| other.0 == tool).max_by_key(|other| other.1).unwrap().2;
        let expected = (0..3).filter(|tool| said.iter().any(|other| other.0 == *tool)).map(|tool| {
            [Outcome::Pass, Outcome::Warn, Outcome::Fail, Outcome::Pending][newest(tool)]
        });
        prop_assert_eq!(before, expected.max().unwrap_or(Outcome::Pending));
        if let Some(one) = said.get_mut(better) {
            one.2 = 0;
            prop_assert!(judged(&said) <= before);
        }
    }
}
