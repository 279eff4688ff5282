//! A limit on the length of files, as `ulimit -f` sets it.
#![cfg(unix)]

use crate::kills::{kept, promised, writer};
use crate::{Folder, at, draft, verified};
use greenboard::ledger::Expect;
use greenboard::ledger::store::{File, FileOptions, Store, Verdict};
use std::process::{Command, Stdio};

#[test]
fn a_file_that_may_not_grow_is_full_and_whole() {
    let folder = Folder::new("ulimit");
    let program = writer(&folder.0, &[]).get_program().to_owned();
    // 64 KiB in the units of a POSIX shell. The signal that comes with the limit is ignored, as Python and Node do.
    let mut child = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$@\"", "sh"])
        .arg(program)
        .arg(&folder.0)
        .args(["limited", "100000", "every"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let promised = promised(&mut child);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.starts_with("ledger.full "), "{said}");

    let ledger = File::open(&folder, FileOptions::new()).unwrap();
    assert_eq!(ledger.recovery().verdict, Verdict::Clean);
    kept(&ledger, &promised);
    assert_eq!(verified(&ledger).entries, promised.len() as u64 + 1);
    let length = std::fs::metadata(folder.0.join("seg/00000000000000000000.jsonl")).unwrap().len();
    assert!(length <= 65_536);
    // Without the limit it goes on.
    ledger.append(&[draft("later")], &Expect::Any, at(1_000_000_000)).unwrap();
    println!(
        "ulimit -f: {} entries in {length} bytes, then ledger.full; whole, and written on later",
        promised.len()
    );
    assert_eq!(ledger.len().unwrap(), promised.len() as u64 + 2);
}
