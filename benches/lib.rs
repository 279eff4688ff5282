//! What the benches share: a seeded generator and a stopwatch that counts this process's CPU time.

use cpu_time::ProcessTime;
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
}

/// SemVer texts as a registry has them: small numbers, one in four a prerelease.
pub fn semver_texts(count: usize, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let tags = ["alpha", "beta", "rc", "next", "canary-20260101"];
    (0..count)
        .map(|_| {
            let (major, minor, patch) = (random.below(30), random.below(60), random.below(120));
            match random.below(4) {
                0 => {
                    let tag = tags[random.below(5) as usize];
                    format!("{major}.{minor}.{patch}-{tag}.{}", random.below(40))
                }
                _ => format!("{major}.{minor}.{patch}"),
            }
        })
        .collect()
}

/// The median CPU time of five runs, after one that is not counted.
pub fn cpu<T>(mut work: impl FnMut() -> T) -> Duration {
    black_box(work());
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = ProcessTime::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[2]
}
