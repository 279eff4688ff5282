//! Stories: several components that take their version from one place.

use super::plan::{change, given, krate, needs, normal};
use greenboard::component::{Component, DependencyKind};
use greenboard::report::{self, render};
use greenboard::version::Bump;

/// A crate whose version the root manifest states.
fn inherits(name: &str, version: &str) -> Component {
    krate(name, version).with_version_from("Cargo.toml")
}

#[test]
fn a_shared_version_moves_all_that_share_it() {
    let plan = given([
        inherits("core", "1.2.0"),
        inherits("cli", "1.2.0").with_dependency(normal("core", "=1.2.0")),
        inherits("xtask", "1.2.0").with_private(true),
        // With a version of its own: touched only where it is left behind.
        krate("near", "1.2.0").with_dependency(normal("core", "1.2")),
        krate("pinned", "5.0.0").with_dependency(normal("cli", "=1.2.0")),
    ])
    .when([change("core", Bump::Minor), change("cli", Bump::Patch)])
    .then(&["core 1.3.0", "xtask 1.3.0", "cli 1.3.0", "pinned 5.0.1"]);
    let updates: Vec<_> =
        plan.requirements().map(|u| (u.component.as_str(), u.old.as_str(), u.new.as_str())).collect();
    assert_eq!(updates, [("cli", "=1.2.0", "=1.3.0"), ("pinned", "=1.2.0", "=1.3.0")]);
    assert!(plan.entries.iter().take(3).all(|entry| entry.bump == Bump::Minor));
    assert_eq!(
        report::changelog(&plan, "xtask").unwrap(),
        "## xtask 1.3.0 (2026-11-02)\n\n### Other changes\n\n- version shared with core\n"
    );
    insta::assert_snapshot!(render(&plan, report::Format::Text), @r"
    4 components go out in 3 waves.

    component  old    new    bump   wave  why
    core       1.2.0  1.3.0  minor     1  minor work
    xtask      1.2.0  1.3.0  minor     1  shares its version with core (Cargo.toml)
    cli        1.2.0  1.3.0  minor     2  shares its version with core (Cargo.toml), and 2 more
    pinned     5.0.0  5.0.1  patch     3  cli 1.3.0 is outside =1.2.0

    Why
      core 1.2.0 → 1.3.0 (minor)
        core-minor minor work (minor)
      xtask 1.2.0 → 1.3.0 (minor)
        shares its version with core (Cargo.toml)
          core-minor minor work (minor)
      cli 1.2.0 → 1.3.0 (minor)
        cli-patch patch work (patch)
        core 1.2.0 → 1.3.0 is outside the requirement =1.2.0
          core-minor minor work (minor)
        shares its version with core (Cargo.toml), see above
      pinned 5.0.0 → 5.0.1 (patch)
        cli 1.2.0 → 1.3.0 is outside the requirement =1.2.0
          cli-patch patch work (patch)

    Order
      1  core, xtask
      2  cli
      3  pinned

    Requirements
      cli     core  normal  =1.2.0 → =1.3.0
      pinned  cli   normal  =1.2.0 → =1.3.0
    ");
}

#[test]
fn nothing_asked_of_a_shared_version_moves_nothing() {
    given([inherits("core", "1.2.0"), inherits("cli", "1.2.0"), krate("own", "1.2.0")])
        .when([change("own", Bump::Minor)])
        .then(&["own 1.3.0"]);
}

#[test]
fn what_depends_on_a_shared_version_pulls_all_of_it() {
    // The break reaches the cli, the cli's version is core's too, and core's new version reaches the plugin.
    let plan = given([
        krate("base", "1.0.0"),
        inherits("cli", "1.2.0").with_dependency(normal("base", "1")).with_dependency(normal("core", "1.2")),
        inherits("core", "1.2.0").with_dependency(normal("plugin", "=0.3.0")),
        krate("plugin", "0.3.0").with_dependency(needs("core", DependencyKind::Build, "=1.2.0")),
    ])
    .when([change("base", Bump::Major)])
    .then(&["base 2.0.0", "core 1.2.1", "plugin 0.3.1", "cli 1.2.1"]);
    assert_eq!(
        plan.why("core").unwrap().to_string(),
        "\
core 1.2.0 → 1.2.1 (patch)
  plugin 0.3.0 → 0.3.1 is outside the requirement =0.3.0
    core 1.2.0 → 1.2.1 is outside the build requirement =1.2.0, see the top
  shares its version with cli (Cargo.toml)
    base 1.0.0 → 2.0.0 is outside the requirement 1
      base-major major work (major)"
    );
}

#[test]
fn versions_stated_in_two_manifests_are_two() {
    given([
        inherits("core", "1.2.0"),
        inherits("late", "1.1.0"),
        krate("other", "1.2.0").with_version_from("other/Cargo.toml"),
    ])
    .when([change("core", Bump::Minor)])
    .then(&["core 1.3.0"]);
}
