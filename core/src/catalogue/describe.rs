//! From what schemars derives to the schemas we publish.

use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Says of every type in a root schema what the reader does (unknown keys are refused, unless the type says that it keeps
/// them; a document may say what it is), and turns rustdoc into plain Markdown.
pub(super) fn finish(schema: &mut Value, documents: &BTreeMap<String, &str>) {
    let title = schema["title"].as_str().map(str::to_owned);
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, definition) in definitions.iter_mut() {
            finish_type(definition, documents.get(name).copied());
        }
    }
    finish_type(schema, title.and_then(|title| documents.get(&title).copied()));
    if let Some(object) = schema.as_object_mut() {
        let first = ["$schema", "title", "description"].map(|key| object.remove_entry(key));
        let rest = std::mem::take(object);
        object.extend(first.into_iter().flatten().chain(rest));
    }
}

fn finish_type(schema: &mut Value, document: Option<&str>) {
    plain_descriptions(schema);
    let Some(object) = schema.as_object_mut() else { return };
    if !object.contains_key("properties") {
        return;
    }
    object.entry("additionalProperties").or_insert(false.into());
    let properties = object.get_mut("properties").and_then(Value::as_object_mut);
    if let (Some(document), Some(properties)) = (document, properties) {
        let says = json!({
            "description": "What this document is, and the version of its format.",
            "type": "string",
            "const": document,
            "default": document,
        });
        properties.insert("schema".to_owned(), says);
    }
}

/// Puts beside a schema all the definitions that it leads to.
pub(super) fn enclose(schema: &mut Value, definitions: &Map<String, Value>) {
    let mut found = BTreeSet::new();
    let mut open = vec![&*schema];
    while let Some(next) = open.pop() {
        match next {
            Value::Array(items) => open.extend(items),
            Value::Object(entries) => {
                open.extend(entries.values());
                let name = entries
                    .get("$ref")
                    .and_then(Value::as_str)
                    .and_then(|path| path.strip_prefix("#/$defs/"));
                if let Some((name, definition)) = name.and_then(|name| definitions.get_key_value(name))
                    && found.insert(name)
                {
                    open.push(definition);
                }
            }
            _ => {}
        }
    }
    let found: Map<_, _> =
        found.iter().filter_map(|name| Some(((*name).clone(), definitions.get(*name)?.clone()))).collect();
    if let (false, Some(object)) = (found.is_empty(), schema.as_object_mut()) {
        object.insert("$defs".to_owned(), found.into());
    }
}

/// The first paragraph of a schema's description.
pub(super) fn summary(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    text.split("\n\n").next().unwrap_or_default().to_owned()
}

/// `ChangeRequest` as `change_request`.
pub(super) fn snake_case(name: &str) -> String {
    let mut out = String::new();
    for character in name.chars() {
        if character.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(character.to_lowercase());
    }
    out
}

/// Every `description` in a type's schema, its definitions aside.
fn plain_descriptions(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(plain_descriptions),
        Value::Object(entries) => {
            for (key, value) in
                entries.iter_mut().filter(|(key, _)| !matches!(key.as_str(), "$defs" | "default"))
            {
                match value {
                    Value::String(text) if key == "description" => *text = plain(text),
                    _ => plain_descriptions(value),
                }
            }
        }
        _ => {}
    }
}

/// Rustdoc without its examples, sections and links; each paragraph, item of a list and row of a table on one line.
fn plain(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut in_example = false;
    let mut broken = true;
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") {
            in_example = !in_example;
            broken = true;
        } else if in_example {
        } else if line.starts_with("# ") {
            break;
        } else if line.is_empty() {
            broken = true;
        } else if let (false, Some(last)) = (broken, paragraphs.last_mut()) {
            last.push(if line.starts_with("- ") || line.starts_with('|') { '\n' } else { ' ' });
            last.push_str(line);
        } else {
            paragraphs.push(line.to_owned());
            broken = false;
        }
    }
    unlinked(&paragraphs.join("\n\n"))
}

/// `[`text`](target)` and `[`text`]` as `` `text` ``: the targets are Rust's.
fn unlinked(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, behind)) = after.split_once("`]") else { break };
        out += &format!("{before}`{name}`");
        rest = behind.get(target(behind)..).unwrap_or_default();
    }
    out + rest
}

/// How long the `(target)` is with which a text begins; a target may have parentheses of its own, as `plan()`.
fn target(text: &str) -> usize {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 1 => return at + 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return 0;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rustdoc_becomes_prose() {
        assert_eq!(plain("By [`plan`](super::plan()), or [`x`] (y)."), "By `plan`, or `x` (y).");
        let text = "The [`Bump`] of\na [`Change`](crate::change::Change).\n\n- one\n- two\n\n```\nlet x = 1;\n```\n\nMore.\n\n# Errors\nNone.";
        assert_eq!(plain(text), "The `Bump` of a `Change`.\n\n- one\n- two\n\nMore.");
    }

    #[test]
    fn names_of_files() {
        assert_eq!(snake_case("ChangeRequest"), "change_request");
    }
}
