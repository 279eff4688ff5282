//! Many processes that write to one ledger.

use crate::kills::{kept, promised, writer};
use crate::{Folder, scale, verified};
use greenboard::ledger::store::{File, FileOptions, Store};
use std::time::Instant;

const PROCESSES: u32 = 8;

#[test]
fn eight_processes_write_one_chain() {
    // The full figure, 5,000 commands each, at a scale of 50.
    let commands = 100 * scale();
    for policy in ["every", "none"] {
        let folder = Folder::new(&format!("processes-{policy}"));
        let begun = Instant::now();
        let names: Vec<String> = (0..PROCESSES).map(|n| format!("p{n}")).collect();
        let start = |name: &String| {
            writer(&folder.0, &[name, &commands.to_string(), policy, "200000"]).spawn().unwrap()
        };
        let children: Vec<_> = names.iter().map(start).collect();
        // Each is listened to by a thread of its own, so that none waits with a full pipe.
        let told: Vec<_> = std::thread::scope(|scope| {
            let listen = |mut child: std::process::Child| {
                scope.spawn(move || {
                    let promised = promised(&mut child);
                    (promised, child.wait().unwrap().success())
                })
            };
            let threads: Vec<_> = children.into_iter().map(listen).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let seconds = begun.elapsed().as_secs_f64();
        let ledger = File::open(&folder, FileOptions::new()).unwrap();
        let entries = verified(&ledger).entries;
        assert_eq!(entries, 1 + u64::from(PROCESSES) * u64::from(commands + commands / 5));
        for (promised, succeeded) in &told {
            assert!(succeeded);
            assert_eq!(promised.len() as u32, commands + commands / 5);
            kept(&ledger, promised);
        }
        // None but the torn end of a process that died may be beside the segments.
        let names = std::fs::read_dir(folder.0.join("seg")).unwrap().map(|entry| entry.unwrap().file_name());
        assert!(names.into_iter().all(|name| name.to_str().unwrap().ends_with(".jsonl")));
        assert_eq!(ledger.by_id("p0/0").unwrap().unwrap().subject(), "p0");
        println!(
            "{PROCESSES} processes, {commands} commands each, policy {policy}: {entries} entries, one chain, {seconds:.1} s"
        );
    }
}
