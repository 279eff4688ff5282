//! semantic-release: what each branch may release, and what comes next on it.

use crate::runner::{Case, Fields, Judged, Outcome, Trouble};
use greenboard::plan::{Branch, BranchKind, Channel, Identifier, Tag, branches, next_on_branch};
use greenboard::version::Bump;
use serde_json::{Value, json};

/// The next version on a branch.
pub fn next_version(case: &Case) -> Judged {
    let row = case.field("branch");
    let mut branch = Branch::new(row.text("name")?).with_channel(match case.optional_text("channel")? {
        Some(name) => Channel::Named(name.to_owned()),
        None => Channel::Default,
    });
    if row.text("type")? == "prerelease" {
        branch = branch.with_prerelease(prerelease(row.field("prerelease"))?);
    }
    for row in row.list("tags")? {
        branch = branch.with_tag(tag(row)?);
    }
    let last = case.field("last_release");
    let last = if last.field("version").is_null() { None } else { Some(tag(last)?) };
    let bump: Bump = case.text("release")?.parse()?;
    let next = next_on_branch(&branch, last.as_ref(), bump);
    Ok(Outcome::of(case.text("expected")?, next.map(|next| next.to_string())))
}

fn tag(row: &Value) -> Result<Tag, Trouble> {
    let channels = row.list("channels")?.iter().map(|channel| channel.as_str().map(str::to_owned));
    Ok(Tag::parse(row.text("version")?)?.with_channels(channels))
}

/// The ranges of branches. A row judges one kind; where it has the branches of other kinds too, they are in `branches` or in lists of
/// their own.
pub fn branch_ranges(case: &Case) -> Judged {
    let mut all = Vec::new();
    let lists = case.row.as_object().into_iter().flatten().filter(|(key, _)| *key != "expected");
    for row in lists.filter_map(|(_, list)| list.as_array()).flatten() {
        all.push(branch(row)?);
    }
    let kind = case.text("kind")?;
    let ranges = branches(&all)?;
    let got = ranges.iter().filter(|range| range.kind.name() == kind).map(|range| {
        json!({
            "name": range.name,
            "type": range.kind.name(),
            "range": range.range,
            "accept": range.accept,
            "channel": range.channel,
            "merge_range": range.merge_range,
            "main": (range.kind == BranchKind::Release).then_some(range.main),
            "prerelease": range.prerelease,
        })
    });
    Ok(Outcome::equal(case.field("expected").clone(), got.collect::<Vec<_>>()))
}

fn branch(row: &Value) -> Result<Branch, Trouble> {
    let mut branch = Branch::new(row.text("name")?);
    if let Some(range) = row.optional_text("range")? {
        branch = branch.with_range(range);
    }
    match row.field("channel") {
        Value::Bool(false) => branch = branch.with_channel(Channel::Default),
        Value::String(name) => branch = branch.with_channel(Channel::Named(name.clone())),
        _ => {}
    }
    if !matches!(row.field("prerelease"), Value::Null | Value::Bool(false)) {
        branch = branch.with_prerelease(prerelease(row.field("prerelease"))?);
    }
    for version in row.texts("versions")? {
        branch = branch.with_tag(Tag::parse(version)?);
    }
    Ok(branch)
}

fn prerelease(value: &Value) -> Result<Identifier, Trouble> {
    match value {
        Value::Bool(true) => Ok(Identifier::Branch),
        Value::String(identifier) => Ok(Identifier::Named(identifier.clone())),
        other => Err(Trouble::row(format!("{other} is no prerelease identifier"))),
    }
}
