//! The case runner itself, on a small folder of cases, good and bad.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use flate2::{Compression, write::GzEncoder};
use greenboard_tests::runner::{Report, run};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own with these files; a `.gz` is compressed on the way.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    // Tests run side by side: each call has a folder that no other writes to.
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    let call = CALLS.fetch_add(1, Ordering::Relaxed);
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{call}"));
    let _ = fs::remove_dir_all(&root);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if path.extension().is_some_and(|extension| extension == "gz") {
            let mut gz = GzEncoder::new(fs::File::create(&path).unwrap(), Compression::fast());
            gz.write_all(text.as_bytes()).unwrap();
            gz.finish().unwrap();
        } else {
            fs::write(&path, text).unwrap();
        }
    }
    root
}

/// What is printed, without the suites that have no file here.
fn printed(report: &Report) -> String {
    let text = report.to_string();
    text.lines().filter(|line| !line.starts_with("missing ")).collect::<Vec<_>>().join("\n")
}

fn sample() -> PathBuf {
    folder(
        "sample",
        &[
            (
                "cases/version/cargo_req_equal.json",
                r#"{"cases": [{"a": "x", "b": "*"}, {"test": "t", "a": "1", "b": "2"}, {"test": "t", "a": "1"}]}"#,
            ),
            ("cases/version/cargo_req_matches.json", r#"{"cases": [{"req": "#),
            ("cases/version/cargo_version_parse.json", "7"),
            (
                "cases/ledger/jcs.json",
                r#"{"spec": "x", "reject": [{"name": "n", "input": "[1,]", "reject": true}], "accept": [{"input": 1}]}"#,
            ),
            ("cases/lifecycle/grouped.json", r#"{"cases": {"one": [{}, {}], "two": []}}"#),
            ("cases/.hidden/cargo_req_equal.json", "not read"),
            ("facts/other.json", "not read"),
            ("plans/tool.jsonl.gz", "{\"id\": \"p\"}\n\n{\"id\": \"q\"}\n"),
            ("plans/bad.jsonl", "{}\n{"),
            (
                "payloads/INDEX.json",
                r#"[{"system": "s", "file": "s/a.json"}, {"system": "r", "file": "r/b.json"}]"#,
            ),
        ],
    )
}

#[test]
fn everything_is_found_judged_and_said() {
    let report = run(&sample(), None);
    insta::assert_snapshot!(printed(&report), @r#"
    cases/ledger/jcs#reject 1/1
    cases/ledger/jcs#accept 0/1
    cases/lifecycle/grouped#two 0/0
    cases/version/cargo_req_equal 1/3
    unsupported cases/lifecycle/grouped#one 2: no adapter
    unsupported payloads/r 1: no adapter
    unsupported payloads/s 1: no adapter
    unsupported plans/tool 2: no adapter
    error cases/version/cargo_req_matches: not JSON: EOF while parsing a value at line 1 column 19
    error cases/version/cargo_version_parse: expected an object or a list
    error plans/bad: line 2: not JSON: EOF while parsing an object at line 1 column 1
    failed cases/ledger/jcs#accept 0: expected "a row in the suite's format", got "field \"input\" should be a text, is 1"
    failed cases/version/cargo_req_equal t#1: expected "^1", got "^2"
    failed cases/version/cargo_req_equal t#2: expected "a row in the suite's format", got "field \"b\" should be a text, is null"
    2 passed, 3 failed
    "#);
    assert_eq!((report.passed(), report.failed()), (2, 3));
    assert!(report.missing.iter().any(|suite| suite == "cases/version/npm_inc"));
    assert_eq!(report.to_json()["suites"][0]["suite"], "cases/ledger/jcs#reject");
}

#[test]
fn a_suite_is_chosen_by_name() {
    let names = |wanted| -> Vec<String> {
        run(&sample(), Some(wanted)).suites.into_iter().map(|suite| suite.name).collect()
    };
    assert_eq!(names("jcs#reject"), ["cases/ledger/jcs#reject"]);
    assert_eq!(names("cases/lifecycle"), ["cases/lifecycle/grouped#one", "cases/lifecycle/grouped#two"]);
    assert_eq!(names("plans/tool"), ["plans/tool"]);
    assert_eq!(names("payloads/r"), ["payloads/r"]);
    assert_eq!(names("cargo_req_equal"), ["cases/version/cargo_req_equal"]);
}

#[test]
fn a_suite_that_is_not_there_is_said() {
    let report = run(&sample(), Some("nothing_like_it"));
    assert!(
        report
            .errors
            .iter()
            .any(|(path, message)| path == "nothing_like_it" && message.starts_with("no such suite"))
    );
    let report = run(&sample(), Some("npm_inc"));
    assert_eq!(report.missing, ["cases/version/npm_inc"]);
    assert!(!run(Path::new("no/such/folder"), None).errors.is_empty());
    assert!(!run(&folder("empty", &[("readme.txt", "")]), None).errors.is_empty());
}

#[test]
fn a_folder_inside_the_layout_will_do() {
    let report = run(&sample().join("cases/version"), Some("cargo_req_equal"));
    assert_eq!(report.suites[0].name, "cargo_req_equal");
    assert_eq!((report.suites[0].passed, report.suites[0].total()), (1, 3));
    let root = sample();
    let report = run(root.parent().unwrap(), Some("sample/cases/version/cargo_req_equal"));
    assert_eq!(report.suites[0].passed, 1);
}
