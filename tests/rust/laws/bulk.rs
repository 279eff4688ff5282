//! Laws of the bulk functions: whatever the scheme and the input, their answers are those of one version at a time.

use greenboard::version::{Requirement, Scheme, Version, bulk};
use proptest::prelude::*;

/// Texts that are versions in some scheme or other, and some in none; long ones share more than a key's prefix.
fn text() -> impl Strategy<Value = String> {
    let number =
        prop_oneof![6 => 0..4_u64, 1 => Just(239), 1 => Just(240), 1 => Just(256), 1 => Just(1 << 40)];
    let tag = prop::sample::select(vec![
        "",
        "-0",
        "-1",
        "-19",
        "-20",
        "-300",
        "-99999999999999999999",
        "-alpha",
        "-alpha.1",
        "-alpha.beta",
        "-alphabet",
        "-experimental-build.20260101",
        "-experimental-build.20260102",
        "-experimental-build.20260102.0",
        "+b1",
        "-a+b2",
        "a1",
        "rc1",
        ".post1",
        ".dev3",
        "+local.7",
        "-",
        "+",
    ]);
    let dotted = (prop::collection::vec(number, 1..4), tag, prop::bool::weighted(0.2)).prop_map(
        |(numbers, tag, v)| {
            let numbers: Vec<_> = numbers.iter().map(u64::to_string).collect();
            format!("{}{}{tag}", if v { "v" } else { "" }, numbers.join("."))
        },
    );
    prop_oneof![20 => dotted, 1 => "[ -~]{0,8}", 1 => Just(String::new())]
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(text(), 0..40)
}

fn scheme() -> impl Strategy<Value = Scheme> {
    prop::sample::select(Scheme::ALL.to_vec())
}

fn requirements(scheme: Scheme) -> Vec<Requirement> {
    let candidates = [
        "*",
        "1",
        "^1.2",
        "~1.2.0",
        ">=1.0.0-alpha.1",
        ">1.0.0-experimental-build.20260101",
        "<2.0.0-0",
        "=1.2.3",
        "==1.*",
        ">=1,<3",
        ">=1.0.0, <3.0.0",
        "1.0.0 - 2.0.0 || 3.x",
        "<=2.0.0 || >=3.0.0-rc.0",
        "~=1.1",
        "[1.0,2.0)",
        "~> 1.2",
        ">= 1.0",
        "v1.2.0",
        ">=1099511627776.0.0-0",
    ];
    candidates.iter().filter_map(|text| Requirement::parse_as(scheme, text).ok()).collect()
}

fn parsed(scheme: Scheme, texts: &[String]) -> Vec<(u32, Version)> {
    (0..).zip(texts).filter_map(|(row, text)| Some((row, Version::parse_as(scheme, text).ok()?))).collect()
}

proptest! {
    #[test]
    fn sorting_is_sorting_one_by_one(scheme in scheme(), texts in texts()) {
        let mut expected = parsed(scheme, &texts);
        expected.sort_by(|(i, a), (j, b)| {
            let text = |row: u32| &texts[row as usize];
            a.precedence(b).unwrap().then_with(|| text(*i).cmp(text(*j))).then(i.cmp(j))
        });
        let expected: Vec<u32> = expected.into_iter().map(|(row, _)| row).collect();
        prop_assert_eq!(bulk::sort(scheme, &texts, bulk::Invalid::Skip).unwrap(), expected);
    }

    #[test]
    fn refusing_names_the_first_bad_row(scheme in scheme(), texts in texts()) {
        let bad = texts.iter().position(|text| Version::parse_as(scheme, text).is_err());
        match (bulk::sort(scheme, &texts, bulk::Invalid::Refuse), bad) {
            (Ok(rows), None) => prop_assert_eq!(rows.len(), texts.len()),
            (Err(error), Some(row)) => {
                let expected = format!("[{row}]");
                prop_assert_eq!(error.path(), Some(expected.as_str()));
            }
            (answer, bad) => prop_assert!(false, "{answer:?} for {bad:?}"),
        }
    }

    #[test]
    fn matching_is_matching_one_by_one(scheme in scheme(), texts in texts()) {
        let versions = parsed(scheme, &texts);
        let requirements = requirements(scheme);
        let matrix = bulk::matrix(scheme, &requirements, &texts, bulk::Invalid::Skip).unwrap();
        for (at, requirement) in requirements.iter().enumerate() {
            let expected: Vec<u32> = versions
                .iter()
                .filter(|(_, version)| requirement.matches(version).unwrap())
                .map(|(row, _)| *row)
                .collect();
            let rows = bulk::filter(requirement, &texts, bulk::Invalid::Skip).unwrap();
            prop_assert_eq!(&rows, &expected, "filter {} {}", scheme, requirement);
            let row: Vec<u32> = matrix.matches(at).map(|column| column as u32).collect();
            prop_assert_eq!(&row, &expected, "matrix {} {}", scheme, requirement);
            prop_assert_eq!(matrix.count(at), expected.len());

            let greatest = bulk::max_satisfying(requirement, &texts, bulk::Invalid::Skip).unwrap();
            let least = bulk::min_satisfying(requirement, &texts, bulk::Invalid::Skip).unwrap();
            let of = |row: u32| Version::parse_as(scheme, &texts[row as usize]).unwrap();
            prop_assert_eq!(greatest.is_some(), !expected.is_empty());
            prop_assert_eq!(least.is_some(), !expected.is_empty());
            for row in expected {
                prop_assert!(of(row).precedence(&of(greatest.unwrap())).unwrap().is_le());
                prop_assert!(of(row).precedence(&of(least.unwrap())).unwrap().is_ge());
            }
        }
    }
}
