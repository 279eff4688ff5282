//! What the benches share: seeded inputs, and a stopwatch that counts this process's CPU time.

use cpu_time::ProcessTime;
use greenboard::document::{self, Format, Node, Value};
use greenboard::ledger::{self, Actor, Draft};
use jiff::{SignedDuration, Timestamp};
use std::hint::black_box;
use std::time::Duration;

/// A small seeded generator (SplitMix64), so that every run and every language measures the same input.
pub struct Random(u64);

impl Random {
    /// The generator of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    /// One of these.
    pub fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of.get(self.below(of.len() as u64) as usize).copied().unwrap_or_default()
    }
}

/// SemVer texts as a registry has them: small numbers, one in four a prerelease.
pub fn semver_texts(count: usize, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut text = || {
        let (major, minor, patch) = (random.below(30), random.below(60), random.below(120));
        if random.below(4) > 0 {
            return format!("{major}.{minor}.{patch}");
        }
        let tag = random.pick(&["alpha", "beta", "rc", "next", "canary-20260101"]);
        format!("{major}.{minor}.{patch}-{tag}.{}", random.below(40))
    };
    (0..count).map(|_| text()).collect()
}

/// PEP 440 texts as PyPI has them: two to four parts, one in five with a prerelease, post or dev part, few not normalised.
pub fn pep440_texts(count: usize, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut text = || {
        let parts = 2 + random.below(3);
        let release: Vec<String> = (0..parts).map(|_| random.below(80).to_string()).collect();
        let release = release.join(".");
        let number = random.below(12);
        match random.below(20) {
            0 => format!("{release}a{number}"),
            1 => format!("{release}rc{number}"),
            2 => format!("{release}.post{number}"),
            3 => format!("{release}.dev{number}"),
            4 => format!("v{release}-beta.{number}"),
            _ => release,
        }
    };
    (0..count).map(|_| text()).collect()
}

/// npm ranges in the proportions of published manifests: carets first, then tildes, exact versions and the rest.
pub fn npm_ranges(count: usize, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut text = || {
        let (major, minor, patch) = (random.below(30), random.below(60), random.below(120));
        match random.below(16) {
            0..=7 => format!("^{major}.{minor}.{patch}"),
            8 | 9 => format!("~{major}.{minor}.{patch}"),
            10 => format!("{major}.{minor}.{patch}"),
            11 => format!(">={major}.{minor}.{patch} <{}.0.0", major + 2),
            12 => format!("{major}.x"),
            13 => format!("^{major}.{minor}.0 || ^{}.0.0", major + 1),
            14 => format!("{major}.{minor}.{patch} - {}.{minor}", major + 1),
            _ => format!("^{major}.{minor}.{patch}-rc.{}", random.below(5)),
        }
    };
    (0..count).map(|_| text()).collect()
}

/// A graph without circles, as monorepos have them: `count` components, each but the first few with four providers among those
/// before it, most of them near. Consumer and provider by number.
pub fn edges(count: u32, seed: u64) -> Vec<(u32, u32)> {
    let mut random = Random::new(seed);
    let mut edges = Vec::with_capacity(count as usize * 4);
    for consumer in 1..count {
        for _ in 0..4 {
            let far = random.below(4) == 0;
            let within = u64::from(if far { consumer } else { consumer.min(1000) });
            // Below `consumer`, which is a u32.
            edges.push((consumer, consumer - 1 - random.below(within) as u32));
        }
    }
    // A repository does not list its components in the order of their publication.
    let mut places: Vec<u32> = (0..count).collect();
    for at in (1..places.len()).rev() {
        places.swap(at, random.below(at as u64 + 1) as usize);
    }
    let place = |node: u32| places.get(node as usize).copied().unwrap_or(node);
    edges.iter().map(|(consumer, provider)| (place(*consumer), place(*provider))).collect()
}

/// The names of so many components, sorted.
pub fn names(count: u32) -> Vec<String> {
    (0..count).map(|at| format!("component-{at:07}")).collect()
}

/// The median CPU time of five runs, after one that is not counted.
pub fn cpu<T>(mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    let mut times = [(); 5].map(|()| {
        let start = ProcessTime::now();
        black_box(work());
        start.elapsed()
    });
    times.sort();
    let [_, _, median, ..] = times;
    median
}

/// One line of a bench's report: ours, the peer's, and ours as a multiple of the peer's speed.
pub fn report(name: &str, ours: Duration, peer: &str, theirs: Duration) {
    let times = theirs.as_secs_f64() / ours.as_secs_f64();
    println!("{name:<58} {:>10.2} ms  {peer:<16} {:>10.2} ms  {times:>7.1}x", ms(ours), ms(theirs));
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

/// Messages as the histories of busy repositories have them: most conventional, a third with a body, some with footers, some
/// breaking, one in ten of no convention.
pub fn commit_messages(count: usize, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let kinds = ["feat", "fix", "fix", "chore", "docs", "refactor", "test", "perf", "build", "ci"];
    let scopes = ["", "", "(core)", "(parser)", "(cli)", "(deps)", "(ui/table)"];
    let words = [
        "read", "write", "arrays", "of", "the", "board", "lanes", "faster", "without", "a", "panic",
        "version",
    ];
    let sentence = |random: &mut Random, least: u64| {
        let count = least + random.below(6);
        (0..count).map(|_| random.pick(&words)).collect::<Vec<_>>().join(" ")
    };
    let mut message = |at: usize| {
        let subject = sentence(&mut random, 3);
        if random.below(10) == 0 {
            return format!("{subject} (#{at})");
        }
        let (kind, scope) = (random.pick(&kinds), random.pick(&scopes));
        let breaking = if random.below(40) == 0 { "!" } else { "" };
        let mut text = format!("{kind}{scope}{breaking}: {subject} (#{at})");
        if random.below(3) == 0 {
            text.push_str(&format!("\n\n{}\n{}.", sentence(&mut random, 8), sentence(&mut random, 8)));
        }
        match random.below(12) {
            0 => text.push_str(&format!("\n\nCloses: #{at}\nReviewed-by: someone")),
            1 => text.push_str(&format!("\n\nBREAKING CHANGE: {}", sentence(&mut random, 6))),
            _ => {}
        }
        text
    };
    (0..count).map(&mut message).collect()
}

/// The most memory that this process has held, in KiB; 0 where the system does not tell.
pub fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Drafts as a year of releases makes them: plans, evidence, approvals, deployments, by people and programs.
pub fn ledger_drafts(count: usize) -> Vec<Draft> {
    let mut random = Random::new(11);
    let mut at =
        Timestamp::UNIX_EPOCH.saturating_add(SignedDuration::from_secs(1_767_225_600)).unwrap_or_default();
    let mut draft = |index: usize| {
        at = at.saturating_add(SignedDuration::from_millis(random.below(60_000) as i64)).unwrap_or_default();
        let kind = random.pick(&[
            "release.planned",
            "gate.evaluated",
            "gate.approved",
            "deploy.started",
            "deploy.finished",
        ]);
        let subject =
            format!("release/{}@1.{}.0", random.pick(&["api", "web", "core", "billing"]), index / 40);
        let actor = match random.below(3) {
            0 => Actor::human(format!("user:{}", random.pick(&["alice", "bob", "carol"]))),
            _ => Actor::service("svc:ci"),
        };
        let data = format!(
            r#"{{"environment":"{}","gate":"{}","passed":{},"score":0.{}}}"#,
            random.pick(&["staging", "production"]),
            random.pick(&["tests", "security", "coverage"]),
            random.below(9) > 0,
            1 + random.below(9)
        );
        let data = document::read(data, Format::Json).unwrap_or_else(|_| Node::new(Value::Map(Vec::new())));
        Draft::new(format!("command-{index}/0"), kind, subject, actor, at).with_data(data)
    };
    let genesis =
        ledger::genesis("example.com/releases", [7; 16], Actor::service("svc:ci"), Timestamp::UNIX_EPOCH);
    std::iter::once(genesis).chain((1..count).map(&mut draft)).collect()
}

/// The export of a ledger of so many entries.
///
/// # Panics
/// Where the drafts are none, which they are not.
pub fn ledger_export(count: usize) -> Vec<u8> {
    let drafts = ledger_drafts(count);
    let (mut out, mut head) = (Vec::new(), None);
    for draft in &drafts {
        let Ok(sealed) = ledger::seal(std::slice::from_ref(draft), head.as_ref(), draft.at) else { break };
        head = sealed.head;
        out.extend(ledger::export(&sealed.entries));
    }
    assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), count);
    out
}
