//! Plans written onto the disk: all or nothing, and once.

use crate::sandbox::Sandbox;
use greenboard::change::Change;
use greenboard::plan::{Edit, EditOptions, Edits, Plan, Policy, plan};
use greenboard::source::Repository;
use greenboard::version::Bump;
use std::fs;

fn workspace() -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox
        .write("Cargo.toml", "[workspace]\nmembers = ['core', 'cli']\n")
        .write("core/Cargo.toml", "[package]\nname = 'core'\nversion = '1.0.0' # ours\n")
        .write("cli/Cargo.toml", "[package]\nname = 'cli'\nversion = '2.0.0'\n[dependencies]\ncore = { path = '../core', version = '1' }\n")
        .write("core/CHANGELOG.md", "# Changelog\n\n## 1.0.0\n")
        .commit("feat: first");
    sandbox
}

fn planned(repository: &Repository) -> Plan {
    let change = Change::new("c", "a break").with_bump("core", Bump::Major);
    plan(&repository.workspace().unwrap(), &[change], &Policy::new(), "2026-11-02T09:00:00Z".parse().unwrap())
        .unwrap()
}

#[test]
fn a_release() {
    let sandbox = workspace();
    let repository = Repository::open(&sandbox.dir).unwrap();
    let plan = planned(&repository);
    let options = EditOptions::new().with_changelog("core/CHANGELOG.md", "## 2.0.0\n\n- a break");
    let edits = repository.edits(&plan, &options).unwrap();

    let tried = repository.dry_run(&edits).unwrap();
    assert!(!tried.written && sandbox.git(&["status", "--porcelain"]).is_empty());
    let applied = repository.apply(&edits).unwrap();
    assert!(applied.written);
    assert_eq!(applied.changed, ["cli/Cargo.toml", "core/CHANGELOG.md", "core/Cargo.toml"]);
    assert_eq!((&tried.changed, &tried.diff), (&applied.changed, &applied.diff));
    // Just what git says.
    let git = sandbox.git(&["diff", "--no-prefix"]);
    let lines = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| {
                line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---")
            })
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(lines(&applied.diff), lines(&git));

    let again = repository.apply(&edits).unwrap();
    assert!(!again.written && again.changed.is_empty() && again.diff.is_empty());
    assert_eq!(again.unchanged, applied.changed);
    assert!(repository.edits(&plan, &options).unwrap().is_empty());
    let workspace = repository.workspace().unwrap();
    assert_eq!(workspace.get("core").unwrap().version.as_ref().unwrap().as_str(), "2.0.0");
    let next = greenboard::plan::plan(&workspace, &[], &Policy::new(), plan.at).unwrap();
    assert!(next.is_empty() && next.rewrites.is_empty());
}

#[test]
fn what_was_changed_meanwhile() {
    let sandbox = workspace();
    let repository = Repository::open(&sandbox.dir).unwrap();
    let edits = repository.edits(&planned(&repository), &EditOptions::new()).unwrap();
    sandbox.write("core/Cargo.toml", "[package]\nname = 'core'\nversion = '1.0.0'\n");
    let error = repository.apply(&edits).unwrap_err();
    assert_eq!((error.code(), error.path()), ("source.changed", Some("core/Cargo.toml")));
    let cli = fs::read_to_string(sandbox.dir.join("cli/Cargo.toml")).unwrap();
    assert!(cli.contains("version = '2.0.0'"));
}

#[test]
fn nothing_outside_of_the_repository() {
    let sandbox = workspace();
    let repository = Repository::open(&sandbox.dir).unwrap();
    for path in ["../x", "/x", "", "a/../../x", "a\\b", ".git/config", ".GIT/x", "core", "core/"] {
        for edit in [Edit::create(path, "text"), Edit::delete(path, "")] {
            let error = repository.apply(&Edits::new([edit])).unwrap_err();
            assert_eq!(error.code(), "source.outside", "{path}");
        }
    }
    assert!(sandbox.git(&["status", "--porcelain"]).is_empty());
}

#[cfg(unix)]
#[test]
fn links_and_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let sandbox = workspace();
    let outside = Sandbox::new();
    outside.write("file", "old");
    symlink(outside.dir.join("file"), sandbox.dir.join("out")).unwrap();
    symlink(&outside.dir, sandbox.dir.join("folder")).unwrap();
    symlink("gone", sandbox.dir.join("dangling")).unwrap();
    let repository = Repository::open(&sandbox.dir).unwrap();
    for edit in
        [Edit::modify("out", "old", "new"), Edit::create("folder/x", "new"), Edit::create("dangling", "new")]
    {
        let error = repository.apply(&Edits::new([edit.clone()])).unwrap_err();
        assert_eq!(error.code(), "source.outside", "{}", edit.path);
    }
    assert_eq!(fs::read_to_string(outside.dir.join("file")).unwrap(), "old");

    // A link inside stays a link, and the file behind it keeps what it may.
    sandbox.write("real.sh", "old");
    fs::set_permissions(sandbox.dir.join("real.sh"), fs::Permissions::from_mode(0o750)).unwrap();
    symlink("real.sh", sandbox.dir.join("link.sh")).unwrap();
    let edits = Edits::new([Edit::modify("link.sh", "old", "new"), Edit::create("new/folder/x", "text")]);
    repository.apply(&edits).unwrap();
    assert!(fs::symlink_metadata(sandbox.dir.join("link.sh")).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(sandbox.dir.join("real.sh")).unwrap(), "new");
    assert_eq!(fs::metadata(sandbox.dir.join("real.sh")).unwrap().permissions().mode() & 0o777, 0o750);
    assert_eq!(fs::read_to_string(sandbox.dir.join("new/folder/x")).unwrap(), "text");

    let twice = Edits::new([Edit::modify("link.sh", "new", "a"), Edit::modify("real.sh", "new", "b")]);
    assert_eq!(repository.apply(&twice).unwrap_err().code(), "source.outside");
}
