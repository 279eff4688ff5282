//! Whatever is asked of a release, in whatever order: it is let through or refused as the table of its life has it, and what is
//! refused, repeated or over changes nothing.

use crate::oracle::release::{Model, Stage};
use greenboard::document::to_json;
use greenboard::ledger::{self, Entry};
use greenboard::release::approval::ApprovalStanding;
use greenboard::release::deployment::TargetStatus;
use greenboard::release::*;
use greenboard_tests::world::{self, now};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// A step of a stream: something that leads on from where the release is or anything at all, and how it is given.
#[derive(Debug, Clone)]
struct Step {
    on: bool,
    pick: usize,
    who: usize,
    seen: Seen,
    again: bool,
}

/// What whoever gives a command had seen.
#[derive(Debug, Clone, Copy)]
enum Seen {
    Nothing,
    Now,
    Before,
}

fn step() -> impl Strategy<Value = Step> {
    let seen = prop_oneof![8 => Just(Seen::Nothing), 3 => Just(Seen::Now), 1 => Just(Seen::Before)];
    (prop::bool::weighted(0.65), 0..10_000_usize, 0..3_usize, seen, prop::bool::weighted(0.05))
        .prop_map(|(on, pick, who, seen, again)| Step { on, pick, who, seen, again })
}

/// What leads on from where a release is.
fn leading_on(status: Option<ReleaseStatus>, held: bool, template: &str) -> Vec<Command> {
    use ReleaseStatus::{Active, Deploying, Draft, Observing, Planned, Ready, Review};
    let text = "since it has to be";
    if held {
        return vec![ResumeCommand::new().into()];
    }
    match status {
        None => vec![CreateCommand::new(world::release(template)).into()],
        Some(Draft) => vec![AcceptItemCommand::new("api").into(), PlanCommand::new().into()],
        Some(Planned) => vec![
            world::passed().into(),
            world::assessment().into(),
            AcceptItemCommand::new("api").into(),
            StartCommand::new().with_reason(text).into(),
        ],
        Some(Active) => vec![
            world::passed().into(),
            CompleteStageCommand::new().into(),
            CompleteStageCommand::new().into(),
            ApproveCommand::new().into(),
        ],
        Some(Ready) => vec![
            ApproveCommand::new().into(),
            world::assessment().into(),
            DecideGoCommand::new().with_go(true).into(),
            BeginDeployCommand::new().into(),
        ],
        Some(Deploying) => vec![
            RecordRolloutCommand::new("production", TargetStatus::Verified).into(),
            RecordRolloutCommand::new("production", TargetStatus::Restored).into(),
            FinishRolloutCommand::new().into(),
        ],
        Some(Observing) => {
            vec![ApproveCommand::new().into(), AcceptCommand::new().with_reason(text).into()]
        }
        Some(Review) => vec![
            ApproveCommand::new().into(),
            CloseCommand::new().with_notes(text).with_review(world::review()).into(),
        ],
        _ => world::commands(template),
    }
}

/// How often a thing has to come up, so that what is said of it was tried at all.
#[derive(Debug, Default)]
struct Tried {
    accepted: usize,
    refused: usize,
    deployed: usize,
    closed: usize,
    held: usize,
    voided: usize,
}

fn run(template: &str, steps: &[Step], tried: &mut Tried) {
    let context = world::context();
    let change_type = Template::builtin(template).unwrap().change_type;
    let stages = world::at(template, ReleaseStatus::Draft, &context).unwrap().template;
    let work = stages.stages.iter().filter(|stage| stage.role == StageRole::Work).count();
    let mut model = Model::new(change_type.name(), work);
    let mut state: Option<ReleaseState> = None;
    let genesis =
        ledger::genesis("example.com/releases", [7; 16], greenboard::ledger::Actor::service("ci"), now());
    let mut sealed = ledger::seal(&[genesis], None, now()).unwrap();
    let mut entries: Vec<Entry> = std::mem::take(&mut sealed.entries);
    let everything = world::commands(template);
    let mut said = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let status = state.as_ref().map(|state| state.status);
        let held = state.as_ref().is_some_and(|state| state.hold.is_some());
        let from = if step.on { leading_on(status, held, template) } else { everything.clone() };
        let command = from[step.pick % from.len()].clone();
        let actors = world::actors();
        // What leads on is mostly given by whoever may.
        let may = actors.iter().find(|actor| {
            let envelope = Envelope::new("ask", (*actor).clone(), now(), command.clone());
            decide(state.as_ref(), &envelope, &context).is_ok()
        });
        let actor = may.filter(|_| step.on).unwrap_or(&actors[step.who]).clone();
        let known = model.known.iter().nth(step.pick % model.known.len().max(1)).filter(|_| step.again);
        let id = known.cloned().unwrap_or_else(|| format!("c{index}"));
        let mut envelope = Envelope::new(&id, actor.clone(), now(), command.clone());
        envelope.expected_version = match step.seen {
            Seen::Nothing => None,
            Seen::Now => Some(model.version),
            Seen::Before => Some(model.version.wrapping_sub(1)),
        };
        said.push(format!("{} by {} ({id}, {:?})", command.kind(), actor.id, envelope.expected_version));
        let expected = model.refusals(&id, &actor.id, envelope.expected_version, &command);
        let decided = decide(state.as_ref(), &envelope, &context);
        assert_eq!(decide(state.as_ref(), &envelope, &context), decided, "decided twice, differently");
        let events = match decided {
            Err(refusal) => {
                let codes = refusal.reasons.iter().map(|reason| reason.code.name());
                let ours = Model::foreseen(command.kind(), codes);
                assert_eq!(ours, expected, "{template} {said:#?} {refusal:#?}");
                tried.refused += 1;
                continue;
            }
            Ok(events) => events,
        };
        assert_eq!(expected, std::collections::BTreeSet::new(), "{template} {said:#?} was let through");
        if known.is_some() {
            assert!(events.is_empty(), "{template} {said:#?} was done twice");
        }
        let before = state.clone();
        let ended = matches!(status, Some(ReleaseStatus::Closed | ReleaseStatus::Cancelled));
        assert!(!ended || events.is_empty(), "{template} {said:#?} after the end");
        for (number, event) in events.iter().enumerate() {
            assert_eq!(event.id, format!("{id}/{number}"));
            assert_eq!(event.release, world::RELEASE);
            tried.voided += usize::from(matches!(event.what, Happening::ApprovalVoided(_)));
        }
        tried.accepted += 1;
        tried.deployed += usize::from(command.kind() == "begin_deploy" && !events.is_empty());
        tried.closed += usize::from(command.kind() == "close" && !events.is_empty());
        tried.held += usize::from(held);
        model.accept(&id, &actor.id, &command, events.len());
        let drafts: Vec<_> = events.iter().map(|event| event.to_draft().unwrap()).collect();
        if !drafts.is_empty() {
            let more = ledger::seal(&drafts, sealed.head.as_ref(), now()).unwrap();
            sealed.head = more.head.or(sealed.head);
            entries.extend(more.entries);
        }
        state = events.iter().fold(state, evolve);
        if events.is_empty() {
            assert_eq!(state, before);
        }
        agrees(&model, state.as_ref(), &format!("{template} {said:#?}"));
    }
    // What was sealed is read again and adds up to the same.
    let parsed = entries.iter().map(|entry| Entry::parse(entry.bytes()).unwrap());
    let events: Vec<Event> = parsed.filter_map(|entry| Event::of_entry(&entry).unwrap()).collect();
    let replayed = fold(&events).map(|state| to_json(&state).unwrap());
    assert_eq!(replayed, state.map(|state| to_json(&state).unwrap()), "{template} {said:#?}");
}

/// Whether a state is what the model says.
fn agrees(model: &Model, state: Option<&ReleaseState>, said: &str) {
    assert_eq!(model.status, state.map(|state| state.status), "{said}");
    let Some(state) = state else { return };
    assert_eq!(model.version, state.version, "{said}");
    if matches!(state.status, ReleaseStatus::Closed | ReleaseStatus::Cancelled) {
        return;
    }
    assert_eq!(model.held, state.hold.is_some(), "{said}");
    assert_eq!(model.frozen, state.scope_frozen_at.is_some(), "{said}");
    assert_eq!(model.go, state.go.is_some(), "{said}");
    let live = state.release.scope.iter().filter(|item| item.status != ItemStatus::Removed);
    let mut live: Vec<&String> = live.map(|item| &item.id).collect();
    live.sort();
    assert_eq!(model.items.keys().collect::<Vec<_>>(), live, "{said}");
    let mut yes: Vec<&String> = model.before.iter().chain(&model.after).collect();
    let mut satisfied: Vec<&String> = state.satisfied.iter().collect();
    yes.sort();
    satisfied.sort();
    assert_eq!(yes, satisfied, "{said}");
    let active = |state: &ReleaseState| state.stages.iter().position(|one| one.status == StageStatus::Active);
    if state.status == ReleaseStatus::Active {
        let stage = model.stages.iter().position(|stage| *stage == Stage::Active);
        assert_eq!(stage, active(state), "{said}");
    }
    // Who asked for it, wrote it or brings it out is never among those whose word counts.
    for approval in &state.approvals {
        let counts = approval.standing == ApprovalStanding::Counts;
        assert!(!counts || approval.by == "bob", "{said}: {} approves", approval.by);
        let fits = approval.retrospective || approval.digest == state.scope_digest();
        assert!(!counts || fits, "{said}: an approval of another scope counts");
        assert!(!counts || !model.held, "{said}: an approval counts on hold");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn streams_follow_the_table(
        template in select(vec!["train", "quarterly", "hotfix", "continuous"]),
        steps in vec(step(), 0..90),
    ) {
        run(template, &steps, &mut Tried::default());
    }
}

/// Streams of the same making reach what matters: without that, the law says little.
#[test]
fn streams_reach_the_whole_life() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{TestRng, TestRunner};
    let rng = TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
    let mut tried = Tried::default();
    for template in ["train", "hotfix", "quarterly", "continuous"].into_iter().cycle().take(48) {
        let steps = vec(step(), 90).new_tree(&mut runner).unwrap().current();
        run(template, &steps, &mut tried);
    }
    println!("{tried:?}");
    assert!(tried.deployed > 0 && tried.held > 0 && tried.voided > 0, "{tried:?}");
    assert!(tried.accepted > 500 && tried.refused > 500, "{tried:?}");
}
