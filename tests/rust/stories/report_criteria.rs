//! Reports of tests, coverage and quality, from the tool's text to the gate's word.

use greenboard::fact::{
    Candidate, CoverageReport, Covered, Evidence, Fact, Facts, QualityGate, QualityGateStatus, Roster,
    Source, Subject, TestResults,
};
use greenboard::gate::{GateSet, Outcome, Scope, evaluate};
use greenboard::tool::{self, ReadOptions};

const AT: &str = "2026-11-02T12:00:00Z";

/// The outcome of one criterion on these facts, and the reason.
fn judged(criterion: &str, facts: impl IntoIterator<Item = Fact>) -> (Outcome, String) {
    let gates = format!("gates: [{{name: quality, criteria: [{{name: it, {criterion}}}]}}]");
    let gates = GateSet::parse(&gates).unwrap();
    let mut held = Facts::new(Roster::new());
    held.add(facts);
    let verdict = evaluate(&gates, &held, "payments", &Scope::new(), AT.parse().unwrap()).unwrap();
    let finding = &verdict.findings[0];
    (finding.outcome, finding.reason.clone())
}

fn says(criterion: &str, facts: impl IntoIterator<Item = Fact>, outcome: Outcome, reason: &str) {
    assert_eq!(judged(criterion, facts), (outcome, reason.to_owned()), "{criterion}");
}

fn subject() -> Subject {
    Subject::new("payments")
}

fn read(report: &str, tool: &str) -> Vec<Fact> {
    tool::read(report, tool, &subject(), AT.parse().unwrap(), &ReadOptions::new()).unwrap()
}

fn run(hour: u32, version: &str, results: TestResults) -> Fact {
    let subject = subject().with_version(version);
    let at = format!("2026-11-02T{hour:02}:00:00Z").parse().unwrap();
    Evidence::new(format!("{hour} {version}"), subject, results.into(), at).into()
}

#[test]
fn a_report_without_tests_is_no_pass() {
    says("kind: tests", [], Outcome::Pending, "no evidence of tests");
    let empty = read("<testsuites/>", "junit");
    says("kind: tests", empty, Outcome::Pending, "no test was run");
    let skipped = read("<testsuite><testcase name='a'><skipped/></testcase></testsuite>", "junit");
    says("kind: tests", skipped, Outcome::Pending, "no test was run");
    let one = read("<testsuite><testcase name='a'/></testsuite>", "junit");
    says("kind: tests", one.clone(), Outcome::Pass, "1 of 1 test passed");
    says("kind: tests, minimum: 50", one, Outcome::Pending, "only 1 of at least 50 tests were run");
}

#[test]
fn failures_are_counted_named_and_allowed_for() {
    let report = "<testsuite>\
        <testcase classname='pay' name='refunds'><failure/></testcase>\
        <testcase classname='pay' name='charges'><error/></testcase>\
        <testcase classname='pay' name='adds'/>\
        <testcase classname='pay' name='retries'><flakyFailure/></testcase>\
      </testsuite>";
    let facts = || read(report, "junit");
    let failed = "2 of 4 tests failed; failed: pay::refunds, pay::charges";
    says("kind: tests", facts(), Outcome::Fail, failed);
    says("kind: tests, maximum_failures: 2", facts(), Outcome::Pass, "2 of 4 tests passed");
    says("kind: tests, pass_rate: 0.5", facts(), Outcome::Pass, "2 of 4 tests passed");
    let rate = "50 % of 4 tests passed, not 75 %; failed: pay::refunds, pay::charges";
    says("kind: tests, pass_rate: 0.75", facts(), Outcome::Fail, rate);
    let flaky = "1 test flaky, at most 0 may be; failed: pay::refunds, pay::charges";
    says("kind: tests, maximum_failures: 2, maximum_flaky: 0", facts(), Outcome::Fail, flaky);
}

#[test]
fn quarantine_ends() {
    let results =
        || TestResults::new().with_passed(9).with_failed(2).with_failures(["ui::login", "ui::logout"]);
    let quarantined =
        |until: &str| format!("kind: tests, quarantined: [{{test: 'ui::*', until: '{until}'}}]");
    let until_later = "9 of 9 tests passed; 2 failures in quarantine";
    says(&quarantined("2026-12-01T00:00:00Z"), [run(9, "1.0.0", results())], Outcome::Pass, until_later);
    let over = "2 of 11 tests failed; failed: ui::login, ui::logout; the quarantine is over of ui::login, ui::logout";
    says(&quarantined("2026-11-02T12:00:00Z"), [run(9, "1.0.0", results())], Outcome::Fail, over);
}

#[test]
fn new_failures_are_those_that_another_version_did_not_have() {
    let failed = |names: &[&str]| {
        TestResults::new().with_passed(9).with_failed(names.len() as u64).with_failures(names.iter().copied())
    };
    let asked = "kind: tests, no_new_failures: true";
    let candidate: Fact = Candidate::new("payments").with_version("1.1.0").into();
    let before = run(8, "1.0.0", failed(&["a", "b"]));
    let facts = |runs: Vec<Fact>| runs.into_iter().chain([candidate.clone(), before.clone()]);
    says(asked, facts(vec![run(9, "1.1.0", failed(&["b"]))]), Outcome::Pass, "9 of 10 tests passed");
    // Run again, it is still compared with the other version's run.
    let again = vec![run(9, "1.1.0", failed(&["c"])), run(10, "1.1.0", failed(&["c"]))];
    says(asked, facts(again), Outcome::Fail, "1 new failure: c; failed: c");
    let alone = "there is no earlier run that failures could be compared with";
    says(asked, [run(9, "1.1.0", failed(&["c"]))], Outcome::Pending, alone);
    says(asked, [run(9, "1.1.0", failed(&[]))], Outcome::Pass, "9 of 9 tests passed");
    let unnamed = "which tests failed is not said, so neither which are new";
    says(asked, facts(vec![run(9, "1.1.0", TestResults::new().with_failed(3))]), Outcome::Pending, unnamed);
}

#[test]
fn every_suite_has_to_hold() {
    let suite = |hour, suite, passed, failed| {
        run(hour, "1.0.0", TestResults::new().with_suite(suite).with_passed(passed).with_failed(failed))
    };
    let facts = || [suite(9, "unit", 5, 0), suite(8, "unit", 0, 5), suite(7, "end_to_end", 1, 1)];
    says("kind: tests", facts(), Outcome::Fail, "1 of 7 tests failed");
    says("kind: tests, suite: unit", facts(), Outcome::Pass, "5 of 5 tests passed");
    says("kind: tests, suite: load", facts(), Outcome::Pending, "no evidence of tests \"load\"");
}

#[test]
fn coverage_of_what_is_asked() {
    let report = "SF:a.c\nDA:1,1\nDA:2,0\nDA:3,1\nBRDA:1,0,0,1\nBRDA:1,0,1,-\nend_of_record\n";
    let facts = || read(report, "lcov");
    says("kind: coverage", facts(), Outcome::Pass, "coverage is reported");
    says("kind: coverage, lines: 0.6", facts(), Outcome::Pass, "66.66 % of lines covered (2 of 3)");
    says("kind: coverage, lines: 0.67", facts(), Outcome::Fail, "66.66 % of lines covered (2 of 3)");
    let both = "66.66 % of lines covered (2 of 3); 50 % of branches covered (1 of 2)";
    says("kind: coverage, lines: 0.6, branches: 0.6", facts(), Outcome::Fail, both);
    let none = "the report says nothing of new lines";
    says("kind: coverage, new_lines: 0.8", facts(), Outcome::Pending, none);
}

#[test]
fn small_changes_are_left_out() {
    let facts = |covered, total| {
        let report = CoverageReport::new()
            .with_lines(Covered::new(9, 10))
            .with_new_lines(Covered::new(covered, total));
        [Evidence::new("e", subject(), report.into(), AT.parse().unwrap()).into()]
    };
    let few = "19 new lines are too few to be judged (20)";
    says("kind: coverage, new_lines: 0.8", facts(0, 19), Outcome::Skipped, few);
    let also = "90 % of lines covered (9 of 10); 19 new lines are too few to be judged (20)";
    says("kind: coverage, lines: 0.8, new_lines: 0.8", facts(0, 19), Outcome::Pass, also);
    says(
        "kind: coverage, new_lines: 0.8",
        facts(4, 20),
        Outcome::Fail,
        "20 % of new lines covered (4 of 20)",
    );
    let any = "kind: coverage, new_lines: 0.8, smallest_change: 1";
    says(any, facts(0, 1), Outcome::Fail, "0 % of new lines covered (0 of 1)");
}

#[test]
fn the_task_is_not_the_gate() {
    let webhook = |gate: &str| {
        format!(
            r#"{{"taskId": "1", "status": "SUCCESS", "analysedAt": "2026-11-02T10:00:00+0000", "project": {{"key": "p"}}{gate}}}"#
        )
    };
    let failing = r#", "qualityGate": {"status": "ERROR", "conditions": [{"metric": "new_coverage", "status": "ERROR"}]}"#;
    let asked = "kind: quality_gate";
    let facts = read(&webhook(failing), "sonarqube");
    says(asked, facts, Outcome::Fail, "sonarqube's gate is not passed: new_coverage");
    let passed = r#", "qualityGate": {"status": "OK", "conditions": []}"#;
    says(asked, read(&webhook(passed), "sonarqube"), Outcome::Pass, "sonarqube's gate is passed");
    says(asked, read(&webhook(""), "sonarqube"), Outcome::Pending, "sonarqube has no gate for it");
    says(asked, [], Outcome::Pending, "no evidence of a quality gate");
}

#[test]
fn each_tool_has_a_gate_of_its_own() {
    let gate = |tool: &str, hour: u32, status| -> Fact {
        let at = format!("2026-11-02T{hour:02}:00:00Z").parse().unwrap();
        let evidence = Evidence::new(format!("{tool}{hour}"), subject(), QualityGate::new(status).into(), at);
        evidence.with_source(Source::new(tool)).into()
    };
    use QualityGateStatus::{Failed, Passed, Warned};
    let facts = || [gate("a", 8, Failed), gate("a", 9, Passed), gate("b", 7, Warned)];
    let both = "a's gate is passed; b's gate warns";
    says("kind: quality_gate", facts(), Outcome::Warn, both);
    says("kind: quality_gate, tool: a", facts(), Outcome::Pass, "a's gate is passed");
    says("kind: quality_gate, tool: c", facts(), Outcome::Pending, "no evidence of a quality gate of c");
}

#[test]
fn percent_are_no_ratios() {
    let error = GateSet::parse("gates:\n- name: a\n  criteria:\n  - {name: b, kind: coverage, lines: 80}")
        .unwrap_err();
    let said = "gates[0].criteria[0].lines: line 4, column 38: 80 is out of range; expected a ratio from 0 to 1, such as 0.8 for 80 %";
    assert_eq!(error.to_string(), said);
}

#[test]
fn the_example_of_the_documentation_is_a_gate_file() {
    let text = include_str!("../../../docs/reports.md");
    let yaml = text.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let gates = GateSet::parse(yaml).unwrap();
    let kinds: Vec<&str> = gates.gates()[0].criteria.iter().map(|criterion| criterion.check.kind()).collect();
    assert_eq!(kinds, ["tests", "coverage", "quality_gate"]);
}
