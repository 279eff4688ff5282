//! What is said of bad patterns, prereleases, branches and files of other tools.

use super::said;
use greenboard::change::Change;
use greenboard::document::{self, Format};
use greenboard::plan::versioning::{Versioning, release_as};
use greenboard::plan::{
    Branch, Identifier, Pattern, Tag, branches, check_branch, check_merge, config, next_prerelease,
};
use greenboard::version::{Bump, Scheme, Version};
use insta::assert_snapshot;

fn versioning(text: &str) -> String {
    said(document::parse::<Versioning>(text, Format::Yaml))
}

#[test]
fn kinds() {
    assert_snapshot!(versioning("kind: release-please"), @r#"document.unknown_value kind: line 1, column 7: unknown versioning "release-please"; expected one of semantic, calendar, cargo, release_please, semantic_release; did you mean "release_please"?"#);
    assert_snapshot!(versioning("kind: release_please\nstrategy: always-bump-major"), @r#"document.unknown_value strategy: line 2, column 11: unknown strategy "always-bump-major"; expected one of default, prerelease, always_bump_major, always_bump_minor, always_bump_patch, dependency_manifest, service_pack; did you mean "always_bump_major"?"#);
    assert_snapshot!(versioning("kind: cargo\nminor_regex: ^feat"), @r#"document.unknown_key minor_regex: line 2, column 1: unknown key "minor_regex"; known keys: breaking_always_increment_major, features_always_increment_minor, major_increment, minor_increment, no_increment"#);
    assert_snapshot!(versioning("kind: cargo\nminor_increment: '(feat'"), @r#"plan.invalid_pattern minor_increment: line 2, column 18: "(feat" is no pattern: unclosed group"#);
}

#[test]
fn patterns() {
    let pattern = |text: &str| said(Pattern::new(text));
    assert_snapshot!(pattern("(feat"), @r#"plan.invalid_pattern "(feat" is no pattern: unclosed group"#);
    assert_snapshot!(pattern("(?=feat)"), @r#"plan.invalid_pattern "(?=feat)" is no pattern: look-around, including look-ahead and look-behind, is not supported"#);
    assert_snapshot!(pattern("(a{500}){500}"), @r#"plan.invalid_pattern "(a{500}){500}" is no pattern: compiled, it is too large; use smaller counted repetitions"#);
    assert_snapshot!(pattern(&"a".repeat(2000)), @r#"plan.invalid_pattern "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…" is no pattern: it has 2000 bytes; at most 1000 are read"#);
}

#[test]
fn prereleases() {
    let next = |scheme, target: &str, identifier: &str| {
        let target = Version::parse_as(scheme, target).unwrap();
        said(next_prerelease(&target, None, identifier, 0))
    };
    assert_snapshot!(next(Scheme::Npm, "1.0.0", "next major"), @r#"plan.no_prerelease 1.0.0 can have no prerelease "next major"; use an identifier of letters and digits that its scheme knows"#);
    assert_snapshot!(next(Scheme::Pep440, "1.0.0", "nightly"), @r#"plan.no_prerelease 1.0.0 can have no prerelease "nightly"; use an identifier of letters and digits that its scheme knows"#);
    assert_snapshot!(next(Scheme::Npm, "1.0.0-rc.1", "rc"), @r#"plan.no_prerelease 1.0.0-rc.1 can have no prerelease "rc"; use an identifier of letters and digits that its scheme knows"#);
}

#[test]
fn wanted_versions() {
    let change = Change::new("9fceb02", "start over").with_release_as("three");
    assert_snapshot!(said(release_as(Scheme::Npm, [&change])), @r#"plan.invalid_release_as change 9fceb02 wants a release as "three", which is no version: column 1: version "three" has unexpected "t" here; expected the major version; correct its Release-As"#);
}

#[test]
fn branches_that_do_not_go_together() {
    let refused = |all: &[Branch]| said(branches(all));
    let main = Branch::new("main");
    assert_snapshot!(refused(&[main.clone(), main.clone()]), @r#"plan.invalid_branch branch "main": it is listed twice; leave one of them out"#);
    assert_snapshot!(refused(&["a", "b", "c", "d"].map(Branch::new)), @r#"plan.invalid_branch branch "d": it is one release branch too many (3 at most); give it a prerelease identifier or a maintenance range"#);
    assert_snapshot!(refused(&[Branch::new("old").with_range("1.2.3")]), @r#"plan.invalid_branch branch "old": "1.2.3" is no maintenance range; write it as 1.x or 1.4.x"#);
    assert_snapshot!(refused(&[Branch::new("1.x"), Branch::new("old").with_range("1.x.x")]), @r#"plan.invalid_branch branch "old": another branch maintains 1.x.x too; give each branch a range of its own"#);
    assert_snapshot!(refused(&[Branch::new("try it").with_prerelease(Identifier::Branch)]), @r#"plan.invalid_branch branch "try it": "try it" is no prerelease identifier; give it one of letters, digits, "-" and ".""#);
    let beta = |name| Branch::new(name).with_prerelease(Identifier::Named("beta".to_owned()));
    assert_snapshot!(refused(&[beta("a"), beta("b")]), @r#"plan.invalid_branch branch "b": another branch has the prerelease identifier "beta" too; give each one of its own"#);
}

#[test]
fn versions_outside_of_their_branch() {
    let tags = |branch: Branch, versions: &[&str]| {
        versions.iter().fold(branch, |branch, version| branch.with_tag(Tag::parse(version).unwrap()))
    };
    let ranges = branches(&[
        tags(Branch::new("main"), &["1.0.0", "1.1.0", "2.0.0"]),
        tags(Branch::new("next"), &["1.0.0", "1.1.0", "2.0.0", "3.0.0"]),
        tags(Branch::new("1.x"), &["1.0.0", "1.1.0"]),
        tags(Branch::new("1.0.x"), &["1.0.0"]),
        Branch::new("beta").with_prerelease(Identifier::Branch),
    ])
    .unwrap();
    let check = |branch: &str, version: &str, bump| {
        let version = Version::parse(version).unwrap();
        said(check_branch(&ranges, branch, &version, bump))
    };
    assert_snapshot!(check("1.x", "2.0.0", Bump::Major), @r#"plan.out_of_branch_range 2.0.0 cannot be released from branch "1.x": it is outside >=1.1.0 <2.0.0 (which accepts patch, minor); release it from next instead, or leave out of this branch what asks for a major version"#);
    assert_snapshot!(check("main", "3.0.0", Bump::Major), @r#"plan.out_of_branch_range 3.0.0 cannot be released from branch "main": it is outside >=2.0.0 <3.0.0 (which accepts patch, minor); release it from next instead, or leave out of this branch what asks for a major version"#);
    assert_snapshot!(check("main", "2.1.0-beta.1", Bump::Minor), @r#"plan.out_of_branch_range 2.1.0-beta.1 cannot be released from branch "main": it is outside >=2.0.0 <3.0.0 (which accepts patch, minor); release it from beta instead, or leave out of this branch what asks for a minor version"#);
    assert_snapshot!(check("feature", "2.1.0", Bump::Minor), @r#"plan.invalid_branch branch "feature": releases are made from 1.0.x, 1.x, main, next or beta only"#);
    let old = ranges.iter().find(|range| range.name == "1.0.x").unwrap();
    assert_snapshot!(said(check_merge(old, &Version::parse("1.1.0").unwrap())), @r#"plan.out_of_merge_range 1.1.0 cannot be merged into branch "1.0.x": it is outside >=1.0.0 <1.1.0; revert the merge, and release from a branch whose range has it"#);
}

#[test]
fn files_of_release_please() {
    let refused = |text: &str| said(config::release_please(text, "{}"));
    assert_snapshot!(refused("packages: {}"), @"document.syntax line 1, column 1: unexpected 'p'; expected a JSON value");
    assert_snapshot!(refused(r#"{"packages": {"a": {"versioning": "always-bump-mayor"}}}"#), @r#"document.unknown_value packages.a.versioning: line 1, column 35: unknown versioning strategy "always-bump-mayor"; expected one of default, prerelease, always-bump-major, always-bump-minor, always-bump-patch, dependency-manifest, service-pack; did you mean "always-bump-major"?"#);
    assert_snapshot!(refused(r#"{"packages": {"a": {"bump-minor-pre-major": "yes"}}}"#), @r#"document.wrong_type packages.a.bump-minor-pre-major: line 1, column 45: expected true or false, found text "yes""#);
    assert_snapshot!(refused(r#"{"plugins": [{"name": "node-workspace"}]}"#), @r#"document.wrong_type plugins[0]: line 1, column 14: expected a plugin's name, or a map with its "type", found a map"#);
    assert_snapshot!(refused(r#"{"packages": {"a": {"extra-files": [{"type": "ini", "path": "a.ini"}]}}}"#), @r#"document.unknown_value packages.a.extra-files[0].type: line 1, column 46: unknown type of extra file "ini"; expected one of generic, json, yaml, toml, xml, pom"#);
    let manifest = said(config::release_please("{}", r#"{"a": 1}"#));
    assert_snapshot!(manifest, @"document.wrong_type a: line 1, column 7: expected text, found the number 1; put it in quotes");

    let text = r#"{"draft": true, "always-link-local": false, "exclude-packages-from-root": true, "packages": {
        "a": {"pull-request-title-pattern": "x"}, "b": {"draft": false}},
        "plugins": ["sentence-case", {"type": "cargo-workspace", "merge": false}]}"#;
    let left = config::release_please(text, "{}").unwrap().left;
    let left: Vec<String> =
        left.iter().map(|left| format!("{}: {}: {}", left.file, left.key, left.message)).collect();
    assert_snapshot!(left.join("\n"), @r#"
    release-please-config.json: always-link-local: always-link-local has no effect: dependencies inside the workspace are always met by it
    release-please-config.json: draft: draft (2 times) has no effect: it is about the release or pull request on the host, which greenboard leaves to you
    release-please-config.json: exclude-packages-from-root: exclude-packages-from-root has no effect: it is no documented key of release-please's
    release-please-config.json: plugins[1].merge: merge has no effect: it is about pull requests, which greenboard leaves to you
    release-please-config.json: packages["a"].pull-request-title-pattern: pull-request-title-pattern has no effect: it is about the release or pull request on the host, which greenboard leaves to you
    release-please-config.json: plugins[0]: sentence-case has no effect: descriptions are left as they are written
    "#);
}
