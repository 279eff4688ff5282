//! Facts in and out: JSON and YAML in, one canonical list out.

use super::Facts;
use super::seen::Seen;
use super::sighting::Sighting;
use crate::Result;
use crate::document::{self, Format, Limits, Node, Read, Value};
use crate::fact::{Fact, Roster};
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// The facts of a text: a list of them, or one.
///
/// ```
/// use greenboard::fact::{self, Fact};
///
/// let facts = fact::read("
/// - {kind: approval, id: a1, subject: {component: payments}, by: ada, observed_at: 2026-11-02T09:00:00Z}
/// ")?;
/// assert!(matches!(&facts[0], Fact::Approval(approval) if approval.by == "ada"));
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `document.*`, with path, line and column.
pub fn read(text: impl AsRef<[u8]>) -> Result<Vec<Fact>> {
    // Many facts are long, and reading takes time in proportion.
    let limits = Limits::default().with_bytes(1 << 30).with_nodes(1 << 26);
    let node = document::read_within(&text, Format::of_text(&text), &limits)?;
    of_node(&node)
}

fn of_node(node: &Node) -> Result<Vec<Fact>> {
    match &node.value {
        Value::List(_) => Vec::read(node),
        _ => Fact::read(node).map(|fact| vec![fact]),
    }
}

impl Facts {
    /// The facts of a text, as [`read()`] takes it.
    ///
    /// ```
    /// use greenboard::fact::{Facts, Roster};
    ///
    /// let facts = Facts::read(Roster::new(), "
    /// - {kind: candidate, component: payments, version: 1.4.0}
    /// ")?;
    /// assert_eq!(Facts::read(Roster::new(), &facts.to_json()?)?.digest()?, facts.digest()?);
    /// # Ok::<(), greenboard::Error>(())
    /// ```
    ///
    /// # Errors
    /// `document.*`, with path, line and column.
    pub fn read(roster: Roster, text: impl AsRef<[u8]>) -> Result<Self> {
        let mut facts = Self::new(roster);
        facts.add(read(text)?);
        Ok(facts)
    }

    /// All facts as they were given, as the canonical JSON of a list: by kind, then by id and time.
    ///
    /// # Errors
    /// `document.not_finite` and `document.unsafe_integer` for numbers that JSON does not hold.
    pub fn to_json(&self) -> Result<String> {
        let texts = self.texts()?;
        let mut out = String::with_capacity(texts.iter().map(|text| text.len() + 1).sum::<usize>() + 2);
        out.push('[');
        for (index, text) in texts.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            out.push_str(text);
        }
        out.push(']');
        Ok(out)
    }

    /// The digest of [`to_json`](Self::to_json), whatever the order of coming.
    ///
    /// # Errors
    /// As [`to_json`](Self::to_json).
    pub fn digest(&self) -> Result<String> {
        let mut hasher = Sha256::new();
        hasher.update("[");
        for (index, text) in self.texts()?.iter().enumerate() {
            hasher.update(if index > 0 { "," } else { "" });
            hasher.update(text);
        }
        hasher.update("]");
        let digits: String = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("sha256:{digits}"))
    }

    /// All facts of a kind as they were given, by id and time.
    ///
    /// ```
    /// use greenboard::fact::{Facts, Roster, Waiver};
    ///
    /// let at = "2026-11-02T09:00:00Z".parse().unwrap();
    /// let mut facts = Facts::new(Roster::new());
    /// facts.add([Waiver::new("w1", "coverage", "generated code", "ada", at).into()]);
    /// assert_eq!((facts.of_kind("waiver").len(), facts.of_kind("approval").len()), (1, 0));
    /// ```
    pub fn of_kind(&self, kind: &str) -> Vec<Fact> {
        fn of<T: Sighting + Into<Fact>>(seen: &Seen<T>, kind: &str) -> Vec<Fact> {
            if kind != T::KIND {
                return Vec::new();
            }
            let mut facts: Vec<&Arc<T>> = seen.iter().collect();
            facts.sort_by_cached_key(|fact| (fact.label(), fact.observed_at(), text(&***fact).ok()));
            facts.into_iter().map(|fact| T::clone(fact).into()).collect()
        }
        let seen = &self.seen;
        [
            of(&seen.candidates, kind),
            of(&seen.evidence, kind),
            of(&seen.approvals, kind),
            of(&seen.waivers, kind),
            of(&seen.emergencies, kind),
            of(&seen.change_requests, kind),
            of(&seen.work_items, kind),
            of(&seen.checklists, kind),
            of(&seen.deployments, kind),
            of(&seen.calendars, kind),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Each fact's canonical JSON, in order.
    fn texts(&self) -> Result<Vec<String>> {
        let seen = &self.seen;
        let mut texts = Vec::with_capacity(self.len());
        write(&seen.candidates, &mut texts)?;
        write(&seen.evidence, &mut texts)?;
        write(&seen.approvals, &mut texts)?;
        write(&seen.waivers, &mut texts)?;
        write(&seen.emergencies, &mut texts)?;
        write(&seen.change_requests, &mut texts)?;
        write(&seen.work_items, &mut texts)?;
        write(&seen.checklists, &mut texts)?;
        write(&seen.deployments, &mut texts)?;
        write(&seen.calendars, &mut texts)?;
        Ok(texts)
    }
}

/// What is said, by id and time; facts of one id and time by what they say.
fn sorted<T: Sighting + Send + Sync>(seen: &Seen<T>) -> Result<Vec<(&Arc<T>, String)>> {
    let all: Vec<&Arc<T>> = seen.iter().collect();
    let mut facts: Vec<(&Arc<T>, String)> =
        all.into_par_iter().map(|fact| Ok((fact, text(&**fact)?))).collect::<Result<_>>()?;
    let key = |fact: &T| (fact.label(), fact.observed_at());
    facts.par_sort_by(|(a, x), (b, y)| key(a).cmp(&key(b)).then_with(|| x.cmp(y)));
    Ok(facts)
}

fn write<T: Sighting + Send + Sync>(seen: &Seen<T>, out: &mut Vec<String>) -> Result<()> {
    out.extend(sorted(seen)?.into_iter().map(|(_, text)| text));
    Ok(())
}

fn text<T: Sighting>(fact: &T) -> Result<String> {
    document::to_json(&Tagged { kind: T::KIND, fact })
}

/// A fact with its kind.
#[derive(Serialize)]
struct Tagged<'f, T> {
    kind: &'static str,
    #[serde(flatten)]
    fact: &'f T,
}
