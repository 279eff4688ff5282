//! Versions and requirements where they are stated, formatted as people format them.

use super::{changed, edited, files, planned};
use greenboard::plan::EditOptions;
use greenboard::version::{Bump, Scheme, Version};
use insta::assert_snapshot;

#[test]
fn crates() {
    let files = files(
        r#"=== Cargo.toml
# the workspace
[workspace]
members = [ "crates/*" ]

[workspace.package]
version   = "0.4.1"   # all of them

[workspace.dependencies]
acme-core = { path = "crates/core", version = "0.4.1", default-features = false }
serde = "1"
=== crates/core/Cargo.toml
[package]
name = "acme-core"
version.workspace = true
=== crates/cli/Cargo.toml
package = { name = 'acme-cli', version = '1.2.0', edition = "2024" }

[dependencies]
core = { workspace = true, package = "x" }
acme-core.workspace = true

[target.'cfg(unix)'.dependencies.renamed]
package = "acme-core"
path = "../core"
version = "=0.4.1" # exactly

[build-dependencies]
acme-core = { version = "0.4", path = "../core" }

[dev-dependencies]
acme-core = { path = "../core" }
"#
        .replace("core = { workspace = true, package = \"x\" }\n", "")
        .as_str(),
    );
    assert_snapshot!(changed(&files, &[("acme-core", Bump::Minor), ("acme-cli", Bump::Patch)], &EditOptions::new()), @r#"
    Cargo.toml
    -version   = "0.4.1"   # all of them
    +version   = "0.5.0"   # all of them
    -acme-core = { path = "crates/core", version = "0.4.1", default-features = false }
    +acme-core = { path = "crates/core", version = "0.5.0", default-features = false }
    crates/cli/Cargo.toml
    -package = { name = 'acme-cli', version = '1.2.0', edition = "2024" }
    +package = { name = 'acme-cli', version = '1.2.1', edition = "2024" }
    -version = "=0.4.1" # exactly
    +version = "=0.5.0" # exactly
    -acme-core = { version = "0.4", path = "../core" }
    +acme-core = { version = "0.5", path = "../core" }
    "#);
}

#[test]
fn line_ends_and_byte_order_marks_stay() {
    let text = "\u{feff}[package]\r\nname = \"a\"\r\nversion = \"1.0.0\"\r\n";
    let files = [("Cargo.toml".to_owned(), text.to_owned())].into();
    let plan = planned(&files, &[("a", Bump::Patch)]);
    let after = edited(&files, &plan, &EditOptions::new()).applied(&files).unwrap();
    assert_eq!(after["Cargo.toml"], text.replace("1.0.0", "1.0.1"));
    let text = "\u{feff}{\r\n\t\"name\": \"a\",\r\n\t\"version\": \"1.0.0\"\r\n}";
    let files = [("package.json".to_owned(), text.to_owned())].into();
    let plan = planned(&files, &[("a", Bump::Patch)]);
    let after = edited(&files, &plan, &EditOptions::new()).applied(&files).unwrap();
    assert_eq!(after["package.json"], text.replace("1.0.0", "1.0.1"));
}

#[test]
fn packages() {
    let files = files(
        r#"=== package.json
{"private": true, "workspaces": ["packages/*"]}
=== packages/core/package.json
{
    "version" :"1.0.0" , "name": "@acme/core",
    "exports": { ".": "./version.js" }
}
=== packages/app/package.json
{ "name": "app",
  "version": "2.0.0",
  "dependencies": { "@acme/core": "~1.0.0", "left-pad": "^1.0.0" },
  "devDependencies": { "old-core": "npm:@acme/core@^1.0.0" },
  "optionalDependencies": { "@acme/core": "1.0.0" },
  "peerDependencies": {"@acme\/core": ">=1.0.0 <2", "x": "*"}
}
=== packages/site/package.json
{ "name": "site", "version": "0.1.0", "private": true, "dependencies": {
  "@acme/core": "workspace:^1.0.0", "app": "workspace:*" } }
"#,
    );
    assert_snapshot!(changed(&files, &[("@acme/core", Bump::Major)], &EditOptions::new()), @r#"
    packages/app/package.json
    -  "version": "2.0.0",
    -  "dependencies": { "@acme/core": "~1.0.0", "left-pad": "^1.0.0" },
    -  "devDependencies": { "old-core": "npm:@acme/core@^1.0.0" },
    -  "optionalDependencies": { "@acme/core": "1.0.0" },
    -  "peerDependencies": {"@acme\/core": ">=1.0.0 <2", "x": "*"}
    +  "version": "2.0.1",
    +  "dependencies": { "@acme/core": "~2.0.0", "left-pad": "^1.0.0" },
    +  "devDependencies": { "old-core": "npm:@acme/core@^2.0.0" },
    +  "optionalDependencies": { "@acme/core": "2.0.0" },
    +  "peerDependencies": {"@acme\/core": "^2.0.0", "x": "*"}
    packages/core/package.json
    -    "version" :"1.0.0" , "name": "@acme/core",
    +    "version" :"2.0.0" , "name": "@acme/core",
    packages/site/package.json
    -{ "name": "site", "version": "0.1.0", "private": true, "dependencies": {
    -  "@acme/core": "workspace:^1.0.0", "app": "workspace:*" } }
    +{ "name": "site", "version": "0.1.1", "private": true, "dependencies": {
    +  "@acme/core": "workspace:^2.0.0", "app": "workspace:*" } }
    "#);
}

#[test]
fn a_first_version() {
    let package = "=== package.json\n{\n  \"name\": \"new\",\n  \"license\": \"MIT\"\n}\n";
    assert_snapshot!(changed(&files(package), &[("new", Bump::Minor)], &EditOptions::new()), @r#"
    package.json
    +  "version": "0.1.0",
    "#);
    let tight = "=== package.json\n{\"name\":\"new\"}";
    assert_snapshot!(changed(&files(tight), &[("new", Bump::Minor)], &EditOptions::new()), @r#"
    package.json
    -{"name":"new"}
    +{"name":"new","version":"0.1.0"}
    "#);
}

#[test]
fn python_projects() {
    let files = files(
        r#"=== pyproject.toml
[project]
name = "acme"
version = "1.0.0rc1"
dependencies = [
  "acme.core [fast] >=2.0,<3 ; python_version > '3.9'",  # ours
  'acme-core==2.*',
  "httpx>=0.27",
]
[project.optional-dependencies]
all = ["Acme_Core (~=2.0)"]
[dependency-groups]
test = ["pytest", "acme-core==2.0.1", {include-group = "lint"}]
lint = ["ruff"]
[build-system]
requires = ["acme-core>=2,<3"]
[tool.uv.workspace]
members = ["core", "legacy"]
=== core/pyproject.toml
[project]
name = "Acme.Core"
version = "2.0.1"
=== legacy/pyproject.toml
[tool.poetry]
name = "legacy"
version = '0.1'
[tool.poetry.dependencies]
python = "^3.10"
acme-core = { version = ">=2,<3", extras = ["x"] }
[tool.poetry.group.dev.dependencies]
acme-core = "2.0.1"
"#,
    );
    assert_snapshot!(changed(&files, &[("Acme.Core", Bump::Major)], &EditOptions::new()), @r#"
    core/pyproject.toml
    -version = "2.0.1"
    +version = "3.0.0"
    legacy/pyproject.toml
    -version = '0.1'
    +version = '0.1.1'
    -acme-core = { version = ">=2,<3", extras = ["x"] }
    +acme-core = { version = ">=3,<4", extras = ["x"] }
    -acme-core = "2.0.1"
    +acme-core = "==3.0.0"
    pyproject.toml
    -version = "1.0.0rc1"
    +version = "1.0.0"
    -  "acme.core [fast] >=2.0,<3 ; python_version > '3.9'",  # ours
    -  'acme-core==2.*',
    +  "acme.core [fast] >=3.0,<4 ; python_version > '3.9'",  # ours
    +  'acme-core==3.*',
    -all = ["Acme_Core (~=2.0)"]
    +all = ["Acme_Core (~=3.0)"]
    -test = ["pytest", "acme-core==2.0.1", {include-group = "lint"}]
    +test = ["pytest", "acme-core==3.0.0", {include-group = "lint"}]
    -requires = ["acme-core>=2,<3"]
    +requires = ["acme-core>=3,<4"]
    "#);
}

#[test]
fn go_modules() {
    let files = files(
        "=== go.work\ngo 1.24\nuse (\n\t./core\n\t./tools\n)\n\
         === core/go.mod\nmodule example.com/core\n\
         === tools/go.mod\nmodule example.com/tools\n\nrequire (\n\texample.com/core v1.4.0 // indirect\n\texample.com/core/x v1.4.0\n)\n\
         replace example.com/core v1.4.0 => ../core\n",
    );
    assert_snapshot!(changed(&files, &[("example.com/core", Bump::Minor)], &EditOptions::new()), @r#"
    tools/go.mod
    -	example.com/core v1.4.0 // indirect
    +	example.com/core v0.1.0 // indirect
    "#);
}

#[test]
fn a_go_module_that_outgrows_its_path_is_said() {
    let files = files("=== go.mod\nmodule example.com/core\n");
    let mut plan = planned(&files, &[("example.com/core", Bump::Major)]);
    let mut warned = |new: &str| {
        plan.entries[0].new = Version::parse_as(Scheme::Go, new).unwrap();
        let edits = edited(&files, &plan, &EditOptions::new());
        edits
            .warnings
            .into_iter()
            .map(|warning| format!("{}: {}", warning.path, warning.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(warned("v1.9.0"), [""; 0]);
    assert_eq!(
        warned("v2.0.0"),
        [
            "go.mod: Go takes v2.0.0 only for a module whose path ends in /v2; rename example.com/core, and what imports it"
        ]
    );
}

#[test]
fn charts() {
    let files = files(
        "=== Chart.yaml\napiVersion: v2\nname: umbrella\nversion: 0.3.1  # the chart\nappVersion: \"2.0.0\"\ndependencies:\n\
         - name: base\n  version: '1.2.0'\n  repository: file://charts/base\n- {name: api, version: ~0.1, repository: \"file://charts/api\"}\n\
         === charts/base/Chart.yaml\nname: base\nversion: \"1.2.0\"\n\
         === charts/api/Chart.yaml\n{name: api, version: 0.1.9}\n",
    );
    let anchored = super::files(
        "=== Chart.yaml\nname: a\nversion: &v \"1.2.0\"\nannotations: {x: !!str 1.2.0, y: *v}\n",
    );
    assert_snapshot!(changed(&anchored, &[("a", Bump::Minor)], &EditOptions::new()), @r#"
    Chart.yaml
    -version: &v "1.2.0"
    +version: &v "1.3.0"
    "#);
    assert_snapshot!(changed(&files, &[("base", Bump::Minor), ("api", Bump::Minor)], &EditOptions::new()), @r#"
    Chart.yaml
    -version: 0.3.1  # the chart
    +version: 0.3.2  # the chart
    -  version: '1.2.0'
    +  version: '1.3.0'
    -- {name: api, version: ~0.1, repository: "file://charts/api"}
    +- {name: api, version: ~0.2, repository: "file://charts/api"}
    charts/api/Chart.yaml
    -{name: api, version: 0.1.9}
    +{name: api, version: 0.2.0}
    charts/base/Chart.yaml
    -version: "1.2.0"
    +version: "1.3.0"
    "#);
}

#[test]
fn across_ecosystems() {
    let files = files(
        "=== Cargo.toml\n[package]\nname = \"engine\"\nversion = \"1.4.0\"\n\
         === py/pyproject.toml\n[project]\nname = \"engine\"\nversion = \"1.4.0\"\n\
         === charts/api/Chart.yaml\nname: api-chart\nversion: 0.1.0\nappVersion: \"2.0.0\" # the service\n\
         === greenboard.yaml\n# by hand\nroots: [., py, charts/api]\ncomponents:\n  api: { ecosystem: generic, path: services/api, version: 2.0.0 }\n\
         include:\n- edges.yaml\n\
         === edges.yaml\nedges:\n- from: 'python:engine'\n  to: 'cargo:engine'\n  requirement: =1.4.0 # the same\n\
         - {from: api, to: \"python:engine\", requirement: \"==1.4.0\"}\n\
         - {from: api-chart, to: api, requirement: 2.0.0, stated_in: charts/api/Chart.yaml}\n",
    );
    assert_snapshot!(changed(&files, &[("cargo:engine", Bump::Minor), ("api", Bump::Major)], &EditOptions::new()), @r#"
    Cargo.toml
    -version = "1.4.0"
    +version = "1.5.0"
    charts/api/Chart.yaml
    -version: 0.1.0
    -appVersion: "2.0.0" # the service
    +version: 0.1.1
    +appVersion: "3.0.0" # the service
    edges.yaml
    -  requirement: =1.4.0 # the same
    -- {from: api, to: "python:engine", requirement: "==1.4.0"}
    -- {from: api-chart, to: api, requirement: 2.0.0, stated_in: charts/api/Chart.yaml}
    +  requirement: =1.5.0 # the same
    +- {from: api, to: "python:engine", requirement: "==1.4.1"}
    +- {from: api-chart, to: api, requirement: 3.0.0, stated_in: charts/api/Chart.yaml}
    greenboard.yaml
    -  api: { ecosystem: generic, path: services/api, version: 2.0.0 }
    +  api: { ecosystem: generic, path: services/api, version: 3.0.0 }
    py/pyproject.toml
    -version = "1.4.0"
    +version = "1.4.1"
    "#);
}

#[test]
fn texts_that_are_no_longer_those_of_the_plan() {
    let before = files("=== Cargo.toml\n[package]\nname = \"a\"\nversion = \"1.0.0\"\n");
    let plan = planned(&before, &[("a", Bump::Patch)]);
    let after = files("=== Cargo.toml\n[package]\nname = \"a\"\nversion = \"1.5.0\"\n");
    let error = greenboard::plan::edits(&plan, &after, &EditOptions::new()).unwrap_err();
    assert_eq!((error.code(), error.line(), error.column()), ("plan.edit_moved", Some(3), Some(11)));
}
