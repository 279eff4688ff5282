//! Laws of npm's versions and ranges.

use greenboard::version::npm::{self, Comparator, Options, Range};
use greenboard::version::{Increment, Scheme, Step};
use greenboard::{Requirement, Version};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::sync::LazyLock;

fn version(text: &str) -> Version {
    Version::parse_as(Scheme::Npm, text).unwrap()
}

fn requirement(text: &str) -> Requirement {
    Requirement::parse_as(Scheme::Npm, text).unwrap()
}

/// Prereleases that ranges name, and the least ones above each: where ranges begin and end.
const PRES: [&str; 5] = ["0", "1", "a", "a.0", "b"];

/// Versions so dense around whatever [`ranges`] name that a set of versions is known by which of them are in it: the ends of
/// every interval, and the version after each.
static GRID: LazyLock<Vec<npm::Version>> = LazyLock::new(|| {
    let mut grid = Vec::new();
    for major in 0..=4 {
        for minor in 0..=4 {
            for patch in 0..=4 {
                let numbers = format!("{major}.{minor}.{patch}");
                grid.push(numbers.clone());
                for pre in PRES {
                    grid.extend([format!("{numbers}-{pre}"), format!("{numbers}-{pre}.0")]);
                }
            }
        }
    }
    grid.iter().map(|text| npm::Version::parse(text).unwrap()).collect()
});

fn accepted(range: &Range) -> Vec<bool> {
    GRID.iter().map(|version| range.satisfies(version)).collect()
}

fn range_of(requirement: &Requirement) -> Range {
    Range::try_from(requirement).unwrap()
}

fn partial() -> impl Strategy<Value = String> {
    let part = || prop_oneof![4 => (0..3_u8).prop_map(|n| n.to_string()), 1 => Just("x".to_owned())];
    let pre = prop::option::weighted(0.4, prop::sample::select(PRES.to_vec()));
    let full = (0..3_u8, 0..3_u8, 0..3_u8, pre).prop_map(|(major, minor, patch, pre)| {
        let dash = if pre.is_some() { "-" } else { "" };
        format!("{major}.{minor}.{patch}{dash}{}", pre.unwrap_or_default())
    });
    prop_oneof![
        3 => full,
        1 => (0..3_u8).prop_map(|major| major.to_string()),
        1 => (0..3_u8, part()).prop_map(|(major, minor)| format!("{major}.{minor}")),
        1 => (0..3_u8, 0..3_u8, part()).prop_map(|(a, b, c)| format!("{a}.{b}.{c}")),
    ]
}

/// Ranges over small numbers, in every notation.
fn ranges() -> impl Strategy<Value = String> {
    let operators = vec!["", "=", "^", "~", "~>", ">", ">=", "<", "<=", "> ", ">= ", "~ ", "^ "];
    let comparator =
        (prop::sample::select(operators), partial()).prop_map(|(sign, rest)| sign.to_owned() + &rest);
    let set = prop_oneof![
        5 => prop::collection::vec(comparator, 1..4).prop_map(|all| all.join(" ")),
        1 => (partial(), partial()).prop_map(|(from, to)| format!("{from} - {to}")),
        1 => prop::sample::select(vec!["*", "", "x", ">*", "<0.0.0-0"]).prop_map(str::to_owned),
    ];
    prop::collection::vec(set, 1..4).prop_map(|sets| sets.join(" || "))
}

fn versions() -> impl Strategy<Value = String> {
    let number = || prop_oneof![8 => 0..3_u64, 1 => Just(10), 1 => Just(npm::MAX_NUMBER)];
    let pre =
        prop::option::of("(0|[1-9][0-9]{0,18}|[a-z-][a-z0-9-]{0,9})(\\.(0|[1-9][0-9]?|[a-c-]{1,2})){0,2}");
    let build = prop::option::weighted(0.3, "[0-9a-b-]{1,3}(\\.[0-9a-b-]{1,3}){0,2}");
    (number(), number(), number(), pre, build).prop_map(|(major, minor, patch, pre, build)| {
        let mut text = format!("{major}.{minor}.{patch}");
        for (sign, part) in [('-', pre), ('+', build)] {
            if let Some(part) = part {
                text.push(sign);
                text.push_str(&part);
            }
        }
        text
    })
}

fn options() -> impl Strategy<Value = Options> {
    (any::<bool>(), any::<bool>())
        .prop_map(|(loose, every)| Options::new().with_loose(loose).with_include_prerelease(every))
}

proptest! {
    #[test]
    fn what_is_printed_is_what_was_read(text in versions()) {
        let read = version(&text);
        prop_assert_eq!(read.as_str(), &text);
        prop_assert_eq!(version(read.as_str()), read);
    }

    #[test]
    fn what_is_read_loosely_is_printed_strictly(
        text in "[v= ]{0,2}[0-9]{1,2}(\\.[0-9]{1,3}){2}-?[0-9a-b.-]{0,6}(\\+[0-9a]{1,2})?",
    ) {
        if let Ok(read) = npm::Version::parse_with(&text, &Options::new().with_loose(true)) {
            prop_assert_eq!(npm::Version::parse(&read.to_string()).unwrap(), read);
        }
    }

    #[test]
    fn precedence_is_a_total_preorder(a in versions(), b in versions(), c in versions()) {
        let [a, b, c] = [a, b, c].map(|text| npm::Version::parse(&text).unwrap());
        for order in [npm::Version::precedence, npm::Version::compare_build] {
            prop_assert_eq!(order(&a, &a), Ordering::Equal);
            prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
            if order(&a, &b).is_le() && order(&b, &c).is_le() {
                prop_assert!(order(&a, &c).is_le());
            }
        }
        prop_assert!(a.compare_build(&b) == a.precedence(&b) || a.precedence(&b).is_eq());
    }

    #[test]
    fn a_bump_goes_up(
        text in versions(),
        step in prop::sample::select(Step::ALL.to_vec()),
        identifier in prop::option::of("[a-c0-2]{1,2}(\\.[a-c0-2])?"),
        base in prop::option::of(0..3_u64),
    ) {
        let mut by = Increment::new(step).with_base(base);
        by.identifier = identifier;
        let old = version(&text);
        if let Ok(new) = old.bump(by) {
            prop_assert!(new > old, "{} to {}", old, new);
            prop_assert_eq!(version(new.as_str()), new);
        }
    }

    #[test]
    fn the_plain_steps_go_up_wherever_numbers_allow(text in versions()) {
        let old = version(&text);
        let room = !text.contains(&npm::MAX_NUMBER.to_string());
        for step in Step::ALL.into_iter().filter(|step| *step != Step::Release) {
            prop_assert!(old.bump(step).is_ok() || !room, "{} {}", old, step);
        }
    }

    #[test]
    fn a_canonical_range_accepts_the_same(text in ranges(), options in options()) {
        let range = Range::parse_with(&text, &options).unwrap();
        let again = Range::parse_with(&range.to_string(), &options).unwrap();
        prop_assert_eq!(accepted(&again), accepted(&range), "{} as {}", range.as_written(), range);
        prop_assert_eq!(again.to_string(), range.to_string());
        prop_assert_eq!(Range::parse_with(range.as_written(), &options).unwrap(), range);
    }

    #[test]
    fn the_algebra_is_that_of_the_sets(a in ranges(), b in ranges()) {
        let (a, b) = (requirement(&a), requirement(&b));
        let (in_a, in_b) = (accepted(&range_of(&a)), accepted(&range_of(&b)));
        let both = || in_a.iter().zip(&in_b);
        prop_assert_eq!(a.is_empty(), !in_a.contains(&true), "{} is empty", a);
        prop_assert_eq!(a.intersects(&b).unwrap(), both().any(|(a, b)| *a && *b), "{} and {}", a, b);
        prop_assert_eq!(a.is_subset(&b).unwrap(), both().all(|(a, b)| !a || *b), "{} in {}", a, b);
    }

    #[test]
    fn matching_is_the_same_whichever_type_asks(text in ranges(), at in any::<prop::sample::Index>()) {
        let (requirement, version) = (requirement(&text), at.get(&GRID));
        let generic = greenboard::Version::from(version.clone());
        prop_assert_eq!(requirement.matches(&generic).unwrap(), range_of(&requirement).satisfies(version));
        prop_assert_eq!(&npm::Version::try_from(&generic).unwrap(), version);
    }

    #[test]
    fn a_moved_requirement_is_met(text in ranges(), at in any::<prop::sample::Index>()) {
        let version = greenboard::Version::from(at.get(&GRID).clone());
        let moved = requirement(&text).moved_to(&version).unwrap();
        prop_assert!(moved.matches(&version).unwrap(), "{} moved to {} is {}", text, version, moved);
    }

    #[test]
    fn a_version_outside_is_not_accepted(
        text in ranges(),
        at in any::<prop::sample::Index>(),
        options in options(),
    ) {
        let (range, version) = (Range::parse_with(&text, &options).unwrap(), at.get(&GRID));
        for side in [npm::Side::Above, npm::Side::Below] {
            prop_assert!(!(range.is_outside(version, side) && range.satisfies(version)));
        }
    }

    #[test]
    fn the_least_version_is_the_least(text in ranges(), options in options()) {
        let range = Range::parse_with(&text, &options).unwrap();
        if let Some(least) = range.min_version() {
            prop_assert!(range.satisfies(&least));
        }
    }

    #[test]
    fn a_simpler_range_answers_the_same(
        text in ranges(),
        rows in prop::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let range = Range::parse(&text).unwrap();
        let versions: Vec<_> = rows.iter().map(|row| row.get(&GRID)).collect();
        let texts: Vec<_> = versions.iter().map(ToString::to_string).collect();
        let simpler = Range::parse(&range.simplify(&texts).unwrap()).unwrap();
        for version in &versions {
            let (simply, fully) = (simpler.satisfies(version), range.satisfies(version));
            prop_assert_eq!(simply, fully, "{} as {}", text, simpler.as_written());
        }
        let mut accepted: Vec<_> = versions.iter().filter(|version| range.satisfies(version)).collect();
        accepted.sort_by(|a, b| a.precedence(b));
        prop_assert_eq!(range.max_satisfying(&texts).cloned(), accepted.last().map(ToString::to_string));
        prop_assert_eq!(range.min_satisfying(&texts).cloned(), accepted.first().map(ToString::to_string));
    }

    #[test]
    fn a_refused_text_says_where(text in "[0-9a-zé.+*=<>~^|v -]{0,24}", options in options()) {
        let errors = [
            npm::Version::parse_with(&text, &options).err(),
            Comparator::parse(&text, &options).err(),
            Range::parse_with(&text, &options).err(),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert!(error.column().is_some() || error.code() == "version.empty", "{}", error);
        }
    }
}
