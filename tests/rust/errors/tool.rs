//! Reports that cannot be read as what they should be.

use super::said;
use greenboard::fact::Subject;
use greenboard::tool::{ReadOptions, inspect, only};
use insta::assert_snapshot;

#[test]
fn not_the_report_that_was_expected() {
    assert_snapshot!(said(inspect(" \n", "junit")), @"tool.empty the junit report is empty; check that the tool ran and wrote to this place");
    assert_snapshot!(said(inspect("<testsuite/>", "j-unit")), @r#"tool.unknown unknown tool "j-unit"; expected one of junit, lcov, cobertura, sonarqube, sarif, cyclonedx, spdx, openvex, osv, trivy, grype, npm_audit, cargo_audit, provenance, icalendar; did you mean "junit"?"#);
    assert_snapshot!(said(inspect("<testsuite/>", "cobertura")), @"tool.unrecognised this is no cobertura report: expected XML with the root <coverage> that has a line-rate, packages or sources, found XML with the root <testsuite>; it could be read as junit");
    assert_snapshot!(said(inspect(r#"{"version": "2.1.0", "runs": []}"#, "sonarqube")), @"tool.unrecognised this is no sonarqube report: expected its webhook, or an answer of api/qualitygates/project_status, api/measures/component or api/issues/search, found a JSON map with the keys version, runs; it could be read as sarif");
    assert_snapshot!(said(inspect("<html><body/></html>", "junit")), @"tool.unrecognised this is no junit report: expected XML with the root <testsuites> or <testsuite>, found XML with the root <html>");
    assert_snapshot!(said(inspect("Error: no such file\n", "lcov")), @r#"tool.unrecognised this is no lcov report: expected a tracefile with records that begin with SF:, found text that begins with "Error: no such file""#);
    assert_snapshot!(said(inspect("[]", "sarif")), @"tool.unrecognised this is no sarif report: expected a JSON map with version and runs, found an empty JSON list");
    assert_snapshot!(said(inspect(r#"{"version": }"#, "sarif")), @"document.syntax line 1, column 13: unexpected '}'; expected a JSON value");
}

#[test]
fn nobody_s_report_and_several_s() {
    assert!(said(only("Done.")).starts_with("tool.undecided it cannot be told whose report this is: no known tool writes such; say of which of these it is: junit, lcov, "));
}

#[test]
fn broken_xml() {
    assert_snapshot!(said(inspect("<testsuites>\n  <testsuite>\n    <testca", "junit")), @"tool.malformed line 3, column 5: not well-formed XML: syntax error: tag not closed: `>` not found before end of input");
    assert_snapshot!(said(inspect("<testsuites>\n  <testsuite>\n  </testcase>\n</testsuites>", "junit")), @"tool.malformed line 3, column 3: not well-formed XML: ill-formed document: expected `</testsuite>`, but `</testcase>` was found");
    assert_snapshot!(said(inspect("<testsuite><testcase/>", "junit")), @"tool.malformed line 1, column 23: not well-formed XML: the text ends before its outermost element does");
    assert_snapshot!(said(inspect("<testsuite/>\n<testsuite/>", "junit")), @"tool.malformed line 2, column 1: not well-formed XML: a second outermost element");
    assert_snapshot!(said(inspect("<testsuite/>\nDone.", "junit")), @"tool.malformed line 1, column 13: not well-formed XML: text stands outside the outermost element");
    assert_snapshot!(said(inspect(r#"<testsuite tests="1" tests="2"/>"#, "junit")), @r#"tool.malformed line 1, column 1: not well-formed XML: attribute "tests" comes twice"#);
    assert_snapshot!(said(inspect("<testsuite><testcase>&secret;</testcase></testsuite>", "junit")), @r#"tool.malformed line 1, column 22: not well-formed XML: entity "secret" is not one of the five that XML defines"#);
    assert_snapshot!(said(inspect(r#"<testsuite><testcase name="&secret;"/></testsuite>"#, "junit")), @r#"tool.malformed line 1, column 12: not well-formed XML: entity "secret" is not one of the five that XML defines"#);
    assert_snapshot!(said(inspect(b"\xff\xfe<\x00x", "junit")), @"tool.malformed not well-formed text: the text is not the UTF-16 that its first bytes say");
    assert_snapshot!(said(inspect("<testsuite>".repeat(200), "junit")), @"tool.too_much line 1, column 1409: more than the 128 levels of elements that are read");
}

#[test]
fn reports_that_say_too_little() {
    let none = r#"<testsuites><testsuite name="pytest" tests="6" failures="1"/></testsuites>"#;
    assert_snapshot!(said(inspect(none, "junit")), @"tool.nothing_read the junit report says that there are 6 tests, and holds no testcase; it was cut off or written by halves");
    let unknown = "<testsuite>\n  <testcase name=\"a\" status=\"fine\"/>\n</testsuite>";
    assert_snapshot!(said(inspect(unknown, "junit")), @r#"tool.unknown_status line 2, column 3: unknown status of a test case "fine" in the junit report; known are passed, pass, success, successful, ok, run, completed, executed, finished, failed, fail, failure, errored, error, broken, aborted, interrupted, timeout, timedout, undefined, ambiguous, skipped, skip, disabled, ignored, suppressed, notrun, pending, todo, untested, blocked, inconclusive, incomplete"#);
    assert_snapshot!(said(inspect("SF:a.c\nDA:1,1\n", "lcov")), @"tool.malformed not well-formed tracefile: the last record has no end_of_record; the report was cut off");
    assert_snapshot!(said(inspect("SF:a.c\nDA:1,many\nend_of_record\n", "lcov")), @r#"tool.invalid_value line 2, column 1: line "DA:1,many" is not valid; expected DA:<line>,<count>"#);
    let line = "<coverage line-rate='1'>\n<packages><package><classes><class><lines>\n<line number='1'/>";
    assert_snapshot!(said(inspect(line, "cobertura")), @r#"tool.invalid_value line 3, column 1: hits of a line "" is not valid; expected a count"#);
}

#[test]
fn words_that_nobody_knows() {
    let webhook = r#"{"taskId": "1", "status": "SUCCESS", "project": {"key": "a"}, "qualityGate": {"status": "PASSED"}}"#;
    assert_snapshot!(said(inspect(webhook, "sonarqube")), @r#"tool.unknown_status qualityGate.status: line 1, column 89: unknown status of a quality gate "PASSED" in the sonarqube report; known are OK, WARN, ERROR, NONE"#);
    let level = r#"{"version": "2.1.0", "runs": [{"results": [{"ruleId": "a", "level": "critical"}]}]}"#;
    assert_snapshot!(said(inspect(level, "sarif")), @r#"tool.unknown_status runs[0].results[0].level: line 1, column 69: unknown level "critical" in the sarif report; known are none, note, warning, error"#);
    assert_snapshot!(said(inspect(r#"{"version": "2.0.0", "runs": []}"#, "sarif")), @r#"tool.invalid_value line 1, column 13: SARIF version "2.0.0" is not valid; expected 2.1.0"#);
    let details = r#"{"component": {"key": "a", "measures": [{"metric": "quality_gate_details", "value": "{\"level\": \"FINE\"}"}]}}"#;
    assert_snapshot!(said(inspect(details, "sonarqube")), @r#"tool.unknown_status component.quality_gate_details.level: unknown status of a quality gate "FINE" in the sonarqube report; known are OK, WARN, ERROR, NONE"#);
}

#[test]
fn reports_that_are_not_whole() {
    let read = |text: &str, tool| {
        let at = "2026-11-02T09:00:00Z".parse().unwrap();
        greenboard::tool::read(text, tool, &Subject::new("payments"), at, &ReadOptions::new())
    };
    let page = r#"{"total": 42, "issues": [{"key": "a", "rule": "b", "component": "c", "project": "d"}]}"#;
    assert_snapshot!(said(read(page, "sonarqube")), @"tool.partial the sonarqube report is not whole: it is a page of 1 issues of 42; ask for all of them");
    let broken =
        r#"{"version": "2.1.0", "runs": [{"invocations": [{"executionSuccessful": false}], "results": []}]}"#;
    assert_snapshot!(said(read(broken, "sarif")), @"tool.partial the sarif report is not whole: an invocation says that it did not succeed");
}
