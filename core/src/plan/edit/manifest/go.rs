//! `go.mod`. A module's own version is its tag, and stands in no file.

use super::super::desk::Desk;
use super::{Update, missing_requirement};
use crate::plan::Entry;
use std::ops::Range;

/// Nothing: the tag is the version. But from 2 on, Go takes a version only for a module whose path ends in its major.
pub(super) fn version(desk: &mut Desk<'_>, file: &str, entry: &Entry) -> crate::Result<()> {
    let major = entry.new.as_str().trim_start_matches('v').split('.').next().unwrap_or_default();
    let wanted = format!("v{major}");
    let ends = entry.package.rsplit(['/', '.']).next() == Some(wanted.as_str());
    if !matches!(major, "0" | "1") && !ends {
        desk.warn(
            file,
            format!(
                "Go takes {} only for a module whose path ends in /{wanted}; rename {}, and what imports it",
                entry.new, entry.package
            ),
        );
    }
    Ok(())
}

/// Writes the version of a `require`, and leaves its comment alone.
pub(super) fn requirement(desk: &mut Desk<'_>, update: &Update<'_>) -> crate::Result<()> {
    let Some(text) = desk.text(&update.update.file)? else {
        return Err(desk.no_file(&update.update.file, &update.what).into());
    };
    let (old, new) = (&update.update.old, &update.update.new);
    let places: Vec<Range<usize>> = required(&text, update.package);
    let states = |place: &Range<usize>, wanted: &str| text.get(place.clone()) == Some(wanted);
    let mut found = false;
    for place in places.iter().filter(|place| states(place, old)) {
        found = true;
        desk.replace(&update.update.file, place.clone(), new.clone(), &update.what);
    }
    if found || places.iter().any(|place| states(place, new)) {
        return Ok(());
    }
    match places.first().and_then(|place| Some((place.start, text.get(place.clone())?))) {
        Some((at, found)) => Err(desk.moved_at(&update.update.file, at, &update.what, found, old).into()),
        None => Err(missing_requirement(desk, None, update)),
    }
}

/// Where `require` states the version of a module.
fn required(text: &str, module: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let mut in_require = false;
    let mut in_block = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let code = line.split("//").next().unwrap_or_default();
        let words = words(code, start);
        start += line.len();
        let mut words = words.into_iter();
        let mut next = || words.next().and_then(|word| Some((text.get(word.clone())?, word)));
        let first = if in_block { None } else { next() };
        match first {
            Some(("require", _)) => in_require = true,
            Some(_) => in_require = false,
            None if !in_block => continue,
            None => {}
        }
        let Some((word, _)) = next() else { continue };
        match word {
            "(" => in_block = true,
            ")" => in_block = false,
            _ if in_require && word.trim_matches(['"', '`']) == module => {
                if let Some((version, place)) = next() {
                    let quotes = version.len() - version.trim_start_matches(['"', '`']).len();
                    let inner = version.trim_matches(['"', '`']).len();
                    places.push(place.start + quotes..place.start + quotes + inner);
                }
            }
            _ => {}
        }
    }
    places
}

/// The words of a line that begins at byte `start`; parentheses are words of their own.
fn words(line: &str, start: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut open: Option<usize> = None;
    let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '\u{FEFF}');
    for (at, character) in line.char_indices() {
        if ends(character) {
            words.extend(open.take().map(|from| start + from..start + at));
            if matches!(character, '(' | ')') {
                words.push(start + at..start + at + 1);
            }
        } else {
            open.get_or_insert(at);
        }
    }
    words.extend(open.map(|from| start + from..start + line.len()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_and_nothing_else() {
        let text = "module a\nrequire x v1.0.0\nrequire(\n\tx v1.1.0 // indirect\n\t\"x\" v1.2.0\n)\nreplace x v9 => ../x\nexclude (\n x v8.0.0\n)\n";
        let found: Vec<&str> = required(text, "x").into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, ["v1.0.0", "v1.1.0", "v1.2.0"]);
    }
}
