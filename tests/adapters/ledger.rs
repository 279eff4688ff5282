//! The ledger's format: checksums, the chain, erasable payloads, times.

use crate::adapters::hex;
use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::document::{self, Format};
use greenboard::ledger::store::{self, Memory, Store};
use greenboard::ledger::{self, Draft, Entry, Expect, Hash, Held, Verifier, tree};
use jiff::Timestamp;
use serde_json::Value;

/// Bytes and the checksum that frames have.
pub fn crc32c(case: &Case) -> Judged {
    let checksum = store::checksum(&hex::bytes(case.text("data_hex")?)?);
    Ok(Outcome::equal(case.text("crc32c")?, format!("{checksum:08x}")))
}

/// Bytes, or one that is repeated, and their SHA-256.
pub fn sha256(case: &Case) -> Judged {
    let bytes = match case.field("repeat").as_array().map(Vec::as_slice) {
        Some([byte, count]) => {
            let count = count.as_u64().and_then(|count| usize::try_from(count).ok());
            let count = count.ok_or_else(|| Trouble::row("expected how often to repeat"))?;
            hex::bytes(byte.as_str().unwrap_or_default())?.repeat(count)
        }
        _ => hex::bytes(case.text("data_hex")?)?,
    };
    Ok(Outcome::equal(case.text("sha256")?, Hash::of(bytes).to_string()))
}

/// A draft, appended after those of the rows before; the bytes, hash and root that come of it, and of the whole chain.
pub fn chain(case: &Case) -> Judged {
    let mut memory = Memory::new();
    let mut leaves = Vec::new();
    for row in &case.rows[..=case.index] {
        let draft: Draft = document::parse(row.field("draft").to_string(), Format::Json)?;
        let now: Timestamp = time(row.text("recorded_at")?)?;
        let appended = memory.append(&[draft], &Expect::Any, now)?;
        leaves.extend(appended.entries.iter().map(Entry::hash));
    }
    let last = memory.entries(None, usize::MAX)?.pop().ok_or_else(|| Trouble::row("no entry"))?;
    Ok(Outcome::all([
        Outcome::equal(case.text("entry")?, String::from_utf8_lossy(last.bytes())),
        Outcome::equal(case.field("entry_len").clone(), last.bytes().len()),
        Outcome::equal(case.field("seq").clone(), last.seq()),
        Outcome::equal(case.text("prev")?, last.prev().to_string()),
        Outcome::equal(case.text("hash")?, last.hash().to_string()),
        Outcome::equal(case.text("root_after")?, tree::root(&leaves).to_string()),
        Outcome::of(case.text("hash")?, Entry::parse(last.bytes()).map(|entry| entry.hash().to_string())),
        whole(case)?,
    ]))
}

/// What the file says of all of its rows together.
fn whole(case: &Case) -> Judged {
    let mut verifier = Verifier::new();
    for row in case.rows {
        verifier.push(row.text("entry")?.as_bytes())?;
    }
    let verified = verifier.finish()?;
    let head = verified.head.map(|head| head.hash.to_string());
    let checkpoint = case.file.field("checkpoint");
    Ok(Outcome::all([
        Outcome::equal(case.file.text("head")?, head.unwrap_or_default()),
        Outcome::equal(checkpoint.field("size").clone(), verified.entries),
        Outcome::equal(checkpoint.text("root")?, verified.root.to_string()),
        super::ledger_notes::signed(checkpoint, checkpoint.text("root")?)?,
    ]))
}

/// What is found of a payload and what that means.
pub fn payload(case: &Case) -> Judged {
    let digest: Hash = case.text("digest")?.parse()?;
    let found = match (case.optional_text("salt_hex")?, case.optional_text("body_hex")?) {
        (Some(salt), Some(body)) => Some((hex::bytes32(salt)?, hex::bytes(body)?)),
        _ => None,
    };
    let found = found.as_ref().map(|(salt, body)| (salt, body.as_slice()));
    let state = ledger::payload_state(digest, found, !case.field("tombstone_seq").is_null());
    Ok(Outcome::equal(case.text("result")?, state.name()))
}

/// A text that is a time of an entry, or none: tried as the time of an otherwise good one.
pub fn timestamp(case: &Case) -> Judged {
    let text = case.text("text")?;
    let quoted = Value::from(text);
    let entry = |at: &Value, recorded: &Value| {
        format!(
            r#"{{"actor":{{"id":"svc:ci","kind":"service"}},"at":{at},"data":{{"hash":"sha-256","nonce":"{:032}","origin":"o"}},"id":"genesis","kind":"ledger.genesis","kind_v":1,"prev":"{:064}","recorded_at":{recorded},"seq":0,"subject":"ledger","v":1}}"#,
            0, 0
        )
    };
    // The claimed time may not lie after the other one.
    let early = Value::from("0000-01-01T00:00:00.000Z");
    let recorded = ledger::verify([entry(&early, &quoted).as_bytes()], &Held::new());
    let both = Entry::parse(entry(&quoted, &quoted).as_bytes());
    let valid = case.flag("valid")?;
    Ok(Outcome::all([Outcome::accepted(valid, &recorded), Outcome::accepted(valid, &both)]))
}

fn time(text: &str) -> Result<Timestamp, Trouble> {
    text.parse().map_err(|error| Trouble::row(format!("{text:?}: {error}")))
}
