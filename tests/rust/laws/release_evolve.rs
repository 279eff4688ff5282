//! The fold is total: whatever event comes upon whatever state, it is counted and nothing breaks.

use greenboard::document::{self, Format};
use greenboard::fact::Waiver;
use greenboard::ledger::Actor;
use greenboard::release::*;
use greenboard_tests::world::{self, alphabet, now};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

const TEMPLATES: [&str; 4] = ["train", "quarterly", "hotfix", "continuous"];

/// What texts of events are taken for.
const TEXTS: [&str; 14] = [
    "",
    " ",
    "api",
    "flag",
    "ada",
    "bob",
    "assess",
    "authorise",
    "production",
    "develop",
    "rollout",
    "sha256:bb",
    "t-1",
    "ein Wort, länger als andere \u{1f680}",
];

/// States from all over the life of a release, and events of every kind.
struct Pool {
    states: Vec<ReleaseState>,
    events: Vec<Event>,
}

static POOL: LazyLock<Pool> = LazyLock::new(|| {
    let context = world::context();
    let mut pool = Pool { states: Vec::new(), events: Vec::new() };
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    for template in TEMPLATES {
        let mut states: Vec<Option<ReleaseState>> = vec![None];
        for status in ReleaseStatus::ALL {
            let state = world::at(template, *status, &context);
            for kind in ["", "decide_exception", "resume", "restart_stage", "begin_deploy"] {
                states.extend(
                    state.clone().map(|state| Some(world::prepared(template, state, kind, &context))),
                );
            }
        }
        for (place, state) in states.iter().enumerate() {
            for (index, (actor, command)) in alphabet(template).into_iter().enumerate() {
                let id = format!("pool-{place}-{index}");
                let envelope = Envelope::new(id, actor, now(), command);
                for event in decide(state.as_ref(), &envelope, &context).into_iter().flatten() {
                    let count = kept.entry(event.what.kind()).or_default();
                    *count += 1;
                    if *count <= 6 {
                        pool.events.push(event);
                    }
                }
            }
        }
        pool.states.extend(states.into_iter().flatten());
    }
    // What only time brings, or nobody does in that world.
    let waiver = Waiver::new("w-1", "unit", "since it has to be", "bob", now());
    let others: Vec<Happening> = vec![
        ApprovalExpired::new("assess", "bob").into(),
        ApprovalReinstated::new().into(),
        ApprovalSuspended::new().into(),
        GoExpired::new().into(),
        ExceptionExpired::new("flag").into(),
        WaiverExpired::new("w-1").into(),
        GateWaived::new(waiver).into(),
        ItemOverdue::new("task t-1", now()).into(),
        Escalated::new("task t-1", "ada").into(),
        RiskChanged::new(Risk::new("k-1", "it may be slow", 5, 5)).into(),
        RiskRetired::new("k-1").into(),
        TaskReopened::new("t-1").into(),
        ReleaseEdited::new(ReleaseEdit::new()).into(),
        DependentsNotified::new("it was moved").into(),
        FlagSet::new(ReleaseFlag::AtRisk).into(),
        ScopeItemRemoved::new("api").into(),
        ExceptionRequested::new(world::release("train").scope[0].clone(), 2, "since", "little", "much")
            .into(),
        GlassBroken::new("since it has to be", INCIDENT_COMMANDER).into(),
        RolledBack::new().into(),
        RollbackFailed::new().into(),
    ];
    let event = |what: Happening| Event::new("late/0", world::RELEASE, Actor::service("clock"), now(), what);
    pool.events.extend(others.into_iter().map(event));
    let judged = pool.events.iter().find_map(|event| match &event.what {
        Happening::StageCompleted(completed) => completed.judged.first().cloned(),
        _ => None,
    });
    pool.events.extend(judged.map(|judged| event(GateEvaluated::new(judged).into())));
    let kinds: BTreeSet<&str> = pool.events.iter().map(|event| event.what.kind()).collect();
    let missing: Vec<_> = Happening::KINDS.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert!(missing.is_empty(), "no example of {missing:?}");
    pool
});

/// The event with leaves of it taken for others, as far as it can still be read.
fn twisted(event: &Event, twists: &[(usize, usize)], at: Timestamp, id: &str) -> Event {
    let mut out = event.clone();
    for (place, what) in twists {
        let mut value: Value = serde_json::to_value(&out).unwrap();
        let mut leaves = 0;
        count(&value["what"], &mut leaves);
        if leaves == 0 {
            continue;
        }
        let mut left = place % leaves;
        twist(&mut value["what"], &mut left, *what);
        let text = value.to_string();
        if let Ok(read) = document::parse::<Event>(&text, Format::Json) {
            out = read;
        }
    }
    out.at = at;
    id.clone_into(&mut out.id);
    out
}

fn count(value: &Value, leaves: &mut usize) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| count(item, leaves)),
        Value::Object(map) => map.values().for_each(|item| count(item, leaves)),
        _ => *leaves += 1,
    }
}

/// Replaces a leaf by number; whether it was in here.
fn twist(value: &mut Value, left: &mut usize, what: usize) -> bool {
    match value {
        Value::Array(items) => items.iter_mut().any(|item| twist(item, left, what)),
        Value::Object(map) => map.values_mut().any(|item| twist(item, left, what)),
        leaf if *left == 0 => {
            *leaf = match leaf {
                Value::Number(_) => [0_i64, 1, -1, i64::from(u32::MAX), (1 << 53) - 1][what % 5].into(),
                Value::Bool(is) => (!*is).into(),
                Value::String(text) if text.parse::<Timestamp>().is_ok() => {
                    ["0000-01-01T00:00:00Z", "9999-12-30T22:00:00Z", "2026-11-02T09:00:00Z"][what % 3].into()
                }
                _ if what.is_multiple_of(9) => Value::Null,
                _ => TEXTS[what % TEXTS.len()].into(),
            };
            true
        }
        _ => {
            *left -= 1;
            false
        }
    }
}

fn instant() -> impl Strategy<Value = Timestamp> {
    let near = (-400..400_i64).prop_map(|hours| now() + jiff::SignedDuration::from_hours(hours));
    prop_oneof![6 => near, 1 => Just("0000-01-01T00:00:00Z".parse().unwrap()), 1 => Just(Timestamp::MAX)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_happens_is_counted(
        place in 0..10_000_usize,
        steps in vec((0..10_000_usize, vec((0..10_000_usize, 0..10_000_usize), 0..4), instant(), 0..60_usize), 1..24),
    ) {
        let pool = &*POOL;
        let mut state = pool.states[place % pool.states.len()].clone();
        for (pick, twists, at, name) in steps {
            let id = if name == 0 { String::new() } else { format!("step-{name}/{pick}") };
            let event = twisted(&pool.events[pick % pool.events.len()], &twists, at, &id);
            let kind = event.what.kind();
            let before = state.clone();
            state = evolve(Some(state), &event).unwrap();
            prop_assert_eq!(state.version, before.version + 1, "{}", kind);
            prop_assert!(state.updated_at >= before.updated_at, "{}", kind);
            // It ends once.
            if matches!(before.status, ReleaseStatus::Closed | ReleaseStatus::Cancelled) {
                prop_assert_eq!(state.status, before.status, "{} after the end", kind);
            }
            // What is asked of such a state is answered, and its clock can be read.
            let _ = due(&state, at);
            let _ = state.scope_digest();
        }
        // The state is a document, however it came about.
        let text = document::emit(&state).unwrap();
        let read: ReleaseState = document::parse(&text, Format::Json).unwrap();
        prop_assert_eq!(&read, &state);
        // And every command on it is decided.
        let context = world::context();
        for (index, (actor, command)) in alphabet("train").into_iter().enumerate() {
            let envelope = Envelope::new(format!("then-{index}"), actor, now(), command);
            if let Err(refusal) = decide(Some(&state), &envelope, &context) {
                prop_assert!(!refusal.reasons.is_empty());
            }
        }
    }

    /// Nothing happens to a release that was not opened.
    #[test]
    fn nothing_happens_before_it_is_opened(pick in 0..10_000_usize) {
        let pool = &*POOL;
        let event = &pool.events[pick % pool.events.len()];
        let opened = matches!(event.what, Happening::ReleaseCreated(_));
        prop_assert_eq!(evolve(None, event).is_some(), opened);
    }
}
