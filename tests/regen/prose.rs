//! Documentation, wrapped for the language it goes to.

/// The widest line, as in the hand-written files.
const WIDTH: usize = 120;

/// Lines no longer than [`WIDTH`] under an indentation of `indent`; paragraphs and list items stay apart.
pub fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let width = WIDTH.saturating_sub(indent);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        // The rows of a table stay whole.
        if paragraph.starts_with('|') {
            lines.push(paragraph.to_owned());
            continue;
        }
        let hang = if paragraph.starts_with("- ") { "  " } else { "" };
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::replace(&mut line, hang.to_owned()));
                line.push_str(word);
            } else {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        lines.push(line);
    }
    lines
}

/// The documentation of an enum: what it is, and what each name means.
pub fn with_names(doc: &str, names: &[(String, String)]) -> String {
    let mut text = doc.to_owned();
    let documented: Vec<_> = names.iter().filter(|(_, doc)| !doc.is_empty()).collect();
    if !documented.is_empty() {
        text.push('\n');
    }
    for (name, doc) in documented {
        text += &format!("\n- `{name}`: {doc}");
    }
    text
}
