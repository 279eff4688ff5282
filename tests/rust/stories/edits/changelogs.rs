//! Changelogs and changesets.

use super::{Texts, changed, edited, files, planned, shown};
use greenboard::plan::EditOptions;
use greenboard::version::Bump;
use insta::assert_snapshot;

const CORE: &str = "=== package.json\n{\"name\": \"core\", \"version\": \"1.2.3\"}\n";

/// The changelog afterwards.
fn changelog(before: Option<&str>, section: &str) -> String {
    let mut files: Texts = files(CORE);
    files.extend(before.map(|text| ("CHANGELOG.md".to_owned(), text.to_owned())));
    let options = EditOptions::new().with_changelog("CHANGELOG.md", section);
    let plan = planned(&files, &[("core", Bump::Minor)]);
    let after = edited(&files, &plan, &options).applied(&files).unwrap();
    assert!(edited(&after, &plan, &options).is_empty(), "a second time changes nothing");
    after["CHANGELOG.md"].clone()
}

#[test]
fn a_new_one() {
    assert_eq!(changelog(None, "## 1.3.0\n\n- lanes\n"), "# Changelog\n\n## 1.3.0\n\n- lanes\n");
    assert_eq!(changelog(None, "# core\n\n## 1.3.0\n\n- lanes\n"), "# core\n\n## 1.3.0\n\n- lanes\n");
    assert_eq!(changelog(Some("\n"), "## 1.3.0"), "# Changelog\n\n## 1.3.0\n");
}

#[test]
fn below_the_title() {
    let before = "# core\n\n## 1.2.3\n\n### Patch Changes\n\n- x\n";
    assert_eq!(
        changelog(Some(before), "# core\n\n## 1.3.0\n\n### Minor Changes\n\n- lanes"),
        "# core\n\n## 1.3.0\n\n### Minor Changes\n\n- lanes\n\n## 1.2.3\n\n### Patch Changes\n\n- x\n"
    );
    assert_eq!(
        changelog(Some("# core\r\n\r\n## 1.2.3\r\n"), "## 1.3.0\n\n- x"),
        "# core\r\n\r\n## 1.3.0\r\n\r\n- x\r\n\r\n## 1.2.3\r\n"
    );
    assert_eq!(changelog(Some("## 1.2.3\n"), "## 1.3.0"), "## 1.3.0\n\n## 1.2.3\n");
    assert_eq!(changelog(Some("# core"), "## 1.3.0"), "# core\n\n## 1.3.0\n");
    assert_eq!(changelog(Some("# core\n\nAll of it.\n"), "## 1.3.0"), "# core\n\nAll of it.\n\n## 1.3.0\n");
}

#[test]
fn as_release_please_and_conventional_changelog_do() {
    let before = "# Changelog\n\n### [1.2.3](https://x/compare/v1.2.2...v1.2.3) (2026-10-01)\n\n\n### Bug Fixes\n\n* y\n";
    let section = "## [1.3.0](https://x/compare/v1.2.3...v1.3.0) (2026-11-02)\n\n\n### Features\n\n* lanes";
    assert_eq!(
        changelog(Some(before), section),
        before.replace("### [1.2.3]", &format!("{section}\n\n### [1.2.3]"))
    );
    let majors = "# [1.2.0](https://x) (2026-10-01)\n";
    assert_eq!(
        changelog(Some(majors), "# [1.3.0](https://y)"),
        "# [1.3.0](https://y)\n\n# [1.2.0](https://x) (2026-10-01)\n"
    );
}

#[test]
fn keep_a_changelog() {
    let before = "# Changelog\n\n```\n## 9.9.9\n```\n\n## [Unreleased]\n\n### Added\n\n- soon\n\n## [1.2.3] - 2026-10-01\n\n- x\n\n\
                  [unreleased]: https://x/compare/v1.2.3...HEAD\n[1.2.3]: https://x/releases/v1.2.3\n";
    let section = "## [1.3.0] - 2026-11-02\n\n- lanes";
    assert_eq!(
        changelog(Some(before), section),
        before.replace("## [1.2.3]", &format!("{section}\n\n## [1.2.3]"))
    );
    let first = "# Changelog\n\n## Unreleased\n\n[unreleased]: https://x\n";
    assert_eq!(
        changelog(Some(first), section),
        format!("# Changelog\n\n## Unreleased\n\n{section}\n\n[unreleased]: https://x\n")
    );
}

#[test]
fn a_version_that_is_there_stays_as_it_is() {
    let before = "# core\n\n## 1.3.0\n\nWritten by hand.\n";
    let mut files: Texts = files(CORE);
    files.insert("CHANGELOG.md".to_owned(), before.to_owned());
    let plan = planned(&files, &[("core", Bump::Minor)]);
    let edits =
        edited(&files, &plan, &EditOptions::new().with_changelog("CHANGELOG.md", "## 1.3.0\n\n- lanes"));
    assert!(edits.get("CHANGELOG.md").is_none());
    assert_eq!(edits.warnings[0].message, "it has a section of 1.3.0 already, which is left as it is");
}

#[test]
fn changesets_that_are_used_up() {
    let files = files(&format!(
        "{CORE}=== .changeset/change-core.md\n---\ncore: minor\n---\nlanes\n=== .changeset/docs.md\n---\n---\n=== .changeset/other.md\n---\n---\n\
         === .changeset/config.json\n{{}}\n"
    ));
    let options =
        EditOptions::new().with_changeset("docs").with_changeset("../README").with_changeset("gone");
    assert_snapshot!(changed(&files, &[("core", Bump::Minor)], &options), @r#"
    .changeset/change-core.md
    ----
    -core: minor
    ----
    -lanes
    .changeset/docs.md
    ----
    ----
    package.json
    -{"name": "core", "version": "1.2.3"}
    +{"name": "core", "version": "1.3.0"}
    "#);
}

#[test]
fn changesets_in_prerelease_mode() {
    let state = |mode: &str| {
        files(&format!(
            "{CORE}=== .changeset/change-core.md\n---\ncore: minor\n---\nlanes\n=== .changeset/pre.json\n{{\n  \"mode\": \"{mode}\",\n  \"tag\": \"next\",\n  \
             \"initialVersions\": {{\n    \"other\": \"1.0.0\"\n  }},\n  \"changesets\": [\n    \"old\"\n  ]\n}}\n"
        ))
    };
    assert_snapshot!(changed(&state("pre"), &[("core", Bump::Minor)], &EditOptions::new()), @r#"
    .changeset/pre.json
    -    "other": "1.0.0"
    +    "other": "1.0.0",
    +    "core": "1.2.3"
    +    "change-core",
    package.json
    -{"name": "core", "version": "1.2.3"}
    +{"name": "core", "version": "1.3.0"}
    "#);
    assert_snapshot!(changed(&state("exit"), &[("core", Bump::Minor)], &EditOptions::new()), @r#"
    .changeset/change-core.md
    ----
    -core: minor
    ----
    -lanes
    .changeset/pre.json
    -{
    -  "mode": "exit",
    -  "tag": "next",
    -  "initialVersions": {
    -    "other": "1.0.0"
    -  },
    -  "changesets": [
    -    "old"
    -  ]
    -}
    package.json
    -{"name": "core", "version": "1.2.3"}
    +{"name": "core", "version": "1.3.0"}
    "#);
    let before = state("pre");
    let nothing = edited(&before, &planned(&before, &[]), &EditOptions::new());
    assert_eq!(shown(&before, &nothing.applied(&before).unwrap()), "");
}
