//! Why there is no plan, or no answer about one.

use super::said;
use greenboard::change::{Change, Origin};
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Group, GroupKind, Workspace};
use greenboard::document::{self, Format};
use greenboard::plan::versioning::Calendar;
use greenboard::plan::{Override, Plan, Policy, Snapshot, Train, config, plan};
use greenboard::version::{Bump, Requirement, Version};
use insta::assert_snapshot;

fn package(name: &str, version: &str) -> Component {
    let version = Version::parse_as(Ecosystem::Npm.scheme(), version).unwrap();
    Component::new(name, Ecosystem::Npm, name).with_version(version)
}

fn planned(components: &[Component], changes: &[Change], policy: &Policy) -> greenboard::Result<Plan> {
    let workspace = Workspace::new(components.iter().cloned()).unwrap();
    plan(&workspace, changes, policy, "2026-11-02T09:00:00Z".parse().unwrap())
}

/// What is said of this policy over one package, of which a change asks for a minor release.
fn refused(version: &str, policy: &Policy) -> String {
    let change = Change::new("c1", "x").with_bump("core", Bump::Minor);
    said(planned(&[package("core", version)], &[change], policy))
}

#[test]
fn policies() {
    assert_snapshot!(said(Policy::preset("changeset")), @r#"plan.unknown_preset unknown policy preset "changeset"; expected one of greenboard, cargo, changesets@2, changesets@3, release-please, semantic-release"#);
    let parsed = document::parse::<Policy>("rules: [cargo]\npreset: greenboard", Format::Yaml);
    assert_snapshot!(said(parsed), @r#"plan.beside_rules line 1, column 1: "preset" stands beside "rules", which say it themselves; leave one of them out"#);
    let ignoring = |selector: &str| refused("1.0.0", &Policy::new().with_ignore(selector));
    assert_snapshot!(ignoring("ecosystem:basic"), @r#"plan.invalid_selector cannot understand the selector "ecosystem:basic": the ecosystem is one of cargo, npm, python, go, helm, generic"#);
    assert_snapshot!(ignoring("@acme/[a"), @r#"plan.invalid_selector cannot understand the selector "@acme/[a": unclosed character class; missing ']'"#);
    assert_snapshot!(ignoring("+(a|b)"), @r#"plan.invalid_selector cannot understand the selector "+(a|b)": of alternatives in parentheses there are @(a|b), ?(a|b), and once !(a|b)"#);
    assert_snapshot!(ignoring("@(a|@(b|c))"), @r#"plan.invalid_selector cannot understand the selector "@(a|@(b|c))": alternatives in parentheses may not be nested"#);
}

#[test]
fn policies_that_do_not_fit_the_workspace() {
    let groups = [
        Group::new(GroupKind::Fixed, ["co*"]).with_name("all"),
        Group::new(GroupKind::Linked, ["core", "cli"]),
    ];
    assert_snapshot!(refused("1.0.0", &Policy::new().with_groups(groups)), @r#"plan.overlapping_groups component "core" is in the fixed group "all" and in linked group 2; a component may be in one group only"#);
    let range = Requirement::parse_as(Ecosystem::Npm.scheme(), "^1.0.0").unwrap();
    let cli = package("cli", "1.0.0").with_dependency(Dependency::new("core", DependencyKind::Normal, range));
    let workspace = Workspace::new([package("core", "1.0.0"), cli]).unwrap();
    let policy = Policy::new()
        .with_ignore("core")
        .with_ignore("docs-*")
        .with_groups([Group::new(GroupKind::Fixed, ["web"])]);
    assert_snapshot!(said(config::check(&workspace, &policy)), @r#"
    plan.invalid_configuration "cli" depends on "core", which is left alone; leave "cli" alone too, in "ignore"
    "docs-*" in "ignore" selects no component; correct it or leave it out
    "web" in a group selects no component; correct it or leave it out
    "#);
}

#[test]
fn changesets() {
    let components = [package("core", "1.0.0"), package("cli", "1.0.0"), package("docs", "1.0.0")];
    let refused = |bumps: &[&str]| {
        let change = Change::new("cool-cats", "x").with_origin(Origin::Changeset);
        let change = bumps.iter().fold(change, |change, name| change.with_bump(*name, Bump::Patch));
        let policy = Policy::preset("changesets@2").unwrap().with_ignore("{docs,cli}");
        said(planned(&components, &[change], &policy))
    };
    assert_snapshot!(refused(&["cor"]), @r#"plan.unknown_component changeset "cool-cats" asks for a release of "cor", which is not in the workspace; correct the name or delete the changeset"#);
    assert_snapshot!(refused(&["core", "cli", "docs"]), @r#"plan.mixed_changeset changeset "cool-cats" asks for releases of cli, docs, which are left alone, and of core, which are not; split it"#);
}

#[test]
fn versions() {
    let decided = Policy::new().with_override(Override::version("core", "0.9.0"));
    assert_snapshot!(refused("1.0.0", &decided), @"plan.not_later core: version 0.9.0 does not come after 1.0.0; decide for a later one");
    let calendar = Policy::new().with_versioning(Calendar::new("YYYY.MM.MICRO").into());
    assert_snapshot!(refused("2026.13.0", &calendar), @"plan.no_later_version core: the calendar's version 2026.11.0 does not come after 2026.13.0; use a pattern whose versions do");
    let train = Policy::preset("changesets@2").unwrap().with_train(Train::new("rc"));
    assert_snapshot!(refused("1.0.0", &Policy::new().with_train(Train::new("a b"))), @r#"version.unexpected_character core: column 8: version "1.1.0-a b.0" has unexpected " " here; expected a letter, a digit, "-", ".", "+" or the end"#);
    assert_snapshot!(refused("1.0.0-rc.one", &train), @"plan.uncounted_prerelease core: the prerelease 1.0.0-rc.one ends in no number to count on from; give the component another version");
}

#[test]
fn snapshots() {
    let of = |snapshot: Snapshot| refused("1.0.0", &Policy::new().with_snapshot(snapshot));
    assert_snapshot!(of(Snapshot::new().with_template("{commit}")), @r#"plan.snapshot_template the snapshot template "{commit}" cannot be filled in: {commit} stands in it, though the snapshot has none"#);
    assert_snapshot!(of(Snapshot::new().with_template("{tag}-{datetime}")), @r#"plan.snapshot_template the snapshot template "{tag}-{datetime}" cannot be filled in: {tag} stands in it, though the snapshot has none"#);
    assert_snapshot!(of(Snapshot::new().with_tag("pr").with_template("{datetime}")), @r#"plan.snapshot_template the snapshot template "{datetime}" cannot be filled in: {tag} is missing, though the snapshot has a tag"#);
}

#[test]
fn questions() {
    let plan = planned(&[package("core", "1.0.0")], &[], &Policy::new()).unwrap();
    assert_snapshot!(said(plan.why("core")), @r#"plan.not_planned core: component "core" is not in this plan: nothing asks for a release of it"#);
}
