//! Edits: they parse back to the plan, touch nothing else, and are done once.

use greenboard::change::Change;
use greenboard::component::{Component, Workspace, manifest};
use greenboard::document::{self, Format, Node, Value};
use greenboard::plan::{Edit, EditOptions, Edits, ExtraFile, ExtraFileKind, Plan, Policy, diff, edits, plan};
use greenboard::version::Bump;
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::{BTreeMap, BTreeSet};

type Texts = BTreeMap<String, String>;

fn at() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

/// Something that is laid out in one of several ways.
struct Layout {
    choices: Vec<u8>,
    next: usize,
}

impl Layout {
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.next += 1;
        from[usize::from(self.choices[self.next % self.choices.len()]) % from.len()]
    }

    /// A blank or nothing, as JSON allows it.
    fn blank(&mut self) -> &'static str {
        self.pick(&["", " ", "\n", "\r\n  ", "\t"])
    }
}

/// One dependency: who needs whom, as which kind, and how it is written.
#[derive(Debug, Clone)]
struct Need {
    consumer: usize,
    provider: usize,
    table: usize,
    style: usize,
}

fn needs(count: usize) -> impl Strategy<Value = Vec<Need>> {
    let need = (any::<Index>(), any::<Index>(), 0..8_usize, 0..8_usize);
    vec(need, 0..12).prop_map(move |needs| {
        let need = |(consumer, provider, table, style): (Index, Index, usize, usize)| Need {
            consumer: consumer.index(count),
            provider: provider.index(count),
            table,
            style,
        };
        let mut seen = BTreeSet::new();
        let needs = needs.into_iter().map(need).filter(|need| need.consumer != need.provider);
        needs.filter(|need| seen.insert((need.consumer, need.provider, need.table % 4))).collect()
    })
}

const VERSIONS: [&str; 5] = ["0.1.0", "1.2.3", "1.0.0-rc.1", "0.0.4", "12.0.1"];

fn npm_files(needs: &[Need], versions: &[usize], layout: &mut Layout) -> Texts {
    const TABLES: [&str; 4] = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    let mut files = Texts::from([("package.json".to_owned(), r#"{"workspaces": ["*"]}"#.to_owned())]);
    for (index, version) in versions.iter().enumerate() {
        let mut fields = vec![
            format!("\"name\"{}:{}\"@x/p{index}\"", layout.blank(), layout.blank()),
            format!("\"version\":{}\"{}\"", layout.blank(), VERSIONS[version % 5]),
            "\"not\\u0041\": [1.50, true, {\"version\": \"1.2.3\"}]".to_owned(),
        ];
        for (at, table) in TABLES.iter().enumerate() {
            let own = needs.iter().filter(|need| need.consumer == index && need.table % 4 == at);
            let entries: Vec<String> = own
                .map(|need| {
                    let version = VERSIONS[versions[need.provider] % 5];
                    let before = ["^", "~", "", "workspace:^", ">=", "workspace:", "=", "^"][need.style];
                    let range = ["workspace:*", "workspace:^"].get(usize::from(need.style > 5));
                    let text = if need.style == 3 {
                        range.unwrap().to_string()
                    } else {
                        format!("{before}{version}")
                    };
                    let key = layout.pick(&["@x/p", "@x\\/p", "\\u0040x/p"]);
                    format!("\"{key}{}\"{}: \"{text}\"{}", need.provider, layout.blank(), layout.blank())
                })
                .collect();
            if !entries.is_empty() {
                fields.push(format!("\"{table}\": {{{}{}}}", layout.blank(), entries.join(",\n")));
            }
        }
        let separator = layout.pick(&[",", ",\n  ", " , "]);
        let text = format!(
            "{}{{{}{}{}}}{}",
            layout.pick(&["", "\u{feff}"]),
            layout.blank(),
            fields.join(separator),
            layout.blank(),
            layout.blank()
        );
        files.insert(format!("p{index}/package.json"), text);
    }
    files
}

fn cargo_files(needs: &[Need], versions: &[usize], layout: &mut Layout) -> Texts {
    let names: Vec<String> = (0..versions.len()).map(|index| format!("'p{index}'")).collect();
    let mut root = format!(
        "[workspace]\nmembers = [{}]\n[workspace.package]\nversion = \"3.0.0\"#!\n[workspace.dependencies]\n",
        names.join(", ")
    );
    for (index, version) in versions.iter().enumerate() {
        let version = if index == 0 { "3.0.0" } else { VERSIONS[version % 5] };
        root += &format!("p{index} = {{ version = '{version}', path = 'p{index}' }} # p{index}\n");
    }
    let mut files = Texts::from([("Cargo.toml".to_owned(), root)]);
    for (index, version) in versions.iter().enumerate() {
        let line = layout.pick(&["\n", "\n\n", "\r\n"]);
        let quote = layout.pick(&["'", "\"", "'''", "\"\"\""]);
        let stated = match index {
            0 => "version.workspace = true".to_owned(),
            _ => format!(
                "version{}={}{quote}{}{quote} # here",
                layout.pick(&[" ", "\t"]),
                layout.pick(&[" ", ""]),
                VERSIONS[version % 5]
            ),
        };
        let mut text = format!("[package]{line}name = \"p{index}\"{line}{stated}{line}");
        const TABLES: [&str; 4] =
            ["dependencies", "build-dependencies", "dev-dependencies", "target.'cfg(unix)'.dependencies"];
        for (at, table) in TABLES.iter().enumerate() {
            let mut own =
                needs.iter().filter(|need| need.consumer == index && need.table % 4 == at).peekable();
            if own.peek().is_some() {
                text += &format!("[{table}]{line}");
            }
            for need in own {
                let provider = need.provider;
                let version = if provider == 0 { "3.0.0" } else { VERSIONS[versions[provider] % 5] };
                let quote = layout.pick(&["'", "\""]);
                let requirement =
                    format!("{quote}{}{version}{quote}", ["", "^", "~", "=", ">=", "", "=", "^"][need.style]);
                text += &match need.style {
                    0 | 1 => format!("p{provider} = {requirement}{line}"),
                    2 => format!(
                        "p{provider}.version = {requirement}{line}p{provider}.path = '../p{provider}'{line}"
                    ),
                    3 => format!("p{provider} = {{workspace = true}}{line}"),
                    4 => format!(
                        "renamed{at}{provider} = {{ package = 'p{provider}',version={requirement}, path = \"../p{provider}\" }}{line}"
                    ),
                    _ => {
                        format!("p{provider} = {{ path = '../p{provider}', version = {requirement} }}{line}")
                    }
                };
            }
        }
        files.insert(format!("p{index}/Cargo.toml"), text);
    }
    files
}

fn planned(workspace: &Workspace, bumps: &[(usize, Bump)]) -> Plan {
    let names: Vec<&str> = workspace.components().map(|component| component.name.as_str()).collect();
    let change = |(at, (index, bump)): (usize, &(usize, Bump))| {
        Change::new(format!("c{at}"), "x").with_bump(names[index % names.len()], *bump)
    };
    let changes: Vec<Change> = bumps.iter().enumerate().map(change).collect();
    plan(workspace, &changes, &Policy::new(), at()).unwrap()
}

/// Name, version, and of each dependency name, kind, text and where it is stated.
type Written = (String, Option<String>, Vec<(String, String, String, Option<String>)>);

/// What can be written: the version and the texts of dependencies.
fn written(component: &Component) -> Written {
    let dependencies = component.dependencies.iter().map(|dependency| {
        let (name, kind) = (dependency.name.clone(), format!("{:?}", dependency.kind));
        (name, kind, dependency.text.clone(), dependency.stated_in.clone())
    });
    let version = component.version.as_ref().map(ToString::to_string);
    (component.name.clone(), version, dependencies.collect())
}

/// The workspace as the plan leaves it.
fn expected(workspace: &Workspace, plan: &Plan) -> Vec<Written> {
    // A text that several share moves for all of them.
    let moved: BTreeMap<(String, String, String), String> = plan
        .requirements()
        .map(|update| {
            ((update.file.clone(), update.dependency.clone(), update.old.clone()), update.new.clone())
        })
        .collect();
    let component = |component: &Component| {
        let (name, version, mut dependencies) = written(component);
        let version = plan.entry(&name).map(|entry| entry.new.to_string()).or(version);
        for (dependency, _, text, stated_in) in &mut dependencies {
            let file = stated_in.clone().or(component.manifest.clone()).unwrap();
            if let Some(new) = moved.get(&(file, dependency.clone(), text.clone())) {
                text.clone_from(new);
            }
        }
        (name, version, dependencies)
    };
    workspace.components().map(component).collect()
}

/// Everything that holds of the edits of a plan.
fn holds(files: &Texts, bumps: &[(usize, Bump)]) -> Result<(), TestCaseError> {
    let workspace = manifest::read(files).unwrap();
    let plan = planned(&workspace, bumps);
    let options = EditOptions::new();
    let made = edits(&plan, files, &options).unwrap();
    prop_assert!(made.warnings.is_empty());
    let after = made.applied(files).unwrap();
    let again = manifest::read(&after).unwrap();
    let now: Vec<_> = again.components().map(written).collect();
    prop_assert_eq!(now, expected(&workspace, &plan));
    prop_assert!(edits(&plan, &after, &options).unwrap().is_empty());
    prop_assert_eq!(&made.applied(&after).unwrap(), &after);
    let next = planned(&again, &[]);
    prop_assert!(next.is_empty() && next.rewrites.is_empty(), "{}", next);
    // What goes and what comes are versions and requirements, and nothing around them.
    for edit in &made.edits {
        let (old, new) = (&files[&edit.path], &after[&edit.path]);
        prop_assert_eq!(skeleton(old), skeleton(new));
    }
    let json = made.to_json().unwrap();
    prop_assert_eq!(document::parse::<Edits>(&json, Format::Json).unwrap(), made);
    Ok(())
}

/// A text without what a version or requirement is made of, outside of names.
fn skeleton(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '0'..='9' | '.' | '-' | 'r' | 'c')).collect()
}

fn bumps() -> impl Strategy<Value = Vec<(usize, Bump)>> {
    vec((0..6_usize, select(Bump::ALL.to_vec())), 0..6)
}

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
    let plan = planned(&manifest::read(&files).unwrap(), &[(0, Bump::Minor)]);
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
    fn packages((versions, needs) in (1..6_usize).prop_flat_map(|count| (vec(0..5_usize, count), needs(count))),
                bumps in bumps(), choices in vec(any::<u8>(), 32)) {
        holds(&npm_files(&needs, &versions, &mut Layout { choices, next: 0 }), &bumps)?;
    }

    #[test]
    fn crates((versions, needs) in (1..6_usize).prop_flat_map(|count| (vec(0..5_usize, count), needs(count))),
              bumps in bumps(), choices in vec(any::<u8>(), 32)) {
        holds(&cargo_files(&needs, &versions, &mut Layout { choices, next: 0 }), &bumps)?;
    }

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
        let plan = planned(&manifest::read(&files).unwrap(), &[(0, Bump::Minor)]);
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
