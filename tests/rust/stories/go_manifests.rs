//! Go modules and workspaces.

use greenboard::component::manifest::{self, go};
use greenboard::component::{Component, Graph, VersionSource};
use greenboard::{Scheme, Version};
use std::collections::BTreeMap;

/// Files written as `## path` and what follows.
fn files(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("## ").skip(1);
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

fn dependencies(component: &Component) -> Vec<String> {
    let one = |d: &greenboard::component::Dependency| {
        format!("{} {}{}", d.name, d.text, if d.local { " local" } else { "" })
    };
    component.dependencies.iter().map(one).collect()
}

const WORK: &str = "## go.work
go 1.24

use ./core
use (
\t./cli // the command
\t`./tools/v3`
)
## core/go.mod
module example.com/mono/core

go 1.24
## cli/go.mod
module example.com/mono/cli
require (
\texample.com/mono/core v1.4.0
\tgolang.org/x/text v0.3.0 // indirect
)
exclude golang.org/x/text v0.2.0
retract [v1.0.0, v1.0.5] // broken
## tools/v3/go.mod
module \"example.com/mono/tools/v3\"
require example.com/mono/cli v0.0.0-20191109021931-daa7c04131f5
## unused/go.mod
module example.com/mono/unused
";

#[test]
fn a_workspace() {
    let components = go::read(&files(WORK)).unwrap();
    let shown: Vec<_> = components
        .iter()
        .map(|c| (c.name.as_str(), c.path.as_str(), c.tag.as_deref().unwrap(), c.version_source))
        .collect();
    assert_eq!(
        shown,
        [
            ("example.com/mono/cli", "cli", "cli/{version}", VersionSource::Tag),
            ("example.com/mono/core", "core", "core/{version}", VersionSource::Tag),
            ("example.com/mono/tools/v3", "tools/v3", "tools/{version}", VersionSource::Tag),
        ]
    );
    assert_eq!(
        dependencies(&components[0]),
        ["example.com/mono/core v1.4.0 local", "golang.org/x/text v0.3.0"]
    );
    let graph = Graph::new(&manifest::read(&files(WORK)).unwrap());
    assert_eq!(graph.waves().len(), 3);
    assert_eq!(graph.dependents("example.com/mono/core").unwrap().len(), 2);
}

#[test]
fn modules_that_replacements_lead_to() {
    let files = files(
        "## go.mod
module example.com/app/v2
require (
\texample.com/app/api v1.0.0
\texample.com/fork v1.0.0
)
replace example.com/app/api => ./api
replace example.com/fork v1.0.0 => example.com/other v1.1.0
## api/go.mod
module example.com/app/api
",
    );
    let components = go::read(&files).unwrap();
    assert_eq!(components.len(), 2);
    assert_eq!(dependencies(&components[1]), ["example.com/app/api v1.0.0 local", "example.com/fork v1.0.0"]);
    assert_eq!(components[1].tag.as_deref(), Some("{version}"));
    let version = Version::parse_as(Scheme::Go, "v2.3.0").unwrap();
    let filled = components[1].tag.as_deref().unwrap().replace("{version}", version.as_str());
    assert_eq!(filled, "v2.3.0");
}

#[test]
fn everything_wrong_is_said_at_once() {
    let broken = files(
        "## go.work
use ./a
use ./gone
use
use (
\t./b
## a/go.mod
go 1.24
require example.com/x
require example.com/y one
## b/go.mod
module \"b
",
    );
    insta::assert_snapshot!(go::read(&broken).unwrap_err(), @r#"
    8 problems in the manifests:
    - a/go.mod: line 1, column 1: module is missing; a go.mod names its module
    - a/go.mod: line 2, column 1: require names no module at a version; expected require module v1.2.3
    - a/go.mod: line 3, column 23: requirement "one" has unexpected "o" here; expected v, with which Go's versions begin
    - b/go.mod: line 1, column 1: module is missing; a go.mod names its module
    - b/go.mod: line 1, column 8: a quote is never closed; expected words on a line, or a block in parentheses after one
    - go.work: line 2, column 5: use "./gone" leads to "gone", where there is no go.mod
    - go.work: line 3, column 1: use names no folder; expected use ./folder
    - go.work: line 4, column 1: a block is never closed; expected words on a line, or a block in parentheses after one
    "#);
}
