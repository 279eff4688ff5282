//! The ledger in files: what it survives. Each test prints its figure.
//!
//! `GREENBOARD_LEDGER_SCALE` multiplies how much is tried, by 1 where it is not set: 20 kills and some hundred crash states in a
//! few seconds.
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

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below a number.
    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// Once in so many times.
    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}
