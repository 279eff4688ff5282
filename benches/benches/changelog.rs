//! The changelog of a long history: from commit messages to Markdown. One run a process, since it is the peak of the memory
//! that is measured too; `peers/git-cliff` does the same with the same file.
#![allow(missing_docs, clippy::unwrap_used)]

use cpu_time::ProcessTime;
use greenboard::change::conventional::Mode;
use greenboard::change::{Change, Commit, cancel_reverts, from_commit};
use greenboard::component::{Component, Ecosystem, Workspace};
use greenboard::plan::{Policy, plan};
use greenboard::report;
use greenboard::version::Version;
use greenboard_benches::{commit_messages, peak};

fn main() {
    let count = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let Some(count) = count else {
        // As `cargo bench`: each size in a process of its own.
        for count in [2_000, 20_000, 200_000] {
            let program = std::env::current_exe().unwrap();
            std::process::Command::new(program).arg(count.to_string()).status().unwrap();
        }
        return;
    };
    let messages = commit_messages(count, 5);
    let start = ProcessTime::now();
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let touched = ["board".to_owned()].into();
    let changes: Vec<Change> = messages
        .into_iter()
        .enumerate()
        .flat_map(|(index, message)| {
            from_commit(&Commit::new(format!("{index:040x}"), message, at), &touched, Mode::Lenient)
        })
        .collect();
    let changes: Vec<Change> =
        cancel_reverts(&changes).into_iter().map(std::borrow::Cow::into_owned).collect();
    let board = Component::new("board", Ecosystem::Cargo, "").with_version(Version::parse("1.2.0").unwrap());
    let plan = plan(&Workspace::new([board]).unwrap(), &changes, &Policy::new(), at).unwrap();
    let text = report::changelog(&plan, "board").unwrap();
    let cpu = start.elapsed().as_secs_f64() * 1e3;
    println!("changelog of {count} commits: {cpu:.1} ms, {} KiB, {} bytes", peak(), text.len());
}
