//! The program `greenboard`: see [`greenboard::cli`].

use greenboard::cli::{Console, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    Console::with_process(|console| run(std::env::args_os().skip(1), console)).into()
}
