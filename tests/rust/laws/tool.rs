//! Reports of tools: generated ones whose contents are known say just that, and whatever the bytes, nothing breaks.

use greenboard::fact::{Fact, Observation, Subject};
use greenboard::tool::{self, Inspection, ReadOptions, TOOLS};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What a test case comes to, and the ways in which writers put it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Came {
    Passed,
    PassedAtLast,
    Failed,
    FailedAgain,
    Errored,
    Skipped,
}

#[derive(Debug, Clone)]
struct Suite {
    cases: Vec<(Came, bool)>,
    inner: Vec<Suite>,
    stated: Option<u16>,
}

fn came() -> impl Strategy<Value = Came> {
    prop_oneof![
        4 => Just(Came::Passed),
        1 => Just(Came::PassedAtLast),
        1 => Just(Came::Failed),
        1 => Just(Came::FailedAgain),
        1 => Just(Came::Errored),
        1 => Just(Came::Skipped),
    ]
}

fn suite() -> impl Strategy<Value = Suite> {
    let cases = || vec((came(), any::<bool>()), 0..6);
    let leaf =
        (cases(), any::<Option<u16>>()).prop_map(|(cases, stated)| Suite { cases, inner: vec![], stated });
    leaf.prop_recursive(3, 12, 3, move |inner| {
        (cases(), vec(inner, 0..3), any::<Option<u16>>()).prop_map(|(cases, inner, stated)| Suite {
            cases,
            inner,
            stated,
        })
    })
}

/// The suite as XML: with attributes that lie, by an element or by an attribute.
fn write_suite(suite: &Suite, out: &mut String) {
    out.push_str("<testsuite name='a &amp; b'");
    if let Some(stated) = suite.stated {
        write!(out, " tests='{stated}' failures='{stated}'").unwrap();
    }
    out.push('>');
    for (number, (came, by_attribute)) in suite.cases.iter().enumerate() {
        let (status, inside) = match (came, by_attribute) {
            (Came::Passed, true) => (" status='Passed'", ""),
            (Came::Passed, false) => ("", "<system-out><![CDATA[<failure/>]]></system-out>"),
            (Came::PassedAtLast, _) => ("", "<flakyFailure/><flakyError/>"),
            (Came::Failed, true) => (" status='FAILED'", ""),
            (Came::Failed, false) => ("", "<failure message='&lt;'/><error/>"),
            (Came::FailedAgain, _) => ("", "<failure/><rerunFailure/>"),
            (Came::Errored, _) => ("", "<error>x</error>"),
            (Came::Skipped, true) => (" status='notrun'", ""),
            (Came::Skipped, false) => ("", "<skipped/>"),
        };
        write!(out, "<testcase classname='c' name='{number}'{status} time='1,000.25'>{inside}</testcase>")
            .unwrap();
    }
    suite.inner.iter().for_each(|inner| write_suite(inner, out));
    out.push_str("</testsuite>\n");
}

fn all_cases(suite: &Suite, out: &mut Vec<Came>) {
    out.extend(suite.cases.iter().map(|(came, _)| *came));
    suite.inner.iter().for_each(|inner| all_cases(inner, out));
}

fn suites(suite: &Suite) -> u64 {
    1 + suite.inner.iter().map(suites).sum::<u64>()
}

/// The tests that the innermost suites say there are.
fn stated(suite: &Suite) -> u64 {
    let own = if suite.inner.is_empty() { suite.stated.unwrap_or(0).into() } else { 0 };
    own + suite.inner.iter().map(stated).sum::<u64>()
}

fn facts(report: &str, tool: &str) -> Vec<Fact> {
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    tool::read(report, tool, &Subject::new("core"), at, &ReadOptions::new()).unwrap()
}

proptest! {
    #[test]
    fn junit_counts_its_cases(all in vec(suite(), 1..4)) {
        let mut xml = "<?xml version='1.0'?>\n<testsuites>".to_owned();
        all.iter().for_each(|suite| write_suite(suite, &mut xml));
        xml.push_str("</testsuites>");
        let mut cases = Vec::new();
        all.iter().for_each(|suite| all_cases(suite, &mut cases));
        let count = |which: &[Came]| cases.iter().filter(|came| which.contains(came)).count() as u64;

        let report = tool::inspect(&xml, "junit");
        if cases.is_empty() {
            // Nothing at all is read where the innermost suites say that there is something.
            prop_assert_eq!(report.is_err(), all.iter().map(stated).sum::<u64>() > 0);
            return Ok(());
        }
        let Inspection::JUnit(report) = report.unwrap() else { unreachable!() };
        prop_assert_eq!(report.suites, all.iter().map(suites).sum::<u64>());
        prop_assert_eq!(report.testcases, cases.len() as u64);
        prop_assert_eq!(report.cases_passed, count(&[Came::Passed, Came::PassedAtLast]));
        prop_assert_eq!(report.cases_failed, count(&[Came::Failed, Came::FailedAgain]));
        prop_assert_eq!(report.cases_errored, count(&[Came::Errored]));
        prop_assert_eq!(report.cases_skipped, count(&[Came::Skipped]));
        prop_assert_eq!(report.flaky_cases, count(&[Came::PassedAtLast]));
        prop_assert_eq!(report.rerun_cases, count(&[Came::FailedAgain]));
        prop_assert_eq!(report.failed_names.len() as u64, report.cases_failed + report.cases_errored);
        prop_assert_eq!(report.sum_case_time_s, cases.len() as f64 * 1000.25);

        // Cut off anywhere, it is no report: never one with fewer tests.
        let cut = xml.char_indices().map(|(at, _)| at).nth(xml.chars().count() * 2 / 3).unwrap();
        prop_assert!(tool::inspect(&xml[..cut], "junit").is_err());
    }

    #[test]
    fn lcov_counts_each_line_once(
        records in vec((0..3_u8, vec((0..8_u8, 0..3_u64), 0..10), vec((0..4_u8, any::<Option<bool>>()), 0..6)), 1..5)
    ) {
        let mut text = "TN:\n".to_owned();
        let (mut lines, mut branches) = (BTreeMap::new(), BTreeMap::new());
        let (mut found, mut hit) = (0, 0);
        for (file, da, brda) in &records {
            writeln!(text, "SF:src/{file}.c").unwrap();
            for (line, count) in da {
                writeln!(text, "DA:{line},{count}").unwrap();
                *lines.entry((file, line)).or_insert(false) |= *count > 0;
            }
            for (branch, taken) in brda {
                let count = taken.map_or("-", |taken| if taken { "7" } else { "0" });
                writeln!(text, "BRDA:1,0,{branch},{count}").unwrap();
                *branches.entry((file, branch)).or_insert(false) |= *taken == Some(true);
            }
            let (lf, lh) = (da.len(), da.iter().filter(|(_, count)| *count > 0).count());
            (found, hit) = (found + lf as u64, hit + lh as u64);
            writeln!(text, "LF:{lf}\nLH:{lh}\nend_of_record").unwrap();
        }
        let Inspection::Lcov(report) = tool::inspect(&text, "lcov").unwrap() else { unreachable!() };
        prop_assert_eq!((report.files, report.end_of_record), (records.len() as u64, records.len() as u64));
        prop_assert_eq!((report.lines_found, report.lines_hit), (found, hit));
        prop_assert_eq!((report.da_lines, report.da_hit), (found, hit));

        let [Fact::Evidence(evidence)] = &facts(&text, "lcov")[..] else { panic!("one fact") };
        let Observation::Coverage(coverage) = &evidence.value else { panic!("coverage") };
        let expected = |seen: &BTreeMap<_, bool>| {
            (!seen.is_empty()).then(|| (seen.values().filter(|hit| **hit).count() as u64, seen.len() as u64))
        };
        prop_assert_eq!(coverage.lines.map(|lines| (lines.covered, lines.total)), expected(&lines));
        prop_assert_eq!(coverage.branches.map(|seen| (seen.covered, seen.total)), expected(&branches));
    }

    #[test]
    fn cobertura_counts_the_lines_of_classes(
        classes in vec(vec((any::<bool>(), any::<Option<(u8, u8)>>()), 0..6), 0..5)
    ) {
        let mut xml = "<coverage line-rate='0.1'><packages><package name='p'><classes>".to_owned();
        for class in &classes {
            let mut lines = String::new();
            for (number, (hit, branches)) in class.iter().enumerate() {
                write!(lines, "<line number='{number}' hits='{}'", u8::from(*hit) * 3).unwrap();
                if let Some((taken, more)) = branches {
                    let all = u16::from(*taken) + u16::from(*more);
                    write!(lines, " branch='true' condition-coverage='50% ({taken}/{all})'").unwrap();
                }
                lines.push_str("/>");
            }
            write!(xml, "<class><methods><method><lines>{lines}</lines></method></methods><lines>{lines}</lines></class>")
                .unwrap();
        }
        xml.push_str("</classes></package></packages></coverage>");
        let lines: Vec<_> = classes.iter().flatten().collect();
        let Inspection::Cobertura(report) = tool::inspect(&xml, "cobertura").unwrap() else { unreachable!() };
        prop_assert_eq!(report.classes, classes.len() as u64);
        prop_assert_eq!(report.class_lines, lines.len() as u64);
        prop_assert_eq!(report.line_elements_total, 2 * lines.len() as u64);
        prop_assert_eq!(report.class_lines_hit, lines.iter().filter(|(hit, _)| *hit).count() as u64);
        let branches = || lines.iter().filter_map(|(_, branches)| *branches);
        let all: u64 = branches().map(|(taken, more)| u64::from(taken) + u64::from(more)).sum();
        prop_assert_eq!(report.class_branches, all);
        prop_assert_eq!(report.class_branches_hit, branches().map(|(taken, _)| u64::from(taken)).sum::<u64>());
    }

    #[test]
    fn sarif_takes_levels_from_where_they_are(
        rules in vec(0..5_usize, 1..4),
        results in vec((0..4_usize, 0..5_usize, any::<bool>(), 0..4_u8), 0..12),
    ) {
        const LEVELS: [&str; 5] = ["", "none", "note", "warning", "error"];
        let level = |level: usize| match LEVELS[level] {
            "" => serde_json::Value::Null,
            level => level.into(),
        };
        let declared: Vec<_> = rules
            .iter()
            .enumerate()
            .map(|(id, rule)| serde_json::json!({"id": format!("r/{id}"), "defaultConfiguration": {"level": level(*rule)}}))
            .collect();
        let found: Vec<_> = results
            .iter()
            .map(|(rule, own, by_index, suppressed)| {
                let mut result = serde_json::json!({"level": level(*own)});
                if *by_index {
                    result["ruleIndex"] = (*rule).into();
                } else {
                    result["ruleId"] = format!("r/{rule}/more").into();
                }
                result["suppressions"] = match suppressed {
                    0 => serde_json::json!(null),
                    1 => serde_json::json!([]),
                    2 => serde_json::json!([{"kind": "inSource"}]),
                    _ => serde_json::json!([{"kind": "external"}, {"kind": "external", "status": "underReview"}]),
                };
                result
            })
            .collect();
        let log = serde_json::json!({"version": "2.1.0", "runs": [{"tool": {"driver": {"rules": declared}}, "results": found}]});
        let Inspection::Sarif(report) = tool::inspect(log.to_string(), "sarif").unwrap() else { unreachable!() };
        let run = &report.runs[0];
        let mut levels: BTreeMap<String, u64> = BTreeMap::new();
        for (rule, own, _, _) in &results {
            let of_rule = rules.get(*rule).map_or("", |rule| LEVELS[*rule]);
            let effective = [LEVELS[*own], of_rule, "warning"].into_iter().find(|level| !level.is_empty()).unwrap();
            *levels.entry(effective.to_owned()).or_default() += 1;
        }
        prop_assert_eq!(&run.effective_levels, &levels);
        prop_assert_eq!(run.suppressed, results.iter().filter(|(_, _, _, suppressed)| *suppressed == 2).count() as u64);

        let [Fact::Evidence(evidence)] = &facts(&log.to_string(), "sarif")[..] else { panic!("one fact") };
        let Observation::Vulnerabilities(found) = &evidence.value else { panic!("findings") };
        let failures = results.len() as u64 - levels.get("none").copied().unwrap_or(0);
        prop_assert_eq!(found.findings.len() as u64, failures);
    }

    #[test]
    fn any_text_is_refused_or_read(text in "(?s).{0,60}", head in 0..6_usize) {
        let heads = ["", "<testsuites", "<coverage line-rate='1'>", "SF:a\n", "{\"version\":\"2.1.0\",\"runs\":[", "{\"component\":{\"measures\":["];
        let text = format!("{}{text}", heads[head]);
        let detected: BTreeSet<&str> = tool::detect(&text).into_iter().collect();
        for tool in TOOLS {
            if tool::inspect(&text, tool).is_ok() {
                prop_assert!(detected.contains(tool), "{}", tool);
            }
        }
    }

    #[test]
    fn facts_are_named_by_their_content(name in "[a-z]{1,5}", other in "[a-z]{1,5}") {
        let report = |name: &str| format!("<testsuite><testcase name='{name}'><failure/></testcase></testsuite>");
        let (a, b) = (facts(&report(&name), "junit"), facts(&report(&other), "junit"));
        let id = |facts: &[Fact]| match facts {
            [Fact::Evidence(evidence)] => (evidence.id.clone(), evidence.digest.clone().unwrap()),
            _ => panic!("one fact"),
        };
        prop_assert_eq!(id(&a).1, greenboard::document::digest_text(report(&name)));
        prop_assert_eq!(id(&a) == id(&b), name == other);
        prop_assert_eq!(id(&a).0 == id(&b).0, name == other);
        prop_assert_eq!(facts(&report(&name), "junit"), a);
    }
}
