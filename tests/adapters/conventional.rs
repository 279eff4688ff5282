//! Conventional Commits, as the field's parsers read them.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::change::conventional::{self, Footer, Message, Mode};
use serde_json::{Value, json};

/// git-conventional: the specification, with footers. A row judges the fields that it has.
pub fn git_conventional(case: &Case) -> Judged {
    let message = conventional::parse(case.text("message")?, Mode::Strict);
    let valid = case.flag("valid")?;
    let Some(message) = message.as_ref().ok().filter(|_| valid) else {
        return Ok(Outcome::accepted(valid, &message));
    };
    let got = json!({
        "type": message.kind,
        "scope": message.scope,
        "description": message.description,
        "body": message.body,
        "breaking": message.breaking,
        "breaking_description": message.note,
        "footers": message.footers.iter().map(footer).collect::<Vec<_>>(),
    });
    let judged = got.as_object().into_iter().flatten().filter(|(key, _)| case.row.get(key).is_some());
    Ok(Outcome::all(judged.map(|(key, got)| Outcome::equal(case.field(key).clone(), got.clone()))))
}

/// git-conventional: one footer.
pub fn git_conventional_footer(case: &Case) -> Judged {
    let got = Footer::parse(case.text("line")?, Mode::Strict).map(|got| footer(&got));
    let expected = case.flag("valid")?.then(|| {
        json!({
            "token": case.field("token"),
            "separator": case.field("separator"),
            "value": case.field("value"),
        })
    });
    Ok(Outcome::equal(json!(expected), json!(got)))
}

/// What three parsers agree on, each lenient in its own way; where they do not there is nothing to judge by.
pub fn cross_parser_corpus(case: &Case) -> Judged {
    if !case.flag("agree")? {
        return Ok(Outcome::unsupported("the peers disagree"));
    }
    let peer = case.field("git_conventional");
    let expected = if peer.is_null() { Value::Null } else { essence(peer)? };
    let read = |message: Message| {
        json!({
            "type": message.kind,
            "scope": message.scope,
            "subject": message.description,
            "breaking": message.breaking,
        })
    };
    let got = conventional::parse(case.text("message")?, Mode::Lenient).map(read).unwrap_or(Value::Null);
    Ok(Outcome::equal(expected, got))
}

fn essence(peer: &Value) -> Result<Value, Trouble> {
    Ok(json!({
        "type": peer.text("type")?,
        "scope": peer.optional_text("scope")?,
        "subject": peer.text("subject")?,
        "breaking": peer.flag("breaking")?,
    }))
}

fn footer(footer: &Footer) -> Value {
    json!({ "token": footer.token, "separator": footer.separator.as_str(), "value": footer.value })
}
