//! Policies: two in one repository, groups, trains, snapshots, selections and decisions.

use greenboard::change::{Change, Origin};
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Group, GroupKind, Workspace};
use greenboard::document::{self, Format};
use greenboard::plan::{
    Cause, Counter, Override, Plan, Policy, Rule, Snapshot, Train, TrainMode, WarningKind, plan,
};
use greenboard::version::{Bump, Requirement, Version};

fn package(name: &str, version: &str) -> Component {
    let version = Version::parse_as(Ecosystem::Npm.scheme(), version).unwrap();
    Component::new(name, Ecosystem::Npm, format!("packages/{name}")).with_version(version)
}

fn needs(provider: &str, range: &str) -> Dependency {
    let range = Requirement::parse_as(Ecosystem::Npm.scheme(), range).unwrap();
    Dependency::new(provider, DependencyKind::Normal, range)
}

fn change(component: &str, bump: Bump) -> Change {
    Change::new(format!("{component}-{bump}"), format!("{bump} work")).with_bump(component, bump)
}

fn planned(components: &[Component], changes: &[Change], policy: &Policy) -> greenboard::Result<Plan> {
    let workspace = Workspace::new(components.iter().cloned())?;
    plan(&workspace, changes, policy, "2026-11-02T09:00:00Z".parse().unwrap())
}

#[track_caller]
fn versions(components: &[Component], changes: &[Change], policy: &Policy) -> Vec<String> {
    let plan = planned(components, changes, policy).unwrap();
    plan.entries.iter().map(|entry| format!("{} {}", entry.component, entry.new)).collect()
}

#[test]
fn three_presets_in_one_call() {
    let krate =
        Component::new("engine", Ecosystem::Cargo, "engine").with_version(Version::parse("0.3.0").unwrap());
    let service = package("service", "2.0.0").with_dependency(needs("ui", "^0.3.0"));
    let policy = Policy::of([
        Rule::preset("greenboard").unwrap(),
        Rule::preset("cargo").unwrap().with_select("ecosystem:cargo"),
        Rule::preset("changesets@3").unwrap().with_select("ui"),
    ]);
    let changes = [change("engine", Bump::Minor), change("ui", Bump::Minor)];
    // A minor step under 0.x is a patch to Cargo, and a minor one to changesets; the edge crosses the rules.
    let got = versions(&[krate, package("ui", "0.3.0"), service], &changes, &policy);
    assert_eq!(got, ["engine 0.3.1", "ui 0.4.0", "service 2.0.1"]);
}

#[test]
fn fixed_and_linked_groups_take_the_highest() {
    let components =
        [package("a", "1.0.0"), package("b", "1.4.0"), package("c", "2.0.0"), package("d", "1.0.0")];
    let policy = Policy::new().with_groups([
        Group::new(GroupKind::Fixed, ["a", "b"]).with_name("pair"),
        Group::new(GroupKind::Linked, ["c", "d"]),
    ]);
    let changes = [change("a", Bump::Minor), change("d", Bump::Patch)];
    assert_eq!(versions(&components, &changes, &policy), ["a 1.5.0", "b 1.5.0", "d 2.0.1"]);
    let plan = planned(&components, &changes, &policy).unwrap();
    assert_eq!(
        plan.why("b").unwrap().to_string(),
        "b 1.4.0 → 1.5.0 (minor)\n  shares its version with a (pair)\n    a-minor minor work (minor)"
    );
    let twice = policy.with_groups([Group::new(GroupKind::Linked, ["*"])]);
    let error = planned(&components, &changes, &twice).unwrap_err();
    assert_eq!(
        error.to_string(),
        "component \"a\" is in the fixed group \"pair\" and in linked group 3; a component may be in one group only"
    );
}

#[test]
fn a_train_goes_and_arrives() {
    let components =
        [package("a", "1.1.0-rc.2"), package("b", "1.0.0").with_dependency(needs("a", "^1.1.0-rc.2"))];
    let train = Train::new("rc").with_changes(["a-minor"]);
    let policy = |train: &Train| Policy::new().with_train(train.clone());
    let changes = [change("a", Bump::Minor), change("b", Bump::Patch)];
    assert_eq!(versions(&components, &changes, &policy(&train)), ["b 1.0.1-rc.0"]);
    let next = [change("a", Bump::Patch)];
    assert_eq!(versions(&components, &next, &policy(&train)), ["a 1.1.0-rc.3"]);
    let other = Train::new("beta");
    assert_eq!(versions(&components, &next, &policy(&other)), ["a 1.1.0-beta.3"]);
    let restarted = other.with_counter(Counter::Restart);
    assert_eq!(versions(&components, &next, &policy(&restarted)), ["a 1.1.0-beta.0"]);
    let arriving = policy(&train.with_mode(TrainMode::Exit));
    assert_eq!(versions(&components, &[], &arriving), ["a 1.1.0"]);
    let plan = planned(&components, &[], &arriving).unwrap();
    assert!(matches!(&plan.entries[0].causes[..], [Cause::PreExit(_)]));
}

#[test]
fn two_trains_at_once() {
    let policy = Policy::new().with_train(Train::new("next")).with_train(Train::new("rc").with_select("a"));
    let changes = [change("a", Bump::Minor), change("b", Bump::Major)];
    let got = versions(&[package("a", "1.0.0"), package("b", "1.0.0")], &changes, &policy);
    assert_eq!(got, ["a 1.1.0-rc.0", "b 2.0.0-next.0"]);
}

#[test]
fn a_prerelease_does_not_release_the_whole_graph() {
    let app = package("app", "1.0.0").with_dependency(needs("lib", "^1.0.0"));
    let components = [package("lib", "1.0.0"), app];
    let changes = [change("lib", Bump::Patch)];
    let policy = Policy::new().with_train(Train::new("next"));
    assert_eq!(versions(&components, &changes, &policy), ["lib 1.0.1-next.0"]);
    // The requirement moves all the same, so that the copy in the repository is still what is asked for.
    let plan = planned(&components, &changes, &policy).unwrap();
    assert_eq!(plan.rewrites[0].new, "^1.0.1-next.0");
    let tool = Policy::preset("changesets@3").unwrap().with_train(Train::new("next"));
    assert_eq!(versions(&components, &changes, &tool), ["lib 1.0.1-next.0", "app 1.0.1-next.0"]);
}

#[test]
fn snapshots() {
    let changes = [change("a", Bump::Minor)];
    let of = |snapshot: Snapshot| {
        versions(&[package("a", "1.0.0")], &changes, &Policy::new().with_snapshot(snapshot))
    };
    assert_eq!(of(Snapshot::new()), ["a 0.0.0-20261102090000"]);
    assert_eq!(of(Snapshot::new().with_tag("canary")), ["a 0.0.0-canary-20261102090000"]);
    let templated =
        Snapshot::new().with_tag("pr").with_template("{tag}-{commit-short}").with_commit("9fceb02d0ae5");
    assert_eq!(of(templated.with_calculated(true)), ["a 1.1.0-pr-9fceb02"]);
    let policy = Policy::new().with_snapshot(Snapshot::new().with_template("{commit}"));
    let error = planned(&[package("a", "1.0.0")], &changes, &policy).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the snapshot template \"{commit}\" cannot be filled in: {commit} stands in it, though the snapshot has none"
    );
}

#[test]
fn what_is_not_selected_says_what_follows() {
    let app = package("app", "1.0.0").with_dependency(needs("lib", "^1.0.0"));
    let components = [package("lib", "1.0.0"), app];
    let changes = [change("lib", Bump::Major), change("app", Bump::Minor)];
    let only = |name: &str| planned(&components, &changes, &Policy::new().with_only(name)).unwrap();
    let kinds = |plan: &Plan| plan.warnings.iter().map(|w| (w.component.clone(), w.kind)).collect::<Vec<_>>();
    let held = |name: &str, kind| (name.to_owned(), kind);
    let lib = only("lib");
    assert_eq!(kinds(&lib), [held("app", WarningKind::Held), held("app", WarningKind::LeftBehind)]);
    assert_eq!(lib.kept[0].touched_by, ["lib"]);
    let app = only("app");
    assert_eq!(kinds(&app), [held("app", WarningKind::WithoutDependency), held("lib", WarningKind::Held)]);
}

#[test]
fn people_decide() {
    let components = [package("a", "1.0.0"), package("b", "1.0.0")];
    let changes = [change("a", Bump::Major), change("b", Bump::Patch)];
    let policy = Policy::new()
        .with_override(
            Override::bump("a", Bump::Minor).with_by("ada").with_reason("the break is in a private module"),
        )
        .with_override(Override::version("b", "3.0.0"));
    assert_eq!(versions(&components, &changes, &policy), ["a 1.1.0", "b 3.0.0"]);
    let plan = planned(&components, &changes, &policy).unwrap();
    assert_eq!(
        plan.why("a").unwrap().to_string().lines().nth(1),
        Some("  decided to be a minor release by ada: the break is in a private module")
    );
    let back = Policy::new().with_override(Override::version("b", "0.9.0"));
    let error = planned(&components, &changes, &back).unwrap_err();
    assert_eq!(error.code(), "plan.not_later");
}

#[test]
fn a_first_release_is_as_stated() {
    let changes = [change("a", Bump::Minor)];
    let policy = Policy::new().with_unreleased("*");
    assert_eq!(versions(&[package("a", "0.1.0")], &changes, &policy), ["a 0.1.0"]);
    let tool = Policy::preset("changesets@2").unwrap().with_unreleased("*");
    assert_eq!(versions(&[package("a", "0.1.0")], &changes, &tool), ["a 0.2.0"]);
}

#[test]
fn changesets_that_cannot_be_are_refused_as_the_tool_does() {
    let changeset = |mut change: Change| {
        change.origin = Origin::Changeset;
        change
    };
    let policy = Policy::preset("changesets@2").unwrap().with_ignore("b");
    let components = [package("a", "1.0.0"), package("b", "1.0.0")];
    let mixed = changeset(change("a", Bump::Minor).with_bump("b", Bump::Patch));
    let error = planned(&components, &[mixed], &policy).unwrap_err();
    assert_eq!(
        error.to_string(),
        "changeset \"a-minor\" asks for releases of b, which are left alone, and of a, which are not; split it"
    );
    let unknown = changeset(change("c", Bump::Minor));
    assert_eq!(planned(&components, &[unknown], &policy).unwrap_err().code(), "plan.unknown_component");
}

#[test]
fn rules_stand_alone() {
    let error = document::parse::<Policy>("rules: [cargo]\npreset: greenboard", Format::Yaml).unwrap_err();
    assert_eq!(error.code(), "plan.beside_rules");
    let policy = Policy::new().with_ignore("ecosystem:basic");
    assert_eq!(planned(&[package("a", "1.0.0")], &[], &policy).unwrap_err().code(), "plan.invalid_selector");
}
