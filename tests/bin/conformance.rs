//! `conformance [--bless]`: runs the cases in `tests/cases`; with `--bless` writes the results that came into them.

use greenboard_tests::conformance;
use std::process::ExitCode;

fn main() -> ExitCode {
    let files = conformance::files();
    if std::env::args().any(|arg| arg == "--bless") {
        files.iter().for_each(conformance::File::bless);
        return ExitCode::SUCCESS;
    }
    let faults: Vec<String> = files.iter().flat_map(conformance::File::faults).collect();
    println!("{}", faults.join("\n"));
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
