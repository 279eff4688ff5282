//! Versions: sorting a million, and a thousand ranges against a thousand versions.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::version::{Requirement, Scheme, bulk};
use greenboard_benches::{cpu, semver_texts};

fn main() {
    for count in [10_000, 100_000, 1_000_000] {
        let texts = semver_texts(count, 1);
        let ours = cpu(|| bulk::sort(Scheme::Cargo, &texts, bulk::Invalid::Refuse).map(|rows| rows.len()));
        let peer = cpu(|| {
            let mut parsed: Vec<_> =
                texts.iter().enumerate().map(|(i, t)| (semver::Version::parse(t).ok(), i)).collect();
            parsed.sort_unstable();
            parsed.len()
        });
        println!(
            "sort {count} semver texts: ours {ours:?}, semver crate {peer:?}, ratio {:.2}",
            ours.as_secs_f64() / peer.as_secs_f64()
        );
    }
    let texts = semver_texts(1_000_000, 1);
    let r = Requirement::parse("*").unwrap();
    println!("filter {:?}", cpu(|| bulk::filter(&r, &texts, bulk::Invalid::Refuse).map(|r| r.len())));
}
