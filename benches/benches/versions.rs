//! Versions in bulk, beside the Rust crates of the field: sorting, and ranges against versions. CPU time, median of five.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::version::{Requirement, Scheme, bulk};
use greenboard_benches::{cpu, npm_ranges, pep440_texts, report, semver_texts};
use std::hint::black_box;

fn main() {
    for count in [10_000, 100_000, 1_000_000] {
        let texts = semver_texts(count, 1);
        let ours = cpu(|| bulk::sort(Scheme::Cargo, &texts, bulk::Invalid::Refuse).unwrap());
        let theirs = cpu(|| sorted(&texts, |text| semver::Version::parse(text).unwrap()));
        report(&format!("sort {count} SemVer texts (cargo)"), ours, "semver", theirs);
    }
    for count in [10_000, 100_000, 1_000_000] {
        let texts = semver_texts(count, 1);
        let ours = cpu(|| bulk::sort(Scheme::Npm, &texts, bulk::Invalid::Refuse).unwrap());
        let theirs = cpu(|| sorted(&texts, |text| nodejs_semver::Version::parse(text).unwrap()));
        report(&format!("sort {count} SemVer texts (npm)"), ours, "nodejs-semver", theirs);
    }
    for count in [10_000, 100_000, 1_000_000] {
        let texts = pep440_texts(count, 2);
        let ours = cpu(|| bulk::sort(Scheme::Pep440, &texts, bulk::Invalid::Refuse).unwrap());
        let theirs = cpu(|| sorted(&texts, |text| text.parse::<pep440_rs::Version>().unwrap()));
        report(&format!("sort {count} PEP 440 texts"), ours, "pep440_rs", theirs);
    }
    for count in [100, 1_000, 10_000] {
        let (ranges, texts) = (npm_ranges(1_000, 4), semver_texts(count, 3));
        let ours = cpu(|| {
            let ranges: Vec<_> =
                ranges.iter().map(|range| Requirement::parse_as(Scheme::Npm, range).unwrap()).collect();
            bulk::matrix(Scheme::Npm, &ranges, &texts, bulk::Invalid::Refuse).unwrap()
        });
        let theirs = cpu(|| {
            let ranges: Vec<_> =
                ranges.iter().map(|range| nodejs_semver::Range::parse(range).unwrap()).collect();
            let versions: Vec<_> =
                texts.iter().map(|text| nodejs_semver::Version::parse(text).unwrap()).collect();
            let mut met = 0_usize;
            for range in &ranges {
                met += versions.iter().filter(|version| version.satisfies(range)).count();
            }
            black_box(met)
        });
        report(&format!("1000 npm ranges x {count} versions, from text"), ours, "nodejs-semver", theirs);
    }
}

/// What a user of the peer writes: parse all, sort, keep the rows.
fn sorted<V: Ord>(texts: &[String], parse: impl Fn(&str) -> V) -> Vec<usize> {
    let mut parsed: Vec<_> = texts.iter().enumerate().map(|(row, text)| (parse(text), row)).collect();
    parsed.sort_unstable();
    parsed.into_iter().map(|(_, row)| row).collect()
}
