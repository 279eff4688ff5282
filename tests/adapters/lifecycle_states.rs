//! The states and commands of a release: what each cell of the matrix leads to, where every guard holds.

use crate::runner::{Case, Fields, Judged, Outcome};
use crate::world;
use greenboard::release::*;

/// The templates in whose life every state comes up; a cell is asked in the first whose guards can all hold.
const TEMPLATES: [&str; 4] = ["train", "hotfix", "quarterly", "continuous"];

/// A state, a command, whether the release is on hold; where it leads to, or why not.
pub fn cell(case: &Case) -> Judged {
    let input = case.field("input");
    let (state, command) = (input.text("state")?, input.text("command")?);
    let held = input.flag("held")?;
    let expect = case.field("expect");
    let known = ReleaseStatus::ALL.iter().find(|status| status.name() == state.to_lowercase());
    let status = *known.ok_or_else(|| input.lacks("state", "a state of a release"))?;
    let expected = match (expect.optional_text("to")?, expect.optional_text("refusal")?) {
        (Some(to), _) => to.to_lowercase(),
        (None, refusal) => snake(refusal.unwrap_or_default()),
    };
    let mut told = Vec::new();
    for template in TEMPLATES {
        for prepared in [true, false] {
            told.extend(lead(template, status, command, held, prepared));
        }
    }
    let refused = expect.optional_text("refusal")?.is_some();
    let wanted: Vec<&str> = expected.split('|').filter_map(|one| one.trim().split(' ').next()).collect();
    let is_wanted = |found: &Result<String, String>| match found {
        Ok(to) => !refused && wanted.contains(&to.as_str()),
        Err(code) => refused && wanted.contains(&code.as_str()),
    };
    // A cell that refuses lets nobody through; one that leads on leads there where the guards hold.
    let through = told.iter().any(Result::is_ok);
    if told.iter().any(is_wanted) && !(refused && through) {
        return Ok(Outcome::Pass);
    }
    let mut said: Vec<String> = told.into_iter().map(|found| found.unwrap_or_else(|code| code)).collect();
    said.sort_unstable();
    said.dedup();
    Ok(Outcome::equal(expected, said.join(" or ")))
}

/// Where a command leads to, or why not, over the ways in which it can be given.
fn lead(
    template: &str,
    status: ReleaseStatus,
    kind: &str,
    held: bool,
    prepared: bool,
) -> Vec<Result<String, String>> {
    let context = world::context();
    let Some(mut state) = world::at(template, status, &context) else { return Vec::new() };
    if prepared {
        state = world::prepared(template, state, kind, &context);
    }
    if held {
        let hold = HoldCommand::new().with_reason("wait");
        state = world::run(Some(state.clone()), [hold.into()], &context).unwrap_or(state);
    }
    let mut found = Vec::new();
    let commands = world::commands(template).into_iter().filter(|command| command.kind() == kind);
    for (index, command) in commands.enumerate() {
        for actor in world::actors() {
            let id = format!("cell-{index}-{}", actor.id);
            let envelope = Envelope::new(id, actor, world::now(), command.clone());
            match decide(Some(&state), &envelope, &context) {
                Ok(events) => {
                    let after = events.iter().fold(Some(state.clone()), evolve);
                    found.extend(after.map(|after| Ok(after.status.name().to_owned())));
                }
                Err(refusal) => {
                    let own =
                        refusal.reasons.iter().filter(|reason| reason.code != RefusalCode::NotAuthorised);
                    found.extend(own.map(|reason| Err(reason.code.name().to_owned())));
                }
            }
        }
    }
    found
}

/// `WrongState` as `wrong_state`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (index, letter) in name.split(' ').next().unwrap_or_default().char_indices() {
        if letter.is_uppercase() && index > 0 {
            out.push('_');
        }
        out.extend(letter.to_lowercase());
    }
    out
}
