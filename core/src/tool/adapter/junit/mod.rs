//! JUnit XML, as Ant began it and everyone else went on.

mod case;
mod read;

use super::Adapter;
use crate::Result;
use crate::document::reads;
use crate::fact::{Fact, TestResults};
use crate::tool::payload::Payload;
use crate::tool::time::instant;
use crate::tool::{Reading, ToolError};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A JUnit report: what every test case came to.
///
/// Everything is counted from the `testcase` elements: what the suites' attributes say of them is often wrong, and stands
/// apart. A case that failed and passed when it was run again is a passed one that is flaky; one that failed again is failed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct JUnitInspection {
    /// The outermost element: `testsuites` or `testsuite`.
    pub root: String,
    /// The `testsuite` elements, those inside others too.
    pub suites: u64,
    /// The `testcase` elements.
    pub testcases: u64,
    /// Cases with a failure: something was not as asserted.
    pub cases_failed: u64,
    /// Cases with an error and no failure: something else went wrong.
    pub cases_errored: u64,
    /// Cases that were skipped or are disabled.
    pub cases_skipped: u64,
    /// Cases that passed, flaky ones included.
    pub cases_passed: u64,
    /// Cases that failed and passed in the end (`flakyFailure`, `flakyError`).
    pub flaky_cases: u64,
    /// Cases that were run again and did not pass (`rerunFailure`, `rerunError`).
    pub rerun_cases: u64,
    /// What the attributes of the innermost suites say, summed: `tests`, `failures`, `errors`, `skipped`, `disabled`.
    pub leaf_suite_attr_sum: BTreeMap<String, i64>,
    /// What the attributes of the outermost element say, as written.
    pub root_attrs: BTreeMap<String, String>,
    /// The time of all cases, in seconds, to six decimals; as written, negative ones too.
    pub sum_case_time_s: f64,
    /// The failed cases and then the errored ones, each in the order of the report, as `<classname>::<name>`.
    pub failed_names: Vec<String>,
    /// The flaky cases, likewise.
    pub flaky_names: Vec<String>,
    /// When each suite began, in the order of the report and as written; none where it does not say.
    pub suite_timestamps: Vec<Option<String>>,
}

reads!(JUnitInspection {
    root,
    suites,
    testcases,
    cases_failed,
    cases_errored,
    cases_skipped,
    cases_passed,
    flaky_cases,
    rerun_cases,
    leaf_suite_attr_sum,
    root_attrs,
    sum_case_time_s,
    failed_names,
    flaky_names,
    suite_timestamps,
});

impl Adapter for JUnitInspection {
    const REPORT: &'static str = "XML with the root <testsuites> or <testsuite>";

    fn recognises(payload: &Payload<'_>) -> bool {
        payload.xml_root().is_some_and(|root| matches!(root.name.as_str(), "testsuites" | "testsuite"))
    }

    fn inspect(payload: &Payload<'_>) -> Result<Self> {
        let report = read::report(payload.text()?)?;
        let stated = |text: &String| text.trim().parse().unwrap_or(0);
        let stated = report.root_attrs.get("tests").map_or(0, stated);
        let stated = stated.max(report.leaf_suite_attr_sum.get("tests").copied().unwrap_or(0));
        if report.testcases == 0 && stated > 0 {
            return Err(
                ToolError::NothingRead { tool: "junit", stated, what: "tests", element: "testcase" }.into()
            );
        }
        Ok(report)
    }

    fn facts(&self, reading: &Reading<'_>) -> Result<Vec<Fact>> {
        let mut results = TestResults::new()
            .with_passed(self.cases_passed)
            .with_failed(self.cases_failed)
            .with_errored(self.cases_errored)
            .with_skipped(self.cases_skipped)
            .with_flaky(&self.flaky_names)
            .with_failures(&self.failed_names);
        results.suite.clone_from(&reading.options.suite);
        let stated = self.suite_timestamps.iter().flatten().chain(self.root_attrs.get("timestamp"));
        Ok(vec![reading.evidence(results, stated.filter_map(|text| instant(text)).max())?])
    }
}
