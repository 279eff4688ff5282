//! Laws of every scheme: its order, its texts, its steps, and the algebra of its requirements against brute force.
//!
//! Each scheme gives a generator of texts over few words, so that versions meet, and of requirements. The grid of a scheme is
//! made of the versions that its requirements name and of their near neighbours, so that every gap that a requirement can
//! tell apart has a witness.

use greenboard::version::calver::Pattern;
use greenboard::version::{Bump, Increment, Step};
use greenboard::{Requirement, Scheme, Version};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::BoxedStrategy;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the laws need to know of a scheme.
struct Sample {
    scheme: Scheme,
    /// Texts of versions.
    versions: BoxedStrategy<String>,
    /// Texts of versions that requirements name.
    named: &'static [&'static str],
    /// More versions for the grid, between and beyond the named ones.
    others: &'static [&'static str],
    /// Endings that make near neighbours of a version in the grid.
    endings: &'static [&'static str],
    /// How a requirement is written around versions of `named`.
    requirement: fn(Vec<(usize, String)>) -> String,
}

/// `words` one after the other, from `start`.
fn chain(
    start: &'static [&'static str],
    words: &'static [&'static str],
    most: usize,
) -> BoxedStrategy<String> {
    let tail = prop::collection::vec(select(words), 0..=most);
    (select(start), tail).prop_map(|(start, tail)| format!("{start}{}", tail.concat())).boxed()
}

/// Comparisons between commas, with these signs.
fn comparisons(signs: &[&str], parts: Vec<(usize, String)>) -> String {
    let one = |(sign, version): &(usize, String)| format!("{}{version}", signs[sign % signs.len()]);
    parts.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// A range in brackets, from the first version to the second, or one of its open forms.
fn brackets(parts: Vec<(usize, String)>) -> String {
    let (kind, first) = &parts[0];
    let second = parts.get(1).map_or("", |(_, version)| version.as_str());
    match kind % 8 {
        0 => first.clone(),
        1 => format!("[{first}]"),
        2 => format!("[{first},{second})"),
        3 => format!("({first},{second}]"),
        4 => format!("({first},{second})"),
        5 => format!("[{first},{second}]"),
        6 => format!("(,{first})"),
        _ => format!("({first},)"),
    }
}

fn maven(parts: Vec<(usize, String)>) -> String {
    let ranges: Vec<_> = parts.chunks(2).map(|two| brackets(two.to_vec())).collect();
    if ranges.iter().all(|range| range.starts_with(['[', '('])) {
        ranges.join(",")
    } else {
        ranges[0].clone()
    }
}

fn nuget(parts: Vec<(usize, String)>) -> String {
    const FLOATS: &[&str] = &[
        "*",
        "*-*",
        "1.*",
        "1.0.*",
        "1.*-a*",
        "1.0.0-*",
        "1.0.0-b*",
        "1.0.1-a.*",
        "1.0.0-1*",
        "[1.*,1.0.1)",
        "(1.0.*-b*,2.0]",
    ];
    match parts[0].0 {
        kind if kind % 3 == 0 => FLOATS[kind / 3 % FLOATS.len()].to_owned(),
        _ => brackets(parts),
    }
}

fn npm(parts: Vec<(usize, String)>) -> String {
    const SIGNS: &[&str] = &["^", "~", "<", "<=", ">", ">=", "", " || "];
    parts.iter().map(|(sign, version)| format!("{}{version}", SIGNS[sign % 8])).collect::<Vec<_>>().join(" ")
}

fn samples() -> Vec<Sample> {
    let all = Scheme::ALL.iter().map(|scheme| sample(*scheme));
    all.collect()
}

fn sample(scheme: Scheme) -> Sample {
    const SEMVER: &[&str] = &["0.0.0", "0.1.0", "1.0.0", "1.0.1", "1.1.0", "2.0.0"];
    const PRE: &[&str] = &["-0", "-a", "-a.1", "-a.b", "-rc.1", "-1", "+b"];
    match scheme {
        Scheme::Cargo => Sample {
            scheme,
            versions: chain(SEMVER, PRE, 1),
            named: &["0.0.0", "0.1.0", "1.0.0-a", "1.0.0", "1.0.1-0", "1.1.0", "2.0.0"],
            others: &[
                "0.0.1", "0.1.1", "0.9.0", "1.0.1", "1.0.9", "1.1.9", "1.9.0", "2.0.1", "2.1.0", "9.9.9",
            ],
            endings: &["", "-0", "-a", "-a.0", "-b"],
            requirement: |parts| comparisons(&["^", "~", "=", "<", "<=", ">", ">="], parts),
        },
        Scheme::Npm => Sample {
            scheme,
            versions: chain(SEMVER, PRE, 1),
            named: &["0.0.0", "0.1.0", "1.0.0-a", "1.0.0", "1.0.1-0", "1.1.0", "2.0.0"],
            others: &[
                "0.0.1", "0.1.1", "0.9.0", "1.0.1", "1.0.9", "1.1.9", "1.9.0", "2.0.1", "2.1.0", "9.9.9",
            ],
            endings: &["", "-0", "-a", "-a.0", "-b"],
            requirement: npm,
        },
        Scheme::Pep440 => Sample {
            scheme,
            versions: chain(
                &["0", "1", "1.0", "1.1", "2", "1!0"],
                &["a1", "b0", "rc1", ".post1", ".dev0", "+l", ".0"],
                2,
            ),
            named: &["0", "1.0a1", "1.0", "1.0.post1", "1.1.dev0", "1.1", "2"],
            others: &["0.9", "1.0.9", "1.1.9", "9"],
            endings: &["", ".dev0", "a0", "a1", "rc1", ".post0", ".post1", ".post2", "+l", ".0.1"],
            requirement: |parts| comparisons(&["==", "!=", "<", "<=", ">", ">="], parts),
        },
        Scheme::Maven => Sample {
            scheme,
            versions: chain(
                &["0", "1", "1.0", "a", "2"],
                &[".", "-", "-", "0", "1", "2", "a", "alpha", "rc", "ga", "sp", "x", "SNAPSHOT"],
                6,
            ),
            named: &["0", "1-alpha", "1", "1-sp", "1-x", "1-1", "1.1", "2"],
            others: &["0-alpha", "0.9", "1.0.9", "1.9", "9"],
            endings: &["", "-alpha", "-SNAPSHOT", "-ga-ga1", "-ga1", "-sp", ".0.0.1"],
            requirement: maven,
        },
        Scheme::Go => Sample {
            scheme,
            versions: chain(
                &["v0.0.0", "v1.0.0", "v1.2", "v2.0.0", "v3"],
                &["-a", "-0.b", "+m", "+incompatible"],
                1,
            ),
            named: &["v0.1.0", "v1.0.0-a", "v1.0.0", "v1.2.0", "v2.0.0", "v2.0.0+incompatible", "v3.1.0"],
            others: &["v0.0.0", "v0.9.0", "v1.1.0", "v1.9.0", "v2.9.0", "v3.0.0", "v9.0.0"],
            endings: &["", "-0", "+incompatible"],
            requirement: |parts| parts[0].1.clone(),
        },
        Scheme::Calver => Sample {
            scheme,
            versions: chain(
                &["2026", "26.01", "v26.1", "26-1"],
                &[".0", ".01", "-1", "_2", "-dev", ".rc1", "b2", "-rc.1"],
                2,
            ),
            named: &["0-dev", "25.12", "26.1-dev", "26.1-rc", "26.1-rc1", "26.1", "26.1.1", "27"],
            others: &["0", "26.0", "26.0.9", "26.9", "28"],
            endings: &[
                "",
                "-dev",
                "-dev0",
                "-rc",
                "0",
                ".0",
                "-rc0",
                "-rc1",
                "-rc1.0",
                ".0.0.1-dev",
                ".0.0.1",
            ],
            requirement: |parts| {
                let all = comparisons(&["=", "!=", "<", "<=", ">", ">=", "*"], parts);
                if all.contains('*') { "*".to_owned() } else { all }
            },
        },
        Scheme::Nuget => Sample {
            scheme,
            versions: chain(
                &["1", "1.0", "1.0.0.1", "1.1.0", "0.1", "2.0.0.0"],
                &["-a", "-A.1", "-1", "-b--1", "-9999999999", "+m"],
                1,
            ),
            named: &["0", "1-a", "1-b.1", "1", "1.0.0.1-a", "1.0.1-a.b", "1.0.1", "2"],
            others: &["0.9", "1.0.0.1", "1.0.0.2", "1.0.2", "1.9", "2.0.0.1", "9"],
            endings: &[
                "",
                "-0",
                "-1",
                "-15",
                "-1a",
                "-a",
                "-a.0",
                "-a.b",
                "-a.b.0",
                "-aa",
                "-b",
                "-b.1",
                "-b.1.0",
                "-b.0",
                "-c",
                "--2147483648",
                "-a.-2147483648",
                "-a.b.-2147483648",
                "-b.1.-2147483648",
            ],
            requirement: nuget,
        },
        Scheme::Gem => Sample {
            scheme,
            versions: chain(&["0", "1", "1.0", "1.10", "2"], &[".a", ".1", ".0", "-1", ".rc2", "b", "0"], 4),
            named: &["0", "1.a", "1", "1.0.1", "1.1.b", "1.1", "1.2.3", "2.0"],
            others: &["0.9", "1.0.9", "1.2", "1.2.9", "1.9", "9"],
            endings: &["", ".A", ".a", ".a.A", ".a.0.1", ".b.0.1", ".zz", ".0.0.1"],
            requirement: |parts| comparisons(&["~> ", "= ", "!= ", "< ", "<= ", "> ", ">= "], parts),
        },
        Scheme::Debian => Sample {
            scheme,
            versions: chain(&["0", "1", "1.0", "1:0", "2"], &["~rc1", "-1", "a", ".1", "+b", "0", "~"], 3),
            named: &["0~~", "1~rc1", "1", "1-1", "1a", "1.1", "1:0.5", "2"],
            others: &["0", "1.0.9", "1.9", "1:0", "1:9"],
            endings: &["", "~", "~~", "~z", "-~", "-0a~", "-1", "-1a~", "a", "+z"],
            requirement: |parts| comparisons(&["<< ", "<= ", "= ", ">= ", ">> "], parts),
        },
        _ => panic!("give {scheme} a sample"),
    }
}

fn version(scheme: Scheme, text: &str) -> Version {
    Version::parse_as(scheme, text).unwrap_or_else(|error| panic!("{scheme} {text:?}: {error}"))
}

/// A sample's version, where the words made one.
fn any_version() -> impl Strategy<Value = (Scheme, Vec<Version>)> {
    let each = samples().into_iter().map(|sample| {
        let parse = move |texts: Vec<String>| {
            let parsed = texts.iter().filter_map(|text| Version::parse_as(sample.scheme, text).ok());
            (sample.scheme, parsed.collect::<Vec<_>>())
        };
        prop::collection::vec(sample.versions, 12).prop_map(parse).boxed()
    });
    prop::strategy::Union::new(each.collect::<Vec<_>>())
}

/// Two requirements of one scheme.
pub(super) fn requirements() -> impl Strategy<Value = (Scheme, Vec<Requirement>)> {
    let each = samples().into_iter().map(|sample| {
        let parts = prop::collection::vec((0..64_usize, select(sample.named).prop_map(str::to_owned)), 1..4);
        let parse = move |all: Vec<Vec<(usize, String)>>| {
            let texts = all.into_iter().map(sample.requirement);
            let parsed = texts.filter_map(|text| Requirement::parse_as(sample.scheme, &text).ok());
            (sample.scheme, parsed.collect::<Vec<_>>())
        };
        prop::collection::vec(parts, 4).prop_map(parse).boxed()
    });
    prop::strategy::Union::new(each.collect::<Vec<_>>())
}

thread_local! {
    static GRIDS: RefCell<BTreeMap<Scheme, Rc<Vec<Version>>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The versions that requirements name, others between and beyond them, and the neighbours of all.
pub(super) fn grid(scheme: Scheme) -> Rc<Vec<Version>> {
    let make = || {
        let Sample { named, others, endings, .. } = sample(scheme);
        let texts = named
            .iter()
            .chain(others)
            .flat_map(|name| endings.iter().map(move |ending| format!("{name}{ending}")));
        Rc::new(texts.filter_map(|text| Version::parse_as(scheme, &text).ok()).collect())
    };
    GRIDS.with_borrow_mut(|grids| grids.entry(scheme).or_insert_with(make).clone())
}

fn met(requirement: &Requirement, grid: &[Version]) -> Vec<bool> {
    grid.iter().map(|version| requirement.matches(version).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_order_is_total((_, versions) in any_version()) {
        let order = |a: &Version, b: &Version| a.precedence(b).unwrap();
        for a in &versions {
            prop_assert_eq!(order(a, a), Ordering::Equal);
            for b in &versions {
                prop_assert_eq!(order(a, b), order(b, a).reverse(), "{} {}", a, b);
                prop_assert_eq!(a.partial_cmp(b) == Some(Ordering::Equal), a == b);
                for c in &versions {
                    if order(a, b).is_le() && order(b, c).is_le() {
                        let expected = order(a, b).then(order(b, c));
                        prop_assert_eq!(order(a, c), expected, "{} {} {}", a, b, c);
                    }
                }
            }
        }
    }

    #[test]
    fn a_version_is_its_text((scheme, versions) in any_version()) {
        for parsed in &versions {
            let again = version(scheme, parsed.as_str());
            prop_assert_eq!(&again, parsed);
            prop_assert_eq!(again.precedence(parsed).unwrap(), Ordering::Equal);
            prop_assert_eq!(again.is_prerelease(), parsed.is_prerelease());
        }
    }

    #[test]
    fn a_difference_is_seen_from_both_sides((_, versions) in any_version()) {
        for (a, b) in versions.iter().zip(versions.iter().skip(1)) {
            prop_assert_eq!(a.diff(b).unwrap(), b.diff(a).unwrap());
            if a.precedence(b).unwrap().is_eq() {
                prop_assert_eq!(a.diff(b).unwrap(), Bump::None, "{} {}", a, b);
            }
        }
    }

    #[test]
    fn a_step_goes_up(
        (scheme, versions) in any_version(),
        step in select(&Step::ALL[..]),
        identifier in prop::option::of(select(&["rc", "beta", "a"][..])),
        base in prop::option::of(0..3_u64),
    ) {
        for old in &versions {
            let mut by = Increment::new(step).with_base(base);
            by.identifier = identifier.map(str::to_owned);
            if let Ok(new) = old.bump(by) {
                prop_assert!(old.precedence(&new).unwrap().is_lt(), "{} is not below {}", old, new);
                prop_assert_eq!(&version(scheme, new.as_str()), &new);
            }
        }
    }

    #[test]
    fn a_release_steps_by_its_parts(scheme in select(Scheme::ALL)) {
        // Without a pattern, calendar versions have no major part.
        if scheme != Scheme::Calver {
            let old = version(scheme, if scheme == Scheme::Go { "v1.2.3" } else { "1.2.3" });
            for (step, bump) in [(Step::Major, Bump::Major), (Step::Minor, Bump::Minor), (Step::Patch, Bump::Patch)] {
                prop_assert_eq!(old.diff(&old.bump(step).unwrap()).unwrap(), bump, "{}", scheme);
            }
            for step in [Step::Premajor, Step::Preminor, Step::Prepatch] {
                let pre = old.bump(Increment::new(step).with_identifier("rc").with_base(Some(1))).unwrap();
                prop_assert!(pre.is_prerelease(), "{} {}", scheme, pre);
                let next = pre.bump(Step::Prerelease).unwrap();
                prop_assert!(pre < next && next.is_prerelease(), "{} {}", pre, next);
                prop_assert_eq!(next.bump(Step::Release).unwrap().to_string(), pre.bump(Step::Release).unwrap().to_string());
                prop_assert!(next < next.bump(Step::Release).unwrap());
            }
        }
    }

    #[test]
    fn a_requirement_is_its_text((scheme, requirements) in requirements()) {
        for requirement in &requirements {
            let again = Requirement::parse_as(scheme, requirement.as_str()).unwrap();
            prop_assert_eq!(&again, requirement);
            let grid = grid(scheme);
            prop_assert_eq!(met(&again, &grid), met(requirement, &grid));
        }
    }

    #[test]
    fn emptiness_is_that_of_the_grid((scheme, requirements) in requirements()) {
        let grid = grid(scheme);
        for requirement in &requirements {
            prop_assert_eq!(requirement.is_empty(), !met(requirement, &grid).contains(&true), "{} {}", scheme, requirement);
        }
    }

    #[test]
    fn overlap_and_inclusion_are_those_of_the_grid((scheme, requirements) in requirements()) {
        let grid = grid(scheme);
        let met: Vec<_> = requirements.iter().map(|requirement| (requirement, met(requirement, &grid))).collect();
        for (a, in_a) in &met {
            for (b, in_b) in &met {
                let both = in_a.iter().zip(in_b);
                prop_assert_eq!(
                    a.intersects(b).unwrap(), both.clone().any(|(a, b)| *a && *b), "{}: {:?} overlaps {:?}", scheme, a, b
                );
                prop_assert_eq!(
                    a.is_subset(b).unwrap(), both.clone().all(|(a, b)| *b || !*a), "{}: {:?} within {:?}", scheme, a, b
                );
            }
        }
    }

    #[test]
    fn a_moved_requirement_is_met_and_stays(
        (scheme, requirements) in requirements(),
        texts in prop::collection::vec(0..1000_usize, 4),
    ) {
        let grid = grid(scheme);
        for (requirement, at) in requirements.iter().zip(texts) {
            let to = &grid[at % grid.len()];
            let moved = requirement.moved_to(to).unwrap();
            prop_assert!(moved.matches(to).unwrap(), "{}: {} moved to {} is {}", scheme, requirement, to, moved);
            prop_assert_eq!(moved.moved_to(to).unwrap(), moved.clone(), "{} {}", scheme, requirement);
        }
    }

    #[test]
    fn a_text_that_parses_prints_what_parses_to_the_same(
        scheme in select(Scheme::ALL),
        text in "[0-9a-zA-Z.+*=<>~^!,:()\\[\\]| _-]{0,16}|[0-9.]{1,6}[-~+a-z0-9.*]{0,8}|[\\[(]?[v0-9.,*-]{1,8}[\\])]?|\\PC{0,8}",
    ) {
        if let Ok(parsed) = Version::parse_as(scheme, &text) {
            prop_assert_eq!(&version(scheme, parsed.as_str()), &parsed);
            prop_assert!(parsed.precedence(&version(scheme, parsed.as_str())).unwrap().is_eq());
        }
        if let Ok(parsed) = Requirement::parse_as(scheme, &text) {
            let again = Requirement::parse_as(scheme, parsed.as_str());
            prop_assert_eq!(again.unwrap_or_else(|error| panic!("{parsed}: {error}")), parsed);
        }
    }

    #[test]
    fn the_next_calendar_version_is_later(
        pattern in select(&["YYYY.0M.MICRO", "YY.MINOR.MICRO[-MODIFIER]", "YYYY0M0D", "0Y.0W.PATCH-MODIFIER",
            "vYYYY.MM.DD", "MAJOR.YYYY.0M_MICRO", "YY.0M-MODIFIER", "YYYY.MINOR.MM.PATCH.MODIFIER", "YYYYMICRO"][..]),
        days in prop::collection::vec(0..40_i64, 1..6),
        steps in prop::collection::vec((select(&Step::ALL[..]), prop::option::of(select(&["rc", "dev", "b"][..]))), 6),
    ) {
        let pattern = Pattern::parse(pattern).unwrap();
        let mut on = jiff::civil::date(2025, 12, 1);
        let mut old = pattern.next(None, on, Step::Patch).unwrap();
        for (days, (step, identifier)) in days.into_iter().zip(steps) {
            on = on.checked_add(jiff::Span::new().days(days)).unwrap();
            let mut by = Increment::new(step);
            by.identifier = identifier.map(str::to_owned);
            if let Ok(new) = pattern.next(Some(&old), on, by) {
                prop_assert!(old < new, "{} {} {}", pattern, old, new);
                prop_assert_eq!(pattern.read(new.as_str()).unwrap(), new.clone());
                old = new;
            }
            let before = jiff::civil::date(2024, 11, 30);
            prop_assert!(pattern.next(Some(&old), before, Step::Patch).is_err());
        }
    }
}

#[test]
fn long_texts_do_no_harm() {
    for scheme in Scheme::ALL {
        for word in
            ["1.", "1-", "a1", "-a", "~", "0", "9", "a", "rc-1.", "[1,2]", ">=1,", "1||", "1.*-", "1:"]
        {
            for start in ["", "1", "v1.0.0-", "[", "1.0.0-", "1+"] {
                let text = format!("{start}{}", word.repeat(4090 / word.len()));
                let text = text.trim_end_matches([',', '.', '-', '|']);
                if let Ok(version) = Version::parse_as(*scheme, text) {
                    assert!(version.precedence(&version).unwrap().is_eq());
                    let _ = version.bump(Step::Patch);
                }
                if let Ok(requirement) = Requirement::parse_as(*scheme, text) {
                    assert!(requirement.is_subset(&requirement).unwrap());
                }
            }
        }
    }
}
