//! What opening the files of a ledger finds.

use super::hex;
use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::ledger::Held;
use greenboard::ledger::store::{Damage, Recovery, Verdict, recover};
use serde_json::{Map, Value, json};

/// The verdict, with all that the row says of it.
pub fn open(case: &Case) -> Judged {
    let files = case.row["files"].as_object().ok_or_else(|| Trouble::row("files: expected a map"))?;
    let mut segments = Vec::new();
    for (name, bytes) in files {
        let bytes = bytes.as_str().ok_or_else(|| Trouble::row("files: expected base64"))?;
        segments.push((name.as_str(), hex::base64(bytes)?));
    }
    let mut held = Held::new();
    if let Some(checkpoint) = case.row.get("checkpoint").filter(|checkpoint| !checkpoint.is_null()) {
        held = held
            .with_checkpoint(checkpoint.integer("size")?.unsigned_abs(), checkpoint.text("root")?.parse()?);
    }
    let segments: Vec<(&str, &[u8])> =
        segments.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let found = told(&recover(&segments, &held));
    let expected = &case.row["expect"];
    let of_interest = expected.as_object().ok_or_else(|| Trouble::row("expect: expected a map"))?;
    let got: Map<String, Value> = of_interest
        .keys()
        .map(|key| (key.clone(), found.get(key).cloned().unwrap_or_else(|| json!("nothing of the kind"))))
        .collect();
    Ok(Outcome::equal(expected.clone(), got))
}

fn told(recovery: &Recovery) -> Value {
    let mut told = json!({
        "verdict": recovery.verdict.name(),
        "entries": recovery.entries,
        "head": recovery.head.map(|head| head.hash.to_string()),
        "root": recovery.root.to_string(),
    });
    match &recovery.verdict {
        Verdict::Torn { segment, truncate_to, dropped_bytes, dropped_valid_frames } => {
            told["segment"] = json!(segment);
            told["truncate_to"] = json!(truncate_to);
            told["dropped_bytes"] = json!(dropped_bytes);
            told["dropped_valid_frames"] = json!(dropped_valid_frames);
        }
        Verdict::Corrupt(Damage { kind, segment, offset, at_seq, safe, .. }) => {
            told["kind"] = json!(kind.name());
            told["segment"] = json!(segment);
            told["offset"] = json!(offset);
            told["at_seq"] = json!(at_seq);
            told["safe"] = json!(safe);
        }
        Verdict::Rollback { expected_at_least } => told["expected_at_least"] = json!(expected_at_least),
        Verdict::Diverged { size } => told["size"] = json!(size),
        _ => {}
    }
    told
}
