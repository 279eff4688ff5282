//! Writes the benches' inputs as text files, a version, range or message a line, for the peers in other languages.

use greenboard_benches::{commit_messages, edges, ledger_export, npm_ranges, pep440_texts, semver_texts};
use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let dir = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/bench-inputs".to_owned()));
    std::fs::create_dir_all(&dir)?;
    for (name, texts) in [
        ("semver", semver_texts(1_000_000, 1)),
        ("pep440", pep440_texts(1_000_000, 2)),
        ("npm_versions", semver_texts(1_000, 3)),
        ("npm_ranges", npm_ranges(1_000, 4)),
    ] {
        std::fs::write(dir.join(format!("{name}.txt")), texts.join("\n"))?;
    }
    for count in [2_000, 20_000, 200_000] {
        // A JSON text a line: messages have lines of their own.
        let lines =
            commit_messages(count, 5).iter().map(serde_json::to_string).collect::<Result<Vec<_>, _>>()?;
        std::fs::write(dir.join(format!("commits-{count}.jsonl")), lines.join("\n"))?;
    }
    let edges: Vec<String> =
        edges(1_000_000, 5).iter().map(|(consumer, provider)| format!("{consumer} {provider}")).collect();
    std::fs::write(dir.join("edges.txt"), edges.join("\n"))?;
    std::fs::write(dir.join("ledger.jsonl"), ledger_export(1_000_000))?;
    Ok(())
}
