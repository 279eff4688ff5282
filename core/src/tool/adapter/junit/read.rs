//! Through a report's elements, once.

use super::JUnitInspection;
use super::case::{Case, Outcome};
use crate::Result;
use crate::tool::xml::{Element, Event, Reader};

/// The attributes that count what is in a suite.
const COUNTS: [&str; 5] = ["tests", "failures", "errors", "skipped", "disabled"];

/// An element that is open.
enum Open {
    /// A suite, and what its attributes count where no suite is found in it.
    Suite(Vec<(&'static str, i64)>),
    Case(Box<Case>),
    Other,
}

/// What a report says, counted from its elements.
pub(super) fn report(text: &str) -> Result<JUnitInspection> {
    let mut reader = Reader::new(text);
    let mut report = JUnitInspection::default();
    let (mut time, mut errored) = (0.0, Vec::new());
    let mut open: Vec<Open> = Vec::new();
    while let Some(event) = reader.next()? {
        match event {
            Event::Open(tag) => {
                if open.is_empty() {
                    begin(&mut report, &tag)?;
                }
                if let Some(Open::Case(case)) = open.last_mut() {
                    case.note(tag.name());
                }
                let opened = match tag.name() {
                    "testsuite" => {
                        // A suite with suites in it counts what they count themselves.
                        for outer in &mut open {
                            if let Open::Suite(counts) = outer {
                                counts.clear();
                            }
                        }
                        suite(&mut report, &tag)?
                    }
                    "testcase" => Open::Case(Box::new(Case::of(&tag)?)),
                    _ => Open::Other,
                };
                open.push(opened);
            }
            Event::Close => match open.pop() {
                Some(Open::Suite(counts)) => {
                    for (name, count) in counts {
                        let sum = report.leaf_suite_attr_sum.entry(name.to_owned()).or_default();
                        *sum = sum.saturating_add(count);
                    }
                }
                Some(Open::Case(case)) => {
                    time += case.time;
                    count(&mut report, &mut errored, *case, &reader)?;
                }
                Some(Open::Other) | None => {}
            },
        }
    }
    report.failed_names.append(&mut errored);
    report.sum_case_time_s = (time * 1e6).round() / 1e6;
    Ok(report)
}

fn begin(report: &mut JUnitInspection, root: &Element<'_>) -> Result<()> {
    root.name().clone_into(&mut report.root);
    for name in COUNTS.into_iter().chain(["time", "timestamp"]) {
        if let Some(value) = root.get(name)? {
            report.root_attrs.insert(name.to_owned(), value.into_owned());
        }
    }
    Ok(())
}

fn suite(report: &mut JUnitInspection, tag: &Element<'_>) -> Result<Open> {
    report.suites += 1;
    report.suite_timestamps.push(tag.get("timestamp")?.map(|text| text.into_owned()));
    let mut counts = Vec::new();
    for name in COUNTS {
        // What is no number counts nothing: the attributes are beside the point.
        if let Some(count) = tag.get(name)?.and_then(|text| text.trim().parse().ok()) {
            counts.push((name, count));
        }
    }
    Ok(Open::Suite(counts))
}

fn count(
    report: &mut JUnitInspection,
    errored: &mut Vec<String>,
    case: Case,
    reader: &Reader<'_>,
) -> Result<()> {
    report.testcases += 1;
    report.rerun_cases += u64::from(case.rerun);
    match case.outcome(reader)? {
        Outcome::Passed => {
            report.cases_passed += 1;
            if case.flaky {
                report.flaky_cases += 1;
                report.flaky_names.push(case.name);
            }
        }
        Outcome::Failed => {
            report.cases_failed += 1;
            report.failed_names.push(case.name);
        }
        Outcome::Errored => {
            report.cases_errored += 1;
            errored.push(case.name);
        }
        Outcome::Skipped => report.cases_skipped += 1,
    }
    Ok(())
}
