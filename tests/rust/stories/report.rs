//! Reports: a plan as people read it, in every format.

use greenboard::change::Change;
use greenboard::component::{Component, Dependency, DependencyKind, Ecosystem, Workspace};
use greenboard::plan::{Plan, Policy, plan};
use greenboard::report::{Format, Layout, Options, Style, changelog_with, render, render_with};
use greenboard::version::{Bump, Requirement, Version};

/// A library whose break reaches a program, and a tool that is released for a reason of its own.
fn small() -> Plan {
    let component = |name: &str, version: &str| {
        Component::new(name, Ecosystem::Cargo, format!("crates/{name}"))
            .with_version(Version::parse(version).unwrap())
    };
    let on_core = Dependency::new("core", DependencyKind::Normal, Requirement::parse("^1.2").unwrap());
    let workspace = Workspace::new([
        component("core", "1.2.3"),
        component("cli", "4.0.0").with_dependency(on_core.with_text("1.2")),
        component("<tool>", "0.3.0"),
    ])
    .unwrap();
    let changes = [
        Change::new("1111111aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "drop the \"v1\" format")
            .with_type("feat")
            .with_breaking("Convert\nyour files first.")
            .with_bump("core", Bump::Major),
        Change::new("2222222aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "read a | b & c")
            .with_type("fix")
            .with_bump("core", Bump::Patch)
            .with_bump("<tool>", Bump::Patch),
    ];
    plan(&workspace, &changes, &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap()).unwrap()
}

/// Many components, each with a change of its own.
fn large(components: usize) -> Plan {
    let names: Vec<String> = (0..components).map(|at| format!("component-{at:05}")).collect();
    let of = |name: &String| {
        Component::new(name, Ecosystem::Npm, name).with_version(Version::parse("1.0.0").unwrap())
    };
    let workspace = Workspace::new(names.iter().map(of)).unwrap();
    let change = |name: &String| {
        Change::new(format!("change-of-{name}"), "a correction 🚂 ".repeat(8)).with_bump(name, Bump::Patch)
    };
    let changes: Vec<Change> = names.iter().map(change).collect();
    plan(&workspace, &changes, &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap()).unwrap()
}

#[test]
fn the_body_of_a_pull_request_folds_the_changelogs() {
    insta::assert_snapshot!(render(&small(), Format::PullRequest));
}

#[test]
fn a_body_stays_within_every_limit_and_says_what_it_cut() {
    let plan = large(2_000);
    for limit in [4_000, 32_768, 65_536, 1_048_576] {
        let body = render_with(&plan, Format::PullRequest, &Options::new().with_limit(limit));
        let units = body.encode_utf16().count();
        assert!(units <= limit, "{units} units within {limit}");
        assert!(units > limit / 4 || limit > 1_000_000, "{units} units leave {limit} unused");
        let cut = body.contains("Left out to stay within the limit");
        assert_eq!(cut, limit < 1_000_000, "at {limit}");
    }
    let body = render_with(&plan, Format::PullRequest, &Options::new().with_limit(4_000));
    let rows = body.lines().filter(|line| line.starts_with("| component-")).count();
    assert!(body.contains(&format!("…and {} components below", 2_000 - rows)), "{body}");
    let plan = large(50);
    for limit in 0..600 {
        let body = render_with(&plan, Format::PullRequest, &Options::new().with_limit(limit));
        assert!(body.encode_utf16().count() <= limit);
    }
}

#[test]
fn a_diff_shows_versions_and_requirements() {
    insta::assert_snapshot!(render(&small(), Format::Diff), @r"
      <tool> (crates/<tool>)
    - version 0.3.0
    + version 0.3.1
      core (crates/core)
    - version 1.2.3
    + version 2.0.0
      cli (crates/cli)
    - version 4.0.0
    + version 4.0.1
    - core 1.2
    + core 2.0
    ");
}

#[test]
fn a_flowchart_shows_waves_and_whose_sake() {
    insta::assert_snapshot!(render(&small(), Format::Mermaid), @r##"
    flowchart LR
      subgraph wave1["Wave 1"]
        c0["#lt;tool#gt;<br/>0.3.0 → 0.3.1"]:::patch
        c1["core<br/>1.2.3 → 2.0.0"]:::major
      end
      subgraph wave2["Wave 2"]
        c2["cli<br/>4.0.0 → 4.0.1"]:::patch
      end
      c1 -- "outside 1.2" --> c2
      classDef major fill:#f8d7da,stroke:#b02a37,color:#000
      classDef minor fill:#cfe2ff,stroke:#0a58ca,color:#000
      classDef patch fill:#d1e7dd,stroke:#146c43,color:#000
    "##);
}

#[test]
fn a_flowchart_stays_within_what_mermaid_draws() {
    let chart = render(&large(5_000), Format::Mermaid);
    assert!(chart.len() < 50_000, "{}", chart.len());
    let nodes = chart.lines().filter(|line| line.contains(":::")).count();
    assert!(chart.contains(&format!("and {} more components", 5_000 - nodes)));
}

#[test]
fn html_escapes_what_people_wrote() {
    let html = render(&small(), Format::Html);
    assert!(
        html.contains("<td>&lt;tool&gt;</td>") && html.contains("drop the &quot;v1&quot; format"),
        "{html}"
    );
    assert!(html.contains("read a | b &amp; c"), "{html}");
    insta::assert_snapshot!(html);
}

#[test]
fn nothing_to_release_is_said_in_every_format() {
    let plan = large(0);
    for format in Format::ALL {
        let text = render(&plan, *format);
        assert!(
            text.contains("Nothing to release.") || *format == Format::Diff && text.is_empty(),
            "{format}: {text}"
        );
    }
    assert_eq!(
        changelog_with(&plan, None, Style::Standard).unwrap(),
        "## 2026-11-02\n\nNothing to release.\n"
    );
}

#[test]
fn changelogs_in_every_style() {
    insta::assert_snapshot!(changelog_with(&small(), Some("core"), Style::KeepAChangelog).unwrap(), @r#"
    ## [2.0.0] - 2026-11-02

    ### Changed

    - **Breaking:** drop the "v1" format (1111111)

      Convert
      your files first.

    ### Fixed

    - read a | b & c (2222222)
    "#);
    insta::assert_snapshot!(changelog_with(&small(), Some("core"), Style::Changesets).unwrap(), @r#"
    ## 2.0.0

    ### Major Changes

    - drop the "v1" format

      Convert
      your files first.

    ### Patch Changes

    - read a | b & c
    "#);
    insta::assert_snapshot!(changelog_with(&small(), Some("cli"), Style::Changesets).unwrap(), @r"
    ## 4.0.1

    ### Patch Changes

    - Updated dependencies
      - core@2.0.0
    ");
    let heading = changelog_with(&small(), Some("cli"), Style::ReleasePlease).unwrap();
    assert!(heading.starts_with("## 4.0.1 (2026-11-02)\n\n### Dependencies\n"), "{heading}");
    insta::assert_snapshot!(changelog_with(&small(), None, Style::Standard).unwrap(), @r#"
    ## 2026-11-02

    - <tool> 0.3.0 → 0.3.1
    - core 1.2.3 → 2.0.0
    - cli 4.0.0 → 4.0.1

    ### Breaking changes

    - **core:** drop the "v1" format (1111111)

      Convert
      your files first.

    ### Fixes

    - **<tool>, core:** read a | b & c (2222222)

    ### Dependencies

    - **cli:** core 2.0.0
    "#);
}

#[test]
fn a_template_of_ones_own() {
    let template = "\
# {{ entry.component }} v{{ entry.new }}
{% for section in sections %}
{{ section.title }}:
{% for item in section['items'] %}
  {{ loop.index }}. {{ item.description | one_line }}{% if item.id %} [{{ item.id | short }}]{% endif %}

{% endfor %}
{% endfor %}
";
    insta::assert_snapshot!(changelog_with(&small(), Some("core"), Layout::Template(template)).unwrap(), @r#"
    # core v2.0.0
    Breaking changes:
      1. drop the "v1" format [1111111]
    Fixes:
      1. read a | b & c [2222222]
    "#);
    let joint = "{{ date }}{% for entry in plan.entries %} {{ entry.component }}@{{ entry.new }}{% endfor %}";
    let text = changelog_with(&small(), None, Layout::Template(joint)).unwrap();
    assert_eq!(text, "2026-11-02 <tool>@0.3.1 core@2.0.0 cli@4.0.1");
}

#[test]
fn broken_templates_say_where() {
    let plan = small();
    let error = |template: &str| {
        let error = changelog_with(&plan, Some("core"), Layout::Template(template)).unwrap_err();
        assert_eq!(error.code(), "report.template");
        error.to_string()
    };
    insta::assert_snapshot!(
        [
            error("one\n{% for x in %}"),
            error("one\ntwo {{ entry.nothing.at_all }}"),
            error("{{ entry.new | louder }}"),
            error("{% include 'etc/passwd' %}"),
            error("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}"),
        ]
        .join("\n")
    );
    assert_eq!(
        changelog_with(&plan, Some("nobody"), Style::Standard).unwrap_err().code(),
        "plan.not_planned"
    );
    let error = "keepachangelog".parse::<Style>().unwrap_err();
    assert_eq!(
        (error.code(), error.to_string().as_str()),
        (
            "report.unknown_style",
            "unknown changelog style \"keepachangelog\"; expected one of standard, keep_a_changelog, release_please, changesets"
        )
    );
}
