//! The parser and the filter of conventional-changelog, and release-please's splitting of messages.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::change::conventional::{self, Message, Mode, Separator};
use greenboard::change::{Change, cancel_reverts, commit_override_in};
use greenboard::version::Bump;
use serde_json::{Value, json};

/// conventional-commits-parser under its default options: type, scope, subject, break and notes. Bodies and footers are cut
/// elsewhere there (any line that begins with an action opens the footer), and `!` is no part of its default pattern.
pub fn parser(case: &Case) -> Judged {
    let options = case.field("options").as_object().ok_or_else(|| Trouble::row("options are no object"))?;
    if !options.is_empty() {
        return Ok(Outcome::unsupported("patterns of one's own"));
    }
    let expected = case.field("expected");
    let read = conventional::parse(case.text("message")?, Mode::Lenient).ok();
    let typed = expected.get("type").is_some_and(|kind| !kind.is_null());
    let (Some(message), true) = (&read, typed) else {
        return Ok(Outcome::equal(json!(typed), json!(read.is_some())));
    };
    let notes = expected["notes"].as_array().into_iter().flatten().map(|note| note["text"].clone());
    let expected = json!({
        "type": expected["type"],
        "scope": expected["scope"],
        "subject": expected["subject"],
        "breaking": expected["breaking"],
        "notes": notes.collect::<Vec<_>>(),
    });
    let got = json!({
        "type": message.kind,
        "scope": message.scope,
        "subject": message.description,
        "breaking": message.breaking,
        "notes": message.note.iter().collect::<Vec<_>>(),
    });
    Ok(Outcome::equal(expected, got))
}

/// conventional-commits-filter: which commits remain, by hash.
pub fn revert_filter(case: &Case) -> Judged {
    let commits = case.field("commits_newest_first").as_array();
    let commits = commits.ok_or_else(|| Trouble::row("commits_newest_first is no list"))?;
    let mut changes = Vec::new();
    for (commit, order) in commits.iter().zip((1..=commits.len() as u64).rev()) {
        let header = commit.text("header")?;
        let message = conventional::parse(header, Mode::Lenient);
        let described = message.as_ref().map_or(header, |message| message.description.as_str());
        let mut change =
            Change::new(commit.text("hash")?, described).with_bump("it", Bump::Patch).with_order(order);
        if let Ok(message) = &message {
            change = change.with_type(message.kind.as_str());
        }
        if let Some(hash) = commit.field("reverts").get("hash").and_then(Value::as_str) {
            change = change.with_reverts([hash]);
        }
        changes.push(change);
    }
    let kept: Vec<String> = cancel_reverts(&changes).iter().map(|change| change.id.clone()).collect();
    Ok(Outcome::equal(case.field("kept_hashes").clone(), json!(kept)))
}

/// release-please: the conventional commits in messages, or in the override that a pull request's text holds. It makes commits of
/// footers too (`Release-As`, trailers); those are footers here, and judged as such, so that the rest is in its order.
pub fn commit_split(case: &Case) -> Judged {
    let messages = case.field("messages").as_array().ok_or_else(|| Trouble::row("messages are no list"))?;
    let bodies = case.field("pull_request_body").as_array();
    let mut read: Vec<Message> = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        let text = message.as_str().ok_or_else(|| Trouble::row("a message is no text"))?;
        let body = bodies.and_then(|bodies| bodies.get(index)?.as_str());
        let text = body.and_then(commit_override_in).unwrap_or(text);
        read.extend(conventional::split(text, Mode::Lenient).unwrap_or_default());
    }
    let got: Vec<Value> = read.iter().flat_map(as_release_please).collect();
    Ok(Outcome::equal(case.field("expected").clone(), json!(got)))
}

/// A message as release-please tells it: its footers that read as headers, then itself.
fn as_release_please(message: &Message) -> Vec<Value> {
    let is_breaking = |token: &str| matches!(token, "BREAKING CHANGE" | "BREAKING-CHANGE");
    let footers = || message.footers.iter().filter(|footer| !is_breaking(&footer.token));
    let is_issue = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let reference = |token: &str, issue: &str| json!({"prefix": "#", "action": token, "issue": issue});
    let (mut all, mut notes, mut references) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(note) = &message.note {
        // What follows an empty line is not taken.
        let lines: Vec<&str> = note.lines().take_while(|line| !line.is_empty()).collect();
        notes.push(json!({"title": "BREAKING CHANGE", "text": lines.join(" ")}));
    }
    for footer in footers() {
        let issue = match footer.separator {
            Separator::Hash => Some(footer.value.as_str()),
            _ => footer.value.strip_prefix('#'),
        };
        if let Some(issue) = issue.filter(|issue| is_issue(issue)) {
            references.push(reference(&footer.token, issue));
        }
        if footer.token.eq_ignore_ascii_case("release-as") {
            notes.push(json!({"title": "RELEASE AS", "text": footer.value}));
        }
        if footer.separator == Separator::Colon {
            all.push(json!({
                "type": footer.token, "scope": null, "subject": footer.value, "breaking": false, "notes": [], "references": [],
            }));
        }
    }
    all.push(json!({
        "type": message.kind,
        "scope": message.scope,
        "subject": message.description,
        "breaking": message.breaking,
        "notes": notes,
        "references": references,
    }));
    all
}
