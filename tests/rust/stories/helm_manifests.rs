//! Helm charts.

use greenboard::component::Component;
use greenboard::component::manifest::helm;
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
        let requirement = d.requirement.as_ref().map_or("-".to_owned(), ToString::to_string);
        let flags = [(d.local, " local"), (d.optional, " optional")];
        let flags: String = flags.iter().filter(|(set, _)| *set).map(|(_, flag)| *flag).collect();
        format!("{} {:?} {requirement}{flags}", d.name, d.text)
    };
    component.dependencies.iter().map(one).collect()
}

#[test]
fn a_chart_with_charts() {
    let files = files(
        r#"## Chart.yaml
apiVersion: v2
name: api
version: 0.3.1 # the chart's own
appVersion: "v2.0.0"
dependencies:
  - name: postgresql
    version: ">= 12, < 14"
    repository: oci://registry.example.org/charts
    condition: postgresql.enabled
  - name: base
    version: ~1.2
    repository: file://../lib/base
  - name: common
    version: ^1.0.0
    repository: file://./lib/common
  - name: own
    version: "!=1.0"
## charts/postgresql/Chart.yaml
{name: postgresql, version: 13.0.0}
## charts/own/Chart.yaml
{name: own, version: 1.0.0}
## charts/own/requirements.yaml
dependencies: [{name: common, version: 1.x, repository: 'file://../../lib/common'}]
## lib/common/Chart.yaml
{name: common, version: 1.1.0, type: library}
"#,
    );
    let charts = helm::read(&files).unwrap();
    let names: Vec<_> = charts.iter().map(|c| (c.name.as_str(), c.path.as_str())).collect();
    assert_eq!(names, [("api", ""), ("common", "lib/common"), ("own", "charts/own")]);
    assert_eq!(charts[0].app_version.as_deref(), Some("v2.0.0"));
    assert_eq!(
        dependencies(&charts[0]),
        [
            "postgresql \">= 12, < 14\" >= 12 < 14 optional",
            "base \"~1.2\" ~1.2",
            "common \"^1.0.0\" ^1.0.0 local",
            "own \"!=1.0\" - local",
        ]
    );
    let stated = charts[2].dependencies[0].stated_in.as_deref();
    assert_eq!(stated, Some("charts/own/requirements.yaml"));
}

#[test]
fn everything_wrong_is_said_at_once() {
    let broken = files(
        r#"## charts/a/Chart.yaml
name: a
appVersion: 1.0
dependencies: [{version: 1}, {name: x, version: 1, repository: [y]}, z]
## charts/b/Chart.yaml
- b
## charts/c/Chart.yaml
name: a
version: one
dependencies: {}
"#,
    );
    insta::assert_snapshot!(helm::read(&broken).unwrap_err(), @r#"
    10 problems in the manifests:
    - charts/a/Chart.yaml: line 1, column 1: version is missing; a chart has a version
    - charts/a/Chart.yaml: line 2, column 13: appVersion is the number 1; expected text; put it in quotes
    - charts/a/Chart.yaml: line 3, column 16: name is missing; a dependency has a name
    - charts/a/Chart.yaml: line 3, column 49: version of the dependency "x" is the number 1; expected text
    - charts/a/Chart.yaml: line 3, column 64: repository of the dependency "x" is a list; expected text
    - charts/a/Chart.yaml: line 3, column 70: a dependency is text "z"; expected a map
    - charts/b/Chart.yaml: line 1, column 1: the manifest is a list; expected a map
    - charts/c/Chart.yaml: line 1, column 7: two components are called "a": one in "charts/a", one in "charts/c"; rename one of them
    - charts/c/Chart.yaml: line 2, column 10: version "one" has unexpected "o" here; expected the major version
    - charts/c/Chart.yaml: line 3, column 15: dependencies is a map; expected a list
    "#);
}
