//! What opening the files of a ledger finds.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::ledger::store::{Damage, Held, Recovery, Verdict, recover};
use serde_json::{Map, Value, json};

/// The verdict, with all that the row says of it.
pub fn open(case: &Case) -> Judged {
    let files = case.row["files"].as_object().ok_or_else(|| Trouble::row("files: expected a map"))?;
    let mut segments = Vec::new();
    for (name, bytes) in files {
        let bytes = bytes.as_str().and_then(base64).ok_or_else(|| Trouble::row("files: expected base64"))?;
        segments.push((name.as_str(), bytes));
    }
    let mut held = Held::nothing();
    if let Some(checkpoint) = case.row.get("checkpoint").filter(|checkpoint| !checkpoint.is_null()) {
        held = held
            .with_size(checkpoint.integer("size")?.unsigned_abs(), Some(checkpoint.text("root")?.parse()?));
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

fn base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for byte in group {
            let digit = match byte {
                b'A'..=b'Z' => byte - b'A',
                b'a'..=b'z' => byte - b'a' + 26,
                b'0'..=b'9' => byte - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                b'=' => 0,
                _ => return None,
            };
            bits = bits << 6 | u32::from(digit);
        }
        let padding = group.iter().filter(|byte| **byte == b'=').count();
        bytes.extend_from_slice(bits.to_be_bytes().get(1..4 - padding)?);
    }
    Some(bytes)
}
