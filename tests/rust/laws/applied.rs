//! Plans in manifests: what is written reads back as the plan, touches nothing else, and leaves nothing to plan or to write.

use greenboard::change::Change;
use greenboard::component::{Component, Workspace, manifest};
use greenboard::document::{self, Format};
use greenboard::plan::{EditOptions, Edits, Plan, Policy, edits, plan};
use greenboard::version::Bump;
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::{BTreeMap, BTreeSet};

pub type Texts = BTreeMap<String, String>;

fn at() -> Timestamp {
    "2026-11-02T09:00:00Z".parse().unwrap()
}

/// Something that is laid out in one of several ways.
pub struct Layout {
    pub choices: Vec<u8>,
    pub next: usize,
}

impl Layout {
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        self.next += 1;
        from[usize::from(self.choices[self.next % self.choices.len()]) % from.len()]
    }

    /// A blank or nothing, as JSON allows it.
    pub fn blank(&mut self) -> &'static str {
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

pub fn planned(workspace: &Workspace, bumps: &[(usize, Bump)], policy: &Policy) -> Plan {
    let names: Vec<&str> = workspace.components().map(|component| component.name.as_str()).collect();
    let change = |(at, (index, bump)): (usize, &(usize, Bump))| {
        Change::new(format!("c{at}"), "x").with_bump(names[index % names.len()], *bump)
    };
    let changes: Vec<Change> = bumps.iter().enumerate().map(change).collect();
    plan(workspace, &changes, policy, at()).unwrap()
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

/// Everything that holds of the edits of a plan under a policy.
fn holds(files: &Texts, bumps: &[(usize, Bump)], policy: &Policy) -> Result<(), TestCaseError> {
    let workspace = manifest::read(files).unwrap();
    let plan = planned(&workspace, bumps, policy);
    let options = EditOptions::new();
    let made = edits(&plan, files, &options).unwrap();
    prop_assert!(made.warnings.is_empty());
    let after = made.applied(files).unwrap();
    let again = manifest::read(&after).unwrap();
    let now: Vec<_> = again.components().map(written).collect();
    prop_assert_eq!(now, expected(&workspace, &plan));
    prop_assert!(edits(&plan, &after, &options).unwrap().is_empty());
    prop_assert_eq!(&made.applied(&after).unwrap(), &after);
    let next = planned(&again, &[], policy);
    prop_assert!(next.is_empty() && next.rewrites.is_empty(), "{}", next);
    // What goes and what comes are versions and requirements, and nothing around them.
    for edit in &made.edits {
        let (old, new) = (&files[&edit.path], &after[&edit.path]);
        prop_assert_eq!(skeleton(old, policy), skeleton(new, policy));
    }
    let json = made.to_json().unwrap();
    prop_assert_eq!(document::parse::<Edits>(&json, Format::Json).unwrap(), made);
    Ok(())
}

/// A text without what a version or requirement is made of, outside of names. Where a policy is another tool's, a requirement
/// may get another operator, as that tool writes it.
fn skeleton(text: &str, policy: &Policy) -> String {
    let operators: &[char] = match policy.rules[0].preset.as_str() {
        "greenboard" | "cargo" => &[],
        _ => &['=', '^', '~', '>'],
    };
    let stays = |c: &char| !matches!(c, '0'..='9' | '.' | '-' | 'r' | 'c') && !operators.contains(c);
    text.chars().filter(stays).collect()
}

fn bumps() -> impl Strategy<Value = Vec<(usize, Bump)>> {
    vec((0..6_usize, select(Bump::ALL.to_vec())), 0..6)
}

fn policy() -> impl Strategy<Value = Policy> {
    let presets = vec!["greenboard", "cargo", "changesets@2", "changesets@3", "release-please"];
    select(presets).prop_map(|preset| Policy::preset(preset).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn packages((versions, needs) in (1..6_usize).prop_flat_map(|count| (vec(0..5_usize, count), needs(count))),
                bumps in bumps(), policy in policy(), choices in vec(any::<u8>(), 32)) {
        holds(&npm_files(&needs, &versions, &mut Layout { choices, next: 0 }), &bumps, &policy)?;
    }

    #[test]
    fn crates((versions, needs) in (1..6_usize).prop_flat_map(|count| (vec(0..5_usize, count), needs(count))),
              bumps in bumps(), policy in policy(), choices in vec(any::<u8>(), 32)) {
        holds(&cargo_files(&needs, &versions, &mut Layout { choices, next: 0 }), &bumps, &policy)?;
    }
}
