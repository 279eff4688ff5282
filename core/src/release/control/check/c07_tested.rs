//! C07: functional tests passed for the deployed digest before production.

use crate::fact::Observation;
use crate::release::control::compliance::{Check, Clause, Control};
use crate::release::control::tally::Tally;
use crate::release::control::trail::Trail;
use crate::release::control::trail::shown;
use std::collections::BTreeMap;

pub(super) const CONTROL: Control = Control {
    id: "C07",
    title: "tested",
    statement: "Functional tests passed for the deployed digest before production",
    evidence: &["test report with digest"],
    computed: "EvidenceRecorded(kind=test, pass, digest) before start",
    clauses: &[
        Clause { standard: "SOC2", clauses: &["CC8.1 tests"] },
        Clause { standard: "DORA", clauses: &["9(4)(e)"] },
        Clause { standard: "ISO", clauses: &["A.8.29"] },
        Clause { standard: "RTS17", clauses: &["(c)"] },
    ],
    check: Check::Release(check),
};

fn check(trail: &Trail<'_>, tally: &mut Tally) {
    if trail.starts.is_empty() {
        return tally.inapplicable("nothing went to production");
    }
    for start in &trail.starts {
        for item in &start.what.items {
            let Some(digest) = &item.subject.digest else {
                tally.lacks(format!("{} has no digest that tests could be of", shown(item)));
                continue;
            };
            // The last run of each suite before the deployment.
            let mut suites = BTreeMap::new();
            for stated in trail.evidence_of(item).filter(|stated| stated.index < start.index) {
                let Observation::Tests(tests) = &stated.fact.value else { continue };
                if stated.fact.subject.digest.as_ref() != Some(digest) {
                    continue;
                }
                let last = suites.entry(tests.suite.as_deref()).or_insert((stated, tests));
                if last.0.fact.observed_at <= stated.fact.observed_at {
                    *last = (stated, tests);
                }
            }
            if suites.is_empty() {
                tally.lacks(format!(
                    "no tests of {} ({digest}) were recorded before {}",
                    shown(item),
                    start.event.id
                ));
            }
            for (stated, tests) in suites.into_values() {
                tally.uses(stated.event);
                if tests.failed > 0 || tests.errored > 0 || tests.passed == 0 {
                    tally.fails(format!(
                        "the tests of {} did not pass: {} passed, {} failed, {} broke",
                        shown(item),
                        tests.passed,
                        tests.failed,
                        tests.errored
                    ));
                }
            }
        }
        if start.what.items.is_empty() {
            tally.lacks(format!("{} does not say what it deployed", start.event.id));
        }
    }
}
