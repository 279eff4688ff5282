//! Boards beside the `cel` crate on the same input, and how a board is kept up. CPU time, median of five; the cel crate has its
//! programs compiled and its contexts built beforehand, greenboard the evidence in a handle.
#![allow(missing_docs, clippy::unwrap_used)]

use cel::{Context, Program, Value};
use greenboard::fact::{Evidence, Fact, Facts, Metric, Profile, Roster, Subject};
use greenboard::gate::{GateSet, LiveBoard, Scope, Signal, board, signals};
use greenboard_benches::{cpu, report};
use std::time::{Duration, Instant};

/// At most this passes.
const MOST: f64 = 0.99;

fn main() {
    let given: Vec<u64> = std::env::args().filter_map(|count| count.parse().ok()).collect();
    let counts = if given.is_empty() { vec![1_000, 10_000, 100_000] } else { given };
    for conditions in [10, 20] {
        for &count in &counts {
            against_cel(count, conditions);
        }
    }
    for failing in [0, 5, 50] {
        for &count in &counts {
            whole_board(count, failing);
        }
    }
    for components in [300, 10_000] {
        one_new_fact(components, 20);
    }
}

/// From 0 to 0.999, evenly: nine components in ten pass ten conditions.
fn value(component: u64, metric: u64) -> f64 {
    ((component * 7919 + metric * 104_729) % 1000) as f64 / 1000.0
}

fn gates(conditions: u64) -> GateSet {
    let criterion =
        |metric| format!("{{name: m{metric}, kind: threshold, metric: metric{metric}, maximum: {MOST}}}");
    let criteria: Vec<String> = (0..conditions).map(criterion).collect();
    GateSet::parse(&format!("gates: [{{name: quality, criteria: [{}]}}]", criteria.join(", "))).unwrap()
}

fn facts(count: u64, metrics: u64, value: impl Fn(u64, u64) -> f64) -> Facts {
    let mut roster = Roster::new();
    for component in 0..count {
        roster = roster.with_component(name(component), Profile::new().with_owner("team"));
    }
    let mut facts = Facts::new(roster);
    facts.add((0..count).flat_map(|component| {
        let value = &value;
        (0..metrics).map(move |metric| measured(component, metric, value(component, metric), 0))
    }));
    facts
}

fn measured(component: u64, metric: u64, value: f64, round: u64) -> Fact {
    let id = format!("{component}-{metric}-{round}");
    let at = "2026-11-02T08:00:00Z".parse::<jiff::Timestamp>().unwrap();
    let at = at + jiff::SignedDuration::from_secs(i64::try_from(round).unwrap());
    let value = Metric::new(format!("metric{metric}"), value).into();
    Evidence::new(id, Subject::new(name(component)), value, at).into()
}

fn name(component: u64) -> String {
    format!("component-{component}")
}

fn at() -> jiff::Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

/// One gate over all components, as a board and as one expression a component.
fn against_cel(count: u64, conditions: u64) {
    let (gates, facts) = (gates(conditions), facts(count, conditions, value));
    let ours = || signals(&gates, &facts, &Scope::new(), at()).unwrap().go;
    let whole = || board(&gates, &facts, &Scope::new(), at()).unwrap().verdicts.go;
    // The first time columns are made.
    let start = cpu_time::ProcessTime::now();
    let first = ours();
    let made = start.elapsed();
    let conditions_of: Vec<String> =
        (0..conditions).map(|metric| format!("metric{metric} <= {MOST}")).collect();
    let program = Program::compile(&conditions_of.join(" && ")).unwrap();
    let contexts: Vec<Context<'_, '_>> = (0..count)
        .map(|component| {
            let mut context = Context::default();
            for metric in 0..conditions {
                context.add_variable_from_value(format!("metric{metric}"), value(component, metric));
            }
            context
        })
        .collect();
    let passes = |context: &&Context<'_, '_>| matches!(program.execute(context), Ok(Value::Bool(true)));
    let theirs = || contexts.iter().filter(passes).count() as u64;
    assert_eq!([first, ours(), whole()], [theirs(); 3]);
    let (what, cel) = (format!("gate of {conditions} over {} records", count * conditions), cpu(theirs));
    report(&what, cpu(ours), "cel 0.15", cel);
    report(&format!("{what}, as a board"), cpu(whole), "cel 0.15", cel);
    println!("{what}, the first time after facts were added {:>10.2} ms CPU", ms(made));
}

/// Twenty criteria over all components, so many of a hundred findings failing.
fn whole_board(count: u64, failing: u64) {
    let bad = move |component: u64, metric: u64| (component * 31 + metric * 17) % 100 < failing;
    let (gates, facts) = (gates(20), facts(count, 20, |c, m| if bad(c, m) { 1.0 } else { 0.5 }));
    let time = cpu(|| board(&gates, &facts, &Scope::new(), at()).unwrap());
    let start = Instant::now();
    let made = board(&gates, &facts, &Scope::new(), at()).unwrap();
    let wall = start.elapsed();
    println!(
        "board of {count} x 20, {failing} % failing {:>10.2} ms CPU {:>10.2} ms wall, {} findings",
        ms(time),
        ms(wall),
        made.outcomes.fail,
    );
}

/// One new fact after the other: taken in, and the board kept up.
fn one_new_fact(count: u64, metrics: u64) {
    const ROUNDS: u64 = 2_000;
    let mut facts = facts(count, metrics, value);
    let mut live = LiveBoard::new(gates(metrics), Scope::new(), &facts, at()).unwrap();
    let mut times: Vec<Duration> = (1..=ROUNDS)
        .map(|round| {
            let component = round * 7 % count;
            let fact = measured(component, round % metrics, value(component + round, round), round);
            let start = Instant::now();
            facts.add([fact]);
            std::hint::black_box(live.update(&facts, at()).unwrap());
            start.elapsed()
        })
        .collect();
    times.sort();
    let at_share = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    assert!(live.board().verdict > Signal::Go);
    println!(
        "one new fact on a board of {count} x {metrics}: median {:.1} us, p99 {:.1} us",
        at_share(0.5).as_secs_f64() * 1e6,
        at_share(0.99).as_secs_f64() * 1e6
    );
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}
