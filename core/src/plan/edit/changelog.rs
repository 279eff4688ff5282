//! A release's section into its changelog: where those before it begin, and nothing else changes.
//!
//! The place is found as the tools find it whose changelogs these are: below the title (changesets), before the first heading
//! with a version (release-please, conventional-changelog), below what is unreleased (Keep a Changelog), and always above the
//! link references at the end.

use super::desk::Desk;

/// The title of a new changelog that brings none of its own.
const TITLE: &str = "# Changelog";

/// Writes a section, unless the changelog has that version already.
pub(super) fn write(desk: &mut Desk<'_>, path: &str, section: &str) -> crate::Result<()> {
    let (title, section) = split(section);
    if section.is_empty() {
        return Ok(());
    }
    let Some(text) = desk.text(path)? else {
        desk.create(path, format!("{}\n\n{section}\n", title.unwrap_or(TITLE)));
        return Ok(());
    };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let section = section.replace("\r\n", "\n").replace('\n', newline);
    if text.trim().is_empty() {
        let title = title.unwrap_or(TITLE);
        let body = format!("{title}{newline}{newline}{section}{newline}");
        desk.replace(path, 0..text.len(), body, "the changelog");
        return Ok(());
    }
    let layout = Layout::of(&text);
    let version = section.lines().next().and_then(heading).and_then(|(_, heading)| version(heading));
    if let Some(version) = version
        && layout.versions.iter().any(|(known, _)| *known == version)
    {
        if !text.contains(section.trim()) {
            desk.warn(path, format!("it has a section of {version} already, which is left as it is"));
        }
        return Ok(());
    }
    let at = layout.place(&text);
    let before = text.get(..at).unwrap_or_default();
    // One blank line on each side.
    let lead = match before {
        "" => String::new(),
        before if before.ends_with("\n\n") || before.ends_with("\n\r\n") => String::new(),
        before if before.ends_with('\n') => newline.to_owned(),
        _ => newline.repeat(2),
    };
    let after = text.get(at..).unwrap_or_default();
    let trail = if after.is_empty() { newline.to_owned() } else { newline.repeat(2) };
    let trail = if after.starts_with(['\n', '\r']) { newline.to_owned() } else { trail };
    desk.replace(path, at..at, format!("{lead}{section}{trail}"), "the release's section");
    Ok(())
}

/// A title that the section begins with, and the rest.
fn split(section: &str) -> (Option<&str>, &str) {
    let section = section.trim();
    let first = section.lines().next().unwrap_or_default();
    match heading(first) {
        Some((1, text)) if version(text).is_none() => {
            (Some(first.trim_end()), section.get(first.len()..).unwrap_or_default().trim())
        }
        _ => (None, section),
    }
}

/// What is where in a changelog.
#[derive(Default)]
struct Layout<'t> {
    /// The versions that have a heading, and where it begins.
    versions: Vec<(&'t str, usize)>,
    /// Where what follows the section of unreleased changes begins.
    after_unreleased: Option<usize>,
    /// Where the link references at the end begin.
    links: Option<usize>,
}

impl<'t> Layout<'t> {
    fn of(text: &'t str) -> Self {
        // A block of code that never ends is none.
        Self::read(text, true).or_else(|| Self::read(text, false)).unwrap_or_default()
    }

    /// Passing over blocks of code, or not; none where one does not end.
    fn read(text: &'t str, blocks: bool) -> Option<Self> {
        let mut layout = Self::default();
        let mut fence: Option<&str> = None;
        let mut unreleased: Option<usize> = None;
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let at = start;
            start += line.len();
            let line = line.trim_end();
            let trimmed = line.trim_start();
            let mark = ["```", "~~~"].into_iter().find(|mark| blocks && trimmed.starts_with(mark));
            if fence.is_some() || mark.is_some() {
                fence = if fence.is_none() { mark } else { fence.filter(|open| Some(*open) != mark) };
                layout.links = None;
                continue;
            }
            if is_link(line) {
                layout.links.get_or_insert(at);
            } else if !line.is_empty() {
                layout.links = None;
            }
            let Some((level, text)) = heading(line.trim_start_matches('\u{FEFF}')) else { continue };
            if let Some(opened) = unreleased.filter(|_| layout.after_unreleased.is_none())
                && level <= opened
            {
                layout.after_unreleased = Some(at);
            }
            if is_unreleased(text) && unreleased.is_none() {
                unreleased = Some(level);
            } else if let Some(version) = version(text)
                && (level > 1 || text.trim_start_matches(['[', 'v']).starts_with(version))
            {
                layout.versions.push((version, at));
            }
        }
        if unreleased.is_some() && layout.after_unreleased.is_none() {
            layout.after_unreleased = Some(layout.links.unwrap_or(text.len()));
        }
        fence.is_none().then_some(layout)
    }

    /// Where the next section goes.
    fn place(&self, text: &str) -> usize {
        let first = self.versions.first().map(|(_, at)| *at);
        // A changelog with its unreleased changes at the end keeps its versions in order all the same.
        let unreleased = self.after_unreleased.filter(|after| first.is_none_or(|first| *after <= first));
        unreleased.or(first).or(self.links).unwrap_or(text.len())
    }
}

/// The level and the text of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let text = line.get(level..)?;
    let is_heading = (1..=6).contains(&level) && (text.is_empty() || text.starts_with([' ', '\t']));
    is_heading.then(|| (level, text.trim()))
}

/// The version in a heading: `1.2.0`, `v1.2.0`, `[1.2.0] - 2026-11-02`, `name@1.2.0`, `Version 1.2.0`.
fn version(heading: &str) -> Option<&str> {
    let bytes = heading.as_bytes();
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let mut from = 0;
    loop {
        let start = from + heading.get(from..)?.find(|c: char| c.is_ascii_digit())?;
        let length = heading.get(start..)?.find(|c| !is_part(c)).unwrap_or(heading.len() - start);
        let word = heading.get(start..start + length)?.trim_end_matches(['.', '-', '+']);
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let opens = match before {
            None => true,
            Some(b'v' | b'V') => start < 2 || !bytes.get(start - 2).is_some_and(u8::is_ascii_alphanumeric),
            Some(before) => matches!(before, b' ' | b'\t' | b'[' | b'(' | b'@' | b'/' | b'-' | b'`'),
        };
        let number = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
        // A date has dashes before its second number; a version has a point.
        let dotted =
            word.get(..number).is_some_and(|number| number.split('.').filter(|n| !n.is_empty()).count() > 1);
        if opens && dotted {
            return Some(word);
        }
        from = start + length;
    }
}

fn is_unreleased(heading: &str) -> bool {
    let name = heading.trim_start_matches('[');
    let end = name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len());
    name.get(..end).is_some_and(|name| name.eq_ignore_ascii_case("unreleased"))
}

/// `[1.2.0]: https://…`
fn is_link(line: &str) -> bool {
    line.starts_with('[')
        && line.split_once("]:").is_some_and(|(label, _)| label.len() > 1 && !label.contains("]("))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_in_headings() {
        for (heading, expected) in [
            ("1.2.0", Some("1.2.0")),
            ("v1.2.0-rc.1", Some("1.2.0-rc.1")),
            ("[1.2.0] - 2026-11-02", Some("1.2.0")),
            ("[1.2.0](https://x/compare/v1.1.0...v1.2.0) (2026-11-02)", Some("1.2.0")),
            ("@scope/name2@1.2", Some("1.2")),
            ("Version 1.2.0", Some("1.2.0")),
            ("2026-11-02: 1.2.0", Some("1.2.0")),
            ("Changes in x86", None),
            ("2026-11-02", None),
            ("Unreleased", None),
        ] {
            assert_eq!(version(heading), expected, "{heading}");
        }
    }
}
