//! The ledger in files: what it survives. Each test prints its figure.
//!
//! `GREENBOARD_LEDGER_SCALE` multiplies how much is tried, by 1 where it is not set: 200 kills, 540 crash states and 8 processes
//! with 100 commands each, in some seconds.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod crashes;
mod damage;
mod faults;
mod kills;
mod limits;
mod processes;
mod sim;

use greenboard::ledger::store::{File, Store};
use greenboard::ledger::{Actor, Draft, Held, Verified, genesis};
use jiff::Timestamp;
use sim::Dice;
use std::path::{Path, PathBuf};

/// How much is tried.
fn scale() -> u32 {
    std::env::var("GREENBOARD_LEDGER_SCALE").ok().and_then(|scale| scale.parse().ok()).unwrap_or(1)
}

/// A folder of its own that is gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("greenboard-ledger-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Self(path)
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn at(second: u32) -> Timestamp {
    Timestamp::from_second(1_767_323_045 + i64::from(second)).unwrap()
}

fn first() -> Draft {
    genesis("example.com/releases", [7; 16], Actor::service("ci"), at(0))
}

fn draft(id: impl Into<String>) -> Draft {
    Draft::new(id, "release.noted", "api-1.4.0", Actor::human("ada"), at(0))
}

/// All of a ledger, from its bytes.
fn verified(ledger: &File) -> Verified {
    let verified = ledger.verify(&Held::new()).unwrap();
    assert_eq!(verified.head, ledger.head().unwrap());
    assert_eq!(verified.root, ledger.root().unwrap());
    verified
}
