//! Commit messages beside git-conventional, and the history of a repository of 50,000 commits beside `git log`.

use greenboard::change::conventional::{Mode, parse, split};
use greenboard::source::{Options, Repository};
use greenboard_benches::{Random, commit_messages, cpu, report};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

fn main() {
    messages();
    // The history's repository takes some seconds to make; it is made by git itself.
    if let Some(repository) = History::make(50_000, 200) {
        repository.measure();
    }
}

fn messages() {
    for count in [2_000, 20_000, 200_000] {
        let texts = commit_messages(count, 5);
        let theirs =
            cpu(|| texts.iter().filter_map(|text| git_conventional::Commit::parse(text).ok()).count());
        for mode in Mode::ALL {
            let ours = cpu(|| texts.iter().filter_map(|text| parse(text, mode).ok()).count());
            report(&format!("{count} messages, {mode}"), ours, "git-conventional", theirs);
        }
        let ours = cpu(|| texts.iter().filter_map(|text| split(text, Mode::Lenient).ok()).flatten().count());
        report(&format!("{count} messages, several headers each"), ours, "git-conventional", theirs);
    }
}

/// A repository of packages with a linear history, one release of each in the middle of it.
struct History(PathBuf);

impl History {
    fn make(commits: usize, packages: usize) -> Option<Self> {
        let dir = std::env::temp_dir().join(format!("greenboard-bench-{}", std::process::id()));
        std::fs::create_dir_all(&dir).ok()?;
        git(&dir, &["init", "-q", "-b", "main"])?;
        let mut random = Random::new(6);
        let mut stream = String::new();
        let file = |stream: &mut String, path: &str, text: &str| {
            let _ = write!(stream, "M 100644 inline {path}\ndata {}\n{text}\n", text.len());
        };
        for (at, message) in commit_messages(commits, 5).iter().enumerate() {
            let seconds = 1_600_000_000 + at * 60;
            let _ = write!(stream, "commit refs/heads/main\ncommitter A <a@b.c> {seconds} +0000\n");
            let _ = write!(stream, "data {}\n{message}\n", message.len());
            if at == 0 {
                file(&mut stream, "package.json", r#"{"private":true,"workspaces":["p/*"]}"#);
                for package in 0..packages {
                    let manifest = format!(r#"{{"name":"p{package}","version":"1.0.0"}}"#);
                    file(&mut stream, &format!("p/p{package}/package.json"), &manifest);
                }
            }
            let package = random.below(packages as u64);
            file(&mut stream, &format!("p/p{package}/src/f{}.js", random.below(20)), &at.to_string());
            if at == commits / 2 {
                for package in 0..packages {
                    let _ = write!(stream, "reset refs/tags/p{package}@1.0.0\nfrom refs/heads/main\n\n");
                }
            }
        }
        let mut import = Command::new("git")
            .current_dir(&dir)
            .args(["fast-import", "--quiet"])
            .stdin(Stdio::piped())
            .spawn()
            .ok()?;
        import.stdin.take()?.write_all(stream.as_bytes()).ok()?;
        import.wait().ok()?;
        git(&dir, &["checkout", "-q", "main"])?;
        Some(Self(dir))
    }

    fn measure(&self) {
        let Ok(repository) = Repository::open(&self.0) else { return };
        let Ok(workspace) = repository.workspace() else { return };
        let start = Instant::now();
        let Some(log) = git(&self.0, &["log", "--name-only", "--format=%H%n%B", "p0@1.0.0..HEAD"]) else {
            return;
        };
        let theirs = start.elapsed();
        let read =
            || repository.changes_with(&workspace, &Options::new()).map_or(0, |found| found.changes.len());
        println!("{} changes; git's is wall clock, with {} bytes of its log", read(), log.len());
        report("history of 50,000 commits, half of them unreleased", cpu(read), "git log", theirs);
        let unreleased = || repository.unreleased(&workspace).map_or(0, |found| found.commits.len());
        report("the same, commits only", cpu(unreleased), "git log", theirs);
    }
}

impl Drop for History {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn git(dir: &Path, args: &[&str]) -> Option<String> {
    let output = Command::new("git").current_dir(dir).args(args).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
