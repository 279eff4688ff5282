//! Canonical JSON: the documents and numbers of RFC 8785.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::document::canonical::{self, Policy};
use greenboard::document::{self, Format, Node, Value};

/// RFC 8785 to the letter: integers beyond 2^53 are rounded.
fn rounded(text: &str) -> greenboard::Result<String> {
    canonical::write(&document::read(text, Format::Json)?, Policy::Rounded)
}

/// What we write: such integers are refused.
fn exact(text: &str) -> greenboard::Result<String> {
    canonical::write(&document::read(text, Format::Json)?, Policy::Exact)
}

/// A document and its canonical bytes and digest.
pub fn accept(case: &Case) -> Judged {
    let written = rounded(case.text("input")?)?;
    let hex: String = written.bytes().map(|byte| format!("{byte:02x}")).collect();
    let digest = format!("sha256:{}", case.text("sha256")?);
    Ok(Outcome::all([
        Outcome::equal(case.text("output_hex")?, hex),
        Outcome::equal(digest, document::digest_text(&written)),
    ]))
}

/// A text that has no canonical form.
pub fn reject(case: &Case) -> Judged {
    Ok(Outcome::accepted(!case.flag("reject")?, &rounded(case.text("input")?)))
}

/// What RFC 8785 would write, and a ledger must refuse.
pub fn ledger_policy(case: &Case) -> Judged {
    let input = case.text("input")?;
    Ok(Outcome::all([
        Outcome::of(case.text("jcs_output")?, rounded(input)),
        Outcome::accepted(!case.flag("ledger_reject")?, &exact(input)),
    ]))
}

/// A double by its bits, and its text both ways.
pub fn number(case: &Case) -> Judged {
    let (Some(bits), Some(text)) = (case.row[0].as_str(), case.row[1].as_str()) else {
        return Err(Trouble::row("expected [bits in hexadecimal, text]"));
    };
    let float = double(bits)?;
    let written = canonical::write(&Node::new(Value::Float(float)), Policy::Rounded);
    let again = rounded(text);
    Ok(Outcome::all([Outcome::of(text, written), Outcome::of(text, again)]))
}

/// A double that JSON has no number for.
pub fn number_reject(case: &Case) -> Judged {
    let bits = case.row.as_str().ok_or_else(|| Trouble::row("expected bits in hexadecimal"))?;
    let written = canonical::write(&Node::new(Value::Float(double(bits)?)), Policy::Rounded);
    Ok(Outcome::accepted(false, &written))
}

fn double(bits: &str) -> Result<f64, Trouble> {
    let bits = u64::from_str_radix(bits, 16).map_err(|error| Trouble::row(format!("{bits:?}: {error}")))?;
    Ok(f64::from_bits(bits))
}
