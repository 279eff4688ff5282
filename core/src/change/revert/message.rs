//! What a commit's message says of a revert.

use super::super::pull_request;

/// The fewest characters that name a commit by the beginning of its hash.
pub(super) const SHORTEST: usize = 7;

/// What git itself says of a revert, in the first line of its message.
pub(in crate::change) struct Quoted<'a> {
    /// The header of the change that all is about.
    pub header: &'a str,
    /// Whether that change is there again: what is reverted is itself a revert.
    pub restores: bool,
}

/// Reads git's `Revert "…"`, and `Reapply "…"`, which is what it calls the revert of a revert. They are nested as often as
/// people change their minds.
pub(in crate::change) fn quoted(message: &str) -> Option<Quoted<'_>> {
    let mut header = message.trim_start().lines().next()?.trim_end();
    let mut restores = true;
    let mut is_quoted = false;
    loop {
        let (text, reverts) = match (header.strip_prefix("Revert \""), header.strip_prefix("Reapply \"")) {
            (Some(text), _) => (text, true),
            (None, Some(text)) => (text, false),
            (None, None) => break,
        };
        // Hosts put the number of the pull request behind the quote.
        let Some((inner, after)) = text.rsplit_once('"') else { break };
        if inner.trim().is_empty() || !(after.is_empty() || after.starts_with(" (#")) {
            break;
        }
        (header, restores, is_quoted) = (inner, restores != reverts, true);
    }
    is_quoted.then_some(Quoted { header, restores })
}

/// What a revert's message names: hashes by git's `This reverts commit <hash>` and footers `Refs: <hash>, …` of a `revert:`,
/// pull requests (`#12`) by GitHub's `Reverts acme/board#12`.
pub(in crate::change) fn undone_by(message: &str) -> Vec<String> {
    const SENTENCE: &str = "This reverts commit";
    let text = message.trim_start();
    let is_revert = text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("revert"));
    if !is_revert && !text.starts_with("Reapply \"") {
        return Vec::new();
    }
    let mut named = Vec::new();
    for line in message.lines().skip(1).map(str::trim) {
        if let Some(number) = line.strip_prefix("Reverts ").and_then(pull_request::reference) {
            named.push(format!("#{number}"));
            continue;
        }
        let rest = match (line.strip_prefix(SENTENCE), line.split_once(':')) {
            (Some(rest), _) => rest.strip_prefix('s').unwrap_or(rest),
            (None, Some((token, rest))) if token.eq_ignore_ascii_case("refs") => rest,
            _ => continue,
        };
        let words = rest.split(|c: char| !c.is_ascii_alphanumeric());
        let is_hash = |word: &&str| word.len() >= SHORTEST && word.bytes().all(|b| b.is_ascii_hexdigit());
        named.extend(words.filter(is_hash).map(str::to_ascii_lowercase));
    }
    named.sort_unstable();
    named.dedup();
    named
}
