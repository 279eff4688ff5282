//! How versions move: forwards, by no less for more, and back to a release; branches; what other tools' files say.

use greenboard::change::Change;
use greenboard::document::{self, Format};
use greenboard::plan::versioning::{
    Cargo, ReleasePlease, Semantic, SemanticRelease, Strategy as By, Versioning,
};
use greenboard::plan::{
    Branch, Pattern, Tag, branches, check_branch, config, graduate, last_release, next_on_branch,
    next_prerelease,
};
use greenboard::version::{Bump, Requirement, Scheme, Version};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

const AT: Timestamp = Timestamp::UNIX_EPOCH;

fn version() -> impl Strategy<Value = Version> {
    let pre = select(vec!["", "", "", "-beta", "-beta.1", "-rc.0", "-alpha.9.2", "-0"]);
    (0..3_u8, 0..3_u8, 0..12_u8, pre, select(vec!["", "", "+build.7"])).prop_map(
        |(major, minor, patch, pre, build)| {
            Version::parse_as(Scheme::Npm, &format!("{major}.{minor}.{patch}{pre}{build}")).unwrap()
        },
    )
}

fn scheme() -> impl Strategy<Value = Scheme> {
    select(vec![Scheme::Cargo, Scheme::Npm, Scheme::Go, Scheme::Pep440, Scheme::Nuget])
}

fn bump() -> impl Strategy<Value = Bump> {
    select(Bump::ALL.to_vec())
}

/// Every kind but `calendar`, whose versions are the day's, and `service_pack`, whose are prereleases of what they come after.
fn kind() -> impl Strategy<Value = Versioning> {
    let flags = any::<[bool; 3]>();
    let semantic = flags.prop_map(|[a, b, c]| {
        let semantic = Semantic::new().with_bump_minor_pre_major(a).with_bump_patch_for_minor_pre_major(b);
        Versioning::from(semantic.with_bump_patch_pre_minor(c))
    });
    let cargo = any::<[bool; 2]>().prop_map(|[a, b]| {
        Cargo::new().with_breaking_always_increment_major(a).with_features_always_increment_minor(b).into()
    });
    let strategies = By::ALL.into_iter().filter(|strategy| *strategy != By::ServicePack);
    let types = select(vec![None, Some("beta".to_owned()), Some("rc.0".to_owned())]);
    let release_please = (select(strategies.collect::<Vec<_>>()), any::<[bool; 3]>(), types).prop_map(
        |(strategy, [a, b, prerelease], prerelease_type)| {
            ReleasePlease::new()
                .with_strategy(strategy)
                .with_bump_minor_pre_major(a)
                .with_bump_patch_for_minor_pre_major(b)
                .with_prerelease(prerelease)
                .with_prerelease_type(prerelease_type)
                .into()
        },
    );
    let semantic_release = select(vec![None, Some("beta"), Some("alpha")]).prop_map(|identifier| {
        let plain = SemanticRelease::new();
        identifier.map_or(plain.clone(), |identifier| plain.with_prerelease(identifier)).into()
    });
    prop_oneof![semantic, cargo, release_please, semantic_release]
}

fn pattern() -> impl Strategy<Value = Option<Pattern>> {
    let patterns = [None, Some("^feat$"), Some("docs|ci"), Some("^break"), Some("")];
    select(patterns.to_vec()).prop_map(|text| text.map(|text| Pattern::new(text).unwrap()))
}

/// The branch of this name with these tags.
fn branch(name: &str, tags: &[Version]) -> Branch {
    tags.iter().fold(Branch::new(name), |branch, tag| branch.with_tag(Tag::new(tag.clone())))
}

/// Main, next, next-major and two maintenance branches, each with tags.
fn tagged() -> impl Strategy<Value = Vec<Branch>> {
    let names = ["main", "next", "next-major", "1.x", "1.1.x"];
    vec(vec(version(), 0..6), names.len())
        .prop_map(move |tags| names.iter().zip(tags).map(|(name, tags)| branch(name, &tags)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_release_comes_after_the_one_before(kind in kind(), old in version(), bump in bump()) {
        // Release-please takes 0.0.0 for a version that was never released.
        let never = kind.kind() == "release_please" && old.as_str() == "0.0.0";
        let next = kind.next(Scheme::Npm, Some(&old), bump, AT).unwrap();
        if bump == Bump::None && !never {
            prop_assert_eq!(next, old);
        } else {
            prop_assert!(next.precedence(&old).unwrap().is_gt(), "{} is not after {}", next, old);
        }
    }

    #[test]
    fn more_to_release_is_no_smaller_a_step(kind in kind(), old in version(), a in bump(), b in bump()) {
        // Where a break counts for less than an addition, by the peer's own rule.
        let less_than = matches!(&kind, Versioning::Cargo(cargo) if cargo.features_always_increment_minor);
        prop_assume!(!(less_than && old.as_str().starts_with("0.0.")));
        let [less, more] = [a.min(b), a.max(b)].map(|bump| kind.next(Scheme::Npm, Some(&old), bump, AT).unwrap());
        prop_assert!(more.precedence(&less).unwrap().is_ge(), "{} is before {}", more, less);
    }

    #[test]
    fn a_first_release_depends_on_nothing_but_the_kind(kind in kind(), scheme in scheme(), a in bump(), b in bump()) {
        let first = kind.next(scheme, None, a, AT).unwrap();
        prop_assert_eq!(&first, &kind.next(scheme, None, b, AT).unwrap());
        prop_assert_eq!(first.scheme(), scheme);
    }

    #[test]
    fn every_scheme_moves_forwards(kind in kind(), scheme in scheme(), bump in bump(), steps in 1..4_usize) {
        let mut old = kind.next(scheme, None, Bump::Patch, AT).unwrap();
        for _ in 0..steps {
            let next = kind.next(scheme, Some(&old), bump, AT).unwrap();
            prop_assert!(bump == Bump::None || next.precedence(&old).unwrap().is_gt(), "{} is not after {}", next, old);
            old = next;
        }
    }

    #[test]
    fn patterns_only_ever_raise_or_silence(
        patterns in (pattern(), pattern(), pattern()), old in version(), asked in bump(),
        kinds in vec(select(vec!["feat", "docs", "break", "fix"]), 1..4),
    ) {
        let mut cargo = Cargo::new();
        (cargo.major_increment, cargo.minor_increment, cargo.no_increment) = patterns.clone();
        let kind: Versioning = cargo.into();
        let changes: Vec<Change> = kinds.iter().map(|kind| Change::new(*kind, *kind).with_type(*kind)).collect();
        let mut asked: Vec<(&Change, Bump)> = changes.iter().map(|change| (change, asked)).collect();
        let weighed = kind.weigh(&asked);
        for (((change, before), after), kind) in asked.iter_mut().zip(weighed).zip(&kinds) {
            let silenced = patterns.2.as_ref().is_some_and(|pattern| pattern.is_match(kind));
            prop_assert!(if silenced { after == Bump::None } else { after >= *before }, "{:?}", change);
            *before = after;
        }
        let bump = asked.iter().map(|(_, bump)| *bump).max().unwrap();
        let plain = kind.next(Scheme::Npm, Some(&old), bump, AT).unwrap();
        let next = kind.next_for(Scheme::Npm, Some(&old), bump, &asked, AT).unwrap();
        prop_assert!(next.precedence(&plain).unwrap().is_ge());
    }

    #[test]
    fn prereleases_count_up_on_the_way_to_their_release(
        target in version(), last in prop::option::of(version()), identifier in select(vec!["alpha", "beta", "rc"]),
        scheme in scheme(), first in 0..3_u64,
    ) {
        let in_scheme = |version: &Version| {
            let v = if scheme == Scheme::Go { "v" } else { "" };
            let text = version.as_str().split('+').next().unwrap();
            Version::parse_as(scheme, &format!("{v}{text}"))
        };
        let (Ok(target), Some(last)) = (in_scheme(&graduate(&target).unwrap()), last.map_or(Some(None), |last| {
            in_scheme(&last).ok().map(Some)
        })) else { return Ok(()) };
        let next = next_prerelease(&target, last.as_ref(), identifier, first).unwrap();
        prop_assert!(next.is_prerelease() && next.precedence(&target).unwrap().is_ge() == (graduate(&next).unwrap() != target));
        // It leads to the target, or to what the last one led to where that is later.
        let led_to = last.as_ref().map(|last| graduate(last).unwrap());
        let leads_to = graduate(&next).unwrap();
        prop_assert!(leads_to == target || Some(&leads_to) == led_to.as_ref());
        prop_assert!(leads_to.precedence(&target).unwrap().is_ge());
        // What comes next after it counts on from it.
        let after = next_prerelease(&target, Some(&next), identifier, first).unwrap();
        prop_assert!(after.precedence(&next).unwrap().is_gt());
        prop_assert_eq!(graduate(&after).unwrap(), leads_to);
    }

    #[test]
    fn options_may_stand_in_any_order(kind in kind()) {
        let text = document::to_json(&kind).unwrap();
        let serde_json::Value::Object(map) = serde_json::from_str(&text).unwrap() else { panic!("a map") };
        let entries: Vec<String> = map.iter().rev().map(|(key, value)| format!("{key:?}: {value}")).collect();
        let read: Versioning = document::parse(format!("{{{}}}", entries.join(", ")), Format::Json).unwrap();
        prop_assert_eq!(read, kind);
    }

    #[test]
    fn a_pattern_is_read_or_refused(text in ".{0,40}", other in ".{0,40}") {
        if let Ok(pattern) = Pattern::new(&text) {
            let _ = pattern.is_match(&other);
            prop_assert_eq!(pattern.as_str(), text);
        }
    }

    #[test]
    fn the_order_of_tags_does_not_matter(tagged in tagged()) {
        let mut turned = tagged.clone();
        turned.iter_mut().for_each(|branch| branch.tags.reverse());
        prop_assert_eq!(branches(&tagged).unwrap(), branches(&turned).unwrap());
    }

    #[test]
    fn a_branch_admits_exactly_the_releases_of_its_range(tagged in tagged(), release in version(), bump in bump()) {
        let ranges = branches(&tagged).unwrap();
        for range in &ranges {
            let requirement = Requirement::parse_as(Scheme::Npm, range.range.as_ref().unwrap()).unwrap();
            let within = !release.is_prerelease() && requirement.matches(&release).unwrap();
            prop_assert_eq!(check_branch(&ranges, &range.name, &release, bump).is_ok(), within);
        }
    }

    #[test]
    fn what_a_branch_accepts_it_may_release(tagged in tagged(), bump in bump()) {
        let ranges = branches(&tagged).unwrap();
        for branch in &tagged {
            let range = ranges.iter().find(|range| range.name == branch.name).unwrap();
            let Some(last) = last_release(branch) else { continue };
            let next = next_on_branch(branch, Some(last), bump).unwrap();
            let accepts = range.accept.as_ref().unwrap().contains(&bump);
            // Where the range begins at its own last release.
            let text = range.range.as_deref().unwrap();
            let from = text.split(' ').next().unwrap();
            if accepts && from == format!(">={}", last.version) {
                let bounded = text.contains('-');
                prop_assert!(bounded || check_branch(&ranges, &range.name, &next, bump).is_ok(), "{} {:?}", next, range);
            }
        }
    }

    #[test]
    fn any_configuration_is_read_or_refused(config in "[\\[\\]{}\":,a-z0-9. -]{0,60}", manifest in "[{}\":a-z0-9.]{0,30}") {
        let _ = config::release_please(&config, &manifest);
    }

    #[test]
    fn a_configuration_is_its_text(
        paths in vec("[a-c]{1,2}(/[a-c])?", 0..5), strategy in select(vec!["default", "prerelease", "service-pack"]),
        flags in any::<[bool; 4]>(),
    ) {
        let [minor, component, v, node] = flags;
        let packages: serde_json::Map<String, serde_json::Value> = paths.iter().map(|path| {
            (path.clone(), serde_json::json!({"versioning": strategy, "include-v-in-tag": v}))
        }).collect();
        let text = serde_json::json!({
            "bump-minor-pre-major": minor, "include-component-in-tag": component, "packages": packages,
            "plugins": if node { vec!["node-workspace"] } else { vec![] },
        });
        let config = config::release_please(&text.to_string(), "{}").unwrap();
        prop_assert_eq!(config.paths.len(), packages.len());
        prop_assert!(config.left.is_empty());
        let read: config::ReleasePleaseConfig =
            document::parse(document::emit(&config).unwrap(), Format::Json).unwrap();
        prop_assert_eq!(read, config);
    }
}
