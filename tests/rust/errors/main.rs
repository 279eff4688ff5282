//! Error texts: what people read when their input is wrong, word by word.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calendar;
mod change;
mod component;
mod desk;
mod edit;
mod expression;
mod gate;
mod ledger;
mod ledger_store;
mod pep440;
mod plan;
mod release_audit;
mod release_planning;
mod report;
mod schemes;
mod source;
mod tool;
mod version;
mod versioning;

#[path = "../ledger_file/sim.rs"]
#[allow(dead_code)]
mod sim;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Code and text of what went wrong.
fn said<T: std::fmt::Debug>(result: greenboard::Result<T>) -> String {
    let error = result.unwrap_err();
    format!("{} {error}", error.code())
}

/// The texts are part of the interface: every code stands in one of these files, beside what is said with it.
#[test]
fn every_code_has_its_text() {
    let rust = Path::new(env!("CARGO_MANIFEST_DIR")).join("rust");
    let mut texts = fs::read_to_string(rust.join("stories/document.rs")).unwrap();
    for file in fs::read_dir(rust.join("errors")).unwrap().map(|entry| entry.unwrap().path()) {
        if file.file_name().is_some_and(|name| name != "main.rs")
            && file.extension().is_some_and(|end| end == "rs")
        {
            texts += &fs::read_to_string(file).unwrap();
        }
    }
    let words: BTreeSet<&str> =
        texts.split(|c: char| !(c.is_ascii_lowercase() || matches!(c, '.' | '_' | '0'..='9'))).collect();
    let known = greenboard::catalogue::error_codes().into_iter();
    let untold: Vec<&str> = known.filter(|code| !words.contains(code)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}
