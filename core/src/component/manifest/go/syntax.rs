//! The lines of `go.mod` and `go.work`: a verb and words, or a block of such lines under one verb.

use crate::document::Position;

/// One line: what it is about, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub verb: String,
    pub words: Vec<Word>,
    pub at: Position,
}

/// A word without its quotes, and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub text: String,
    pub at: Position,
}

/// Why a line cannot be read, and where.
pub(super) type Wrong = (&'static str, Position);

/// All lines, and what is wrong with the others.
pub(super) fn lines(text: &str) -> (Vec<Line>, Vec<Wrong>) {
    let mut lines = Vec::new();
    let mut wrong = Vec::new();
    // The verb of the block that is open, and where it began.
    let mut block: Option<(String, Position)> = None;
    for (number, line) in text.lines().enumerate() {
        let number = u32::try_from(number).unwrap_or(u32::MAX).saturating_add(1);
        let mut words = match words(line, number) {
            Ok(words) => words,
            Err(problem) => {
                wrong.push(problem);
                continue;
            }
        };
        let Some(first) = words.first() else { continue };
        let at = first.at;
        match &block {
            Some(_) if first.text == ")" => block = None,
            Some((verb, _)) => lines.push(Line { verb: verb.clone(), words, at }),
            None => {
                let verb = words.remove(0).text;
                match words.as_slice() {
                    [open] if open.text == "(" => block = Some((verb, at)),
                    _ => lines.push(Line { verb, words, at }),
                }
            }
        }
    }
    if let Some((_, at)) = block {
        wrong.push(("a block is never closed", at));
    }
    (lines, wrong)
}

/// The words of a line, up to its comment.
fn words(line: &str, number: u32) -> Result<Vec<Word>, Wrong> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    // The quote that is open.
    let mut quote: Option<char> = None;
    let mut characters = line.chars().peekable();
    let mut column = 0u32;
    while let Some(character) = characters.next() {
        column = column.saturating_add(1);
        let at = Position { line: number, column };
        match (quote, character) {
            (Some(end), character) if character == end => {
                quote = None;
                words.extend(open.take());
            }
            (Some('"'), '\\') => {
                let escaped = characters.next().ok_or(("a quote is never closed", at))?;
                column = column.saturating_add(1);
                open.get_or_insert(Word { text: String::new(), at }).text.push(escaped);
            }
            (Some(_), character) => open.get_or_insert(Word { text: String::new(), at }).text.push(character),
            (None, '"' | '`') if open.is_none() => {
                quote = Some(character);
                open = Some(Word { text: String::new(), at });
            }
            (None, '/') if characters.peek() == Some(&'/') && open.is_none() => break,
            (None, character) if character.is_whitespace() => words.extend(open.take()),
            (None, '(' | ')' | '[' | ']' | ',') => {
                words.extend(open.take());
                words.push(Word { text: character.to_string(), at });
            }
            (None, character) => open.get_or_insert(Word { text: String::new(), at }).text.push(character),
        }
    }
    if let (Some(_), Some(word)) = (quote, &open) {
        return Err(("a quote is never closed", word.at));
    }
    words.extend(open);
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let (lines, wrong) = lines(text);
        let line = |line: &Line| {
            let words: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
            format!("{}:{} {}: {}", line.at.line, line.at.column, line.verb, words.join("|"))
        };
        let wrong = wrong.iter().map(|(reason, at)| format!("{}:{} {reason}", at.line, at.column));
        lines.iter().map(line).chain(wrong).collect()
    }

    #[test]
    fn lines_and_blocks() {
        let text =
            "module \"a/b\" // c\n\nrequire (\n\tx v1.0.0 // indirect\n\t`y z` v2.0.0\n)\nreplace x => ../x";
        assert_eq!(
            shown(text),
            ["1:1 module: a/b", "4:2 require: x|v1.0.0", "5:2 require: y z|v2.0.0", "7:1 replace: x|=>|../x"]
        );
        assert_eq!(shown("a http://x//y\nb \"c"), ["1:1 a: http://x//y", "2:3 a quote is never closed"]);
        assert_eq!(shown("use (\n./a"), ["2:1 use: ./a", "1:1 a block is never closed"]);
    }
}
