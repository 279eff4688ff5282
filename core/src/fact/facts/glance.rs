//! What is measured of all components, in columns.
//!
//! What is known of a component lies scattered: its name, its record, each of its metrics and what they are about are fetched
//! from memory one after the other, which costs more than all that is decided with them. A gate that only reads the newest
//! numbers can do with less: one number a metric, side by side for all components, and for each component one line of what those
//! numbers have in common (what they are about, from when to when they count). Where that line cannot answer for all of them the
//! component is judged from its records, as ever.

use super::Facts;
use super::held::{Held, Record};
use hashbrown::HashMap;
use jiff::Timestamp;
use std::sync::Arc;

/// What is measured of all components, in columns. Made when it is first asked for, and forgotten when facts are added.
#[derive(Debug, Default)]
pub(crate) struct Glance {
    /// By name: those that something is known of, and those that the roster knows.
    pub rows: Vec<GlanceRow>,
    components: Vec<(Box<str>, Option<Arc<Held>>)>,
    /// By the number of the metric's name: its newest value of each component; not a number where there is none.
    columns: HashMap<u32, Box<[f64]>>,
}

/// What the newest measurements of a component have in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GlanceRow {
    /// When the last of them was observed.
    pub newest: Timestamp,
    /// When the first of them stops to count.
    pub first_expiry: Timestamp,
    /// The number of the one environment that any of them is of; 0 where none is, [`MIXED`](Self::MIXED) for several.
    pub environment: u32,
    /// Whether all are about the candidate's version and digest, or leave open which.
    pub is_about_candidate: bool,
    /// Whether nothing has a say beyond the criteria: neither contradictions nor emergencies.
    pub is_plain: bool,
    /// When what goes out, as far as anybody knows by now, was put forward: before that it was something else.
    pub candidate_from: Timestamp,
    /// Whether it is known what of it goes out.
    pub has_candidate: bool,
    /// Whether the roster knows it.
    pub is_listed: bool,
    /// Whether any fact is about it.
    pub is_held: bool,
}

impl GlanceRow {
    /// Stands for several environments.
    pub(crate) const MIXED: u32 = u32::MAX - 1;

    fn empty(is_held: bool, is_listed: bool) -> Self {
        Self {
            newest: Timestamp::MIN,
            first_expiry: Timestamp::MAX,
            environment: 0,
            is_about_candidate: true,
            is_plain: true,
            candidate_from: Timestamp::MIN,
            has_candidate: false,
            is_listed,
            is_held,
        }
    }

    fn take(&mut self, record: &Record) {
        self.newest = self.newest.max(record.observed_at);
        self.first_expiry = self.first_expiry.min(record.expires_at);
        if record.environment != 0 && record.environment != self.environment {
            self.environment = if self.environment == 0 { record.environment } else { Self::MIXED };
        }
    }

    /// Whether all its numbers are those that count at an instant, but for the environment.
    pub(crate) fn is_in_time(&self, at: Timestamp) -> bool {
        self.is_about_candidate && self.candidate_from <= at && self.newest <= at && self.first_expiry > at
    }

    /// Whether none of its numbers is of another environment than this.
    pub(crate) fn is_of(&self, environment: Option<u32>) -> bool {
        self.environment == 0 || environment.is_none_or(|number| number == self.environment)
    }
}

impl Facts {
    /// What is measured of all components, in columns.
    pub(crate) fn glance(&self) -> &Glance {
        self.glance.get_or_init(|| Arc::new(Glance::of(self)))
    }

    /// How many components there are to be asked about.
    pub(crate) fn component_count(&self) -> usize {
        self.components.len().max(self.roster().components.len())
    }
}

/// So many components to one that has the metric, and no more, are worth a column: all columns together are then no more than so
/// many times the records.
const SPARSE: usize = 8;

impl Glance {
    fn of(facts: &Facts) -> Self {
        let mut glance = Self::default();
        let metric = facts.number("metric");
        let mut measured: HashMap<u32, usize> = HashMap::new();
        for (held, metric) in facts.components.values().filter_map(|held| Some((held, metric?))) {
            newest(held, metric).for_each(|record| *measured.entry(record.name).or_default() += 1);
        }
        let enough = |having: usize| having * SPARSE >= facts.component_count();
        let worth = measured.into_iter().filter(|(_, having)| enough(*having));
        glance.list(facts, metric, worth.map(|(name, _)| (name, Vec::new())).collect());
        glance
    }

    /// Lists all components, and fills the columns.
    fn list(&mut self, facts: &Facts, metric: Option<u32>, mut columns: HashMap<u32, Vec<f64>>) {
        let mut held = facts.components.iter().peekable();
        let mut listed = facts.roster().components.keys().peekable();
        loop {
            let name = match (held.peek(), listed.peek()) {
                (Some((a, _)), Some(b)) => (*a).min(*b),
                (Some((name, _)), None) | (None, Some(name)) => *name,
                (None, None) => break,
            };
            let is_listed = listed.next_if(|listed| *listed == name).is_some();
            let known = held.next_if(|(held, _)| *held == name).map(|(_, held)| held);
            let mut row = GlanceRow::empty(known.is_some(), is_listed);
            let at = self.rows.len();
            if let Some(known) = known {
                let candidate = known.candidates.first();
                let versions = candidate.map(|candidate| facts.versions_of(candidate)).unwrap_or_default();
                let digest = candidate.and_then(|candidate| facts.digest_of(candidate));
                row.has_candidate = candidate.is_some();
                if let Some(from) = candidate.and_then(|candidate| candidate.observed_at) {
                    row.candidate_from = from;
                }
                row.is_plain = known.emergencies.is_empty() && !facts.is_contradictory(name);
                for record in metric.into_iter().flat_map(|metric| newest(known, metric)) {
                    let Some(column) = columns.get_mut(&record.name) else { continue };
                    column.resize(at, f64::NAN);
                    column.push(record.number);
                    row.take(record);
                    row.is_about_candidate &= record.is_of(&versions, digest);
                }
            }
            self.rows.push(row);
            self.components.push((name.as_str().into(), known.cloned()));
        }
        let count = self.rows.len();
        let whole = |(name, mut column): (u32, Vec<f64>)| {
            column.resize(count, f64::NAN);
            (name, column.into_boxed_slice())
        };
        self.columns = columns.into_iter().map(whole).collect();
    }

    /// The name of the component of a row.
    pub(crate) fn name(&self, row: usize) -> &str {
        self.components.get(row).map_or("", |(name, _)| name)
    }

    /// What is known of it.
    pub(crate) fn held(&self, row: usize) -> Option<&Held> {
        self.components.get(row)?.1.as_deref()
    }

    /// The newest values of a metric, by the number of its name; none where few components have it.
    pub(crate) fn column(&self, name: u32) -> Option<&[f64]> {
        self.columns.get(&name).map(|column| &**column)
    }
}

/// The newest record of each metric.
fn newest(held: &Held, metric: u32) -> impl Iterator<Item = &Record> {
    // Zero stands for none.
    let mut last = 0;
    let records = held.evidence(super::Topic { kind: metric, name: None }).iter();
    records.filter(move |record| std::mem::replace(&mut last, record.name) != record.name)
}
