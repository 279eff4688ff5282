//! How versions move under the rules of other tools, as plans show it.

use greenboard::change::conventional::Mode;
use greenboard::change::{Change, Commit, from_commit};
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::document::{self, Format};
use greenboard::plan::{Branch, Plan, Policy, Tag, branches, config, plan};
use greenboard::version::{Bump, Requirement, Version};
use jiff::Timestamp;

fn at() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

/// A package in a folder of its name, without a version where it is empty.
fn package(name: &str, version: &str) -> Component {
    let component = Component::new(format!("@acme/{name}"), Ecosystem::Npm, name);
    match version {
        "" => component,
        text => component.with_version(Version::parse_as(Ecosystem::Npm.scheme(), text).unwrap()),
    }
}

fn needs(name: &str, kind: DependencyKind, requirement: &str) -> Dependency {
    let read = Requirement::parse_as(Ecosystem::Npm.scheme(), requirement).unwrap();
    Dependency::new(format!("@acme/{name}"), kind, read).with_text(requirement)
}

/// A commit that touches these components, made on this day of November.
fn commit(day: u8, message: &str, components: &[&str]) -> Vec<Change> {
    let hash = format!("{day:040}");
    let commit = Commit::new(hash, message, format!("2026-11-{day:02}T08:00:00Z").parse().unwrap());
    from_commit(&commit, &components.iter().map(|name| (*name).to_owned()).collect(), Mode::Strict)
}

fn released(plan: &Plan) -> Vec<String> {
    let told = plan.entries.iter().map(|entry| {
        let old = entry.old.as_ref().map_or("(new)", Version::as_str);
        format!("{} {old} → {}", entry.component, entry.new)
    });
    told.collect()
}

/// What is planned by release-please's two files.
fn configured(config: &str, manifest: &str, components: Vec<Component>, changes: &[Change]) -> Plan {
    let config = config::release_please(config, manifest).unwrap();
    let workspace = config.workspace(&Workspace::new(components).unwrap()).unwrap();
    plan(&workspace, changes, &config.policy, at()).unwrap()
}

fn policy(text: &str) -> Policy {
    document::parse(text, Format::Yaml).unwrap()
}

#[test]
fn what_release_please_shows_it_releases_and_nothing_else() {
    let files =
        r#"{"packages": {"a": {}, "b": {"changelog-sections": [{"type": "docs", "section": "Docs"}]}}}"#;
    let changes =
        [commit(1, "docs: tell more", &["@acme/a", "@acme/b"]), commit(2, "chore: tidy", &["@acme/b"])]
            .concat();
    let components = vec![package("a", "1.0.0"), package("b", "1.0.0")];
    let plan = configured(files, r#"{"a": "1.0.0", "b": "1.0.0"}"#, components, &changes);
    assert_eq!(released(&plan), ["@acme/b 1.0.0 → 1.0.1"]);
}

#[test]
fn what_was_never_released_begins_where_the_file_says() {
    let files = r#"{"packages": {"a": {}, "b": {"initial-version": "0.3.0"}}}"#;
    let changes = commit(1, "feat: begin", &["@acme/a", "@acme/b"]);
    let components = vec![package("a", "0.0.1"), package("b", "7.0.0")];
    let plan = configured(files, r#"{"a": "0.0.0"}"#, components, &changes);
    assert_eq!(released(&plan), ["@acme/a (new) → 1.0.0", "@acme/b (new) → 0.3.0"]);
    assert_eq!(plan.entries[0].tag.as_deref(), Some("a-v1.0.0"));
}

#[test]
fn dependents_follow_a_workspace_plugin_whatever_they_require() {
    let components = || {
        let a = package("a", "1.0.0");
        let b = package("b", "1.0.0").with_dependency(needs("a", DependencyKind::Dev, "^0.5.0"));
        let c = package("c", "2.0.0").with_dependency(needs("b", DependencyKind::Peer, "^1.0.0"));
        let d = package("d", "3.0.0").with_dependency(needs("a", DependencyKind::Normal, "*"));
        vec![a, b, c, d]
    };
    let manifest = r#"{"a": "1.0.0", "b": "1.0.0", "c": "2.0.0"}"#;
    let changes = commit(1, "feat: add", &["@acme/a"]);
    let alone = r#"{"packages": {"a": {}, "b": {}, "c": {}}}"#;
    assert_eq!(released(&configured(alone, manifest, components(), &changes)), ["@acme/a 1.0.0 → 1.1.0"]);

    let follow = r#"{"packages": {"a": {}, "b": {}, "c": {}}, "plugins": ["node-workspace"]}"#;
    let plan = configured(follow, manifest, components(), &changes);
    assert_eq!(released(&plan), ["@acme/a 1.0.0 → 1.1.0", "@acme/b 1.0.0 → 1.0.1"]);

    let peers = r#"{"packages": {"a": {}, "b": {}, "c": {}},
        "plugins": [{"type": "node-workspace", "updatePeerDependencies": true}]}"#;
    let plan = configured(peers, manifest, components(), &changes);
    assert_eq!(plan.entries.len(), 3, "{:?}", released(&plan));
}

#[test]
fn linked_versions_take_all_along() {
    let files = r#"{"packages": {"a": {"component": "a"}, "b": {"component": "b"}, "c": {}},
        "plugins": [{"type": "linked-versions", "groupName": "all", "components": ["a", "b"]}]}"#;
    let manifest = r#"{"a": "1.0.0", "b": "1.0.0", "c": "1.0.0"}"#;
    let components = vec![package("a", "1.0.0"), package("b", "1.0.0"), package("c", "1.0.0")];
    let plan = configured(files, manifest, components, &commit(1, "feat: add", &["@acme/a"]));
    assert_eq!(released(&plan), ["@acme/a 1.0.0 → 1.1.0", "@acme/b 1.0.0 → 1.1.0"]);
}

#[test]
fn the_newest_release_as_wins() {
    let workspace = Workspace::new([package("a", "1.2.3")]).unwrap();
    let changes = [
        commit(1, "feat!: break\n\nRelease-As: 2.5.0", &["@acme/a"]),
        commit(2, "chore: call it four\n\nRelease-As: v4.0.0", &["@acme/a"]),
        commit(3, "feat: more", &["@acme/a"]),
    ]
    .concat();
    let plan = plan(&workspace, &changes, &policy("release-please"), at()).unwrap();
    assert_eq!(released(&plan), ["@acme/a 1.2.3 → 4.0.0"]);
}

#[test]
fn the_version_of_the_configuration_wins_over_the_changes() {
    let files = r#"{"packages": {"a": {"release-as": "3.0.0"}, "b": {"release-as": "3.0.0"}}}"#;
    let components = vec![package("a", "1.0.0"), package("b", "1.0.0")];
    let manifest = r#"{"a": "1.0.0", "b": "1.0.0"}"#;
    let plan = configured(files, manifest, components, &commit(1, "fix: mend", &["@acme/a"]));
    assert_eq!(released(&plan), ["@acme/a 1.0.0 → 3.0.0"]);
}

#[test]
fn patterns_make_minor_versions_of_what_has_no_type() {
    let text =
        "preset: cargo\nversioning: {kind: cargo, minor_increment: '^api', no_increment: '^(docs|ci)$'}";
    let krate = |name: &str| {
        Component::new(name, Ecosystem::Cargo, name).with_version(Version::parse("0.2.3").unwrap())
    };
    let workspace = Workspace::new([krate("a"), krate("b"), krate("c"), krate("d")]).unwrap();
    let changes = [
        commit(1, "api: open it up", &["a"]),
        commit(2, "docs!: say that all changed", &["b"]),
        commit(3, "feat: add", &["c"]),
        commit(4, "some work", &["d"]),
    ]
    .concat();
    let plan = plan(&workspace, &changes, &policy(text), at()).unwrap();
    assert_eq!(released(&plan), ["a 0.2.3 → 0.3.0", "c 0.2.3 → 0.2.4", "d 0.2.3 → 0.2.4"]);
}

#[test]
fn a_prerelease_branch_counts_while_it_leads_far_enough() {
    let text = "preset: semantic-release\nversioning: {kind: semantic_release, prerelease: beta}";
    let step = |version: &str, message: &str| {
        let workspace = Workspace::new([package("a", version)]).unwrap();
        let plan = plan(&workspace, &commit(1, message, &["@acme/a"]), &policy(text), at()).unwrap();
        plan.entries[0].new.to_string()
    };
    assert_eq!(step("1.0.0", "feat: add"), "1.1.0-beta.1");
    assert_eq!(step("1.1.0-beta.1", "fix: mend"), "1.1.0-beta.2");
    assert_eq!(step("1.1.0-beta.2", "feat!: break"), "2.0.0-beta.1");
    assert_eq!(step("0.4.0", "feat!: break"), "1.0.0-beta.1");
    assert_eq!(step("", "feat: begin"), "1.0.0-beta.1");
}

#[test]
fn a_maintenance_branch_refuses_what_is_not_its_own() {
    let tag = |version: &str| Tag::parse(version).unwrap();
    let ranges = branches(&[
        Branch::new("main").with_tag(tag("1.0.0")).with_tag(tag("2.0.0")),
        Branch::new("1.x").with_tag(tag("1.0.0")),
    ])
    .unwrap();
    let workspace = Workspace::new([package("a", "1.0.0")]).unwrap();
    let policy = Policy::preset("semantic-release").unwrap().with_branch(ranges[0].clone());
    let plan = |message: &str| plan(&workspace, &commit(1, message, &["@acme/a"]), &policy, at());
    assert_eq!(released(&plan("feat: add").unwrap()), ["@acme/a 1.0.0 → 1.1.0"]);
    let error = plan("feat!: break").unwrap_err();
    assert_eq!((error.code(), error.path()), ("plan.out_of_branch_range", Some("@acme/a")));

    let text = document::to_json(&policy).unwrap();
    assert_eq!(document::parse::<Policy>(text, Format::Json).unwrap(), policy);
}

#[test]
fn changes_given_outright_are_not_read_again() {
    // The levels of a preset are for commits; what people say stands.
    let workspace = Workspace::new([package("a", "1.0.0")]).unwrap();
    let change = Change::new("1", "x").with_type("chore").with_bump("@acme/a", Bump::Minor);
    let plan = plan(&workspace, &[change], &policy("release-please"), at()).unwrap();
    assert_eq!(released(&plan), ["@acme/a 1.0.0 → 1.1.0"]);
}
