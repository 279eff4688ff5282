//! Signed notes, keys, checkpoints and proofs of logs, as C2SP has them.

use crate::adapters::hex;
use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::ledger::note::{
    self, Checkpoint, CheckpointText, Ed25519, LogProof, Note, NoteAlgorithm, NoteKey, Signer,
};
use greenboard::ledger::{Hash, tree};
use jiff::Timestamp;
use serde_json::{Value, json};

/// A note, who is known, and who signed it.
pub fn note(case: &Case) -> Judged {
    let keys: Vec<NoteKey> =
        case.texts("vkeys")?.into_iter().map(str::parse).collect::<greenboard::Result<_>>()?;
    let note = Note::parse(hex::base64(case.text("note_b64")?)?);
    let got = match note.and_then(|note| Ok((note.verify(&keys)?, note.text))) {
        Ok((signatories, text)) => json!({
            "result": "ok",
            "text": text,
            "verified": signatories.verified,
            "unverified": signatories.unverified,
        }),
        Err(error) => json!({ "result": match error.code() {
            "ledger.invalid_note" => "malformed",
            "ledger.unsigned" => "no_known_key",
            "ledger.bad_signature" => "invalid_signature",
            other => other,
        } }),
    };
    Ok(Outcome::equal(case.field("expect").clone(), got))
}

/// A text that is a key, or none.
pub fn key(case: &Case) -> Judged {
    let text = case.text("vkey")?;
    let key: greenboard::Result<NoteKey> = text.parse();
    let again = key.as_ref().map_or(Outcome::Pass, |key| Outcome::equal(text, key.to_string()));
    Ok(Outcome::all([Outcome::accepted(case.flag("valid")?, &key), again]))
}

/// A seed, a text, and the note that comes of them.
pub fn sign(case: &Case) -> Judged {
    let signer = signer(case, "name", "seed_hex", NoteAlgorithm::Ed25519)?;
    Ok(Outcome::all([
        Outcome::equal(case.text("vkey")?, signer.key().to_string()),
        Outcome::of(case.text("note")?, note::sign(case.text("text")?, &signer)),
    ]))
}

/// The text of a checkpoint, of any log's and of a ledger's.
pub fn checkpoint(case: &Case) -> Judged {
    let text = case.text("text")?;
    let read = CheckpointText::parse(text);
    let mut outcomes = vec![
        Outcome::accepted(case.flag("valid")?, &read),
        Outcome::accepted(case.optional_flag("ledger_valid")?.unwrap_or(false), &Checkpoint::parse(text)),
    ];
    if let Ok(read) = read {
        outcomes.push(Outcome::equal(case.field("origin").clone(), read.origin));
        outcomes.push(Outcome::equal(case.field("size").clone(), read.size));
        outcomes.push(Outcome::equal(case.field("root_hex").clone(), hex::text(&read.root)));
        outcomes.push(Outcome::equal(case.field("extensions").clone(), read.extensions));
    }
    Ok(Outcome::all(outcomes))
}

/// A tree of leaves that are their numbers' digits, signed by its log and by a witness.
pub fn signed_checkpoint(case: &Case) -> Judged {
    let size = case.field("size").as_u64().ok_or_else(|| case.lacks("size", "an integer from 0"))?;
    let leaves: Vec<Hash> = (0..size).map(|leaf| Hash::of_entry(leaf.to_string().as_bytes())).collect();
    let log: NoteKey = case.text("log_vkey")?.parse()?;
    let witness: NoteKey = case.text("witness_vkey")?.parse()?;
    let time = case.integer("witness_time")?;
    let at = Timestamp::from_second(time).map_err(|error| Trouble::row(error.to_string()))?;

    let checkpoint = Checkpoint::new(log.name(), size, tree::root(&leaves));
    let log_signer =
        Ed25519::from_seed(log.name(), log.algorithm(), &hex::bytes32(case.text("log_seed_hex")?)?)?;
    let seed = hex::bytes32(case.text("witness_seed_hex")?)?;
    let witness_signer = Ed25519::from_seed(witness.name(), witness.algorithm(), &seed)?;
    let signed = note::sign_checkpoint(&checkpoint, None, &log_signer)?;
    let signed = note::cosign(&signed, None, &log, &witness_signer, at)?;
    let opened = Checkpoint::open(case.text("note")?, log.name(), &log, std::slice::from_ref(&witness))?;
    let seen: Vec<Value> = opened.cosignatures.iter().map(|seen| json!([seen.name, seen.time])).collect();
    Ok(Outcome::all([
        Outcome::equal(case.text("body")?, checkpoint.to_string()),
        Outcome::equal(case.text("note")?, signed),
        Outcome::equal(json!([[witness.name(), time]]), seen),
        Outcome::equal(case.text("body")?, opened.checkpoint.to_string()),
    ]))
}

/// A signed checkpoint of this root.
pub fn signed(row: &Value, root: &str) -> Judged {
    let key: NoteKey = row.text("log_vkey")?.parse()?;
    let opened = Checkpoint::open(row.text("note")?, key.name(), &key, &[])?;
    Ok(Outcome::equal(root, opened.checkpoint.root.to_string()))
}

/// A proof of a log and the leaf that it is of.
pub fn log_proof(case: &Case) -> Judged {
    let key: NoteKey = case.text("log_vkey")?.parse()?;
    let proof = LogProof::parse(case.text("proof_text")?)?;
    let leaf = Hash::of_entry(case.text("leaf_data")?.as_bytes());
    let other = Hash::of_entry(format!("{}!", case.text("leaf_data")?).as_bytes());
    Ok(Outcome::all([
        Outcome::equal(case.text("proof_text")?, proof.to_string()),
        Outcome::accepted(true, &proof.verify(leaf, key.name(), &key, &[])),
        Outcome::accepted(false, &proof.verify(other, key.name(), &key, &[])),
    ]))
}

fn signer(case: &Case, name: &str, seed: &str, algorithm: NoteAlgorithm) -> Result<Ed25519, Trouble> {
    Ok(Ed25519::from_seed(case.text(name)?, algorithm, &hex::bytes32(case.text(seed)?)?)?)
}
