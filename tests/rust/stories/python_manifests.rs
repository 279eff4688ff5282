//! Python projects and uv workspaces.

use greenboard::component::manifest::{self, python};
use greenboard::component::{Component, Graph, VersionSource};
use std::collections::BTreeMap;

/// Files written as `## path` and what follows.
fn files(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("## ").skip(1);
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Kind, name, text, requirement and whether it is local.
fn dependencies(component: &Component) -> Vec<String> {
    let one = |d: &greenboard::component::Dependency| {
        let requirement = d.requirement.as_ref().map_or("-".to_owned(), ToString::to_string);
        let local = if d.local { " local" } else { "" };
        format!("{} {} {:?} {requirement}{local}", d.kind.name(), d.name, d.text)
    };
    component.dependencies.iter().map(one).collect()
}

#[test]
fn a_project_by_the_standard() {
    let component = python::read(&files(
        r#"## pyproject.toml
[project]
name = "Acme.Core"
version = "1.2.0rc1"
dependencies = ["httpx[http2] >= 0.27, <1 ; python_version > '3.8'", "pydantic", "left @ https://example.org/l.whl"]
classifiers = ["Private :: Do Not Upload"]
[project.optional-dependencies]
Fast = ["uvloop~=0.19"]
[dependency-groups]
test = ["pytest>=8", {include-group = "lint"}]
lint = ["ruff"]
[build-system]
requires = ["maturin>=1.5,<2"]
build-backend = "maturin"
"#,
    ))
    .unwrap()
    .remove(0);
    assert_eq!((component.name.as_str(), component.package.as_str()), ("Acme.Core", "acme-core"));
    assert_eq!(component.version.as_ref().unwrap().as_str(), "1.2.0rc1");
    assert_eq!(component.manifest.as_deref(), Some("pyproject.toml"));
    assert!(component.private);
    assert_eq!(
        dependencies(&component),
        [
            "build maturin \">=1.5,<2\" >=1.5,<2",
            "normal httpx \">= 0.27, <1\" >=0.27,<1",
            "normal pydantic \"\" ",
            "normal left \"left @ https://example.org/l.whl\" -",
            "optional uvloop \"~=0.19\" ~=0.19",
            "dev pytest \">=8\" >=8",
            "dev ruff \"\" ",
        ]
    );
}

#[test]
fn a_version_that_the_build_works_out() {
    let text = "## pyproject.toml\n[project]\nname = 'a'\ndynamic = ['version', 'readme']";
    let component = python::read(&files(text)).unwrap().remove(0);
    assert_eq!((component.version, component.version_source), (None, VersionSource::Build));
}

#[test]
fn a_workspace_of_uv() {
    let files = files(
        r#"## pyproject.toml
[project]
name = "root"
version = "1.0.0"
dependencies = ["core"]
[tool.uv.sources]
core = { workspace = true }
[tool.uv.workspace]
members = ["packages/*", "tools/gen"]
exclude = ["packages/old"]
## packages/core/pyproject.toml
[project]
name = "core"
version = "2.0.0"
## packages/app/pyproject.toml
[project]
name = "app"
version = "0.1.0"
dependencies = ["Core>=2"]
[dependency-groups]
dev = ["gen"]
[tool.uv.sources]
gen = [{ path = "../../tools/gen" }]
[tool.uv]
package = false
publish-url = "https://pypi.acme.dev"
## packages/old/pyproject.toml
[project]
name = "old"
version = "1.0.0"
## packages/notes/README.md
no project
## tools/gen/pyproject.toml
[project]
name = "gen"
version = "1.0.0"
"#,
    );
    let workspace = manifest::read(&files).unwrap();
    let names: Vec<&str> = workspace.components().map(|component| component.name.as_str()).collect();
    assert_eq!(names, ["app", "core", "gen", "root"]);
    let app = workspace.get("app").unwrap();
    assert!(app.private);
    assert_eq!(app.publishing.registry.as_deref(), Some("https://pypi.acme.dev"));
    assert_eq!(dependencies(app), ["normal core \">=2\" >=2 local", "dev gen \"\"  local"]);
    let graph = Graph::new(&workspace);
    assert_eq!(graph.dependents("core").unwrap(), ["app", "root"]);
    assert_eq!(graph.waves().len(), 2, "a group is not published");
}

#[test]
fn a_project_of_poetry() {
    let component = python::read(&files(
        r#"## pyproject.toml
[tool.poetry]
name = "app"
version = "1.0.0"
[tool.poetry.dependencies]
python = "^3.10"
httpx = "^0.27"
core = { path = "../core", develop = true }
fast = { version = "~1.2", optional = true }
both = [{ version = "1.0", python = "<3.12" }, { version = "^2", python = ">=3.12" }]
either = "^1 || ^2"
[tool.poetry.group.dev.dependencies]
pytest = "*"
"#,
    ))
    .unwrap()
    .remove(0);
    assert_eq!(
        dependencies(&component),
        [
            "normal httpx \"^0.27\" >=0.27,<0.28",
            // Beyond the repository's root.
            "normal core \"\" -",
            "optional fast \"~1.2\" >=1.2,<1.3",
            "normal both \"1.0\" ==1.0",
            "normal both \"^2\" >=2,<3.0",
            "normal either \"^1 || ^2\" -",
            "dev pytest \"*\" ",
        ]
    );
    let standard = "## pyproject.toml
[project]
name = 'a'
version = '1.0'
[tool.poetry]
packages = []
[tool.poetry.dependencies]
x = '*'
[tool.poetry.group.docs.dependencies]
y = '*'";
    let component = python::read(&files(standard)).unwrap().remove(0);
    assert_eq!(dependencies(&component), ["dev y \"*\" "], "the standard's table has the dependencies");
}

#[test]
fn settings_of_tools_declare_nothing() {
    assert_eq!(python::read(&files("## pyproject.toml\n[tool.ruff]\nline-length = 100")).unwrap(), []);
    assert_eq!(python::read(&files("## pyproject.toml\n[tool.poetry]\npackage-mode = false")).unwrap(), []);
    assert_eq!(python::read(&BTreeMap::new()).unwrap(), []);
}

#[test]
fn everything_wrong_is_said_at_once() {
    let broken = files(
        r#"## pyproject.toml
[project]
name = "-a"
[tool.uv.workspace]
members = ["p/*", "gone", 1]
## p/b/pyproject.toml
[project]
name = "b"
dependencies = ["ok", "not ok!", "c>=x", 3]
[dependency-groups]
test = [{ x = 1 }]
lint = "ruff"
## p/c/pyproject.toml
[project]
version = "one"
## p/d/pyproject.toml
[project]
name = "B"
version = "one"
## p/e/pyproject.toml
[project
"#,
    );
    insta::assert_snapshot!(python::read(&broken).unwrap_err(), @r#"
    13 problems in the manifests:
    - p/b/pyproject.toml: line 1, column 1: version is missing; a project states its version, or lists it under dynamic
    - p/b/pyproject.toml: line 3, column 23: specifier "ok!" has unexpected "o" here; expected one of the operators ~=, ==, !=, <=, >=, <, > and ===
    - p/b/pyproject.toml: line 3, column 34: specifier ">=x" has unexpected "x" here; expected a number
    - p/b/pyproject.toml: line 3, column 42: an entry of dependencies is the number 3; expected text
    - p/b/pyproject.toml: line 5, column 9: an entry of test is a map; expected a dependency as text, or {include-group = …}
    - p/b/pyproject.toml: line 6, column 8: lint is text "ruff"; expected a list of dependencies
    - p/c/pyproject.toml: line 1, column 1: name is missing; a project has a name
    - p/d/pyproject.toml: line 2, column 8: two components are called "B": one in "p/b", one in "p/d"; rename one of them
    - p/d/pyproject.toml: line 3, column 11: version "one" has unexpected "o" here; expected a number
    - p/e/pyproject.toml: line 1, column 9: not valid TOML: unclosed table, expected `]`
    - pyproject.toml: line 2, column 8: name is text "-a"; expected letters and digits, with . - and _ between them
    - pyproject.toml: line 4, column 19: the member "gone" leads to "gone", where there is no pyproject.toml
    - pyproject.toml: line 4, column 27: an entry of members is the number 1; expected text
    "#);
}
