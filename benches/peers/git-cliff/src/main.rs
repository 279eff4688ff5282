//! git-cliff's changelog of the commits in a file, one JSON text a line, with its own default configuration. Prints the CPU
//! time without reading the file, the peak of the memory, and how long the changelog is.

use git_cliff_core::changelog::Changelog;
use git_cliff_core::commit::Commit;
use git_cliff_core::embed::EmbeddedConfig;
use git_cliff_core::release::Release;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: greenboard-bench-git-cliff COMMITS.jsonl")?;
    let text = std::fs::read_to_string(path)?;
    let messages: Vec<String> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let start = cpu_time::ProcessTime::now();
    let commits = messages.into_iter().enumerate();
    let commits = commits.map(|(at, message)| Commit::new(format!("{at:040x}"), message)).collect();
    let release = Release { version: Some("v1.3.0".to_owned()), commits, timestamp: Some(1_793_610_000), ..Release::default() };
    let mut config = EmbeddedConfig::parse()?;
    config.remote.offline = true;
    let mut out = Vec::new();
    Changelog::new(vec![release], config, None)?.generate(&mut out)?;
    println!("{:.1} ms, {} KiB, {} bytes", start.elapsed().as_secs_f64() * 1e3, peak(), out.len());
    Ok(())
}

/// The most memory that this process has held, in KiB; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
