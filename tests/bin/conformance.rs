//! `conformance [--bless]`: runs the cases in `tests/cases`; with `--bless` writes the results that came into them, and into the
//! steps in `tests/stores`.

use greenboard::ledger::store::Memory;
use greenboard_tests::{conformance, stores};
use std::process::ExitCode;

fn main() -> ExitCode {
    let files = conformance::files();
    if std::env::args().any(|arg| arg == "--bless") {
        files.iter().for_each(conformance::File::bless);
        stores::bless(Memory::new);
        return ExitCode::SUCCESS;
    }
    let faults: Vec<String> = files.iter().flat_map(conformance::File::faults).collect();
    println!("{}", faults.join("\n"));
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
