//! Every store passes the one behaviour suite.

use crate::sandbox::Sandbox;
use greenboard::ledger::store::{File, FileOptions, Memory, Sync};
use greenboard_tests::stores;

#[test]
fn memory() {
    let faults = stores::faults(Memory::new);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files() {
    let sandbox = Sandbox::new();
    for sync in [Sync::Every, Sync::None] {
        let mut folders = 0;
        let faults = stores::faults(|| {
            folders += 1;
            let folder = sandbox.dir.join(format!("{sync:?}-{folders}"));
            File::open(folder, FileOptions::new().with_sync(sync)).unwrap()
        });
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
