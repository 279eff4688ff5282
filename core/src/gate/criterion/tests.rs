//! What tests came to.

use super::Judge;
use crate::document::{Key, Node, Position, Value, reads};
use crate::fact::{Observation, Record, TestResults};
use crate::gate::case::{Case, Detail, Judgement, Looks};
use crate::gate::outcome::Outcome;
use crate::gate::ratio::Ratio;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use smallvec::SmallVec;
use std::collections::HashSet;

/// Tests passed: of the newest run, and where there are several suites, of the newest run of each.
///
/// Tests that were skipped were not run. A run in which fewer were run than `minimum`, or none, leaves this pending. Monotone: a
/// test that passes where it failed never makes it worse.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
#[non_exhaustive]
pub struct TestsCriterion {
    /// The suite; all suites together, where left out.
    pub suite: Option<String>,
    /// The fewest tests that have to be run.
    pub minimum: u64,
    /// The most tests that may fail; none where neither this nor another of the options below says otherwise.
    pub maximum_failures: Option<u64>,
    /// The least part of the tests that were run which has to pass.
    pub pass_rate: Option<Ratio>,
    /// Whether only such tests may fail as failed in the newest run of another version. Where no run says of which version it
    /// is, in the run before.
    pub no_new_failures: bool,
    /// The most tests that may fail at first and pass when they are run again; any number, where left out.
    pub maximum_flaky: Option<u64>,
    /// Tests that may fail for a while.
    pub quarantined: Vec<Quarantined>,
}

reads!(TestsCriterion {
    suite,
    minimum = 1,
    maximum_failures,
    pass_rate,
    no_new_failures = false,
    maximum_flaky,
    quarantined = Vec::new(),
});

/// A test that may fail for a while: it counts neither as passed nor as failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Quarantined {
    /// Its name as the report writes it, or with a `*` at the end the beginning of several names.
    pub test: String,
    /// Until when. From then on it counts again, and that it was quarantined is said.
    #[schemars(with = "String")]
    pub until: Timestamp,
    /// Why.
    pub reason: Option<String>,
}

reads!(Quarantined { test, until, reason });

impl Quarantined {
    /// This test, until then.
    pub fn new(test: impl Into<String>, until: Timestamp) -> Self {
        Self { test: test.into(), until, reason: None }
    }

    fn is(&self, name: &str) -> bool {
        match self.test.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => self.test == name,
        }
    }
}

impl Default for TestsCriterion {
    fn default() -> Self {
        Self {
            suite: None,
            minimum: 1,
            maximum_failures: None,
            pass_rate: None,
            no_new_failures: false,
            maximum_flaky: None,
            quarantined: Vec::new(),
        }
    }
}

impl TestsCriterion {
    /// That at least one test is run, and none fails.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of this suite.
    #[must_use]
    pub fn with_suite(mut self, suite: impl Into<String>) -> Self {
        self.suite = Some(suite.into());
        self
    }

    /// With at least so many run.
    #[must_use]
    pub fn with_minimum(mut self, tests: u64) -> Self {
        self.minimum = tests;
        self
    }

    /// With at most so many failed.
    #[must_use]
    pub fn with_maximum_failures(mut self, tests: u64) -> Self {
        self.maximum_failures = Some(tests);
        self
    }

    /// With at least this part passed.
    #[must_use]
    pub fn with_pass_rate(mut self, least: Ratio) -> Self {
        self.pass_rate = Some(least);
        self
    }

    /// With none failed that did not fail before.
    #[must_use]
    pub fn with_no_new_failures(mut self) -> Self {
        self.no_new_failures = true;
        self
    }

    /// With at most so many flaky.
    #[must_use]
    pub fn with_maximum_flaky(mut self, tests: u64) -> Self {
        self.maximum_flaky = Some(tests);
        self
    }

    /// With one more test that may fail for a while.
    #[must_use]
    pub fn with_quarantined(mut self, test: Quarantined) -> Self {
        self.quarantined.push(test);
        self
    }

    /// The most failures, where the options say so.
    fn most_failures(&self) -> Option<u64> {
        let others = self.pass_rate.is_some() || self.no_new_failures;
        self.maximum_failures.or((!others).then_some(0))
    }
}

/// The newest runs of all suites, taken together.
#[derive(Default)]
struct Runs<'c> {
    records: SmallVec<[&'c Record; 2]>,
    passed: u64,
    /// Failed and broken ones that are not quarantined.
    failed: u64,
    flaky: u64,
    /// Failed ones that are quarantined now.
    excused: u64,
    /// Quarantined ones whose time is over, and that failed.
    lapsed: Vec<&'c str>,
    /// The failed ones that have names.
    failures: Vec<(&'c Record, &'c str)>,
}

impl<'c> Runs<'c> {
    fn executed(&self) -> u64 {
        self.passed.saturating_add(self.failed)
    }

    fn add(
        &mut self,
        record: &'c Record,
        results: &'c TestResults,
        quarantined: &[Quarantined],
        at: Timestamp,
    ) {
        self.records.push(record);
        self.passed = self.passed.saturating_add(results.passed);
        let named = u64::try_from(results.failures.len()).unwrap_or(u64::MAX);
        let all = results.failed.saturating_add(results.errored).max(named);
        let mut excused = 0;
        for name in &results.failures {
            let mut entries = quarantined.iter().filter(|entry| entry.is(name)).peekable();
            let lapsed = entries.peek().is_some();
            if entries.any(|entry| entry.until > at) {
                excused += 1;
                continue;
            }
            if lapsed {
                self.lapsed.push(name);
            }
            self.failures.push((record, name));
        }
        self.excused += excused;
        self.failed = self.failed.saturating_add(all - excused);
        self.flaky += u64::try_from(results.flaky.len()).unwrap_or(u64::MAX);
    }
}

impl Judge for TestsCriterion {
    fn looks(&self) -> Vec<Looks<'_>> {
        vec![Looks { kind: "tests", name: self.suite.as_deref() }]
    }

    fn judge(&self, case: &Case<'_>) -> Judgement {
        let mut runs = Runs::default();
        for record in case.standing(0) {
            // Newest first within each suite, suite by suite.
            if runs.records.last().is_some_and(|last| last.name == record.name) {
                continue;
            }
            if let Observation::Tests(results) = &record.evidence.value {
                runs.add(record, results, &self.quarantined, case.at);
            }
        }
        if runs.records.is_empty() {
            return case.missing(0);
        }
        let problems = self.problems(case, &runs);
        let outcome = problems.iter().map(|(outcome, _)| *outcome).max().unwrap_or(Outcome::Pass);
        case.judged(outcome, || detail(outcome, &runs, problems))
    }

    fn expected(&self) -> String {
        let mut parts = Vec::new();
        if self.minimum > 1 {
            parts.push(format!("at least {} run", self.minimum));
        }
        match self.most_failures() {
            Some(0) => parts.push("none failed".to_owned()),
            Some(most) => parts.push(format!("at most {most} failed")),
            None => {}
        }
        if let Some(least) = self.pass_rate {
            parts.push(format!("at least {least} passed"));
        }
        if self.no_new_failures {
            parts.push("no new failures".to_owned());
        }
        if let Some(most) = self.maximum_flaky {
            parts.push(format!("at most {most} flaky"));
        }
        let what = self.suite.as_ref().map_or("tests".to_owned(), |suite| format!("tests of {suite:?}"));
        format!("{what}: {}", parts.join(", "))
    }

    fn cost(&self) -> f64 {
        5.0
    }
}

impl TestsCriterion {
    /// What is not as it should be, each with what it means.
    fn problems(&self, case: &Case<'_>, runs: &Runs<'_>) -> Vec<(Outcome, String)> {
        let mut problems = Vec::new();
        let executed = runs.executed();
        if executed == 0 {
            problems.push((Outcome::Pending, "no test was run".to_owned()));
        } else if executed < self.minimum {
            let least = self.minimum;
            problems.push((Outcome::Pending, format!("only {executed} of at least {least} tests were run")));
        }
        if let Some(most) = self.most_failures().filter(|most| runs.failed > *most) {
            let allowed = if most == 0 { String::new() } else { format!(", at most {most} may") };
            problems.push((
                Outcome::Fail,
                format!("{} of {} failed{allowed}", runs.failed, counted(executed, "test")),
            ));
        }
        if let (Some(least), Some(rate)) = (self.pass_rate, Ratio::of(runs.passed, executed))
            && rate < least
        {
            problems.push((
                Outcome::Fail,
                format!("{rate} of {} passed, not {least}", counted(executed, "test")),
            ));
        }
        if self.no_new_failures && runs.failed > 0 {
            problems.extend(new_failures(case, runs));
        }
        if let Some(most) = self.maximum_flaky.filter(|most| runs.flaky > *most) {
            problems.push((
                Outcome::Fail,
                format!("{} flaky, at most {most} may be", counted(runs.flaky, "test")),
            ));
        }
        problems
    }
}

/// What is new among the failures, or why that cannot be said.
fn new_failures(case: &Case<'_>, runs: &Runs<'_>) -> Option<(Outcome, String)> {
    if runs.failed > u64::try_from(runs.failures.len()).unwrap_or(u64::MAX) {
        return Some((
            Outcome::Pending,
            "which tests failed is not said, so neither which are new".to_owned(),
        ));
    }
    let mut new = Vec::new();
    for record in &runs.records {
        let failures =
            runs.failures.iter().filter(|(of, _)| std::ptr::eq(*of, *record)).map(|(_, name)| *name);
        let mut failures = failures.peekable();
        if failures.peek().is_none() {
            continue;
        }
        let Some(before) = before(case, record) else {
            return Some((
                Outcome::Pending,
                "there is no earlier run that failures could be compared with".to_owned(),
            ));
        };
        let known: HashSet<&str> = before.failures.iter().map(String::as_str).collect();
        new.extend(failures.filter(|name| !known.contains(name)));
    }
    (!new.is_empty())
        .then(|| (Outcome::Fail, format!("{}: {}", counted(new.len() as u64, "new failure"), few(&new))))
}

/// The newest run of the same suite before this one that is of another version; where no run says of which version it is, the
/// one before.
fn before<'c>(case: &Case<'c>, record: &Record) -> Option<&'c TestResults> {
    let is_same =
        |other: &Record| other.version == record.version || case.target.versions.contains(&other.version);
    let is_other = |other: &&Record| {
        other.name == record.name
            && other.observed_at < record.observed_at
            && (other.environment == 0 || case.environment.is_none_or(|number| number == other.environment))
            && (!is_same(other) || (record.version == 0 && other.version == 0))
    };
    let found = case.known(0).iter().find(is_other)?;
    match &found.evidence.value {
        Observation::Tests(results) => Some(results),
        _ => None,
    }
}

fn detail(outcome: Outcome, runs: &Runs<'_>, problems: Vec<(Outcome, String)>) -> Detail {
    let executed = runs.executed();
    let mut said: Vec<String> = problems.into_iter().map(|(_, said)| said).collect();
    if said.is_empty() {
        said.push(format!("{} of {} passed", runs.passed, counted(executed, "test")));
    }
    if outcome == Outcome::Fail && !runs.failures.is_empty() {
        let names: Vec<&str> = runs.failures.iter().map(|(_, name)| *name).collect();
        said.push(format!("failed: {}", few(&names)));
    }
    if runs.excused > 0 {
        said.push(format!("{} in quarantine", counted(runs.excused, "failure")));
    }
    if !runs.lapsed.is_empty() {
        said.push(format!("the quarantine is over of {}", few(&runs.lapsed)));
    }
    let count = |name: &str, count: u64| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        (Key { text: name.to_owned(), at: Position::default() }, Node::new(Value::Integer(count)))
    };
    let observed = Value::Map(vec![
        count("executed", executed),
        count("failed", runs.failed),
        count("flaky", runs.flaky),
        count("passed", runs.passed),
        count("quarantined", runs.excused),
    ]);
    let detail = Detail::new(said.join("; ")).observed_value(observed);
    let detail = runs.records.iter().fold(detail, |detail, record| detail.on(record));
    match outcome {
        Outcome::Fail => detail.action("Mend what failed, and run the tests again."),
        Outcome::Pending => detail.action("Run the tests, and report all of them."),
        _ => detail,
    }
}

/// `1 test`, `2 tests`.
fn counted(count: u64, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The first few of these names.
fn few(names: &[&str]) -> String {
    const FEW: usize = 3;
    let shown = names.iter().take(FEW).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(FEW) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
