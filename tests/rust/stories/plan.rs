//! Planning: what goes out, and why.

use greenboard::change::{Change, Commit, conventional::Mode, from_commit};
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::document::{self, Format};
use greenboard::plan::versioning::Calendar;
use greenboard::plan::{Plan, Policy, Propagation, WarningKind, plan};
use greenboard::report::{self, render};
use greenboard::version::{Bump, Requirement, Scheme, Version};
use jiff::Timestamp;

fn at() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

/// A crate at a version; without one where it is empty.
pub fn krate(name: &str, version: &str) -> Component {
    component(name, Ecosystem::Cargo, version)
}

fn package(name: &str, version: &str) -> Component {
    component(name, Ecosystem::Npm, version)
}

fn component(name: &str, ecosystem: Ecosystem, version: &str) -> Component {
    let component = Component::new(name, ecosystem, format!("packages/{name}"));
    if version.is_empty() {
        return component;
    }
    component.with_version(Version::parse_as(ecosystem.scheme(), version).unwrap())
}

pub fn needs(provider: &str, kind: DependencyKind, requirement: &str) -> Dependency {
    Dependency::new(provider, kind, Requirement::parse(requirement).unwrap()).with_text(requirement)
}

pub fn normal(provider: &str, requirement: &str) -> Dependency {
    needs(provider, DependencyKind::Normal, requirement)
}

pub fn change(component: &str, bump: Bump) -> Change {
    Change::new(format!("{component}-{bump}"), format!("{bump} work")).with_bump(component, bump)
}

/// A commit that touches these components, made on this day of November.
pub fn commit(id: &str, day: u8, message: &str, components: &[&str]) -> Vec<Change> {
    let commit = Commit::new(id, message, format!("2026-11-{day:02}T08:00:00Z").parse().unwrap());
    from_commit(&commit, &components.iter().map(|&name| name.to_owned()).collect(), Mode::Lenient)
}

/// A workspace, what happened in it, and the policy; `then` says which versions go out, in order.
pub struct Story {
    workspace: Workspace,
    changes: Vec<Change>,
    policy: Policy,
}

pub fn given(components: impl IntoIterator<Item = Component>) -> Story {
    Story { workspace: Workspace::new(components).unwrap(), changes: Vec::new(), policy: Policy::new() }
}

impl Story {
    pub fn under(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }
    pub fn when(mut self, changes: impl IntoIterator<Item = Change>) -> Self {
        self.changes.extend(changes);
        self
    }
    pub fn plan(&self) -> Plan {
        plan(&self.workspace, &self.changes, &self.policy, at()).unwrap()
    }
    #[track_caller]
    pub fn then(&self, expected: &[&str]) -> Plan {
        let plan = self.plan();
        let got: Vec<String> = plan.entries.iter().map(|e| format!("{} {}", e.component, e.new)).collect();
        assert_eq!(got, expected);
        plan
    }
}

/// The waves, each unit in one text.
fn waves(plan: &Plan) -> Vec<Vec<String>> {
    let unit = |unit: &greenboard::component::Unit| unit.components.join(" + ");
    plan.waves.iter().map(|wave| wave.iter().map(unit).collect()).collect()
}

#[test]
fn the_greatest_bump_stands() {
    given([krate("core", "1.2.3")])
        .when([change("core", Bump::Patch), change("core", Bump::Minor), change("core", Bump::None)])
        .then(&["core 1.3.0"]);
}

#[test]
fn nothing_asked_nothing_released() {
    let plan = given([krate("core", "1.2.3")]).when([change("core", Bump::None)]).then(&[]);
    assert_eq!(plan.to_string(), "Nothing to release.");
}

#[test]
fn a_dependent_follows_when_its_requirement_is_left_behind() {
    let plan = given([krate("core", "1.2.3"), krate("cli", "4.0.0").with_dependency(normal("core", "1.2"))])
        .when([change("core", Bump::Major)])
        .then(&["core 2.0.0", "cli 4.0.1"]);
    let update = &plan.entry("cli").unwrap().requirements[0];
    assert_eq!((update.old.as_str(), update.new.as_str()), ("1.2", "2.0"));
}

#[test]
fn a_dependent_stays_while_its_requirement_holds() {
    let plan = given([krate("core", "1.2.3"), krate("cli", "4.0.0").with_dependency(normal("core", "^1.2"))])
        .when([change("core", Bump::Minor)])
        .then(&["core 1.3.0"]);
    assert_eq!(plan.requirements().count(), 0);
}

#[test]
fn a_dependent_always_follows_where_the_policy_says_so() {
    let cli = krate("cli", "4.0.0").with_dependency(normal("core", "^1.2"));
    let app = krate("app", "0.3.0")
        .with_dependency(Dependency::unversioned("cli", DependencyKind::Normal, "").with_local(true));
    let plan = given([krate("core", "1.2.3"), cli, app])
        .under(Policy::new().with_propagation(Propagation::Always))
        .when([change("core", Bump::Patch)])
        .then(&["core 1.2.4", "cli 4.0.1", "app 0.3.1"]);
    assert_eq!(
        plan.why("app").unwrap().to_string(),
        "\
app 0.3.0 → 0.3.1 (patch)
  cli 4.0.0 → 4.0.1 is a dependency
    core 1.2.3 → 1.2.4 is within the requirement ^1.2
      core-patch patch work (patch)"
    );
}

#[test]
fn a_bare_path_admits_every_version() {
    let core = Dependency::unversioned("core", DependencyKind::Normal, "").with_local(true);
    given([krate("core", "1.2.3"), krate("cli", "4.0.0").with_dependency(core)])
        .when([change("core", Bump::Major)])
        .then(&["core 2.0.0"]);
}

#[test]
fn a_requirement_on_another_version_is_the_registry_s_affair() {
    given([krate("core", "2.0.0"), krate("legacy", "1.0.0").with_dependency(normal("core", "^1.0"))])
        .when([change("core", Bump::Major)])
        .then(&["core 3.0.0"]);
}

#[test]
fn a_dev_dependency_moves_its_requirement_and_releases_nothing() {
    let cli = krate("cli", "4.0.0").with_dependency(needs("core", DependencyKind::Dev, "^1.2"));
    let plan = given([krate("core", "1.2.3"), cli]).when([change("core", Bump::Major)]).then(&["core 2.0.0"]);
    let update = &plan.rewrites[0];
    assert_eq!(
        (update.component.as_str(), update.old.as_str(), update.new.as_str()),
        ("cli", "^1.2", "^2.0")
    );
}

#[test]
fn a_peer_is_patched_like_any_dependent() {
    let peer =
        Dependency::new("core", DependencyKind::Peer, Requirement::parse_as(Scheme::Npm, "^1.2.0").unwrap());
    given([package("core", "1.2.3"), package("plugin", "4.0.0").with_dependency(peer)])
        .when([change("core", Bump::Major)])
        .then(&["core 2.0.0", "plugin 4.0.1"]);
}

#[test]
fn a_workspace_range_needs_no_rewriting() {
    let requirement = Requirement::parse_as(Scheme::Npm, "^1.2.3").unwrap();
    let core = Dependency::new("core", DependencyKind::Normal, requirement)
        .with_text("workspace:^")
        .with_local(true);
    let plan = given([package("core", "1.2.3"), package("app", "4.0.0").with_dependency(core)])
        .when([change("core", Bump::Major)])
        .then(&["core 2.0.0", "app 4.0.1"]);
    assert_eq!(plan.requirements().count(), 0);
}

#[test]
fn what_stands_around_a_requirement_stays() {
    let requirement = Requirement::parse_as(Scheme::Npm, "^1.2.3").unwrap();
    let needs = |text| Dependency::new("core", DependencyKind::Normal, requirement.clone()).with_text(text);
    let plan = given([
        package("core", "1.2.3"),
        package("a", "1.0.0").with_dependency(needs("workspace:^1.2.3").with_local(true)),
        package("b", "1.0.0").with_dependency(needs("npm:core@^1.2.3")),
    ])
    .when([change("core", Bump::Major)])
    .then(&["core 2.0.0", "a 1.0.1", "b 1.0.1"]);
    let texts: Vec<_> = plan.requirements().map(|update| update.new.as_str()).collect();
    assert_eq!(texts, ["workspace:^2.0.0", "npm:core@^2.0.0"]);
}

#[test]
fn what_stands_elsewhere_is_not_written_over() {
    let requirement = Requirement::parse_as(Scheme::Npm, "^1.2.3").unwrap();
    let needs = |text| {
        Dependency::new("core", DependencyKind::Normal, requirement.clone()).with_text(text).with_local(true)
    };
    let plan = given([
        package("core", "1.2.3"),
        package("a", "1.0.0").with_dependency(needs("workspace:../core")),
        package("b", "1.0.0").with_dependency(needs("catalog:")),
        package("c", "1.0.0").with_dependency(needs("catalog:")),
    ])
    .when([change("core", Bump::Major)])
    .then(&["core 2.0.0", "a 1.0.1", "b 1.0.1", "c 1.0.1"]);
    // The folder stands for whichever version is there; the catalog's own text is in no component's manifest.
    assert_eq!(plan.requirements().count(), 0);
    let left: Vec<_> =
        plan.warnings.iter().map(|warning| (warning.component.as_str(), warning.kind)).collect();
    assert_eq!(left, [("b", WarningKind::RequirementLeft), ("c", WarningKind::RequirementLeft)]);
    assert_eq!(
        plan.warnings[0].message,
        "the requirement \"catalog:\" on core does not admit 2.0.0 and stands in a catalog; move it there"
    );
}

#[test]
fn dependents_follow_dependents_to_the_end_of_the_chain() {
    let plan = given([
        krate("core", "0.4.0"),
        krate("mid", "1.0.0").with_dependency(normal("core", "0.4")),
        krate("top", "1.0.0").with_dependency(normal("mid", "=1.0.0")),
    ])
    .when([change("core", Bump::Minor)])
    .then(&["core 0.5.0", "mid 1.0.1", "top 1.0.1"]);
    assert_eq!(waves(&plan), [["core"], ["mid"], ["top"]]);
}

#[test]
fn a_circle_ends_and_goes_out_together() {
    let plan = given([
        krate("left", "1.0.0").with_dependency(normal("right", "=1.0.0")),
        krate("right", "1.0.0").with_dependency(normal("left", "=1.0.0")),
    ])
    .when([change("left", Bump::Patch)])
    .then(&["left 1.0.1", "right 1.0.1"]);
    assert_eq!(waves(&plan), [["left + right"]]);
    assert_eq!(
        plan.why("left").unwrap().to_string(),
        "\
left 1.0.0 → 1.0.1 (patch)
  left-patch patch work (patch)
  right 1.0.0 → 1.0.1 is outside the requirement =1.0.0
    left 1.0.0 → 1.0.1 is outside the requirement =1.0.0, see the top"
    );
}

#[test]
fn a_squashed_message_counts_for_each_of_its_headers() {
    let squash = commit(
        "aaaaaaaaaaaa",
        1,
        "fix: types (#7)\n\n* fix: types\n* feat!: drop v1\n  BREAKING CHANGE: use v2",
        &["core"],
    );
    let plan = given([krate("core", "1.0.0")]).when(squash).then(&["core 2.0.0"]);
    assert_eq!(
        report::changelog(&plan, "core").unwrap(),
        "\
## core 2.0.0 (2026-11-02)

### Breaking changes

- drop v1 (#7, aaaaaaaaaaaa)

  use v2

### Fixes

- types (#7, aaaaaaaaaaaa)
"
    );
}

#[test]
fn below_one_the_policy_decides_how_far_a_version_moves() {
    let workspace = || given([krate("core", "0.4.2"), krate("young", "0.0.7")]);
    let changes = || [change("core", Bump::Major), change("young", Bump::Major)];
    workspace().when(changes()).then(&["core 0.5.0", "young 0.1.0"]);
    let cargo = || Policy::preset("cargo").unwrap();
    workspace().under(cargo()).when(changes()).then(&["core 0.5.0", "young 0.0.8"]);
    workspace().under(cargo()).when([change("core", Bump::Minor)]).then(&["core 0.4.3"]);
    let policy: Policy =
        document::parse("versioning: {kind: semantic, bump_minor_pre_major: false}", Format::Yaml).unwrap();
    workspace().under(policy).when(changes()).then(&["core 1.0.0", "young 1.0.0"]);
}

#[test]
fn a_prerelease_graduates() {
    given([krate("core", "2.0.0-rc.3"), krate("cli", "1.4.0-beta.1")])
        .when([change("core", Bump::Patch), change("cli", Bump::Major)])
        .then(&["cli 2.0.0", "core 2.0.0"]);
}

#[test]
fn the_calendar_gives_the_version_of_the_day() {
    let policy = Policy::new().with_versioning(Calendar::new("YYYY.MM.MICRO").into());
    given([krate("core", "2026.11.0"), krate("cli", "2026.10.4"), krate("new", "0.3.0")])
        .under(policy)
        .when([change("core", Bump::Minor), change("cli", Bump::Patch), change("new", Bump::Patch)])
        .then(&["cli 2026.11.0", "core 2026.11.1", "new 2026.11.0"]);
}

#[test]
fn the_calendar_does_not_go_back() {
    let policy = Policy::new().with_versioning(Calendar::new("YYYY.MM.MICRO").into());
    let story = given([krate("core", "2026.13.0")]).under(policy).when([change("core", Bump::Patch)]);
    let error = plan(&story.workspace, &story.changes, &story.policy, at()).unwrap_err();
    assert_eq!(error.code(), "plan.no_later_version");
    let text = "core: the calendar's version 2026.11.0 does not come after 2026.13.0; use a pattern whose versions do";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_component_without_a_version_gets_its_first() {
    let plan = given([package("new", "")]).when([change("new", Bump::Major)]).then(&["new 0.1.0"]);
    assert_eq!(plan.entry("new").unwrap().old, None);
}

#[test]
fn what_cannot_be_released_is_said() {
    let root = package("root", "").with_private(true);
    let plan = given([root]).when([change("root", Bump::Minor), change("gone", Bump::Patch)]).then(&[]);
    let warnings: Vec<_> = plan.warnings.iter().map(|w| (w.kind, w.message.as_str())).collect();
    assert_eq!(
        warnings,
        [
            (
                WarningKind::UnknownComponent,
                "1 change asks for a release of \"gone\", which is not in the workspace; left out",
            ),
            (
                WarningKind::NoVersion,
                "1 change asks for a release of \"root\", which is private and states no version; left out",
            ),
        ]
    );
}

#[test]
fn two_policies_of_one_name_do_not_exist() {
    let error = Policy::preset("npm").unwrap_err();
    assert_eq!(
        error.to_string(),
        "unknown policy preset \"npm\"; expected one of greenboard, cargo, changesets@2, changesets@3, release-please, semantic-release"
    );
    let error = document::parse::<Policy>("preset: crates", Format::Yaml).unwrap_err();
    assert_eq!((error.code(), error.path(), error.line()), ("plan.unknown_preset", Some("preset"), Some(1)));
    assert_eq!(document::parse::<Policy>("cargo", Format::Yaml).unwrap(), Policy::preset("cargo").unwrap());
}

#[test]
fn why_of_what_is_not_planned_is_an_error() {
    let plan = given([krate("core", "1.0.0")]).then(&[]);
    let error = plan.why("core").unwrap_err();
    assert_eq!(
        error.to_string(),
        "core: component \"core\" is not in this plan: nothing asks for a release of it"
    );
}

#[test]
fn a_long_chain_has_a_short_report() {
    let name = |at: usize| format!("c{at:04}");
    let chain =
        (1..2000).map(|at| krate(&name(at), "1.0.0").with_dependency(normal(&name(at - 1), "=1.0.0")));
    let chain = given(chain.chain([krate(&name(0), "1.0.0")])).when([change("c0000", Bump::Patch)]);
    let plan = chain.plan();
    assert_eq!(plan.entries.len(), 2000);
    let lines = render(&plan, report::Format::Text).lines().count();
    assert!(lines < 6 * 2000, "{lines} lines");
    let why = plan.why("c1999").unwrap().to_string();
    assert_eq!(why.lines().count(), 2001);
    assert!(why.lines().all(|line| line.len() < 200));
}

#[test]
fn the_whole_report() {
    let changes = [
        commit(
            "1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            1,
            "feat(parser)!: drop the v1 format\n\nBREAKING CHANGE: Convert\nyour files first.",
            &["core"],
        ),
        commit("2222222aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 2, "perf: read a | b faster", &["core"]),
        commit("3333333aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 3, "docs: typo", &["core", "cli"]),
    ];
    let bench = krate("bench", "0.1.0").with_dependency(needs("core", DependencyKind::Dev, "1"));
    let cli = krate("cli", "4.0.0").with_dependency(normal("core", "1.2"));
    let plan = given([krate("core", "1.2.3"), cli, bench]).when(changes.concat()).plan();
    insta::assert_snapshot!(render(&plan, report::Format::Text), @r"
    2 components go out in 2 waves.

    component  old    new    bump   wave  why
    core       1.2.3  2.0.0  major     1  drop the v1 format, and 1 more
    cli        4.0.0  4.0.1  patch     2  core 2.0.0 is outside 1.2

    Why
      core 1.2.3 → 2.0.0 (major)
        1111111 drop the v1 format (major)
        and 1 more change
      cli 4.0.0 → 4.0.1 (patch)
        core 1.2.3 → 2.0.0 is outside the requirement 1.2
          1111111 drop the v1 format (major)
          and 1 more change

    Order
      1  core
      2  cli

    Requirements
      bench  core  dev     1 → 2
      cli    core  normal  1.2 → 2.0
    ");
    insta::assert_snapshot!(render(&plan, report::Format::Markdown), @r"
    2 components go out in 2 waves.

    | component | old | new | bump | wave | why |
    |---|---|---|---|--:|---|
    | core | 1.2.3 | 2.0.0 | major | 1 | drop the v1 format, and 1 more |
    | cli | 4.0.0 | 4.0.1 | patch | 2 | core 2.0.0 is outside 1.2 |

    ## core 2.0.0 (2026-11-02)

    ### Breaking changes

    - **parser:** drop the v1 format (1111111)

      Convert
      your files first.

    ### Performance

    - read a | b faster (2222222)

    ## cli 4.0.1 (2026-11-02)

    ### Dependencies

    - core 2.0.0
    ");
}
