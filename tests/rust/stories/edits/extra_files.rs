//! Files that repeat a version, and release-please's record.

use super::{Texts, changed, edited, files, planned, shown};
use greenboard::plan::{EditOptions, ExtraFile, ExtraFileKind};
use greenboard::version::Bump;
use insta::assert_snapshot;

const CORE: &str = "=== Cargo.toml\n[package]\nname = 'core'\nversion = '1.2.3'\n";

fn with(extra: &[(&str, ExtraFileKind, Option<&str>)]) -> EditOptions {
    extra.iter().fold(EditOptions::new(), |options, (path, kind, selector)| {
        let file = ExtraFile::new("core", *path, *kind);
        options.with_extra_file(match selector {
            Some(selector) => file.with_selector(*selector),
            None => file,
        })
    })
}

#[test]
fn markers() {
    let files = files(&format!(
        "{CORE}=== README.md\nUse 1.2.3 <!-- x-release-please-version -->\nUse 1.2.3.\n\
         <!-- x-release-please-start-version -->\ncargo add core@1.2.3\n<!-- x-release-please-end -->\n\
         === version.h\n#define MAJOR 1 // x-release-please-major\n#define MINOR 2 // x-release-please-minor\n\
         #define PATCH 3 // x-release-please-patch\n#define DAY \"2020-01-31\" // x-release-please-date\n"
    ));
    let options =
        with(&[("README.md", ExtraFileKind::Generic, None), ("version.h", ExtraFileKind::Generic, None)]);
    assert_snapshot!(changed(&files, &[("core", Bump::Minor)], &options), @r#"
    Cargo.toml
    -version = '1.2.3'
    +version = '1.3.0'
    README.md
    -Use 1.2.3 <!-- x-release-please-version -->
    +Use 1.3.0 <!-- x-release-please-version -->
    -cargo add core@1.2.3
    +cargo add core@1.3.0
    version.h
    -#define MINOR 2 // x-release-please-minor
    -#define PATCH 3 // x-release-please-patch
    -#define DAY "2020-01-31" // x-release-please-date
    +#define MINOR 3 // x-release-please-minor
    +#define PATCH 0 // x-release-please-patch
    +#define DAY "2026-11-02" // x-release-please-date
    "#);
}

#[test]
fn selected_values() {
    let files = files(&format!(
        "{CORE}{}",
        r#"=== info.json
{ // settings
  "tag": "v1.2.3", "packages": { "core": { "version": "1.2.3", }, "other": { "version": "1.2.3" } } }
=== deploy.yaml
# two documents
image: "core:1.2.3"
version: 1.2.3 # here
---
{ version: '1.2.3', list: [ { name: core, tag: 1.0-x }, { name: x, tag: 1.0-x } ] }
=== conf.toml
[[package]]
name = "core"
version = '1.2.3'
[[package]]
name = "other"
version = '1.2.3'
=== app.xml
<?xml version="1.0"?>
<!-- <version>1.2.3</version> -->
<app version="1.2.3"><version>
  1.2.3
</version><deps><dep id="core" version='1.2.3'/><dep id="x" version='1.2.3'/></deps></app>
=== pom.xml
<project xmlns="http://maven.apache.org/POM/4.0.0"><parent><version>1.2.3</version></parent></project>
=== version.txt
1.2.3
"#
    ));
    let options = with(&[
        ("info.json", ExtraFileKind::Json, Some("$.tag")),
        ("info.json", ExtraFileKind::Json, Some("$.packages['core'].version")),
        ("deploy.yaml", ExtraFileKind::Yaml, None),
        ("deploy.yaml", ExtraFileKind::Yaml, Some("$.list[?(@.name=='core')].tag")),
        ("conf.toml", ExtraFileKind::Toml, Some("$.package[?(@.name.value == 'core')].version")),
        ("app.xml", ExtraFileKind::Xml, None),
        ("app.xml", ExtraFileKind::Xml, Some("//dep[@id='core']/@version")),
        ("pom.xml", ExtraFileKind::Pom, None),
        ("version.txt", ExtraFileKind::Text, None),
    ]);
    assert_snapshot!(changed(&files, &[("core", Bump::Minor)], &options), @r#"
    Cargo.toml
    -version = '1.2.3'
    +version = '1.3.0'
    app.xml
    -  1.2.3
    -</version><deps><dep id="core" version='1.2.3'/><dep id="x" version='1.2.3'/></deps></app>
    +  1.3.0
    +</version><deps><dep id="core" version='1.3.0'/><dep id="x" version='1.2.3'/></deps></app>
    conf.toml
    -version = '1.2.3'
    +version = '1.3.0'
    deploy.yaml
    -version: 1.2.3 # here
    +version: 1.3.0 # here
    -{ version: '1.2.3', list: [ { name: core, tag: 1.0-x }, { name: x, tag: 1.0-x } ] }
    +{ version: '1.3.0', list: [ { name: core, tag: 1.3.0 }, { name: x, tag: 1.0-x } ] }
    info.json
    -  "tag": "v1.2.3", "packages": { "core": { "version": "1.2.3", }, "other": { "version": "1.2.3" } } }
    +  "tag": "v1.3.0", "packages": { "core": { "version": "1.3.0", }, "other": { "version": "1.2.3" } } }
    pom.xml
    -<project xmlns="http://maven.apache.org/POM/4.0.0"><parent><version>1.2.3</version></parent></project>
    +<project xmlns="http://maven.apache.org/POM/4.0.0"><parent><version>1.3.0</version></parent></project>
    version.txt
    -1.2.3
    +1.3.0
    "#);
}

#[test]
fn by_extension() {
    let files = files(&format!(
        "{CORE}=== a.json\n{{\"version\": \"1.2.3\"}}\n=== a.yml\nversion: 1.2.3 # x-release-please-version\nother: 1.2.3\n\
         === a.toml\nversion = \"1.2.3\"\n=== a.xml\n<a><version>1.2.3</version></a>\n=== a.py\nv = '1.2.3'  # x-release-please-version\n"
    ));
    let auto = |path| (path, ExtraFileKind::Auto, None);
    let options = with(&[auto("a.json"), auto("a.yml"), auto("a.toml"), auto("a.xml"), auto("a.py")]);
    assert_snapshot!(changed(&files, &[("core", Bump::Patch)], &options), @r#"
    Cargo.toml
    -version = '1.2.3'
    +version = '1.2.4'
    a.json
    -{"version": "1.2.3"}
    +{"version": "1.2.4"}
    a.py
    -v = '1.2.3'  # x-release-please-version
    +v = '1.2.4'  # x-release-please-version
    a.toml
    -version = "1.2.3"
    +version = "1.2.4"
    a.xml
    -<a><version>1.2.3</version></a>
    +<a><version>1.2.4</version></a>
    a.yml
    -version: 1.2.3 # x-release-please-version
    +version: 1.2.4 # x-release-please-version
    "#);
}

#[test]
fn what_is_not_found_is_said() {
    let files = files(&format!("{CORE}=== a.json\n{{\"version\": 1}}\n=== a.txt\n1.2.3\n"));
    let plan = planned(&files, &[("core", Bump::Patch)]);
    let options = with(&[
        ("a.json", ExtraFileKind::Json, None),
        ("a.txt", ExtraFileKind::Generic, None),
        ("gone.txt", ExtraFileKind::Text, None),
    ]);
    let edits = edited(&files, &plan, &options);
    let warnings: Vec<String> = edits.warnings.iter().map(|w| format!("{}: {}", w.path, w.message)).collect();
    assert_snapshot!(warnings.join("\n"), @r#"
    a.json: nothing in it is selected, so the version of core is not written in it
    a.txt: nothing in it is selected, so the version of core is not written in it
    gone.txt: the file is not there, so the version of core is not written in it
    "#);
    // Of a component that is not released nothing is said and nothing is written.
    let other = EditOptions::new().with_extra_file(ExtraFile::new("other", "a.txt", ExtraFileKind::Text));
    assert!(edited(&files, &plan, &other).warnings.is_empty());
}

#[test]
fn release_please_s_record() {
    let files: Texts = files(
        "=== Cargo.toml\n[workspace]\nmembers = ['a', 'b']\n=== a/Cargo.toml\n[package]\nname = 'a'\nversion = '1.0.0'\n\
         === b/Cargo.toml\n[package]\nname = 'b'\nversion = '2.0.0'\n\
         === .release-please-manifest.json\n{\"a\": \"1.0.0\",\n \"b\"  : \"2.0.0\"}",
    );
    assert_snapshot!(changed(&files, &[("b", Bump::Patch)], &EditOptions::new()), @r#"
    .release-please-manifest.json
    - "b"  : "2.0.0"}
    + "b"  : "2.0.1"}
    b/Cargo.toml
    -version = '2.0.0'
    +version = '2.0.1'
    "#);
    let plan = planned(&files, &[]);
    let after = edited(&files, &plan, &EditOptions::new()).applied(&files).unwrap();
    assert_eq!(shown(&files, &after), "");
}

#[test]
fn first_releases_in_release_please_s_record() {
    let files = |record: &str| {
        files(&format!(
            "=== release-please-config.json\n{{\"packages\": {{\"docs\": {{}}, \"app\": {{\"component\": \"web\"}}, \"lib\": {{}}}}}}\n\
             === lib/package.json\n{{\"name\": \"lib\", \"version\": \"1.0.0\"}}\n\
             === .release-please-manifest.json\n{record}"
        ))
    };
    let bumps = [("lib", Bump::Patch), ("web", Bump::Minor), ("docs", Bump::Minor)];
    assert_snapshot!(changed(&files("{\n  \"lib\": \"1.0.0\"\n}\n"), &bumps, &EditOptions::new()), @r#"
    .release-please-manifest.json
    -  "lib": "1.0.0"
    +  "lib": "1.0.1",
    +  "app": "0.1.0",
    +  "docs": "0.1.0"
    lib/package.json
    -{"name": "lib", "version": "1.0.0"}
    +{"name": "lib", "version": "1.0.1"}
    "#);
    assert_snapshot!(changed(&files("{}\n"), &bumps, &EditOptions::new()), @r#"
    .release-please-manifest.json
    -{}
    +{
    +  "app": "0.1.0",
    +  "docs": "0.1.0",
    +  "lib": "1.0.1"
    +}
    lib/package.json
    -{"name": "lib", "version": "1.0.0"}
    +{"name": "lib", "version": "1.0.1"}
    "#);
}
