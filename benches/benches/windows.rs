//! Windows: decisions a second, and what they cost with more windows.
#![allow(missing_docs, clippy::unwrap_used)]

use greenboard::calendar::{Cron, Length, Moment, Rule, Window, Windows, Zone, decide};
use greenboard_benches::{Random, cpu};
use jiff::Timestamp;
use std::hint::black_box;

const ZONES: [&str; 5] =
    ["Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo"];

fn hours(hours: u32) -> Length {
    Length::parse(&format!("PT{hours}H")).unwrap()
}

/// What a team has: office hours, a freeze every weekend, one at the end of each month, and Christmas.
fn team(zone: &str) -> Vec<Window> {
    let zone = Zone::parse(zone).unwrap();
    let moment = |text: &str| Moment::parse(text).unwrap();
    let windows = [
        Window::allow("office hours")
            .with_cron(Cron::parse("0 9 * * MON-FRI").unwrap())
            .with_duration(hours(8)),
        Window::deny("weekend")
            .with_start(moment("2020-01-03T17:00"))
            .with_duration(Length::parse("P2DT15H").unwrap())
            .with_rule(Rule::parse("FREQ=WEEKLY").unwrap()),
        Window::deny("month end")
            .with_start(moment("2020-01-31T12:00"))
            .with_duration(hours(36))
            .with_rule(Rule::parse("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1").unwrap()),
        Window::deny("christmas").with_start(moment("2026-12-18")).with_end(moment("2027-01-04")),
    ];
    windows.into_iter().map(|window| window.with_zone(zone.clone())).collect()
}

/// So many windows that are once, and a tenth as many that come again.
fn many(count: usize) -> Vec<Window> {
    let mut random = Random::new(7);
    let mut start = || Timestamp::from_second(1_700_000_000 + random.below(200_000_000) as i64).unwrap();
    let once = (0..count).map(|_| Window::deny("once").with_start(start()).with_duration(hours(2)));
    let mut windows: Vec<Window> = once.collect();
    for index in 0..count / 10 {
        let cron = Cron::parse(&format!("{} {} * * {}", index % 60, index % 24, index % 7)).unwrap();
        windows.push(Window::deny("weekly").with_cron(cron).with_duration(hours(1)));
    }
    windows
}

fn instants(count: u64) -> Vec<Timestamp> {
    let mut random = Random::new(3);
    let second = |_| Timestamp::from_second(1_767_225_600 + random.below(31_536_000) as i64).unwrap();
    (0..count).map(second).collect()
}

fn main() {
    let at = instants(2_000);
    let teams: Vec<Windows> = ZONES.iter().map(|zone| Windows::new(&team(zone)).unwrap()).collect();
    let each = |ask: &dyn Fn(&Windows, Timestamp)| {
        let asked =
            cpu(|| at.iter().enumerate().for_each(|(index, at)| ask(teams.get(index % 5).unwrap(), *at)));
        asked.as_secs_f64() / at.len() as f64
    };
    let open = each(&|windows, at| {
        black_box(windows.is_open(at));
    });
    println!("is it open, 4 windows: {:.2} us, {:.0} a second", open * 1e6, 1.0 / open);
    let decision = each(&|windows, at| {
        black_box(windows.decide(at));
    });
    println!("a decision with next open and close: {:.2} us, {:.0} a second", decision * 1e6, 1.0 / decision);
    let windows = team("America/New_York");
    let first = *at.first().unwrap();
    let ready = cpu(|| black_box(decide(&windows, first).unwrap()));
    println!("the same made ready each time: {:.1} us", ready.as_secs_f64() * 1e6);
    for count in [10, 100, 1_000, 10_000, 100_000] {
        let windows = many(count);
        let made = cpu(|| black_box(Windows::new(&windows).unwrap()));
        let ready = Windows::new(&windows).unwrap();
        let few = at.get(..20).unwrap();
        let decided = cpu(|| few.iter().for_each(|at| drop(black_box(ready.decide(*at)))));
        let (made, decided) = (made.as_secs_f64() * 1e6, decided.as_secs_f64() * 1e6 / few.len() as f64);
        println!(
            "{count} windows once and {} again: made ready in {made:.0} us, a decision {decided:.2} us",
            count / 10
        );
    }
}
