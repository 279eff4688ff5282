//! Every store passes the one behaviour suite.

use greenboard::ledger::store::Memory;
use greenboard_tests::stores;

#[test]
fn memory() {
    let faults = stores::faults(Memory::new);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
