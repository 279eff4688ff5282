//! What is owed equals a slow model, and the clock says of each thing once that it is overdue.

use crate::oracle::due::{status, working_minutes_after};
use greenboard::fact::Facts;
use greenboard::gate::GateSet;
use greenboard::ledger::Actor;
use greenboard::release::{
    Action, Context, Envelope, Event, Happening, OwedKind, Release, ReleaseCreated, ReleasePlanned,
    ReleaseStarted, ReleaseState, Roles, StageEntered, Task, Template, TickCommand, decide, due, evolve,
};
use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

/// A minute of the four weeks around the end of a year.
fn minute() -> impl Strategy<Value = Timestamp> {
    let first: Timestamp = "2026-12-21T00:00:00Z".parse().unwrap();
    (0..28 * 24 * 60_i64).prop_map(move |minutes| first + SignedDuration::from_mins(minutes))
}

/// Active since an instant, with tasks and actions.
fn active(since: Timestamp, tasks: &[Timestamp], actions: &[Timestamp]) -> ReleaseState {
    let task = |(index, due): (usize, &Timestamp)| Task::new(format!("t{index}"), "do it").with_due(*due);
    let action = |(index, due): (usize, &Timestamp)| Action::new(format!("a{index}"), "do it").with_due(*due);
    let release = Release::new("r1", "train")
        .with_tasks(tasks.iter().enumerate().map(task))
        .with_actions(actions.iter().enumerate().map(action));
    let template = Template::builtin("train").unwrap();
    let happened: [Happening; 4] = [
        ReleaseCreated::new(release, template).into(),
        ReleasePlanned::new().into(),
        ReleaseStarted::new().into(),
        StageEntered::new("develop", 1).into(),
    ];
    let event = |(index, what): (usize, Happening)| {
        Event::new(format!("given-{index}/0"), "r1", Actor::human("rita"), since, what)
    };
    happened.into_iter().enumerate().map(event).fold(None, |state, event| evolve(state, &event)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_table_holds(since in minute(), now in minute(), tasks in vec(minute(), 0..4), actions in vec(minute(), 0..4)) {
        let state = active(since, &tasks, &actions);
        let mut expected = Vec::new();
        let days = |days: i64| SignedDuration::from_hours(24 * days);
        for (index, at) in tasks.iter().enumerate() {
            let status = status(now, Some(*at - days(2)), *at, Some(*at));
            expected.push((*at, OwedKind::Task, format!("t{index}"), status));
        }
        for (index, at) in actions.iter().enumerate() {
            expected.push((*at, OwedKind::Action, format!("a{index}"), status(now, None, *at, None)));
        }
        if since <= now {
            // Three days of 24 hours, half of them, and half of them more.
            let at = working_minutes_after(since, 3 * 1440);
            let status = status(now, Some(working_minutes_after(since, 2160)), at, Some(at));
            expected.push((at, OwedKind::Approval, "assess".to_owned(), status));
        }
        expected.sort();
        let owed = due(&state, now);
        let expires = owed.iter().find_map(|one| one.expires_at);
        prop_assert_eq!(expires, (since <= now).then(|| working_minutes_after(since, 6480)));
        let found: Vec<_> = owed.into_iter().map(|one| (one.due, one.kind, one.of, one.status)).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_clock_says_each_thing_once(since in minute(), tasks in vec(minute(), 0..4), mut ticks in vec(minute(), 1..8)) {
        let mut state = active(since, &tasks, &[]);
        let context = Context::new(GateSet::default(), Roles::new(), Facts::default()).unwrap();
        ticks.retain(|at| *at >= since);
        ticks.sort_unstable();
        let mut said = Vec::new();
        for (index, at) in ticks.iter().enumerate() {
            let envelope = Envelope::new(format!("tick-{index}"), Actor::service("clock"), *at, TickCommand::new());
            for event in decide(Some(&state), &envelope, &context).unwrap() {
                let name = match &event.what {
                    Happening::ItemOverdue(overdue) => format!("overdue {}", overdue.owed),
                    Happening::Escalated(escalated) => format!("escalated {}", escalated.owed),
                    other => panic!("{other:?}"),
                };
                prop_assert!(!said.contains(&name), "twice: {}", name);
                said.push(name);
                state = evolve(Some(state), &event).unwrap();
            }
        }
        // However often it was asked in between: all that was overdue by the last time was said.
        if let Some(last) = ticks.last() {
            let overdue = tasks.iter().filter(|due| *due <= last).count();
            prop_assert_eq!(said.iter().filter(|name| name.starts_with("overdue task/")).count(), overdue);
        }
    }
}
