//! Laws of the cargo scheme: its order, its texts, its steps, and the algebra of its requirements against brute force.

use greenboard::version::{Bump, Increment, Step};
use greenboard::{Requirement, Version};
use proptest::prelude::*;
use std::cmp::Ordering;

fn version(text: &str) -> Version {
    Version::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn requirement(text: &str) -> Requirement {
    Requirement::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Small numbers, so that versions meet, and the largest.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![10 => 0..4_u64, 1 => Just(u64::MAX - 1), 1 => Just(u64::MAX)]
}

fn identifiers() -> impl Strategy<Value = String> {
    let identifier =
        prop_oneof![Just("0"), Just("1"), Just("10"), Just("a"), Just("a-b"), Just("rc"), Just("0a")];
    prop::collection::vec(identifier, 1..4).prop_map(|parts| parts.join("."))
}

fn version_text() -> impl Strategy<Value = String> {
    let tail = |mark: char| {
        prop::option::of(identifiers())
            .prop_map(move |part| part.map_or(String::new(), |part| format!("{mark}{part}")))
    };
    (number(), number(), number(), tail('-'), tail('+'))
        .prop_map(|(a, b, c, pre, build)| format!("{a}.{b}.{c}{pre}{build}"))
}

fn any_version() -> impl Strategy<Value = Version> {
    version_text().prop_map(|text| version(&text))
}

/// Requirements over the grid's numbers and prereleases: one to three comparators, of every operator and precision.
fn requirement_text() -> impl Strategy<Value = String> {
    let operator =
        prop_oneof![Just(""), Just("="), Just("^"), Just("~"), Just(">"), Just(">="), Just("<"), Just("<=")];
    let partial = prop_oneof![
        (0..3_u64).prop_map(|a| a.to_string()),
        (0..3_u64, 0..3_u64).prop_map(|(a, b)| format!("{a}.{b}")),
        (0..3_u64, 0..3_u64, 0..3_u64).prop_map(|(a, b, c)| format!("{a}.{b}.{c}")),
        (0..3_u64, 0..3_u64, 0..3_u64, prop::sample::select(NAMED))
            .prop_map(|(a, b, c, pre)| format!("{a}.{b}.{c}-{pre}")),
    ];
    let wildcard = prop_oneof![
        (0..3_u64).prop_map(|a| format!("{a}.*")),
        (0..3_u64, 0..3_u64).prop_map(|(a, b)| format!("{a}.{b}.*"))
    ];
    let comparator = prop_oneof![6 => (operator, partial).prop_map(|(op, partial)| op.to_owned() + &partial), 1 => wildcard];
    prop_oneof![
        1 => Just("*".to_owned()),
        12 => prop::collection::vec(comparator, 1..4).prop_map(|all| all.join(", ")),
    ]
}

/// The prereleases that requirements name.
const NAMED: &[&str] = &["0", "a", "a.0", "b"];
/// Those of the grid: the named ones, and the next after each, so that every gap between them has a witness.
const GRID: &[&str] = &["", "-0", "-0.0", "-a", "-a.0", "-a.0.0", "-b", "-b.0"];

/// Every version that can tell two requirements of `requirement_text` apart.
fn grid() -> Vec<Version> {
    let mut all = Vec::new();
    for (a, b, c) in (0..64).map(|n| (n / 16, n / 4 % 4, n % 4)) {
        all.extend(GRID.iter().map(|pre| version(&format!("{a}.{b}.{c}{pre}"))));
    }
    all
}

thread_local! {
    static VERSIONS: Vec<Version> = grid();
}

/// The versions of the grid that a requirement matches, as one bit each.
fn met(requirement: &Requirement) -> Vec<bool> {
    VERSIONS.with(|all| all.iter().map(|version| requirement.matches(version).unwrap()).collect())
}

/// SemVer 2.0 section 11, spelled out; then build metadata by the same rule, as Cargo has it.
fn order_by_the_book(a: &str, b: &str) -> Ordering {
    fn split(text: &str) -> (Vec<u64>, &str, &str) {
        let (rest, build) = text.split_once('+').unwrap_or((text, ""));
        let (core, pre) = rest.split_once('-').unwrap_or((rest, ""));
        (core.split('.').map(|n| n.parse().unwrap()).collect(), pre, build)
    }
    fn pre(a: &str, b: &str) -> Ordering {
        match (a.is_empty(), b.is_empty()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Greater,
            (false, true) => return Ordering::Less,
            (false, false) => {}
        }
        let (mut a, mut b) = (a.split('.'), b.split('.'));
        loop {
            let order = match (a.next(), b.next()) {
                (None, None) => return Ordering::Equal,
                (None, Some(_)) => Ordering::Less,
                (Some(_), None) => Ordering::Greater,
                (Some(a), Some(b)) => match (a.parse::<u64>(), b.parse::<u64>()) {
                    (Ok(a), Ok(b)) => a.cmp(&b),
                    (Ok(_), Err(_)) => Ordering::Less,
                    (Err(_), Ok(_)) => Ordering::Greater,
                    (Err(_), Err(_)) => a.cmp(b),
                },
            };
            if order.is_ne() {
                return order;
            }
        }
    }
    let ((a, a_pre, _), (b, b_pre, _)) = (split(a), split(b));
    a.cmp(&b).then_with(|| pre(a_pre, b_pre))
}

proptest! {
    #[test]
    fn the_order_is_total(a in any_version(), b in any_version(), c in any_version()) {
        prop_assert_eq!(a.precedence(&b).unwrap(), b.precedence(&a).unwrap().reverse());
        prop_assert_eq!(a.precedence(&a).unwrap(), Ordering::Equal);
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
        prop_assert_eq!(a.partial_cmp(&b) == Some(Ordering::Equal), a == b);
    }

    #[test]
    fn the_order_is_the_one_of_semver(a in any_version(), b in any_version()) {
        let by_the_book = order_by_the_book(a.as_str(), b.as_str());
        if by_the_book.is_ne() {
            prop_assert_eq!(a.precedence(&b).unwrap(), by_the_book);
        }
        prop_assert_eq!(a.diff(&b).unwrap() == Bump::None, by_the_book.is_eq());
        prop_assert_eq!(a.diff(&b).unwrap(), b.diff(&a).unwrap());
    }

    #[test]
    fn a_version_is_its_text(text in version_text()) {
        prop_assert_eq!(version(&text).to_string(), text);
    }

    #[test]
    fn a_text_that_parses_prints_what_parses_to_the_same(text in "[0-9a-z.+*=<>~^ ,-]{0,24}") {
        if let Ok(parsed) = Version::parse(&text) {
            prop_assert_eq!(&version(parsed.as_str()), &parsed);
        }
        if let Ok(parsed) = Requirement::parse(&text) {
            prop_assert_eq!(&requirement(parsed.as_str()), &parsed);
        }
    }

    #[test]
    fn a_refused_text_says_where(text in "[0-9a-zé.+*=<>~^ ,-]{1,24}") {
        for error in [Version::parse(&text).err(), Requirement::parse(&text).err()].into_iter().flatten() {
            prop_assert!(error.column().is_some(), "{}", error);
        }
    }

    #[test]
    fn a_step_goes_up(
        old in any_version(),
        step in prop::sample::select(&Step::ALL[..]),
        identifier in prop::option::of(identifiers()),
        base in prop::option::of(0..3_u64),
    ) {
        let mut by = Increment::new(step).with_base(base);
        by.identifier = identifier;
        match old.bump(by) {
            Ok(new) => {
                prop_assert!(old < new, "{} is not below {}", old, new);
                prop_assert_eq!(&version(new.as_str()), &new);
                let pre = matches!(step, Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease);
                prop_assert_eq!(new.is_prerelease(), pre);
            }
            Err(error) if step == Step::Release => prop_assert!(!old.is_prerelease(), "{}", error),
            Err(error) => {
                let large = old.as_str().contains("184467440737095516");
                prop_assert!(large || step == Step::Prerelease && old.is_prerelease(), "{}", error);
            }
        }
    }

    #[test]
    fn a_step_from_a_release_differs_by_its_part((a, b, c) in (0..5_u64, 0..5_u64, 0..5_u64)) {
        let old = version(&format!("{a}.{b}.{c}"));
        for (step, bump) in [(Step::Major, Bump::Major), (Step::Minor, Bump::Minor), (Step::Patch, Bump::Patch)] {
            prop_assert_eq!(old.diff(&old.bump(step).unwrap()).unwrap(), bump);
        }
    }

    #[test]
    fn emptiness_is_that_of_the_grid(text in requirement_text()) {
        let requirement = requirement(&text);
        prop_assert_eq!(requirement.is_empty(), !met(&requirement).contains(&true));
    }

    #[test]
    fn overlap_and_inclusion_are_those_of_the_grid(a in requirement_text(), b in requirement_text()) {
        let (a, b) = (requirement(&a), requirement(&b));
        let (in_a, in_b) = (met(&a), met(&b));
        let both = in_a.iter().zip(&in_b);
        prop_assert_eq!(a.intersects(&b).unwrap(), both.clone().any(|(a, b)| *a && *b), "overlap");
        prop_assert_eq!(a.is_subset(&b).unwrap(), both.clone().all(|(a, b)| *b || !*a), "inclusion");
    }

    #[test]
    fn a_moved_requirement_is_met_and_stays(text in requirement_text(), to in any_version()) {
        let moved = requirement(&text).moved_to(&to).unwrap();
        prop_assert!(moved.matches(&to).unwrap(), "{} is not met by {}", moved, to);
        prop_assert_eq!(moved.moved_to(&to).unwrap(), moved.clone());
        prop_assert_eq!(requirement(moved.as_str()), moved);
    }

    #[test]
    fn what_a_version_meets_is_not_empty(text in requirement_text(), version in any_version()) {
        // Reaches numbers that the grid does not: the largest there are.
        let requirement = requirement(&text).moved_to(&version).unwrap();
        prop_assert!(!requirement.is_empty(), "{} is met by {}", requirement, version);
        prop_assert!(requirement.intersects(&requirement).unwrap());
        prop_assert!(requirement.is_subset(&requirement).unwrap());
    }
}
