//! Laws of expressions: the crate `cel` says the same; nothing that anybody writes panics, hangs or takes much; and the budget
//! is kept to.

use greenboard::gate::cel::{Context, Program};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// What the expressions of these laws are about.
fn facts() -> Value {
    json!({
        "a": 3, "b": -7, "d": 2.5, "z": 0, "s": "über", "t": "", "yes": true,
        "list": [1, 2, 3], "mixed": [1, "a", 2.0, null], "map": { "x": 1, "y": { "z": [true] } }, "none": null,
    })
}

fn leaf() -> impl Strategy<Value = String> {
    let fields = ["a", "b", "d", "z", "s", "t", "yes", "list", "mixed", "map", "none", "map.y.z", "gone"];
    prop_oneof![
        3 => select(fields.map(|name| format!("facts.{name}")).to_vec()),
        2 => select(["0", "1", "-2", "7u", "1.5", "-0.25", "9223372036854775807", "true", "false", "null"].to_vec())
            .prop_map(str::to_owned),
        1 => select(["''", "'a'", "\"über\"", "'\\u00fc\\n'", "b'\\x00a'", "[]", "{}", "int", "string"].to_vec())
            .prop_map(str::to_owned),
    ]
}

fn expression() -> impl Strategy<Value = String> {
    leaf().prop_recursive(4, 24, 3, |inner| {
        let signs = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"];
        let calls = ["size", "int", "double", "string", "bool", "type", "uint", "dyn", "bytes"];
        let members = ["contains", "startsWith", "endsWith"];
        let loops = ["all", "exists", "exists_one", "filter", "map"];
        prop_oneof![
            6 => (inner.clone(), select(signs.to_vec()), inner.clone())
                .prop_map(|(a, sign, b)| format!("({a} {sign} {b})")),
            1 => inner.clone().prop_map(|a| format!("!({a})")),
            1 => inner.clone().prop_map(|a| format!("-({a})")),
            1 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a})[{b}]")),
            2 => (select(calls.to_vec()), inner.clone()).prop_map(|(name, a)| format!("{name}({a})")),
            1 => (inner.clone(), select(members.to_vec()), inner.clone())
                .prop_map(|(a, name, b)| format!("({a}).{name}({b})")),
            1 => vec(inner.clone(), 0..3).prop_map(|items| format!("[{}]", items.join(", "))),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{{'k': {a}, 'l': {b}}}")),
            2 => (vec(inner.clone(), 0..3), select(loops.to_vec()), inner.clone())
                .prop_map(|(items, name, body)| format!("[{}].{name}(e, {body})", items.join(", "))),
            1 => inner.clone().prop_map(|a| format!("has(facts.map.x) && {a}")),
        ]
    })
}

/// JSON as values of the crate `cel`, whole numbers as `int`: its own way makes `uint` of those that are not negative.
fn given(value: &Value) -> cel::Value {
    match value {
        Value::Null => cel::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => match number.as_i64() {
            Some(value) => value.into(),
            None => number.as_f64().unwrap().into(),
        },
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => items.iter().map(given).collect::<Vec<_>>().into(),
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), given(value)));
            entries.collect::<std::collections::HashMap<_, _>>().into()
        }
    }
}

/// What the crate `cel` says: the value as JSON, or nothing.
fn peer(source: &str, facts: &Value) -> Option<Value> {
    let program = cel::Program::compile(source).ok()?;
    let mut context = cel::Context::default();
    context.add_variable_from_value("facts", given(facts));
    let value = program.execute(&context).ok()?;
    value.json().ok()
}

fn ours(source: &str, facts: &Value) -> greenboard::Result<Value> {
    Program::compile(source, &["facts"])?.evaluate(&Context::new().with("facts", facts))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_peer_says_the_same(source in expression()) {
        let facts = facts();
        let ours = ours(&source, &facts);
        // Of a list and a map the peer makes a list; the language has no such operator.
        let peers_own = ours.as_ref().is_err_and(|error| error.message().contains("+ cannot take a list and a map"));
        prop_assume!(!peers_own);
        match peer(&source, &facts) {
            Some(peer) => prop_assert_eq!(ours.as_ref().ok(), Some(&peer), "{}: {:?}", source, ours),
            None => prop_assert!(ours.is_err(), "{}: {:?}", source, ours),
        }
    }

    #[test]
    fn no_text_panics(source in "\\PC{0,200}", noise in vec(select(NOISE.to_vec()), 0..60)) {
        for source in [source, noise.concat()] {
            let Err(error) = ours(&source, &facts()) else { continue };
            let lines: Vec<&str> = source.split('\n').collect();
            if let (Some(line), Some(column)) = (error.line(), error.column()) {
                let line = lines.get(line as usize - 1).copied();
                let length = line.map(|line| line.chars().count());
                prop_assert!(length.is_some_and(|length| column as usize <= length + 1), "{error}");
            }
            prop_assert!(error.code().starts_with("gate."));
        }
    }

    #[test]
    fn a_larger_budget_changes_no_value(source in expression(), budget in 0_u64..200) {
        let Ok(program) = Program::compile(&source, &["facts"]) else { return Ok(()) };
        let facts = facts();
        let with = |budget| program.evaluate(&Context::new().with("facts", &facts).with_budget(budget));
        let spent = |result: &greenboard::Result<Value>| {
            result.as_ref().is_err_and(|error| error.code() == "gate.expression_over_budget")
        };
        let (small, large) = (with(budget), with(budget + 1000));
        prop_assert!(spent(&small) || small == large, "{source}");
    }
}

/// Pieces that make texts which come near to being expressions.
const NOISE: &[&str] = &[
    "facts",
    ".",
    "a",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "?",
    "!",
    "-",
    "+",
    "==",
    "&&",
    "||",
    "in",
    " ",
    "\n",
    "1",
    "1.",
    "0x",
    "1e9",
    "7u",
    "'",
    "\"",
    "\"\"\"",
    "\\",
    "r'",
    "b\"",
    "//",
    "all",
    "map",
    "has",
    "matches",
    "e",
    "é",
    "'(a+)+$'",
    "size",
    "timestamp",
    "duration",
    "'1h'",
];

/// Times, texts and patterns: the peer says the same.
#[test]
fn examples_are_as_the_peer_has_them() {
    for source in [
        "timestamp('2026-03-01T09:30:15.250Z') + duration('36h') == timestamp('2026-03-02T21:30:15.25Z')",
        "timestamp('2026-03-01T09:30:00Z') - timestamp('2026-02-28T09:30:00Z') == duration('24h')",
        "timestamp('2026-03-01T09:30:00Z').getHours('+02:00')",
        "timestamp('2026-03-01T09:30:00Z').getHours('America/New_York')",
        "timestamp('2026-07-01T09:30:00Z').getHours('Europe/London')",
        "timestamp('2026-03-01T09:30:00Z').getMonth()",
        "timestamp('2026-03-01T09:30:00Z').getDate()",
        "timestamp('2026-03-01T09:30:00Z').getDayOfMonth()",
        "timestamp('2026-03-01T09:30:00Z').getDayOfWeek()",
        "timestamp('2026-03-01T09:30:00Z').getDayOfYear()",
        "timestamp('2026-03-01T09:30:00.123Z').getMilliseconds()",
        "duration('1h30m').getMinutes()",
        "duration('1.5s') < duration('1500001us')",
        "string(duration('90m'))",
        "int(timestamp('1970-01-02T00:00:00Z'))",
        "'release-1.4.0'.matches('^release-[0-9]+')",
        "matches('abc', 'b')",
        "'a' + 'b' in ['ab']",
        "'straße'.size()",
        "r'\\n' == '\\\\n'",
        "'''a\"b''' == 'a\"b'",
        "[[1, 2], [3]].map(l, l.map(x, x + 1))",
        "[1, 2, 3, 4].map(x, x % 2 == 0, x * 10)",
        "{'a': 1, 'b': 2}.exists(k, k == 'b')",
        "{'a': 1}['a'] == 1 && {1: 'x'}[1] == 'x'",
        "9223372036854775807 + 1",
        "-9223372036854775808 == -9223372036854775807 - 1",
        "1 == 1.0 && 1u == 1 && 2 > 1.5 && 1 != 1.5",
        "type(1) == int && type([]) == list && type(type(1)) == type",
        "false && (1 / 0 > 0) || true",
        "[1, 0].exists(x, 1 / x > 0)",
        "double('1e3') == 1000.0 && int('-5') == -5 && uint('5') == 5u",
    ] {
        let facts = facts();
        let (ours, peer) = (ours(source, &facts), peer(source, &facts));
        assert_eq!(ours.as_ref().ok(), peer.as_ref(), "{source}: {ours:?}");
    }
}

/// What is written to take long, or much, is refused, or stops within its budget.
#[test]
fn nothing_written_hangs() {
    let list = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
    let all = |depth: usize, body: &str| {
        let open: String = (0..depth).map(|depth| format!("{list}.all(e{depth}, ")).collect();
        format!("{open}{body}{}", ")".repeat(depth))
    };
    let (long, longer) = ("a".repeat(2000), "a".repeat(4000));
    for source in [
        all(12, "true"),
        format!("['ab']{}", ".map(x, x + x)".repeat(60)),
        format!("[[1, 2]]{}", ".map(x, x + x)".repeat(60)),
        all(4, &format!("('{longer}'.matches('(a|aa)+$') || true)")),
        all(5, &format!("'{long}' == '{long}'")),
        all(5, &format!("'{longer}'.contains('b') || true")),
    ] {
        let program = Program::compile(&source, &[]).unwrap();
        let error = program.evaluate(&Context::new()).unwrap_err();
        assert_eq!(error.code(), "gate.expression_over_budget", "{source}");
    }
    // A pattern that would be huge is refused before anything is matched.
    let huge = Program::compile("'a'.matches('((a{100}){100}){100}')", &[]).unwrap_err();
    assert_eq!(huge.code(), "gate.expression_syntax");
    let facts = json!((0..100_000).collect::<Vec<_>>());
    let program = Program::compile("facts.all(a, facts.exists(b, a == b))", &["facts"]).unwrap();
    let error = program.test(&Context::new().with("facts", &facts)).unwrap_err();
    assert_eq!(error.code(), "gate.expression_over_budget");
}

/// Maps are gone through in the order of their keys, whichever way they were made.
#[test]
fn loops_over_maps_have_one_order() {
    let facts = json!({ "b": 1, "a": 2, "c": 3 });
    for source in ["facts.map(k, k)", "{'c': 1, 'b': 2, 'a': 3}.map(k, k)"] {
        let program = Program::compile(source, &["facts"]).unwrap();
        let value = program.evaluate(&Context::new().with("facts", &facts)).unwrap();
        assert_eq!(value, json!(["a", "b", "c"]));
    }
}

/// Programs are shared between threads.
#[test]
fn programs_cross_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let program = Program::compile("facts.a > 2", &["facts"]).unwrap();
    shared(&program);
    let facts = facts();
    shared(&Context::new().with("facts", &facts));
    let test = || program.test(&Context::new().with("facts", &facts)).unwrap();
    let all = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4).map(|_| scope.spawn(test)).collect();
        runs.into_iter().all(|run| run.join().unwrap())
    });
    assert!(all);
}
