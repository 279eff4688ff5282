//! Laws of the pep440 scheme: its order, its spellings, its steps, and the algebra of its specifiers against brute force.

use greenboard::version::pep440::{Parts, SpecifierSet};
use greenboard::version::{Bump, Increment, Step, bulk};
use greenboard::{Requirement, Scheme, Version};
use proptest::prelude::*;
use std::cmp::Ordering;

fn version(text: &str) -> Version {
    Version::parse_as(Scheme::Pep440, text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn requirement(text: &str) -> Requirement {
    Requirement::parse_as(Scheme::Pep440, text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Small numbers, so that versions meet, those around the edges of keys, and the largest.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![
        12 => 0..4_u64,
        1 => prop::sample::select(vec![239, 240, 255, 256, 20_240_101_123_456]),
        1 => Just(u64::MAX - 1),
        1 => Just(u64::MAX),
    ]
}

/// A version as normalised text, and in some other spelling of the same.
fn spelled() -> impl Strategy<Value = (String, String)> {
    let separator = || prop::sample::select(vec!["", ".", "-", "_"]);
    let padding = || prop::sample::select(vec!["", "", "0"]);
    let lettered = move |words: Vec<(&'static str, &'static str)>, dot: &'static str| {
        let words = prop::sample::select(words);
        let written = (separator(), words, separator(), padding(), number());
        prop::option::of(written.prop_map(move |(before, (normal, word), after, pad, number)| {
            // No digits are 0; without a separator, `1a-2` would be another version than `1a0-2`.
            let none = number == 0 && !after.is_empty();
            let digits = if none { String::new() } else { format!("{pad}{number}") };
            (format!("{dot}{normal}{number}"), format!("{before}{word}{after}{digits}"))
        }))
    };
    let pre = vec![
        ("a", "a"),
        ("a", "Alpha"),
        ("b", "BETA"),
        ("b", "b"),
        ("rc", "rc"),
        ("rc", "c"),
        ("rc", "pre"),
        ("rc", "preview"),
    ];
    let post = prop_oneof![
        1 => number().prop_map(|n| Some((format!(".post{n}"), format!("-{n}")))),
        3 => lettered(vec![("post", "post"), ("post", "REV"), ("post", "r")], "."),
    ];
    let local = prop::option::of(prop::collection::vec(
        prop::sample::select(vec![("a", "A"), ("0a", "0a"), ("1", "01"), ("2", "2"), ("ubuntu", "Ubuntu")]),
        1..4,
    ));
    let release = prop::collection::vec((number(), padding()), 1..4);
    let dev = lettered(vec![("dev", "dev"), ("dev", "DEV")], ".");
    let around = prop::sample::select(vec![("", ""), ("v", ""), (" ", " "), ("\tV", "\n")]);
    let head = (around, prop::sample::select(vec![0, 0, 0, 1, 7_u64]), release);
    (head, lettered(pre, ""), post, dev, local, separator()).prop_map(
        |(((left, right), epoch, release), pre, post, dev, local, separator)| {
            let (mut normal, mut other) = (String::new(), left.to_owned());
            if epoch > 0 {
                normal += &format!("{epoch}!");
                other += &format!("0{epoch}!");
            }
            for (i, (number, pad)) in release.iter().enumerate() {
                let dot = if i > 0 { "." } else { "" };
                normal += &format!("{dot}{number}");
                other += &format!("{dot}{pad}{number}");
            }
            for (one, another) in [pre, post, dev].into_iter().flatten() {
                normal += &one;
                other += &another;
            }
            for (i, (one, another)) in local.iter().flatten().enumerate() {
                normal += &format!("{}{one}", if i > 0 { "." } else { "+" });
                let separator = if separator.is_empty() { "-" } else { separator };
                other += &format!("{}{another}", if i > 0 { separator } else { "+" });
            }
            (normal, other + right)
        },
    )
}

fn any_version() -> impl Strategy<Value = Version> {
    spelled().prop_map(|(text, _)| version(&text))
}

/// Releases, stages and local versions that specifiers name.
const RELEASES: &[&str] = &["0", "1", "0.1", "1.0", "1.1"];
const PRES: &[&str] = &["", "", "", "a0", "a1", "rc0"];
const POSTS: &[&str] = &["", "", "", ".post0", ".post1"];
const DEVS: &[&str] = &["", "", "", ".dev0", ".dev1"];
const LOCALS: &[&str] = &["", "", "+a", "+1"];

/// Sets of up to three specifiers, of every operator.
fn specifiers() -> impl Strategy<Value = String> {
    let select = prop::sample::select::<&'static str>;
    let public = (select(RELEASES), select(PRES), select(POSTS), select(DEVS))
        .prop_map(|(release, pre, post, dev)| format!("{release}{pre}{post}{dev}"));
    let operator = prop::sample::select(vec!["==", "!=", "<=", ">=", "<", ">"]);
    let plain = (operator, public.clone(), select(LOCALS)).prop_map(|(operator, public, local)| {
        let local = if matches!(operator, "==" | "!=") { local } else { "" };
        format!("{operator}{public}{local}")
    });
    let compatible = public.prop_map(|public| match public.as_bytes().get(1) {
        Some(b'.') if !public[2..].starts_with(['p', 'd']) => format!("~={public}"),
        _ => format!("~=1.{public}"),
    });
    let wildcard = (prop::sample::select(vec!["==", "!="]), select(RELEASES))
        .prop_map(|(operator, release)| format!("{operator}{release}.*"));
    let arbitrary = select(&["===1.0", "===1.0A1", "===1.0+a", "===1.01", "===wat"]).prop_map(str::to_owned);
    let one = prop_oneof![10 => plain, 3 => compatible, 3 => wildcard, 1 => arbitrary];
    prop::collection::vec(one, 0..4).prop_map(|all| all.join(","))
}

/// Every version that can tell two sets of `specifiers` apart: between any two of the places that those name there is one.
fn grid() -> Vec<Version> {
    let mut all = Vec::new();
    for n in 0..27 {
        let micro = ["", ".0", ".1"][n % 3];
        let release = format!("{}.{}{micro}", n / 9, n / 3 % 3);
        for pre in ["", "a0", "a1", "a2", "rc0", "rc1"] {
            for post in ["", ".post0", ".post1", ".post2"] {
                for dev in ["", ".dev0", ".dev1", ".dev2"] {
                    for local in ["", "+a", "+a.0a", "+1", "+1.0a"] {
                        all.push(version(&format!("{release}{pre}{post}{dev}{local}")));
                    }
                }
            }
        }
    }
    all
}

thread_local! {
    static VERSIONS: Vec<Version> = grid();
}

/// Whether each version of the grid meets the requirement.
fn met(requirement: &Requirement) -> Vec<bool> {
    VERSIONS.with(|all| all.iter().map(|version| requirement.matches(version).unwrap()).collect())
}

/// PEP 440's order as one tuple.
fn order_by_the_book(a: &Version, b: &Version) -> Ordering {
    fn key(version: &Version) -> impl Ord {
        let parts = Parts::of(version).unwrap();
        let mut release = parts.release().to_vec();
        while release.last() == Some(&0) {
            release.pop();
        }
        let pre = match (parts.pre(), parts.post(), parts.dev()) {
            (Some((phase, number)), _, _) => {
                (["a", "b", "rc"].iter().position(|p| *p == phase.name()), number)
            }
            (None, None, Some(_)) => (None, 0),
            _ => (Some(9), 0),
        };
        let dev = parts.dev().map_or((1, 0), |number| (0, number));
        let local: Option<Vec<_>> = parts.local().map(|local| {
            let part = |part: &str| (part.parse::<u64>().map_or(-1, i128::from), part.to_owned());
            local.split('.').map(part).collect()
        });
        (parts.epoch(), release, pre, parts.post(), dev, local)
    }
    key(a).cmp(&key(b))
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
    fn the_order_is_the_one_of_pep_440(a in any_version(), b in any_version()) {
        let order = order_by_the_book(&a, &b);
        prop_assert_eq!(a.precedence(&b).unwrap(), order);
        prop_assert_eq!(a.diff(&b).unwrap() == Bump::None, order.is_eq());
        prop_assert_eq!(a.diff(&b).unwrap(), b.diff(&a).unwrap());
    }

    #[test]
    fn every_spelling_is_one_version((normal, other) in spelled()) {
        let parsed = version(&normal);
        prop_assert_eq!(parsed.as_str(), normal);
        prop_assert_eq!(version(&other), parsed, "{:?}", other);
    }

    #[test]
    fn the_parts_make_up_the_text(version in any_version()) {
        let parts = Parts::of(&version).unwrap();
        let mut text = parts.base_version().to_owned();
        let pre = parts.pre().map(|(phase, number)| format!("{phase}{number}"));
        let post = parts.post().map(|number| format!(".post{number}"));
        let dev = parts.dev().map(|number| format!(".dev{number}"));
        text.extend([pre, post, dev].into_iter().flatten());
        prop_assert_eq!(parts.public(), &text);
        text.extend(parts.local().map(|local| format!("+{local}")));
        prop_assert_eq!(version.as_str(), text);
        prop_assert_eq!(version.is_prerelease(), parts.pre().is_some() || parts.dev().is_some());
    }

    #[test]
    fn a_text_that_parses_prints_what_parses_to_the_same(
        text in "[ ]?[0-9]{1,2}[0-9abcdeoprstv.+*=<>~! ,_-]{0,16}",
        operator in "(~=|==|!=|<=|>=|<|>|===)?",
    ) {
        if let Ok(parsed) = Version::parse_as(Scheme::Pep440, &text) {
            prop_assert_eq!(&version(parsed.as_str()), &parsed);
        }
        if let Ok(parsed) = Requirement::parse_as(Scheme::Pep440, &(operator + &text)) {
            prop_assert_eq!(&requirement(parsed.as_str()), &parsed);
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = Version::parse_as(Scheme::Pep440, &text);
        let _ = Requirement::parse_as(Scheme::Pep440, &text);
        let _ = Requirement::parse_as(Scheme::Pep440, &format!("=={text}"));
        prop_assert!(SpecifierSet::default().contains(&text, None));
    }

    #[test]
    fn a_step_goes_up(
        old in any_version(),
        step in prop::sample::select(&Step::ALL[..]),
        identifier in prop::option::of(prop::sample::select(vec!["a", "Beta", "rc", "preview", "dev"])),
        base in prop::option::of(0..3_u64),
    ) {
        let mut by = Increment::new(step).with_base(base);
        by.identifier = identifier.map(str::to_owned);
        match old.bump(by) {
            Ok(new) => {
                prop_assert!(old.precedence(&new).unwrap().is_lt(), "{} is not below {}", old, new);
                prop_assert_eq!(&version(new.as_str()), &new);
                let pre = matches!(step, Step::Premajor | Step::Preminor | Step::Prepatch | Step::Prerelease);
                prop_assert_eq!(new.is_prerelease(), pre);
                let (old, new) = (Parts::of(&old).unwrap(), Parts::of(&new).unwrap());
                prop_assert!(new.release().len() >= old.release().len());
                prop_assert_eq!((new.epoch(), new.local()), (old.epoch(), None));
            }
            Err(error) if step == Step::Release => prop_assert!(!old.is_prerelease(), "{}", error),
            Err(error) => {
                let large = old.as_str().contains("18446744073709551615");
                prop_assert!(large || step == Step::Prerelease && old.is_prerelease(), "{}", error);
            }
        }
    }

    #[test]
    fn emptiness_is_that_of_the_grid(text in specifiers()) {
        let requirement = requirement(&text);
        let met = met(&requirement);
        prop_assert_eq!(requirement.is_empty(), !met.contains(&true));
        if !text.contains("===") {
            let set = SpecifierSet::of(&requirement).unwrap();
            let finals = VERSIONS.with(|all| all.iter().zip(&met).any(|(v, met)| *met && !v.is_prerelease()));
            prop_assert_eq!(set.is_unsatisfiable(None), requirement.is_empty());
            prop_assert_eq!(set.is_unsatisfiable(Some(false)), !finals);
        }
    }

    #[test]
    fn overlap_and_inclusion_are_those_of_the_grid(a in specifiers(), b in specifiers()) {
        let (a, b) = (requirement(&a), requirement(&b));
        let (in_a, in_b) = (met(&a), met(&b));
        let both = in_a.iter().zip(&in_b);
        prop_assert_eq!(a.intersects(&b).unwrap(), both.clone().any(|(a, b)| *a && *b), "overlap");
        prop_assert_eq!(a.is_subset(&b).unwrap(), both.clone().all(|(a, b)| *b || !*a), "inclusion");
    }

    #[test]
    fn sets_relate_as_their_candidates_do(a in specifiers(), b in specifiers(), version in any_version()) {
        let (a, b) = (SpecifierSet::parse(&a).unwrap(), SpecifierSet::parse(&b).unwrap());
        for text in [version.as_str(), "wat", "1.01", "1.0a1"] {
            let (in_a, in_b) = (a.contains(text, None), b.contains(text, None));
            prop_assert!(!in_a || !a.is_unsatisfiable(None));
            prop_assert!(!in_a || in_b || !a.is_subset(&b));
            prop_assert!(!in_a || !in_b || !a.is_disjoint(&b));
            prop_assert!(in_a == in_b || !a.is_equivalent(&b));
        }
    }

    #[test]
    fn filtering_prefers_final_releases(text in specifiers(), versions in prop::collection::vec(spelled(), 0..8)) {
        let set = SpecifierSet::parse(&text).unwrap();
        let texts: Vec<&str> = versions.iter().map(|(normal, _)| normal.as_str()).collect();
        let all = set.filter(texts.iter().copied(), Some(true));
        let finals = set.filter(texts.iter().copied(), Some(false));
        prop_assert_eq!(&all, &texts.iter().copied().filter(|v| set.contains(*v, None)).collect::<Vec<_>>());
        prop_assert_eq!(
            &finals,
            &texts.iter().copied().filter(|v| set.contains(*v, Some(false))).collect::<Vec<_>>()
        );
        let wide = set.prereleases() == Some(true) || finals.is_empty();
        prop_assert_eq!(set.filter(texts, None), if wide { all } else { finals });
    }

    #[test]
    fn a_moved_requirement_is_met_and_stays(text in specifiers(), to in any_version()) {
        let moved = requirement(&text).moved_to(&to).unwrap();
        prop_assert!(moved.matches(&to).unwrap(), "{} is not met by {}", moved, to);
        prop_assert_eq!(moved.moved_to(&to).unwrap(), moved.clone());
        prop_assert_eq!(requirement(moved.as_str()), moved);
    }

    #[test]
    fn what_a_version_meets_is_not_empty(text in specifiers(), version in any_version()) {
        // Reaches numbers that the grid does not: the largest there are.
        let requirement = requirement(&text).moved_to(&version).unwrap();
        prop_assert!(!requirement.is_empty(), "{} is met by {}", requirement, version);
        prop_assert!(requirement.intersects(&requirement).unwrap());
        prop_assert!(requirement.is_subset(&requirement).unwrap());
    }

    #[test]
    fn many_at_once_are_as_one_by_one(
        versions in prop::collection::vec(spelled(), 0..40),
        text in specifiers(),
        at in any::<prop::sample::Index>(),
    ) {
        let texts: Vec<String> = versions.into_iter().flat_map(|(normal, other)| [other, normal]).collect();
        let mut expected: Vec<u32> = (0..texts.len() as u32).collect();
        let parsed: Vec<Version> = texts.iter().map(|text| version(text)).collect();
        expected.sort_by(|i, j| {
            let (i, j) = (*i as usize, *j as usize);
            let order = parsed[i].precedence(&parsed[j]).unwrap();
            order.then_with(|| texts[i].cmp(&texts[j])).then(i.cmp(&j))
        });
        prop_assert_eq!(bulk::sort(Scheme::Pep440, &texts, bulk::Invalid::Refuse).unwrap(), expected);

        // A requirement near one of the versions, so that bounds are met.
        let mut near = requirement(&text);
        if !parsed.is_empty() {
            near = near.moved_to(&parsed[at.index(parsed.len())]).unwrap();
        }
        let expected: Vec<u32> = (0..).zip(&parsed).filter(|(_, v)| near.matches(v).unwrap()).map(|(i, _)| i).collect();
        prop_assert_eq!(bulk::filter(&near, &texts, bulk::Invalid::Refuse).unwrap(), expected.clone(), "{}", near);
        let matrix = bulk::matrix(Scheme::Pep440, &[near], &texts, bulk::Invalid::Refuse).unwrap();
        prop_assert_eq!(matrix.matches(0).map(|i| i as u32).collect::<Vec<_>>(), expected);
    }
}

proptest! {
    // Each case asks thousands of questions.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_set_holds_what_meets_it(text in specifiers()) {
        // `==1.0+a` is met by 1.0+a and its equals, which meet the same specifiers, `===` apart.
        prop_assume!(!text.contains("==="));
        let requirement = requirement(&text);
        VERSIONS.with(|all| {
            for version in all.iter().filter(|version| version.as_str().ends_with("+a")) {
                let one = self::requirement(&format!("=={version}"));
                let met = requirement.matches(version).unwrap();
                prop_assert_eq!(one.intersects(&requirement).unwrap(), met, "{} meets {}", version, text);
                prop_assert_eq!(one.is_subset(&requirement).unwrap(), met, "{} in {}", version, text);
            }
            Ok(())
        })?;
    }
}
