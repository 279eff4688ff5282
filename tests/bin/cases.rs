//! `cases DIR [SUITE] [--json]`: runs the case files below DIR through greenboard's public API.
//!
//! Exit code: 0 where all that was judged passed, 1 where something failed, 2 where something could not be read.

use greenboard_tests::runner;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage: cases DIR [SUITE] [--json]
  DIR    a folder with cases/…/*.json, plans/*.jsonl.gz, payloads/INDEX.json
  SUITE  a suite (cases/version/npm_inc or npm_inc), a group (cases/ledger/jcs#accept), or a folder (cases/version)
  --json one JSON document instead of text";

fn main() -> ExitCode {
    let (mut json, mut words) = (false, Vec::new());
    for word in std::env::args().skip(1) {
        match word.as_str() {
            "--json" => json = true,
            "--help" | "-h" => {
                println!("{USAGE}");
                return ExitCode::SUCCESS;
            }
            flag if flag.starts_with('-') => return misused(&format!("unknown option {flag}")),
            _ => words.push(word),
        }
    }
    let (dir, suite) = match words.as_slice() {
        [dir] => (dir, None),
        [dir, suite] => (dir, Some(suite.as_str())),
        _ => return misused("expected DIR and at most one SUITE"),
    };
    let report = runner::run(Path::new(dir), suite);
    let text = if json { format!("{:#}\n", report.to_json()) } else { report.to_string() };
    // A reader that has seen enough (`| head`) is no failure.
    let _ = std::io::stdout().write_all(text.as_bytes());
    match (report.errors.is_empty(), report.failed()) {
        (false, _) => ExitCode::from(2),
        (true, 0) => ExitCode::SUCCESS,
        (true, _) => ExitCode::FAILURE,
    }
}

fn misused(message: &str) -> ExitCode {
    eprintln!("{message}\n{USAGE}");
    ExitCode::from(2)
}
