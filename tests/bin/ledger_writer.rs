//! `ledger_writer DIR NAME COUNT [every|group|none] [SEGMENT_BYTES]`: appends COUNT commands to the ledger in DIR, as NAME.
//!
//! The genesis comes first where there is none. Each append that has returned is said on a line of its own, `<seq> <id>`: what
//! stands there was promised. Programs in other languages that take the same three words write beside this one. Exit code: 0
//! where all were appended, 3 where one failed, whose code is the first word on standard error.
//!
//! `ledger_writer DIR NAME hold` takes the lock, writes half a frame, says `held`, and waits to be killed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use greenboard::ledger::store::{File, FileOptions, Sync};
use greenboard::ledger::{self, Actor, Draft, Expect};
use jiff::{SignedDuration, Timestamp};
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [folder, name, count, options @ ..] = words.as_slice() else {
        eprintln!("usage: ledger_writer DIR NAME COUNT [every|group|none] [SEGMENT_BYTES]");
        return ExitCode::from(2);
    };
    if count == "hold" {
        hold(Path::new(folder));
    }
    let sync = match options.first().map(String::as_str) {
        Some("none") => Sync::None,
        Some("group") => Sync::Group { n: 16, delay: SignedDuration::from_millis(20) },
        _ => Sync::Every,
    };
    let mut how = FileOptions::new().with_sync(sync);
    if let Some(bytes) = options.get(1) {
        how = how.with_segment_bytes(bytes.parse().unwrap());
    }
    match write(folder, name, count.parse().unwrap(), how) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{} {error}", error.code());
            ExitCode::from(3)
        }
    }
}

fn write(folder: &str, name: &str, count: u32, how: FileOptions) -> greenboard::Result<()> {
    let ledger = File::open(folder, how)?;
    let actor = Actor::service("writer");
    // Fixed, so that every writer's is the same draft: the second one repeats it.
    let begun: Timestamp = "2026-01-02T03:04:05Z".parse().unwrap();
    let genesis = ledger::genesis("example.com/writers", [7; 16], actor.clone(), begun);
    ledger.append(&[genesis], &Expect::Any, Timestamp::now())?;
    let mut out = std::io::stdout().lock();
    for n in 0..count {
        let now = Timestamp::now();
        let id = format!("{name}/{n}");
        let mut drafts = vec![Draft::new(&id, "command.done", name, actor.clone(), begun)];
        // Some come in twos: all of a batch is there, or nothing.
        if n % 5 == 4 {
            drafts.push(Draft::new(format!("{id}/more"), "command.done", name, actor.clone(), begun));
        }
        for entry in ledger.append(&drafts, &Expect::Any, now)?.entries {
            // Whoever reads may have gone.
            let _ = writeln!(out, "{} {}", entry.seq(), entry.id());
        }
        let _ = out.flush();
    }
    ledger.close()
}

/// What a writer looks like that dies in the middle of an append.
fn hold(folder: &Path) -> ! {
    let lock = std::fs::File::options().append(true).open(folder.join("LOCK")).unwrap();
    lock.lock().unwrap();
    let segments = std::fs::read_dir(folder.join("seg")).unwrap().map(|entry| entry.unwrap().path());
    let last = segments.filter(|path| path.extension().is_some_and(|end| end == "jsonl")).max().unwrap();
    let mut segment = std::fs::File::options().append(true).open(last).unwrap();
    segment.write_all(b"{\"crc\":\"00000000\",\"len\":\"0000").unwrap();
    println!("held");
    loop {
        std::thread::park();
    }
}
