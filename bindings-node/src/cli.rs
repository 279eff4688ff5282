//! The command line.

use greenboard::cli::{Console, run};
use napi_derive::napi;

/// Runs the program with these arguments on the process's own streams, and gives its exit status.
#[napi]
pub fn main(arguments: Vec<String>) -> u32 {
    Console::with_process(|console| run(arguments, console)).into()
}
