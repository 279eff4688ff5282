//! Gates judged the obvious way: every criterion by looking through all facts, every gate by sorting, every way by trying all.

use greenboard::fact::{Candidate, Evidence, Fact, Metric, Subject, Waiver};
use greenboard::gate::{Criterion, Gate, GateFile, GateSet, Outcome, Severity, Signal, ThresholdCriterion};
use jiff::{SignedDuration, Timestamp};

/// A criterion: metric `m<metric>` at most 10.
#[derive(Debug, Clone)]
pub struct Asks {
    pub metric: u8,
    pub severity: Option<Severity>,
    pub cost: u8,
}

#[derive(Debug, Clone)]
pub struct Guard {
    pub severity: Severity,
    pub at_least: Option<u8>,
    pub asks: Vec<Asks>,
    /// The components that it is not for.
    pub except: Vec<u8>,
}

/// A measurement: minutes after the first instant, and for how many minutes it counts.
#[derive(Debug, Clone)]
pub struct Measured {
    pub component: u8,
    pub metric: u8,
    pub value: u8,
    pub version: Option<u8>,
    pub minute: u8,
    pub lasts: Option<u8>,
}

/// A waiver of criterion `c<criterion>` of gate `g<gate>`.
#[derive(Debug, Clone)]
pub struct Exempt {
    pub component: Option<u8>,
    pub gate: u8,
    pub criterion: u8,
    pub minute: u8,
    pub lasts: Option<u8>,
}

/// What passes at most.
pub const MOST: u8 = 10;

pub fn minute(minute: u8) -> Timestamp {
    let start: Timestamp = "2026-11-02T09:00:00Z".parse().unwrap();
    start + SignedDuration::from_mins(i64::from(minute))
}

pub fn component(number: u8) -> String {
    format!("component-{number}")
}

pub fn gates(guards: &[Guard]) -> GateSet {
    let mut file = GateFile::new();
    for (number, guard) in guards.iter().enumerate() {
        let mut gate = Gate::new(format!("g{number}"));
        gate.severity = guard.severity;
        gate.at_least = guard.at_least.map(u32::from);
        gate.select.except = guard.except.iter().map(|except| component(*except)).collect();
        for (number, asks) in guard.asks.iter().enumerate() {
            let check = ThresholdCriterion::new(format!("m{}", asks.metric)).with_maximum(f64::from(MOST));
            let mut criterion = Criterion::new(format!("c{number}"), check);
            criterion.about.severity = asks.severity;
            criterion.about.cost = Some(f64::from(asks.cost));
            gate = gate.with_criterion(criterion);
        }
        file = file.with_gate(gate);
    }
    GateSet::new(file).unwrap()
}

impl Measured {
    /// As a fact, by a number that is its own.
    pub fn fact(&self, number: usize) -> Fact {
        let mut subject = Subject::new(component(self.component));
        if let Some(version) = self.version {
            subject = subject.with_version(format!("1.0.{version}"));
        }
        let value = Metric::new(format!("m{}", self.metric), f64::from(self.value)).into();
        let mut evidence = Evidence::new(format!("e{number}"), subject, value, minute(self.minute));
        if let Some(lasts) = self.lasts {
            evidence =
                evidence.with_expires_at(minute(self.minute) + SignedDuration::from_mins(i64::from(lasts)));
        }
        evidence.into()
    }
}

impl Exempt {
    pub fn fact(&self, number: usize) -> Fact {
        let criterion = format!("c{}", self.criterion);
        let mut waiver = Waiver::new(format!("w{number}"), criterion, "known", "grace", minute(self.minute))
            .with_gate(format!("g{}", self.gate));
        if let Some(component_) = self.component {
            waiver = waiver.with_component(component(component_));
        }
        if let Some(lasts) = self.lasts {
            waiver =
                waiver.with_expires_at(minute(self.minute) + SignedDuration::from_mins(i64::from(lasts)));
        }
        waiver.into()
    }

    fn holds(&self, of: u8, at: u8) -> bool {
        self.component.is_none_or(|component| component == of)
            && self.minute <= at
            && self.lasts.is_none_or(|lasts| u16::from(at) < u16::from(self.minute) + u16::from(lasts))
    }
}

pub fn candidate(number: u8, version: u8) -> Fact {
    Candidate::new(component(number)).with_version(format!("1.0.{version}")).into()
}

/// What a metric of a component comes to: the newest, of several as new the one that was numbered first by name. Where that has
/// expired, others as new stand in for it, and nothing older does.
fn outcome(measured: &[Measured], of: u8, version: Option<u8>, metric: u8, at: u8) -> Outcome {
    let observed = |one: &Measured| {
        one.component == of
            && one.metric == metric
            && (one.version.is_none() || version.is_none() || one.version == version)
            && one.minute <= at
    };
    let is_good = |one: &Measured| {
        one.lasts.is_none_or(|lasts| u16::from(at) < u16::from(one.minute) + u16::from(lasts))
    };
    let last = measured.iter().filter(|one| observed(one)).map(|one| one.minute).max();
    let counts = |one: &Measured| observed(one) && Some(one.minute) == last && is_good(one);
    let counting = measured.iter().enumerate().filter(|(_, one)| counts(one));
    let newest = counting.min_by_key(|(number, _)| format!("e{number}"));
    match newest {
        None => Outcome::Pending,
        Some((_, one)) if one.value <= MOST => Outcome::Pass,
        Some(_) => Outcome::Fail,
    }
}

/// The outcomes of a component's criteria, gate by gate; none of gates that are not for it.
pub fn outcomes(
    guards: &[Guard],
    measured: &[Measured],
    waivers: &[Exempt],
    of: u8,
    version: Option<u8>,
    at: u8,
) -> Vec<Option<Vec<Outcome>>> {
    let of_guard = |(gate, guard): (usize, &Guard)| {
        if guard.except.contains(&of) {
            return None;
        }
        let of_asks = |(number, asks): (usize, &Asks)| {
            let outcome = outcome(measured, of, version, asks.metric, at);
            let waived = waivers.iter().any(|waiver| {
                usize::from(waiver.gate) == gate
                    && usize::from(waiver.criterion) == number
                    && waiver.holds(of, at)
            });
            if waived && outcome != Outcome::Pass { Outcome::Waived } else { outcome }
        };
        Some(guard.asks.iter().enumerate().map(of_asks).collect())
    };
    guards.iter().enumerate().map(of_guard).collect()
}

/// What an outcome means, read off the table in the specification.
fn signal(severity: Severity, outcome: Outcome) -> Signal {
    match (severity, outcome) {
        (Severity::Info, _) => Signal::Go,
        (_, Outcome::Pass) => Signal::Go,
        (_, Outcome::Waived) => Signal::Conditional,
        (Severity::Warn, _) => Signal::Conditional,
        (_, Outcome::Fail) => Signal::NoGo,
        _ => Signal::Pending,
    }
}

/// What a gate says: its criteria sorted, the last of those that are needed.
pub fn gate_signal(guard: &Guard, outcomes: &[Outcome]) -> Signal {
    let severity = |asks: &Asks| asks.severity.unwrap_or(guard.severity);
    // What is for information only stands in for nothing.
    let saying = guard.asks.iter().zip(outcomes).filter(|(asks, _)| severity(asks) != Severity::Info);
    let mut signals: Vec<Signal> = saying.map(|(asks, outcome)| signal(severity(asks), *outcome)).collect();
    if signals.is_empty() {
        return Signal::Go;
    }
    signals.sort();
    let needed = guard.at_least.map_or(signals.len(), usize::from);
    signals[needed - 1]
}

pub fn verdict(guards: &[Guard], outcomes: &[Option<Vec<Outcome>>]) -> Signal {
    let of =
        |(guard, outcomes): (&Guard, &Option<Vec<Outcome>>)| Some(gate_signal(guard, outcomes.as_ref()?));
    guards.iter().zip(outcomes).filter_map(of).max().unwrap_or(Signal::Go)
}

/// The sets of criteria, as gate and number, that turn the verdict when they hold, and of which none can be left out: by cost, then
/// by size, then in order. By trying all.
pub fn ways(
    guards: &[Guard],
    outcomes: &[Option<Vec<Outcome>>],
    target: Signal,
) -> Vec<(u64, Vec<(usize, usize)>)> {
    let mut open = Vec::new();
    for (gate, (guard, outcomes)) in guards.iter().zip(outcomes).enumerate() {
        for (number, outcome) in outcomes.iter().flatten().enumerate() {
            if signal(guard.asks[number].severity.unwrap_or(guard.severity), *outcome) > target {
                open.push((gate, number));
            }
        }
    }
    let turned = |set: &[(usize, usize)]| {
        let mut outcomes = outcomes.to_vec();
        for (gate, number) in set {
            outcomes[*gate].as_mut().unwrap()[*number] = Outcome::Pass;
        }
        verdict(guards, &outcomes) <= target
    };
    let mut found = Vec::new();
    for bits in 0_u32..1 << open.len() {
        let set: Vec<(usize, usize)> =
            open.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, one)| *one).collect();
        let without = |at: usize| {
            set.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, one)| *one).collect()
        };
        let minimal = (0..set.len()).all(|at| {
            let fewer: Vec<(usize, usize)> = without(at);
            !turned(&fewer)
        });
        if turned(&set) && minimal {
            let cost = set.iter().map(|(gate, number)| u64::from(guards[*gate].asks[*number].cost)).sum();
            found.push((cost, set));
        }
    }
    found.sort_by(|a, b| (a.0, a.1.len(), &a.1).cmp(&(b.0, b.1.len(), &b.1)));
    found
}
