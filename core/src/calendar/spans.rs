//! Many windows that are once: which cover an instant, and where one begins next, in the time of a binary search.

use jiff::Timestamp;

/// Spans of time, each with a number that says whose it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Spans {
    /// By start.
    spans: Vec<(Timestamp, Timestamp, usize)>,
    /// The latest end within each block of [`BLOCK`] spans.
    ends: Vec<Timestamp>,
    /// The same time covered, by spans that neither overlap nor touch.
    runs: Vec<(Timestamp, Timestamp)>,
}

const BLOCK: usize = 64;

impl Spans {
    pub(super) fn new(mut spans: Vec<(Timestamp, Timestamp, usize)>) -> Self {
        spans.sort_unstable();
        let ends = spans
            .chunks(BLOCK)
            .map(|block| block.iter().map(|(_, end, _)| *end).max().unwrap_or(Timestamp::MIN))
            .collect();
        let mut runs: Vec<(Timestamp, Timestamp)> = Vec::new();
        for (start, end, _) in &spans {
            match runs.last_mut() {
                Some((_, until)) if *start <= *until => *until = (*until).max(*end),
                _ => runs.push((*start, *end)),
            }
        }
        Self { spans, ends, runs }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// The spans that cover an instant: whose, and until when.
    pub(super) fn covering(&self, at: Timestamp) -> impl Iterator<Item = (usize, Timestamp)> {
        let started = self.spans.partition_point(|(start, ..)| *start <= at);
        let blocks = self.spans.get(..started).unwrap_or_default().chunks(BLOCK);
        let live = blocks.zip(&self.ends).filter(move |(_, end)| **end > at);
        live.flat_map(|(block, _)| block)
            .filter(move |(_, end, _)| *end > at)
            .map(|(_, end, whose)| (*whose, *end))
    }

    /// How long the time from `at` on is covered without a hole.
    pub(super) fn covered_until(&self, at: Timestamp) -> Option<Timestamp> {
        let index = self.runs.partition_point(|(start, _)| *start <= at).checked_sub(1)?;
        self.runs.get(index).map(|(_, end)| *end).filter(|end| *end > at)
    }

    /// The first time after `at` at which a hole ends.
    pub(super) fn start_after(&self, at: Timestamp) -> Option<Timestamp> {
        self.runs.get(self.runs.partition_point(|(start, _)| *start <= at)).map(|(start, _)| *start)
    }
}
