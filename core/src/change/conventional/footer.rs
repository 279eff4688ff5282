//! What follows the header: a body, then footers such as `Refs: #12` or `BREAKING CHANGE: …`.

use super::header::is_word;
use super::{Mode, Tolerance, is_blank};
use schemars::JsonSchema;
use serde::Serialize;

/// A line of the form `token: value` or `token #value` at the end of a message, with the lines that continue it.
///
/// ```
/// use greenboard::change::conventional::{Footer, Mode, Separator};
///
/// let footer = Footer::parse("Closes #12", Mode::Strict).unwrap();
/// assert_eq!((footer.token.as_str(), footer.separator, footer.value.as_str()), ("Closes", Separator::Hash, "12"));
/// assert!(Footer::parse("Closes twelve", Mode::Strict).is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct Footer {
    /// The word before the separator, as written; may be `BREAKING CHANGE`.
    pub token: String,
    /// What stands between token and value.
    pub separator: Separator,
    /// The rest, to the next footer, without white space around it.
    pub value: String,
}

/// What stands between a footer's token and its value; the `#` is not part of the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub enum Separator {
    /// `Refs: 12`.
    #[serde(rename = ":")]
    Colon,
    /// `Refs #12`.
    #[serde(rename = " #")]
    Hash,
}

impl Separator {
    /// Its text, without the space after the colon: `:` or ` #`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Colon => ":",
            Self::Hash => " #",
        }
    }
}

impl Footer {
    /// Reads one footer with all its lines; none where the text is no footer.
    pub fn parse(text: &str, mode: Mode) -> Option<Self> {
        let lines = super::lines(text);
        let (first, more) = lines.split_first()?;
        let start = Start::read(first, mode)?;
        let value = value(std::iter::once(start.rest).chain(more.iter().copied()));
        (!value.is_empty()).then(|| start.footer(value))
    }

    /// Whether it says that something breaks.
    pub fn is_breaking(&self) -> bool {
        matches!(self.token.as_str(), BREAKING | BREAKING_HYPHEN)
    }
}

const BREAKING: &str = "BREAKING CHANGE";
const BREAKING_HYPHEN: &str = "BREAKING-CHANGE";

/// The first line of a footer.
struct Start<'a> {
    token: &'a str,
    separator: Separator,
    rest: &'a str,
}

impl<'a> Start<'a> {
    fn read(line: &'a str, mode: Mode) -> Option<Self> {
        let length = match [BREAKING, BREAKING_HYPHEN].into_iter().find(|token| line.starts_with(token)) {
            Some(token) => token.len(),
            None => line.find(|c| !is_word(c)).unwrap_or(line.len()),
        };
        let (token, after) = line.split_at(length);
        let breaking = matches!(token, BREAKING | BREAKING_HYPHEN);
        if token.is_empty() {
            return None;
        }
        if let Some(rest) = after.strip_prefix(" #") {
            return (!is_blank(rest)).then_some(Self { token, separator: Separator::Hash, rest });
        }
        let rest = after.strip_prefix(':')?;
        // Git strips white space at the ends of lines: a break may be told on the lines below its token.
        let told = !is_blank(rest) || breaking;
        // Without the space, `https://…` is an address and not a footer.
        let spaced = rest.starts_with(' ')
            || (breaking && rest.is_empty())
            || (mode == Mode::Lenient && !rest.starts_with("//"));
        (told && spaced).then_some(Self { token, separator: Separator::Colon, rest })
    }

    fn footer(&self, value: String) -> Footer {
        Footer { token: self.token.to_owned(), separator: self.separator, value }
    }
}

/// The text of a break that is told on this line of a body, behind asterisks, bars and white space.
fn breaking_in_body(line: &str) -> Option<&str> {
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '|'));
    let rest = text.strip_prefix(BREAKING).or_else(|| text.strip_prefix(BREAKING_HYPHEN))?;
    rest.strip_prefix(':')
}

/// What follows the header.
pub(super) struct Section {
    pub body: Option<String>,
    pub footers: Vec<Footer>,
    /// What breaks, as told by footers and, where that is tolerated, in the body.
    pub notes: Vec<String>,
}

pub(super) fn section(lines: &[&str], mode: Mode, tolerated: &mut Vec<Tolerance>) -> Section {
    let start = footers_start(lines, mode, tolerated);
    let (above, below) = lines.split_at(start);
    let mut notes = Vec::new();
    if mode == Mode::Lenient {
        notes = notes_in_body(above);
        if !notes.is_empty() {
            tolerated.push(Tolerance::BreakingInBody);
        }
    }
    let footers = footers(below, mode, tolerated);
    notes.extend(footers.iter().filter(|f| f.is_breaking()).map(|f| f.value.clone()));
    let body = join(above.iter().copied());
    Section { body: (!body.is_empty()).then_some(body), footers, notes }
}

/// The index of the line that the footers start at: the first that looks like one after a blank line. Tolerated: the last
/// lines of all, when every one of them looks like one.
fn footers_start(lines: &[&str], mode: Mode, tolerated: &mut Vec<Tolerance>) -> usize {
    let is_start = |index: usize| {
        let line = lines.get(index)?;
        let start = Start::read(line, mode)?;
        // A break may be told below its token, but it must be told.
        let told = !is_blank(start.rest) || lines.get(index + 1..)?.iter().any(|line| !is_blank(line));
        told.then_some(())
    };
    let after_blank = |index: usize| index == 0 || lines.get(index - 1).is_some_and(|line| is_blank(line));
    let proper = (0..lines.len()).find(|&index| after_blank(index) && is_start(index).is_some());
    let proper = proper.unwrap_or(lines.len());
    if mode == Mode::Strict {
        return proper;
    }
    let mut first = lines.len();
    for (index, line) in lines.iter().enumerate().rev() {
        if is_start(index).is_some() {
            first = index;
        } else if !is_blank(line) {
            break;
        }
    }
    if first < proper {
        tolerated.push(Tolerance::FootersInBody);
    }
    first.min(proper)
}

fn footers(lines: &[&str], mode: Mode, tolerated: &mut Vec<Tolerance>) -> Vec<Footer> {
    let mut footers = Vec::new();
    let mut open: Option<(Start<'_>, Vec<&str>)> = None;
    let mut close = |open: Option<(Start<'_>, Vec<&str>)>| {
        if let Some((start, lines)) = open {
            let value = value(lines);
            footers.extend((!value.is_empty()).then(|| start.footer(value)));
        }
    };
    for line in lines {
        match (Start::read(line, mode), &mut open) {
            (Some(start), _) => {
                if Start::read(line, Mode::Strict).is_none() {
                    tolerated.push(Tolerance::FooterNoSpace);
                }
                let value = vec![start.rest];
                close(open.replace((start, value)));
            }
            (None, Some((_, value))) => value.push(line),
            (None, None) => {}
        }
    }
    close(open);
    footers
}

/// The breaks told inside a body, each to the end of its paragraph.
fn notes_in_body(body: &[&str]) -> Vec<String> {
    let mut notes = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    let mut close = |open: Option<Vec<&str>>| {
        notes.extend(open.map(value).filter(|note| !note.is_empty()));
    };
    for line in body {
        if let Some(rest) = breaking_in_body(line) {
            close(open.replace(vec![rest]));
        } else if is_blank(line) {
            // The text of a break may start a paragraph below its token.
            if open.as_ref().is_some_and(|lines| lines.iter().any(|line| !is_blank(line))) {
                close(open.take());
            }
        } else if let Some(lines) = &mut open {
            lines.push(line);
        }
    }
    close(open);
    notes
}

/// The lines as one text without white space around it.
fn value<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    join(lines).trim_start().to_owned()
}

/// The lines as one text, without the blank ones around it and white space at its ends.
fn join<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push('\n');
        }
        // Blank lines above the text are dropped, those inside it kept.
        if !(text.is_empty() && is_blank(line)) {
            text.push_str(line.trim_end());
        }
    }
    // Indentation of a body's first line belongs to it: it may be a list or code.
    text.trim_end().to_owned()
}
