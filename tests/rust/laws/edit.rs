//! Edits: of any file they write what is selected, and nothing else, and are done once.

use super::applied::{Layout, Texts, planned};
use greenboard::component::manifest;
use greenboard::document::{self, Format, Node, Value};
use greenboard::plan::{Edit, EditOptions, Edits, ExtraFile, ExtraFileKind, Policy, diff, edits};
use greenboard::version::Bump;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

/// A tree of maps, lists and texts, and how it is written.
#[derive(Debug, Clone)]
enum Tree {
    Text(String),
    Other(&'static str),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

const KEYS: &[&str] = &["version", "a", "b c", "é", "dash-ed", "x.y", "1"];
const VALUES: &[&str] =
    &["1.2.3", "v1.2.3", "text", "", "it's", "1.0", "é\u{1F602}", "true", "a: b", "# no", "\\", "\"q\"", "~"];

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        3 => select(VALUES).prop_map(|text| Tree::Text(text.to_owned())),
        1 => select(vec!["1", "true", "2.50"]).prop_map(Tree::Other),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Tree::List),
            vec((select(KEYS), inner), 0..4).prop_map(|entries| {
                let mut seen = BTreeSet::new();
                let entries = entries.into_iter().filter(|(key, _)| seen.insert(*key));
                Tree::Map(entries.map(|(key, tree)| (key.to_owned(), tree)).collect())
            }),
        ]
    })
}

fn json_text(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

impl Tree {
    /// As JSON, with comments where `comments`.
    fn json(&self, layout: &mut Layout, comments: bool) -> String {
        let blank = |layout: &mut Layout| match comments {
            true => layout.pick(&["", " ", "\n", "/* \"version\": \"1.2.3\" */", "// é\n", "\r\n\t"]),
            false => layout.blank(),
        };
        match self {
            Self::Text(text) => json_text(text),
            Self::Other(text) => (*text).to_owned(),
            Self::List(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| format!("{}{}", blank(layout), item.json(layout, comments)))
                    .collect();
                format!("[{}{}]", items.join(","), blank(layout))
            }
            Self::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, tree)| {
                        format!(
                            "{}{}{}:{}{}",
                            blank(layout),
                            json_text(key),
                            blank(layout),
                            blank(layout),
                            tree.json(layout, comments)
                        )
                    })
                    .collect();
                format!("{{{}{}}}", entries.join(","), blank(layout))
            }
        }
    }

    /// As YAML in blocks; scalars in one of their styles.
    fn yaml(&self, layout: &mut Layout, indent: usize) -> String {
        let margin = "  ".repeat(indent);
        match self {
            Self::Text(text) => yaml_text(text, layout),
            Self::Other(text) => (*text).to_owned(),
            Self::List(items) if items.is_empty() => "[]".to_owned(),
            Self::Map(entries) if entries.is_empty() => "{ }".to_owned(),
            Self::List(items) => {
                let item = |item: &Self| {
                    format!(
                        "\n{margin}- {}",
                        item.yaml(layout, indent + 1).trim_start_matches('\n').trim_start()
                    )
                };
                items.iter().map(item).collect()
            }
            Self::Map(entries) => {
                let mut out = String::new();
                for (key, tree) in entries {
                    let comment = layout.pick(&["", "", " # version: 1.2.3", "   "]);
                    let value = tree.yaml(layout, indent + 1);
                    let value = if value.starts_with('\n') {
                        format!("{comment}{value}")
                    } else {
                        format!(" {value}{comment}")
                    };
                    out += &format!("\n{margin}{}:{value}", yaml_text(key, layout));
                }
                out
            }
        }
    }

    /// As the root table of TOML.
    fn toml(&self, layout: &mut Layout) -> String {
        let Self::Map(entries) = self else { return format!("version = {}", self.toml_value(layout)) };
        let lines = entries.iter().map(|(key, tree)| {
            format!(
                "{} ={}{}{}\n",
                json_text(key),
                layout.pick(&["", " "]),
                tree.toml_value(layout),
                layout.pick(&["", " # 1.2.3"])
            )
        });
        lines.collect()
    }

    fn toml_value(&self, layout: &mut Layout) -> String {
        match self {
            Self::Text(text) => {
                let literal = !text.contains(['\'', '\n']);
                match layout.pick(&["'", "\"", "'''", "\"\"\""]) {
                    "'" if literal => format!("'{text}'"),
                    "'''" if literal => format!("'''{text}'''"),
                    "\"\"\"" if !text.contains(['"', '\\']) => format!("\"\"\"{text}\"\"\""),
                    _ => json_text(text),
                }
            }
            Self::Other(text) => (*text).to_owned(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.toml_value(layout)).collect();
                format!("[{}{}]", items.join(", "), layout.pick(&["", " ", "\n"]))
            }
            Self::Map(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, tree)| format!("{} = {}", json_text(key), tree.toml_value(layout)))
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }
}

fn yaml_text(text: &str, layout: &mut Layout) -> String {
    let plain = !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    let plain = plain && !matches!(text, "true" | "1.0" | "1");
    match layout.pick(&["plain", "'", "\""]) {
        "plain" if plain => text.to_owned(),
        "'" => format!("'{}'", text.replace('\'', "''")),
        _ => json_text(text),
    }
}

/// What becomes of a version.
type Rewrite<'f> = &'f dyn Fn(&str) -> String;

/// The tree with every text under `version` changed by `change`.
fn with_versions(node: &Node, under: bool, all: bool, change: Rewrite<'_>) -> Value {
    match &node.value {
        Value::Text(text) if under => Value::Text(change(text)),
        // TOML's are replaced whatever they are.
        Value::Integer(_) | Value::Float(_) | Value::Bool(_) if under && all => Value::Text(change("")),
        Value::List(items) => {
            Value::List(items.iter().map(|item| Node::new(with_versions(item, false, all, change))).collect())
        }
        Value::Map(entries) => {
            let entry = |(key, node): &(document::Key, Node)| {
                let key = document::Key { text: key.text.clone(), at: Default::default() };
                let value = with_versions(node, key.text == "version", all, change);
                (key, Node::new(value))
            };
            Value::Map(entries.iter().map(entry).collect())
        }
        other => other.clone(),
    }
}

/// Writes a version wherever the selector leads, and gives the text.
fn selected(text: &str, kind: ExtraFileKind) -> String {
    let core = "[package]\nname = 'core'\nversion = '1.2.3'\n";
    let files =
        Texts::from([("Cargo.toml".to_owned(), core.to_owned()), ("file".to_owned(), text.to_owned())]);
    let plan = planned(&manifest::read(&files).unwrap(), &[(0, Bump::Minor)], &Policy::new());
    let options =
        EditOptions::new().with_extra_file(ExtraFile::new("core", "file", kind).with_selector("$..version"));
    let after = edits(&plan, &files, &options).unwrap().applied(&files).unwrap();
    assert!(edits(&plan, &after, &options).unwrap().is_empty(), "a second time");
    after["file"].clone()
}

/// The length of the longest common subsequence, slowly.
fn in_common(a: &[&str], b: &[&str]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (at, y) in b.iter().enumerate() {
            let here = row[at + 1];
            row[at + 1] = if x == y { before + 1 } else { row[at + 1].max(row[at]) };
            before = here;
        }
    }
    row[b.len()]
}

/// What a unified diff makes of a text.
fn patched(old: &str, diff: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let (mut out, mut done) = (String::new(), 0);
    let mut lines = diff.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        if let Some(range) = line.strip_prefix("@@ -") {
            let range = range.split(' ').next().unwrap();
            let (first, count) = range.split_once(',').unwrap_or((range, "1"));
            let (first, count): (usize, usize) = (first.parse().unwrap(), count.parse().unwrap());
            let start = if count == 0 { first } else { first - 1 };
            out += &old[done..start].concat();
            done = start;
            continue;
        }
        if line.starts_with('\\') {
            continue;
        }
        let mut text = line[1..].to_owned();
        if lines.peek().is_some_and(|next| next.starts_with('\\')) {
            text.pop();
        }
        match &line[..1] {
            "+" => out += &text,
            sign => {
                assert_eq!(old[done], text, "{sign}");
                done += 1;
                if sign == " " {
                    out += &text;
                }
            }
        }
    }
    out + &old[done..].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn values_that_are_selected(tree in tree(), choices in vec(any::<u8>(), 32)) {
        let layout = || Layout { choices: choices.clone(), next: 0 };
        let first = |text: &str| text.replacen("1.2.3", "1.3.0", 1);
        let whole = |_: &str| "1.3.0".to_owned();
        let cases: [(ExtraFileKind, Format, String, Rewrite<'_>); 3] = [
            (ExtraFileKind::Json, Format::Json, tree.json(&mut layout(), false), &first),
            (ExtraFileKind::Yaml, Format::Yaml, tree.yaml(&mut layout(), 0), &whole),
            (ExtraFileKind::Toml, Format::Toml, tree.toml(&mut layout()), &whole),
        ];
        for (kind, format, text, change) in cases {
            let old = document::read(&text, format).unwrap_or_else(|error| panic!("{error}\n{text}"));
            let after = selected(&text, kind);
            let new = document::read(&after, format).unwrap();
            let [old, new] = [with_versions(&old, false, format == Format::Toml, change), with_versions(&new, false, false, &|text| text.to_owned())];
            prop_assert_eq!(old, new, "{} is\n{}", text, after);
        }
        // Comments and a comma too many stay as they are, and the values in them too.
        let text = tree.json(&mut layout(), true);
        let after = selected(&text, ExtraFileKind::Json);
        prop_assert_eq!(text.matches("/* \"version\": \"1.2.3\" */").count(), after.matches("/* \"version\": \"1.2.3\" */").count());
        prop_assert_eq!(text.len(), after.len());
    }

    #[test]
    fn differences(a in vec(select(vec!["a\n", "b\n", "c\n", "d\n"]), 0..24), b in vec(select(vec!["a\n", "b\n", "c\n", "e\n"]), 0..24),
                   cut in any::<[bool; 2]>()) {
        let text = |lines: &[&str], cut: bool| {
            let text = lines.concat();
            if cut { text.trim_end_matches('\n').to_owned() } else { text }
        };
        let (old, new) = (text(&a, cut[0]), text(&b, cut[1]));
        let made = diff(&old, &new);
        prop_assert_eq!(patched(&old, &made), new.as_str());
        prop_assert_eq!(made.is_empty(), old == new);
        let (a, b): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
        let changed = made.lines().filter(|line| line.starts_with(['+', '-'])).count();
        prop_assert_eq!(changed, a.len() + b.len() - 2 * in_common(&a, &b), "it is the shortest");
    }

    #[test]
    fn changelogs(lines in vec(select(vec!["# Changelog", "## 1.2.3", "## [Unreleased]", "", "- x", "```", "[1.2.3]: https://x", "### [0.9.0] (x)", "text"]), 0..12),
                  end in select(vec!["\n", "\r\n"]), cut in any::<bool>()) {
        let mut text: String = lines.iter().map(|line| format!("{line}{end}")).collect();
        if cut {
            text = text.trim_end().to_owned();
        }
        let files = Texts::from([("Cargo.toml".to_owned(), "[package]\nname='core'\nversion='1.2.3'".to_owned()), ("C.md".to_owned(), text.clone())]);
        let plan = planned(&manifest::read(&files).unwrap(), &[(0, Bump::Minor)], &Policy::new());
        let options = EditOptions::new().with_changelog("C.md", "## 1.3.0\n\n- lanes");
        let made = edits(&plan, &files, &options).unwrap();
        let after = made.applied(&files).unwrap();
        prop_assert!(edits(&plan, &after, &options).unwrap().is_empty(), "{}", after["C.md"]);
        // Without the section and the blank lines around it, it is what it was.
        let section = "## 1.3.0\n\n- lanes".replace('\n', if text.contains("\r\n") { "\r\n" } else { "\n" });
        prop_assert_eq!(after["C.md"].matches(&section).count(), 1);
        let lines = |text: &str| -> Vec<String> { text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect() };
        if !text.trim().is_empty() {
            prop_assert_eq!(lines(&after["C.md"].replacen(&section, "", 1)), lines(&text));
        }
    }

    #[test]
    fn edits_by_hand_are_done_once(old in "[ab]{0,3}", new in "[ab]{0,3}", made in select(vec![0, 1, 2])) {
        let files = Texts::from([("f".to_owned(), old.clone())]);
        let edit = match made {
            0 => Edit::modify("f", &old, &new),
            1 => Edit::create("g", &new),
            _ => Edit::delete("f", &old),
        };
        let edits = Edits::new([edit]);
        let after = edits.applied(&files).unwrap();
        prop_assert_eq!(edits.applied(&after).unwrap(), after);
        prop_assert_eq!(Edits::new([Edit::modify("f", "other", &new)]).applied(&files).is_ok(), old == new || old == "other");
    }
}
