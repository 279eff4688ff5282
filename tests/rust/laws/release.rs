//! Releases: every state that commands lead to is looked at, from every template.

use greenboard::document::to_json;
use greenboard::fact::{Fact, Observation};
use greenboard::ledger::{self, Actor, Entry};
use greenboard::release::*;
use greenboard_tests::world::{self, alphabet, now};
use std::collections::{BTreeSet, VecDeque};

const TEMPLATES: [&str; 4] = ["train", "quarterly", "hotfix", "continuous"];

/// At most so many states of a template are gone on from; `GREENBOARD_EXPLORE` says how many instead.
const MOST: usize = 400;

fn most() -> usize {
    std::env::var("GREENBOARD_EXPLORE").ok().and_then(|states| states.parse().ok()).unwrap_or(MOST)
}

/// What of a state decides how its life goes on: two states of the same key are taken for one.
fn key(state: &ReleaseState) -> String {
    let stages: Vec<String> = state.stages.iter().map(|stage| format!("{:?}", stage.status)).collect();
    let deployment = state.deployments.last().map(|last| {
        format!("{:?} {} {} {:?}", last.targets, last.rolling_back, last.point_of_no_return, last.direction)
    });
    let open = state.incidents.iter().any(|incident| incident.resolved_at.is_none());
    format!(
        "{:?} {} {stages:?} {} {} {:?} {} {deployment:?} {open} {} {}",
        state.status,
        state.hold.is_some(),
        is_empty(state),
        gate_holds(state),
        state.satisfied,
        state.go.is_some(),
        state.risk.is_some(),
        // What is changed on the way: the scope, while it may be.
        format_args!("{} {}", state.scope_frozen_at.is_some(), state.exceptions.len()),
    )
}

/// Whether nothing is left to go out.
fn is_empty(state: &ReleaseState) -> bool {
    state.release.scope.iter().all(|item| item.status == ItemStatus::Removed)
}

struct Explored {
    states: usize,
    decided: usize,
    refused: usize,
    reached: BTreeSet<&'static str>,
    whole: bool,
}

fn explore(
    template: &str,
    mut law: impl FnMut(Option<&ReleaseState>, &Envelope, &Result<Vec<Event>, Refusal>, Option<&ReleaseState>),
) -> Explored {
    let context = world::context();
    let alphabet = alphabet(template);
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut waiting: VecDeque<Option<ReleaseState>> = VecDeque::from([None]);
    // The way through all of its life first, then whatever is near.
    waiting.extend(
        ReleaseStatus::ALL.iter().filter_map(|status| world::at(template, *status, &context)).map(Some),
    );
    let most = most();
    let mut explored = Explored { states: 0, decided: 0, refused: 0, reached: BTreeSet::new(), whole: true };
    while let Some(state) = waiting.pop_front() {
        explored.states += 1;
        if let Some(state) = &state {
            explored.reached.insert(state.status.name());
        }
        for (index, (actor, command)) in alphabet.iter().enumerate() {
            let id = format!("c{}-{index}", state.as_ref().map_or(0, |state| state.version));
            let envelope = Envelope::new(id, actor.clone(), now(), command.clone());
            let decided = decide(state.as_ref(), &envelope, &context);
            let Ok(events) = &decided else {
                explored.refused += 1;
                law(state.as_ref(), &envelope, &decided, None);
                continue;
            };
            explored.decided += 1;
            let next = events.iter().fold(state.clone(), evolve);
            law(state.as_ref(), &envelope, &decided, next.as_ref());
            let Some(next) = next else { continue };
            if seen.insert(key(&next)) {
                if seen.len() > most {
                    explored.whole = false;
                    continue;
                }
                waiting.push_back(Some(next));
            }
        }
    }
    explored
}

/// Whether the gate of this world lets through what goes out: by passed tests, newer than failed ones, or by a waiver.
fn gate_holds(state: &ReleaseState) -> bool {
    let tests = state.facts.iter().filter_map(|fact| match fact {
        Fact::Evidence(evidence) => match &evidence.value {
            Observation::Tests(tests) => Some((evidence.observed_at, tests)),
            _ => None,
        },
        _ => None,
    });
    let newest = tests.max_by_key(|(at, _)| *at);
    let passed = newest.is_some_and(|(_, tests)| tests.failed == 0 && tests.passed > 0);
    let excused = state.facts.iter().any(|fact| matches!(fact, Fact::Waiver(_) | Fact::BreakGlass(_)));
    passed || excused
}

fn law(
    before: Option<&ReleaseState>,
    envelope: &Envelope,
    decided: &Result<Vec<Event>, Refusal>,
    after: Option<&ReleaseState>,
) {
    let kind = envelope.command.kind();
    let status = before.map(|state| state.status);
    let said = || format!("{kind} by {} at {status:?}", envelope.actor.id);
    let events = match decided {
        Err(refusal) => {
            assert!(!refusal.reasons.is_empty(), "{}: refused without a reason", said());
            for reason in &refusal.reasons {
                assert!(!reason.message.trim().is_empty(), "{}: {:?} says nothing", said(), reason.code);
            }
            assert_eq!(refusal.status, status, "{}", said());
            return;
        }
        Ok(events) => events,
    };
    let ended = matches!(status, Some(ReleaseStatus::Closed | ReleaseStatus::Cancelled));
    assert!(!ended, "{}: something happens after the end", said());
    if let Some(before) = before.filter(|before| before.hold.is_some()) {
        let stopped = [
            "start",
            "complete_stage",
            "skip_stage",
            "restart_stage",
            "approve",
            "decide_go",
            "begin_deploy",
            "accept",
            "close",
        ];
        assert!(!stopped.contains(&kind), "{}: a hold lets it through ({})", said(), before.status.name());
    }
    for event in events {
        match &event.what {
            Happening::StageCompleted(stage) => {
                let before = before.unwrap();
                assert!(
                    !is_empty(before) && gate_holds(before),
                    "{}: {} completed with its gate open: {:#?} {:#?}",
                    said(),
                    stage.stage,
                    stage.judged,
                    before.facts
                );
                let open = before.release.tasks.iter().any(|task| {
                    task.stage.as_ref() == Some(&stage.stage)
                        && !matches!(task.status, TaskStatus::Done | TaskStatus::Dropped)
                });
                assert!(!open, "{}: {} completed with a task open", said(), stage.stage);
            }
            Happening::ApprovalGranted(_) => {
                assert_ne!(event.actor.id, "ada", "{}: an author approves", said());
                assert_ne!(event.actor.id, "pipeline", "{}: a deployer approves", said());
            }
            Happening::GateWaived(_) => assert_ne!(event.actor.id, "ada", "{}: an author waives", said()),
            Happening::ExceptionGranted(_) => assert_ne!(event.actor.id, "ada", "{}", said()),
            Happening::GoDecided(_) => assert_ne!(event.actor.id, "ada", "{}: an author lets go", said()),
            Happening::DeploymentStarted(started) if kind == "begin_deploy" => {
                let before = before.unwrap();
                let glass = before.facts.iter().any(|fact| matches!(fact, Fact::BreakGlass(_)));
                // An emergency is let go by the emergency authority's approval.
                let emergency = before.template.name == "hotfix" && !before.satisfied.is_empty();
                assert!(before.go.is_some() || glass || emergency, "{}: deployed without go", said());
                assert!(!is_empty(before) && gate_holds(before), "{}: deployed with a gate open", said());
                assert_eq!(event.actor.id, "pipeline", "{}", said());
                if let Some(go) = &before.go {
                    assert_eq!(go.digest, started.digest, "{}: another scope than was let go", said());
                }
            }
            _ => {}
        }
    }
    let version = before.map_or(0, |state| state.version);
    let after = after.unwrap_or_else(|| panic!("{}: no state", said()));
    assert_eq!(after.version, version + events.len() as u64, "{}", said());
    let again = decide(Some(after), envelope, &world::context());
    if !events.is_empty() {
        assert_eq!(again, Ok(Vec::new()), "{}: repeated", said());
    }
}

fn explored(template: &str) -> Explored {
    let explored = explore(template, law);
    println!(
        "{template}: {} states, {} decided, {} refused, whole: {}, {:?}",
        explored.states, explored.decided, explored.refused, explored.whole, explored.reached
    );
    explored
}

#[test]
fn every_state_of_a_train_keeps_the_rules() {
    let explored = explored("train");
    assert!(explored.decided > 0);
}

#[test]
fn every_state_of_a_quarterly_release_keeps_the_rules() {
    explored("quarterly");
}

#[test]
fn every_state_of_a_hotfix_keeps_the_rules() {
    explored("hotfix");
}

#[test]
fn every_state_of_a_continuous_release_keeps_the_rules() {
    explored("continuous");
}

#[test]
fn every_state_is_reached() {
    let context = world::context();
    for template in TEMPLATES {
        for status in ReleaseStatus::ALL {
            assert!(world::at(template, *status, &context).is_some(), "{template}: {}", status.name());
        }
    }
}

/// The entries of a way through all of a release's life.
fn entries(template: &str) -> (Vec<Entry>, ReleaseState) {
    let context = world::context();
    let genesis = ledger::genesis("example.com/releases", [7; 16], Actor::service("ci"), now());
    let mut sealed = ledger::seal(&[genesis], None, now()).unwrap();
    let mut entries = std::mem::take(&mut sealed.entries);
    let mut state: Option<ReleaseState> = None;
    // Each command in turn by whoever is let, three times over: what is refused is passed over.
    for round in 0..6 {
        for (index, (actor, command)) in alphabet(template).into_iter().enumerate() {
            let ends = matches!(
                command,
                Command::Cancel(_) | Command::Reject(_) | Command::RollBack(_) | Command::Revoke(_)
            );
            if ends {
                continue;
            }
            let envelope = Envelope::new(format!("r{round}-{index}"), actor, now(), command);
            let Ok(events) = decide(state.as_ref(), &envelope, &context) else { continue };
            let drafts: Vec<_> = events.iter().map(|event| event.to_draft().unwrap()).collect();
            let more = ledger::seal(&drafts, sealed.head.as_ref(), now()).unwrap();
            sealed.head = more.head.or(sealed.head);
            entries.extend(more.entries);
            state = events.iter().fold(state, evolve);
        }
    }
    (entries, state.unwrap())
}

#[test]
fn a_replay_is_what_was_live() {
    for template in TEMPLATES {
        let (entries, live) = entries(template);
        let parsed: Vec<Entry> = entries.iter().map(|entry| Entry::parse(entry.bytes()).unwrap()).collect();
        let replayed = replay(&parsed, Until::Now).unwrap().remove(world::RELEASE).unwrap();
        assert_eq!(to_json(&replayed).unwrap(), to_json(&live).unwrap(), "{template}");
        // From a snapshot half way: the state is a document, and goes on as if nothing had been in between.
        let half = parsed.len() as u64 / 2;
        let kept = replay(&parsed, Until::Seq(half)).unwrap().remove(world::RELEASE);
        let text = kept.map(|state| greenboard::document::emit(&state).unwrap());
        let read =
            text.map(|text| greenboard::document::parse(&text, greenboard::document::Format::Json).unwrap());
        let rest = parsed.iter().filter(|entry| entry.seq() > half);
        let resumed = rest
            .filter_map(|entry| Event::of_entry(entry).unwrap())
            .fold(read, |state, event| evolve(state, &event));
        assert_eq!(to_json(&resumed.unwrap()).unwrap(), to_json(&live).unwrap(), "{template}");
    }
}
