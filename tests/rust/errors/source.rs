//! Repositories that cannot be read or written.

use super::said;
use greenboard::component::Workspace;
use greenboard::plan::{Edit, Edits};
use greenboard::source::{Options, Repository};
use insta::assert_snapshot;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that goes away with the test; what is said names it `<folder>`.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("greenboard-errors-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder.canonicalize().unwrap())
    }

    fn said<T: std::fmt::Debug>(&self, result: greenboard::Result<T>) -> String {
        said(result).replace(&*self.0.to_string_lossy(), "<folder>")
    }

    fn repository(&self) -> Repository {
        Repository::open(&self.0).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    let name =
        ["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
    let status = Command::new("git").current_dir(folder).args(name).args(arguments).status().unwrap();
    assert!(status.success());
}

#[test]
fn what_is_not_there() {
    let folder = Folder::new("absent");
    assert_snapshot!(folder.said(Repository::open(folder.0.join("no"))), @"source.no_directory <folder>/no: there is no such directory");
    assert_snapshot!(folder.said(greenboard::source::gates(&folder.0)), @"source.no_gates <folder>: no greenboard.yaml with a section `gates` is there; name a gate file");
    assert_snapshot!(folder.said(folder.repository().unreleased(&Workspace::default())), @"source.no_repository <folder>: there is no git repository here or above; changes are read from its history");
    git(&folder.0, &["init", "-q"]);
    git(&folder.0, &["commit", "-q", "--allow-empty", "-m", "x"]);
    let since = folder.repository().since("v9", &Workspace::default(), &Options::new());
    assert_snapshot!(folder.said(since), @r#"source.unknown_revision v9: git knows no branch, tag or commit "v9"; fetch it, or correct the name"#);
}

#[test]
fn what_cannot_be_read() {
    let folder = Folder::new("broken");
    fs::write(folder.0.join("package.json"), "{}").unwrap();
    fs::create_dir(folder.0.join(".changeset")).unwrap();
    fs::write(folder.0.join(".changeset/config.json"), b"\xff").unwrap();
    assert_snapshot!(folder.said(folder.repository().configuration()), @"source.io .changeset/config.json: cannot read the file: it is not UTF-8 text");
    git(&folder.0, &["init", "-q"]);
    fs::write(folder.0.join(".git/config"), "[core\n").unwrap();
    // What follows is in the words of the library that reads git's files.
    let text = folder.said(Repository::open(&folder.0));
    assert!(text.starts_with("source.git <folder>: git: cannot open the repository: "), "{text}");
}

// Elsewhere directories have no locks.
#[cfg(unix)]
#[test]
fn two_runs_at_once() {
    use std::fs::File;
    let folder = Folder::new("busy");
    let other = File::open(&folder.0).unwrap();
    other.lock().unwrap();
    let repository = folder.repository();
    assert_snapshot!(folder.said(repository.apply(&Edits::new([Edit::create("a", "new")]))), @"source.busy <folder>: another run writes into the repository; try again once it is done");
}
