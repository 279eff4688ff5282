//! Replays the shared data through the public API: no suite may do worse than it did.
//!
//! The data is not part of the repository. `GREENBOARD_DATA` names the folder; without it this test says that it skipped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use greenboard_tests::adapters::ADAPTERS;
use greenboard_tests::runner::{self, SuiteReport};
use std::path::Path;

/// What a suite that is not judged whole and passed whole may still miss. Every suite with an adapter that is not here must
/// pass on every row, and judge every row.
struct Allowed {
    suite: &'static str,
    failed: usize,
    unsupported: usize,
}

const ALLOWED: &[Allowed] = &[
    // deps.dev's own notion of a canonical text, and of what is nearly a version.
    Allowed { suite: "cases/version/depsdev_canon", failed: 35, unsupported: 0 },
    Allowed { suite: "cases/version/depsdev_compare", failed: 12, unsupported: 0 },
    // `2-1` against `2.0.a`, which stands there twice: since 3.8.7, Maven reads `.a` as `-a`, and its own tests have it the
    // other way round.
    Allowed { suite: "cases/version/maven_compare", failed: 2, unsupported: 0 },
    // Conan's rows.
    Allowed { suite: "cases/version/vers_from_native", failed: 0, unsupported: 13 },
    // The rows on which the three parsers do not agree.
    Allowed { suite: "cases/version/cc_cross_parser_corpus", failed: 0, unsupported: 26 },
    // Rows on patterns of their own, and on fields that greenboard does not have.
    Allowed { suite: "cases/version/cc_parser_conventional_changelog", failed: 0, unsupported: 26 },
    // Versions are all as released. Of the ranges, 42 rows are of a repository whose own script rewrites its peers, and 8 were
    // made while the tool took every `workspace:` range of a peer to be outside; 80 rows were decided by people or by other
    // versions of the tool.
    Allowed { suite: "plans/changesets", failed: 50, unsupported: 80 },
    // Two crates that caught up with versions that others of theirs had, and a prerelease that was completed by a break. Not
    // judged: 87 decisions of people's or of a semver check, and 4 releases that begin a series of prereleases.
    Allowed { suite: "plans/cargo", failed: 3, unsupported: 91 },
    // A commit without a description, which the data's trimming left so. 59 rows were decided by people.
    Allowed { suite: "plans/release-please", failed: 1, unsupported: 59 },
    // ServiceNow's formula for timeline-oriented releases: it ends at 2, below the levels that it is graded by.
    Allowed { suite: "cases/lifecycle/risk_scoring#timeline", failed: 0, unsupported: 7 },
    // Python's own table of what its stages allow, and a date five years on.
    Allowed { suite: "cases/lifecycle/python_cycle#allowed", failed: 0, unsupported: 9 },
    Allowed { suite: "cases/lifecycle/python_cycle#end_of_life", failed: 0, unsupported: 6 },
];

#[test]
fn no_suite_does_worse_than_it_did() {
    let Some(data) = std::env::var_os("GREENBOARD_DATA").filter(|data| !data.is_empty()) else {
        // Past the test harness's capture, so that a skip is seen in every log.
        use std::io::Write;
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: the shared data; set GREENBOARD_DATA to its folder to replay {} suites",
            ADAPTERS.len()
        );
        return;
    };
    let report = runner::run(Path::new(&data), None);
    assert!(report.errors.is_empty(), "{:#?}", report.errors);
    assert!(report.missing.is_empty(), "no case file for {:#?}", report.missing);
    let worse: Vec<String> = report.suites.iter().filter_map(worse).collect();
    assert!(worse.is_empty(), "worse than before:\n{}\n{report}", worse.join("\n"));
}

/// What is wrong with a suite, where it misses more than it may.
fn worse(suite: &SuiteReport) -> Option<String> {
    let allowed = ALLOWED.iter().find(|allowed| allowed.suite == suite.name);
    let (may_fail, may_skip) = allowed.map_or((0, 0), |allowed| (allowed.failed, allowed.unsupported));
    let judged = suite.unsupported.iter().filter(|(reason, _)| *reason != runner::NO_ADAPTER);
    let skipped: usize = judged.map(|(_, ids)| ids.len()).sum();
    let failed = suite.failed.len();
    let worse = failed > may_fail || skipped > may_skip;
    let name = &suite.name;
    worse.then(|| {
        format!("{name}: {failed} failed (allowed {may_fail}), {skipped} not judged (allowed {may_skip})")
    })
}

#[test]
fn the_registry_names_each_suite_once() {
    let mut names: Vec<&str> = ADAPTERS.iter().map(|(suite, _)| *suite).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}
