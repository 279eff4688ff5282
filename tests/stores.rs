//! One behaviour suite for all stores of ledgers: the same steps, with results equal to the byte, in memory and in files (here),
//! and in memory, files, SQLite and PostgreSQL (from Python and Node). `stores/README.md` is the contract.

use crate::runner::{Fields, Trouble};
use greenboard::document::{self, Format, Read};
use greenboard::ledger::store::Store;
use greenboard::ledger::{Anchor, Draft, Expect, Held, verify};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn path() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/stores/behaviour.json"))
}

/// Every case.
pub fn cases() -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(path()).unwrap()).unwrap()
}

/// What is wrong with a store, of which `make` gives an empty one for each case.
pub fn faults<S: Store>(mut make: impl FnMut() -> S) -> Vec<String> {
    let mut faults = Vec::new();
    for case in cases() {
        let mut store = make();
        for (number, step) in case.list("steps").unwrap().iter().enumerate() {
            let got = outcome(&mut store, step);
            let expected = document::to_json(&said(step)).unwrap();
            let got = document::to_json(&got).unwrap();
            if got != expected {
                let name = case.text("name").unwrap();
                faults.push(format!("{name}, step {number}:\n  expected {expected}\n  got      {got}"));
            }
        }
    }
    faults
}

/// Writes what a store does into the cases.
pub fn bless<S: Store>(mut make: impl FnMut() -> S) {
    let mut out = String::from("[\n");
    let cases = cases();
    for (at, case) in cases.iter().enumerate() {
        let mut store = make();
        out += &format!("  {{ \"name\": {}, \"steps\": [\n", case["name"]);
        let steps = case.list("steps").unwrap();
        for (number, step) in steps.iter().enumerate() {
            let (key, value) = match outcome(&mut store, step) {
                Value::Object(mut fields) if fields.contains_key("error") => {
                    ("error", fields.remove("error").unwrap())
                }
                mut outcome => ("gives", outcome["gives"].take()),
            };
            let comma = if number + 1 < steps.len() { "," } else { "" };
            out += &format!(
                "    {{ \"call\": {}, \"args\": {}, \"{key}\": {} }}{comma}\n",
                step["call"],
                step["args"],
                document::to_json(&value).unwrap()
            );
        }
        out += if at + 1 < cases.len() { "  ] },\n" } else { "  ] }\n" };
    }
    fs::write(path(), out + "]\n").unwrap();
}

fn said(step: &Value) -> Value {
    match step.get("error") {
        Some(error) => json!({ "error": error }),
        None => json!({ "gives": step["gives"] }),
    }
}

fn outcome(store: &mut impl Store, step: &Value) -> Value {
    match call(store, step.text("call").unwrap(), step.field("args")) {
        Ok(gives) => json!({ "gives": gives }),
        Err(Trouble::Library(error)) => {
            json!({ "error": { "code": error.code(), "message": error.message() } })
        }
        Err(Trouble::Row(message)) => panic!("{step}: {message}"),
    }
}

fn call(store: &mut impl Store, name: &str, args: &Value) -> Result<Value, Trouble> {
    Ok(match name {
        "append" => {
            let drafts: Vec<Draft> = read(args.field("drafts"))?;
            let expect = expect(store, args.field("expect"))?;
            let now: Timestamp = args.text("now")?.parse().unwrap();
            let appended = store.append(&drafts, &expect, now)?;
            let ids: Vec<&str> = appended.entries.iter().map(|entry| entry.id()).collect();
            json!({ "head": appended.head, "ids": ids, "repeated": appended.repeated })
        }
        "head" => json!(store.head()?),
        "len" => json!(store.len()?),
        "entry" => json!(store.entry(args.field("seq").as_u64().unwrap())?),
        "by_id" => json!(store.by_id(args.text("id")?)?),
        "entries" => {
            let limit = args.field("limit").as_u64().unwrap_or(1000) as usize;
            let entries = store.entries(args.field("after").as_u64(), limit)?;
            json!(entries.iter().map(|entry| entry.id()).collect::<Vec<_>>())
        }
        "verify" => {
            let mut held = Held::new();
            for anchor in args.field("anchors").as_array().into_iter().flatten() {
                let hash = named(store, anchor.text("hash")?)?.parse()?;
                held = held.with_anchor(Anchor::new(anchor.field("seq").as_u64().unwrap(), hash));
            }
            let entries = store.entries(None, usize::MAX)?;
            let verified = verify(entries.iter().map(|entry| entry.bytes()), &held)?;
            json!({ "entries": verified.entries, "head": verified.head, "root": verified.root })
        }
        _ => return Err(Trouble::row(format!("there is no call {name:?}"))),
    })
}

fn expect(store: &impl Store, expect: &Value) -> Result<Expect, Trouble> {
    Ok(match expect {
        Value::String(text) if text == "empty" => Expect::Empty,
        Value::Number(seq) => Expect::Seq(seq.as_u64().unwrap()),
        Value::Object(fields) => match (fields.get("head"), fields.get("subject")) {
            (Some(Value::String(hash)), _) => Expect::Head(named(store, hash)?.parse()?),
            (_, Some(Value::String(subject))) => Expect::SubjectUnchangedSince {
                subject: subject.clone(),
                seq: fields["seq"].as_u64().unwrap(),
            },
            _ => return Err(Trouble::row("no expectation")),
        },
        _ => Expect::Any,
    })
}

/// A hash, or the one that a name stands for.
fn named(store: &impl Store, hash: &str) -> Result<String, Trouble> {
    Ok(match hash {
        "$head" => store.head()?.map(|head| head.hash.to_string()).unwrap_or_default(),
        "$first" => store.entry(0)?.map(|entry| entry.hash().to_string()).unwrap_or_default(),
        _ => hash.to_owned(),
    })
}

fn read<T: Read>(value: &Value) -> Result<T, Trouble> {
    // As the others give it: made of an object, so that no place is said.
    let text = value.to_string();
    Ok(document::parse(&text, Format::Json).map_err(|error| error.without_place().within("drafts"))?)
}
