//! Criteria over what is measured: thresholds, baselines, objectives, runs, soaking, freshness, policies of one's own.

use greenboard::fact::{
    Approval, Candidate, CoverageReport, Covered, Deployment, DeploymentStatus, Evidence, Fact, Facts,
    MeasurementSeries, Metric, Observation, Roster, SeriesPoint, Source, Subject, TestResults,
};
use greenboard::gate::{Finding, GateSet, Scope, evaluate};
use jiff::Timestamp;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

const NOW: &str = "2026-11-02T09:00:00Z";

fn evidence(id: &str, version: Option<&str>, value: impl Into<Observation>, seen: &str) -> Fact {
    let mut subject = Subject::new("payments");
    subject.version = version.map(str::to_owned);
    Evidence::new(id, subject, value.into(), at(seen)).into()
}

fn metric(id: &str, version: Option<&str>, name: &str, value: f64, seen: &str) -> Fact {
    evidence(id, version, Metric::new(name, value), seen)
}

fn candidate() -> Fact {
    Candidate::new("payments").with_version("1.4.0").into()
}

/// What one criterion comes to on these facts.
fn found(criterion: &str, facts: impl IntoIterator<Item = Fact>) -> Finding {
    let gates = format!("gates: [{{name: quality, criteria: [{{name: it, {criterion}}}]}}]");
    let gates = GateSet::parse(&gates).unwrap();
    let mut known = Facts::new(Roster::new());
    known.add(facts);
    let scope = Scope::new().with_stage("deploy").with_environment("production");
    let verdict = evaluate(&gates, &known, "payments", &scope, at(NOW)).unwrap();
    verdict.findings.into_iter().next().unwrap()
}

/// The outcome and its reason.
fn said(criterion: &str, facts: impl IntoIterator<Item = Fact>) -> String {
    let finding = found(criterion, facts);
    format!("{}: {}", finding.outcome.name(), finding.reason)
}

#[test]
fn a_threshold_holds_warns_and_fails() {
    let criterion = "kind: threshold, metric: p95, maximum: 300, warning: {maximum: 400}, unit: ms";
    let of = |value| said(criterion, [metric("e1", None, "p95", value, "2026-11-02T08:00:00Z")]);
    assert_eq!(of(300.0), "pass: p95 is 300");
    assert_eq!(of(301.0), "warn: p95 is 301");
    assert_eq!(of(401.0), "fail: p95 is 401");
    assert_eq!(said(criterion, []), "pending: there is no evidence of metric \"p95\"");
    let seconds = evidence("e1", None, Metric::new("p95", 0.2).with_unit("s"), "2026-11-02T08:00:00Z");
    assert_eq!(said(criterion, [seconds]), "pending: p95 is measured in s, and its bounds are in ms");
    let finding = found(criterion, [metric("e1", None, "p95", 401.0, "2026-11-02T08:00:00Z")]);
    assert_eq!((finding.expected.as_str(), finding.evidence), ("p95 at most 300 ms", vec!["e1".to_owned()]));
    assert_eq!(finding.next_action.as_deref(), Some("Bring p95 to at most 300 and measure it again."));
    let open = "kind: threshold, metric: p95, above: 1, below: 2";
    assert_eq!(said(open, [metric("e1", None, "p95", 1.0, "2026-11-02T08:00:00Z")]), "fail: p95 is 1");
    assert_eq!(said(open, [metric("e1", None, "p95", 1.5, "2026-11-02T08:00:00Z")]), "pass: p95 is 1.5");
}

/// Red does not turn green by waiting for the newer value to expire.
#[test]
fn what_came_later_takes_the_place_of_what_was_before_even_where_it_has_expired() {
    let brief = |id, value, tool: &str| {
        let seen = Evidence::new(
            id,
            Subject::new("payments"),
            Metric::new("p95", value).into(),
            at("2026-11-02T08:00:00Z"),
        );
        let seen = seen.with_expires_at(at("2026-11-02T08:30:00Z"));
        Fact::from(seen.with_source(Source::new(tool)))
    };
    let before = || metric("e1", None, "p95", 1.0, "2026-11-01T08:00:00Z");
    let criterion = "kind: threshold, metric: p95, maximum: 3";
    assert_eq!(said(criterion, [before()]), "pass: p95 is 1");
    let expired = found(criterion, [before(), brief("e2", 5.0, "given")]);
    assert_eq!((expired.outcome.name(), expired.evidence), ("pending", vec!["e2".to_owned()]));
    // What another tool observed is its own.
    assert_eq!(said(criterion, [before(), brief("e2", 5.0, "other")]), "pass: p95 is 1");
}

#[test]
fn a_baseline_is_made_of_the_versions_before() {
    let criterion = "kind: baseline, metric: p95, pass: ['<=+10%'], warning: ['<=+50%'], minimum_history: 2";
    let history = || {
        vec![
            candidate(),
            metric("a", Some("1.2.0"), "p95", 500.0, "2026-10-01T08:00:00Z"),
            metric("b", Some("1.2.0"), "p95", 90.0, "2026-10-02T08:00:00Z"),
            metric("c", Some("1.3.0"), "p95", 110.0, "2026-10-20T08:00:00Z"),
        ]
    };
    let of = |value| {
        let mut facts = history();
        facts.push(metric("d", Some("1.4.0"), "p95", value, "2026-11-01T08:00:00Z"));
        facts
    };
    assert_eq!(said(criterion, of(110.0)), "pass: p95 is 110, and was 100 (avg of 2)");
    assert_eq!(said(criterion, of(120.0)), "warn: p95 is 120, and was 100 (avg of 2)");
    assert_eq!(said(criterion, of(151.0)), "fail: p95 is 151, and was 100 (avg of 2)");
    assert_eq!(found(criterion, of(151.0)).evidence, ["d", "c", "b"]);
    assert_eq!(
        said(criterion, history()),
        "pending: the newest evidence of metric \"p95\" is of another version, 1.3.0"
    );
    let short = || vec![candidate(), metric("d", Some("1.4.0"), "p95", 1.0, "2026-11-01T08:00:00Z")];
    assert_eq!(said(criterion, short()), "pending: p95 has 0 of the 2 earlier values that are needed");
    let lenient = "kind: baseline, metric: p95, pass: ['<=+10%'], without_history: warn";
    assert_eq!(said(lenient, short()), "warn: p95 has 0 of the 1 earlier values that are needed");
}

#[test]
fn a_percentage_of_nothing_says_nothing() {
    let facts = |value| {
        vec![
            metric("a", None, "errors", 0.0, "2026-10-01T08:00:00Z"),
            metric("b", None, "errors", value, "2026-10-02T08:00:00Z"),
        ]
    };
    let criterion = "kind: baseline, metric: errors, pass: ['<=+10%']";
    assert_eq!(said(criterion, facts(0.0)), "pass: errors is 0, and was 0 (avg of 1)");
    assert_eq!(said(criterion, facts(3.0)), "pending: errors is 3, and was 0 (avg of 1)");
    let said_so = "kind: baseline, metric: errors, pass: ['<=+10%'], when_zero: ['<5']";
    assert_eq!(said(said_so, facts(3.0)), "pass: errors is 3, and was 0 (avg of 1)");
    assert_eq!(said(said_so, facts(5.0)), "fail: errors is 5, and was 0 (avg of 1)");
}

#[test]
fn objectives_are_scored_as_keptn_scores_them() {
    let criterion = "kind: slo, lighthouse: {
        comparison: {compare_with: several_results, number_of_comparison_results: 2, include_result_with_score: pass},
        objectives: [
            {sli: error_rate, pass: [{criteria: ['<1']}], key_sli: true},
            {sli: latency, pass: [{criteria: ['<=+10%']}], warning: [{criteria: ['<=+50%']}]}],
        total_score: {pass: 90%, warning: 75%}}";
    let of = |errors, latency| {
        vec![
            candidate(),
            metric("a", Some("1.3.0"), "error_rate", 0.5, "2026-10-20T08:00:00Z"),
            metric("b", Some("1.3.0"), "latency", 100.0, "2026-10-20T08:00:00Z"),
            metric("c", Some("1.4.0"), "error_rate", errors, "2026-11-01T08:00:00Z"),
            metric("d", Some("1.4.0"), "latency", latency, "2026-11-01T08:00:00Z"),
        ]
    };
    assert_eq!(said(criterion, of(0.1, 110.0)), "pass: the score is 100%");
    assert_eq!(said(criterion, of(0.1, 120.0)), "warn: the score is 75%: latency missed");
    assert_eq!(said(criterion, of(2.0, 100.0)), "fail: the score is 50%: error_rate missed");
    // A version that did not pass is nothing to be compared with: no history passes, as Keptn has it.
    let mut facts = of(0.1, 900.0);
    facts[1] = metric("a", Some("1.3.0"), "error_rate", 7.0, "2026-10-20T08:00:00Z");
    assert_eq!(said(criterion, facts), "pass: the score is 100%");
    assert_eq!(said(criterion, [candidate()]), "pending: there is no evidence of metric \"error_rate\"");
    let one = [candidate(), metric("c", Some("1.4.0"), "error_rate", 0.1, "2026-11-01T08:00:00Z")];
    assert_eq!(said(criterion, one), "fail: the score is 50%: latency missed");
}

#[test]
fn the_second_dialect_says_what_fails() {
    let criterion = "kind: slo, lifecycle: {
        objectives: [{value: latency, target: {failure: {greater_than: 600}, warning: {greater_than: 300}}}],
        total_score: {pass_percentage: 90, warning_percentage: 50}}";
    let of = |value| said(criterion, [metric("e1", None, "latency", value, "2026-11-01T08:00:00Z")]);
    assert_eq!(of(300.0), "pass: the score is 100%");
    assert_eq!(of(301.0), "warn: the score is 50%: latency missed");
    assert_eq!(of(601.0), "fail: the score is 0%: latency missed");
}

#[test]
fn measurements_are_assessed_as_argo_assesses_them() {
    let criterion = "kind: measurements, metric: success_rate, interval: 60s, count: 3, failure_limit: 1,
        success_condition: 'result[0] >= 0.95'";
    let of = |values: &[&str]| {
        let points = values.iter().map(|value| match *value {
            "error" => SeriesPoint::new().with_phase("Error"),
            "running" => SeriesPoint::new(),
            value => SeriesPoint::new().with_value(value),
        });
        let series = MeasurementSeries::new("success_rate").with_measurements(points);
        said(criterion, [evidence("e1", None, series, "2026-11-01T08:00:00Z")])
    };
    assert_eq!(
        of(&["[0.99]", "[0.9]", "[0.97]"]),
        "pass: success_rate is successful; 2 of 3 measurements went well"
    );
    assert_eq!(
        of(&["[0.9]", "[0.9]"]),
        "fail: success_rate is failed: failed (2) > failure_limit (1); 0 of 2 measurements went well"
    );
    assert_eq!(of(&["[0.99]", "running"]), "pending: success_rate is running; 1 of 2 measurements went well");
    assert_eq!(of(&[]), "pending: success_rate is pending; 0 of 0 measurements went well");
    let errors = of(&["[0.99]", "[]", "[]", "[]", "[]", "[]"]);
    assert!(errors.starts_with("pending: success_rate is error: consecutive_error (5) >"), "{errors}");
    assert!(errors.contains("there is no element 0: the list has 0"), "{errors}");
}

#[test]
fn a_soak_waits_for_its_time() {
    let criterion = "kind: soak, upstream: [staging], required: 2d, approval: urgent";
    let deployed = |since: &str| {
        let subject = Subject::new("payments").with_version("1.4.0").with_environment("staging");
        Deployment::new("d1", subject, at(since)).with_finished_at(at(since)).with_verified_at(at(since))
    };
    let of = |deployment: Deployment| vec![candidate(), deployment.into()];
    assert_eq!(said(criterion, of(deployed("2026-10-31T09:00:00Z"))), "pass: it ran for 2d in staging");
    let early = found(criterion, of(deployed("2026-10-31T10:00:00Z")));
    assert_eq!((early.outcome.name(), early.reason.as_str()), ("pending", "it ran for 1d 23h in staging"));
    assert_eq!(early.next_action.as_deref(), Some("Wait until 2026-11-02T10:00:00Z."));
    assert_eq!(early.evidence, ["d1"]);
    let taken_back = deployed("2026-10-01T09:00:00Z").with_status(DeploymentStatus::RolledBack);
    assert_eq!(said(criterion, of(taken_back)), "fail: it was taken back or failed in staging");
    assert_eq!(said(criterion, [candidate()]), "pending: it has not run and been verified in staging");
    assert_eq!(said(criterion, []), "pending: nothing says which version is to go out");
    let subject = Subject::new("payments").with_version("1.4.0").with_environment("production");
    let approval = Approval::new("a1", subject, "mo", at("2026-11-02T08:00:00Z")).with_step("urgent");
    assert_eq!(said(criterion, [candidate(), approval.into()]), "pass: approved by mo without it");
}

#[test]
fn evidence_goes_stale() {
    let criterion = "kind: freshness, evidence: [{kind: tests}, {kind: metric, name: p95}], maximum_age: 24h, warning_age: 12h";
    let of = |tests: &str| {
        vec![
            evidence("e1", None, TestResults::new(), tests),
            metric("e2", None, "p95", 1.0, "2026-11-02T08:00:00Z"),
        ]
    };
    assert_eq!(
        said(criterion, of("2026-11-02T08:30:00Z")),
        "pass: tests is 30min old; metric \"p95\" is 1h old"
    );
    assert_eq!(
        said(criterion, of("2026-11-01T12:00:00Z")),
        "warn: tests is 21h old; metric \"p95\" is 1h old"
    );
    let stale = found(criterion, of("2026-10-30T08:30:00Z"));
    assert_eq!(
        (stale.outcome.name(), stale.reason.as_str()),
        ("pending", "tests is 3d old; metric \"p95\" is 1h old")
    );
    assert_eq!(stale.next_action.as_deref(), Some("Provide evidence again of tests."));
    assert_eq!(
        said(criterion, [metric("e2", None, "p95", 1.0, "2026-11-02T08:00:00Z")]),
        "pending: there is no evidence of tests; metric \"p95\" is 1h old"
    );
}

#[test]
fn a_policy_of_ones_own_sees_facts_release_component_and_now() {
    let expression = "facts.metric.p95.value < 300.0 && facts.coverage.lines.covered > 80 && facts.tests.size() == 1 \
        && release.version == '1.4.0' && release.environment == 'production' && component.name == 'payments' \
        && now - timestamp(facts.metric.p95.observed_at) < duration('2h')";
    let criterion = format!("kind: cel, expression: \"{expression}\", message: fast and covered");
    let of = |value| {
        vec![
            candidate(),
            metric("e1", None, "p95", value, "2026-11-02T08:00:00Z"),
            evidence(
                "e2",
                None,
                CoverageReport::new().with_lines(Covered::new(90, 100)),
                "2026-11-02T08:00:00Z",
            ),
            evidence("e3", None, TestResults::new(), "2026-11-02T08:00:00Z"),
        ]
    };
    assert_eq!(said(&criterion, of(200.0)), "pass: fast and covered: holds");
    assert_eq!(said(&criterion, of(400.0)), "fail: fast and covered: does not hold");
    assert_eq!(found(&criterion, of(200.0)).evidence, ["e1", "e3", "e2"]);
    let missing = said("kind: cel, expression: facts.coverage.lines.covered > 80", [candidate()]);
    assert_eq!(
        missing,
        "pending: line 1, column 7: there is no key \"coverage\"\n  facts.coverage.lines.covered > 80\n        ^"
    );
    let warned = "kind: cel, expression: \"'a' == 'b'\", warning: \"release.stage == 'deploy'\"";
    assert!(said(warned, []).starts_with("warn: "));
}
