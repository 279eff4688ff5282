//! The cases in `tests/cases`, which Python and Node run too: the results are equal to the byte.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use greenboard_tests::conformance;

#[test]
fn the_results_are_those_of_the_cases() {
    let files = conformance::files();
    assert!(!files.is_empty(), "no case files");
    let faults: Vec<String> = files.iter().flat_map(conformance::File::faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
