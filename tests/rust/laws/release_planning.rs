//! What is planned around releases: conflicts equal every pair compared, free time is free, change requests keep their rules, risk
//! keeps to its scales, and working days equal days counted one by one.

use crate::oracle::conflict::{Meeting, meetings};
use greenboard::calendar::{Calendar, Cron, Length, Window};
use greenboard::fact::ChangeType;
use greenboard::release::change_request::{
    ChangeAction, ChangeApprovals, ChangeFlow, ChangeState, ChangeStep, ChangeTask, CloseCode, TaskHold,
    advance_change, change_transitions,
};
use greenboard::release::conflict::{
    Claim, ConflictCalendar, ConflictKind, ConflictRules, conflicts, next_free_slots,
};
use greenboard::release::risk::{
    RegisterMethod, RegisterRow, RiskMethod, StageMethod, TrackRecordMethod, residual,
};
use greenboard::release::timeline::{Day, WorkCalendar, plan_backward, week_number};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::collections::BTreeSet;

const COMPONENTS: [&str; 4] = ["platform", "shop", "cart", "search"];
const PLACES: [&str; 2] = ["staging", "production"];
const PEOPLE: [&str; 2] = ["ada", "grace"];

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn claim() -> impl Strategy<Value = Claim> {
    let names = (
        subsequence(COMPONENTS.to_vec(), 0..3),
        subsequence(PLACES.to_vec(), 0..2),
        subsequence(PEOPLE.to_vec(), 0..2),
    );
    (0..5_u8, 0..40_i64, 0..12_i64, names).prop_map(
        |(release, start, length, (components, places, people))| {
            Claim::new(format!("R-{release}"), at(start), at(start + length))
                .with_components(components)
                .with_environments(places)
                .with_people(people)
        },
    )
}

fn rules() -> ConflictRules {
    ConflictRules::new()
        .with_parent("shop", "platform")
        .with_parent("cart", "shop")
        .with_parent("search", "platform")
}

proptest! {
    /// The sweep finds what comparing every pair finds, second by second, and nothing twice.
    #[test]
    fn a_sweep_equals_every_pair(claims in vec(claim(), 0..14)) {
        let rules = rules();
        let report = conflicts(&claims, &rules, at(0)).unwrap();
        let mut found: BTreeSet<Meeting> = BTreeSet::new();
        for conflict in &report.conflicts {
            let [a, b] = &conflict.between[..] else { panic!("two releases") };
            prop_assert!(a < b && conflict.starts_at < conflict.ends_at);
            for second in conflict.starts_at.as_second()..conflict.ends_at.as_second() {
                let meeting = (conflict.kind, conflict.subject.clone(), [a.clone(), b.clone()], second);
                // A component may be the child of one release's, and its parent the other's, both ways round.
                let new = found.insert(meeting);
                prop_assert!(new || conflict.kind == ConflictKind::RelatedComponent, "{conflict:?} twice");
            }
        }
        prop_assert!(report.complete);
        prop_assert_eq!(found, meetings(&claims, &rules));
    }

    /// The order in which claims are given changes nothing.
    #[test]
    fn the_order_of_claims_does_not_matter(claims in vec(claim(), 0..8)) {
        let forward = conflicts(&claims, &rules(), at(0)).unwrap();
        let mut claims = claims;
        claims.reverse();
        prop_assert_eq!(conflicts(&claims, &rules(), at(0)).unwrap(), forward);
    }

    /// However few are listed, they are among those that there are, and the report says that there are more.
    #[test]
    fn a_limit_is_said(claims in vec(claim(), 0..10), most in 0..5_u32) {
        let all = conflicts(&claims, &rules(), at(0)).unwrap();
        let some = conflicts(&claims, &rules().with_most(most), at(0)).unwrap();
        prop_assert!(some.conflicts.len() <= most as usize);
        prop_assert_eq!(some.complete, all.conflicts.len() <= most as usize);
        prop_assert!(some.conflicts.iter().all(|conflict| all.conflicts.contains(conflict)));
    }

    /// A free slot is free: a claim put there is in nobody's way, and before the first one there was no room.
    #[test]
    fn free_slots_are_free(claims in vec(claim(), 0..10), wanted in claim(), minute in 0..60_i64) {
        let hourly = Window::deny("backup").with_cron(Cron::parse("0 * * * *").unwrap());
        let hourly = hourly.with_duration(Length::parse("5s").unwrap());
        let calendar = Calendar::new("production").with_window(hourly);
        let rules = rules().with_calendar(ConflictCalendar::new(calendar));
        let from = at(minute);
        let slots = next_free_slots(&wanted, &claims, &rules, from).unwrap();
        let length = wanted.ends_at.as_second() - wanted.starts_at.as_second();
        let put = |start: i64| {
            let mut moved = wanted.clone();
            (moved.starts_at, moved.ends_at) = (at(start), at(start + length));
            let mut others: Vec<Claim> =
                claims.iter().filter(|claim| claim.release != wanted.release).cloned().collect();
            others.push(moved);
            conflicts(&others, &rules, at(0)).unwrap()
        };
        let blocks = |start: i64| {
            put(start).of(&wanted.release).any(|conflict| conflict.severity == conflict.kind.severity()
                && conflict.kind != ConflictKind::SamePerson)
        };
        prop_assert!(slots.windows(2).all(|two| two[0].free_until <= two[1].start));
        for slot in slots.iter().take(5) {
            prop_assert!(slot.end <= slot.free_until && slot.start >= from);
            prop_assert!(!blocks(slot.start.as_second()));
            prop_assert!(!blocks(slot.free_until.as_second() - length));
        }
        if length > 0 {
            let first = slots.first().map_or(from.as_second() + 120, |slot| slot.start.as_second());
            prop_assert!((from.as_second()..first.min(from.as_second() + 60)).all(blocks));
        }
    }

    /// Whatever is done with a change request: it never skips its approvals, nothing moves it once it is over, and while it is on
    /// hold it can only be cancelled.
    #[test]
    fn change_requests_keep_their_rules(
        change_type in select(ChangeType::ALL.to_vec()),
        steps in vec((select(ChangeAction::ALL.to_vec()), any::<bool>(), select(ChangeType::ALL.to_vec())), 0..40),
    ) {
        let mut flow = ChangeFlow::new(change_type).with_task(ChangeTask::new("one"));
        flow.tasks[0].active = false;
        let mut approvals = 0;
        for (action, said, to) in steps {
            let mut step = ChangeStep::new(action);
            step.to = said.then_some(to);
            if said {
                step.reason = Some("why".to_owned());
                step.close_code = Some(CloseCode::Successful);
                step.close_notes = Some("well".to_owned());
            }
            let before = flow.clone();
            let Ok(next) = advance_change(&flow, &step) else { continue };
            prop_assert!(!before.state.is_terminal(), "{before:?} {step:?}");
            if before.hold.is_some() {
                prop_assert!(matches!(action, ChangeAction::Cancel | ChangeAction::Resume));
            }
            match action {
                ChangeAction::Approve => approvals += 1,
                ChangeAction::Reject | ChangeAction::RevertToNew => approvals = 0,
                _ => {}
            }
            if next.state == ChangeState::Scheduled && before.state != ChangeState::Scheduled {
                let needed = match next.change_type {
                    ChangeType::Normal => 2,
                    ChangeType::Emergency => 1,
                    _ => 0,
                };
                prop_assert_eq!(approvals, needed);
            }
            let on_path = change_transitions(next.change_type).iter().any(|row| row.state == next.state);
            prop_assert!(on_path);
            prop_assert_eq!(next.hold.is_some() && next.approvals == ChangeApprovals::Requested, false);
            flow = next;
        }
    }

    /// Going on hold and back changes nothing, tasks held by hand included.
    #[test]
    fn a_hold_leaves_no_trace(
        change_type in select(ChangeType::ALL.to_vec()),
        index in 0..6_usize,
        by_hand in any::<bool>(),
    ) {
        let rows = change_transitions(change_type);
        let state = rows[index.min(rows.len() - 3)].state;
        let mut flow = ChangeFlow::new(change_type).with_state(state).with_task(ChangeTask::new("one"));
        flow.tasks[0].hold = if by_hand { TaskHold::ByHand } else { TaskHold::None };
        let held = advance_change(&flow, &ChangeStep::hold("waiting for parts")).unwrap();
        prop_assert_eq!(held.tasks[0].hold, if by_hand { TaskHold::ByHand } else { TaskHold::ByChange });
        prop_assert_eq!(advance_change(&held, &ChangeStep::resume()).unwrap(), flow);
    }

    /// The score of a stage is from 0 to 100, equals the formula but for how halves fall, and never falls when something fails.
    #[test]
    fn stage_scores_keep_their_scale(
        tasks in 0..2000_u32,
        closed in 0..2000_u32,
        run in 0..200_u32,
        failed in 0..200_u32,
        days in proptest::option::of(-400..400_i32),
    ) {
        let (closed, failed) = (closed.min(tasks), failed.min(run));
        let score = |failed: u32| {
            let mut stage = StageMethod::new(tasks, closed).with_policies(run, failed);
            stage.days_to_readiness = days;
            RiskMethod::from(stage).assess().unwrap().score
        };
        let here = score(failed);
        prop_assert!((0.0..=100.0).contains(&here) && here.fract() == 0.0);
        prop_assert!(failed == run || score(failed + 1) >= here);
        if tasks > 1 || run > 0 {
            let ratio = f64::from(closed) / f64::from(tasks.max(1));
            let work = if tasks > 1 { 1.0 - ratio } else { 0.0 };
            let policy = if run > 0 { f64::from(failed) / f64::from(run) } else { 0.0 };
            let progress = (1.0 - ratio / 0.2).max(0.0);
            let plain = match days {
                Some(days) => {
                    let time = (1.0 - f64::from(days) / 14.0).clamp(0.0, 1.0);
                    0.3 * work + 0.4 * policy + 0.1 * progress + 0.2 * time
                }
                None => 0.5 * work + 0.4 * policy + 0.1 * progress,
            };
            prop_assert!((here - 100.0 * plain).abs() <= 0.5 + 1e-6, "{here} {plain}");
        }
    }

    /// What remains of a risk is never more than there was, and the register says the greatest.
    #[test]
    fn registers_say_the_greatest(risks in vec((1..6_u8, 1..6_u8, 0.0..1.0_f64), 1..10)) {
        let row = |(likelihood, impact, effectiveness): &(u8, u8, f64)| {
            RegisterRow::new("risk", *likelihood, *impact).with_effectiveness(*effectiveness)
        };
        let score = RiskMethod::from(RegisterMethod::new(risks.iter().map(row))).assess().unwrap().score;
        let left = |(likelihood, impact, effectiveness): &(u8, u8, f64)| {
            residual(*likelihood, *impact, *effectiveness).unwrap()
        };
        prop_assert_eq!(score, risks.iter().map(left).fold(0.0, f64::max));
        prop_assert!(risks.iter().all(|risk| left(risk) <= f64::from(risk.0 * risk.1)));
    }

    /// A track record adds up.
    #[test]
    fn track_records_add_up(a in 0..1000_u32, b in 0..1000_u32, c in 0..1000_u32, p1 in 0..50_u32) {
        let score = |a, b, c, p1| {
            let record = TrackRecordMethod::new(a, b, c).with_incidents(p1, 0, 0);
            RiskMethod::from(record).assess().unwrap().score
        };
        prop_assert_eq!(score(a, b, c, p1), score(a, 0, 0, 0) + score(0, b, 0, 0) + score(0, 0, c, 0) + score(0, 0, 0, p1));
    }

    /// Phases planned backward are as long as asked, follow each other without a working day between, and end in time.
    #[test]
    fn plans_fill_the_working_days(
        lengths in vec(1..30_u32, 1..6),
        offset in 0..400_i32,
        holidays in vec(-200..400_i32, 0..20),
    ) {
        let origin = Day::parse("2026-01-01").unwrap();
        let mut calendar = WorkCalendar::new();
        for holiday in holidays {
            calendar = calendar.with_holiday(origin.plus(holiday).unwrap());
        }
        let target = origin.plus(offset).unwrap();
        let phases: Vec<(&str, u32)> = lengths.iter().map(|days| ("phase", *days)).collect();
        let plan = plan_backward(&phases, target, &calendar).unwrap();
        let working = |from: Day, to: Day| {
            (0..=from.days_until(to)).filter(|days| calendar.is_working(from.plus(*days).unwrap())).count()
        };
        for (phase, days) in plan.iter().zip(&lengths) {
            prop_assert_eq!(working(phase.start, phase.end), *days as usize);
            prop_assert!(calendar.is_working(phase.start) && calendar.is_working(phase.end));
        }
        prop_assert!(plan.last().unwrap().end <= target);
        let (first, last) = (plan[0].start, target);
        prop_assert_eq!(working(first, last), lengths.iter().sum::<u32>() as usize);
    }

    /// Weeks follow each other every seven days, before the start of a cycle too.
    #[test]
    fn weeks_have_seven_days(days in -1000..1000_i32) {
        let start = Day::parse("2026-01-05").unwrap();
        let week = week_number(start, start.plus(days).unwrap());
        prop_assert_eq!(week_number(start, start.plus(days + 7).unwrap()), week + 1);
        prop_assert_eq!(week, (f64::from(days) / 7.0).floor() as i32 + 1);
    }
}

/// Many claims that have little to do with each other take little time, and so do many of one release.
#[test]
fn many_claims_are_swept() {
    let claim = |index: i64| {
        Claim::new(format!("R-{index}"), at(index * 10), at(index * 10 + 12))
            .with_components([format!("component {}", index % 50)])
            .with_environments(["production"])
    };
    let claims: Vec<Claim> = (0..20_000).map(claim).collect();
    let report = conflicts(&claims, &ConflictRules::new().with_most(50_000), at(0)).unwrap();
    assert_eq!(report.conflicts.len(), 19_999);
    let one = |index: i64| Claim::new("R-1", at(index), at(index + 5_000)).with_people(["ada"]);
    let claims: Vec<Claim> = (0..50_000).map(one).collect();
    assert!(conflicts(&claims, &ConflictRules::new(), at(0)).unwrap().conflicts.is_empty());
}
