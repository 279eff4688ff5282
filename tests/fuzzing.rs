//! The bodies of the fuzz targets: plain functions over any bytes, which panic where a law does not hold.
//!
//! `tests/fuzz` runs them under libFuzzer and includes this very file, so it uses nothing but greenboard; `tests/rust/replay.rs`
//! runs them over the kept corpora. What parses prints to a text that parses to the same; an error lies within the text; and
//! nothing panics.

use greenboard::calendar::{Calendar, Cron, Length, Moment, Rule, Window, Windows, Zone, icalendar};
use greenboard::change::conventional::{self, Footer, Mode};
use greenboard::change::{Change, changeset};
use greenboard::component::{self, Graph, Workspace};
use greenboard::document::canonical;
use greenboard::document::{self, Format, Limits};
use greenboard::fact::{Evidence, Facts, Purl, Roster, Sbom, SbomPackage, Subject};
use greenboard::gate::cel::{Context, Program};
use greenboard::gate::measurement;
use greenboard::gate::slo::lifecycle::Analysis;
use greenboard::gate::slo::{self, SliValue, SloCriterion, SloFile};
use greenboard::gate::{self, Criterion, Gate, GateFile, GateSet, LicencesCriterion, Outcome, Scope};
use greenboard::ledger::note::{Checkpoint, CheckpointText, LogProof, Note, NoteKey};
use greenboard::ledger::{self, Entry, Hash, Held};
use greenboard::plan::{self, EditOptions, ExtraFile, ExtraFileKind, Plan, Policy};
use greenboard::tool::dsse::{PublicKey, SignatureState, Verification};
use greenboard::tool::{self, Inspection, ReadOptions, TOOLS};
use greenboard::version::calver::Pattern;
use greenboard::version::npm::{self, CoerceOptions, Side};
use greenboard::version::pep440::SpecifierSet;
use greenboard::version::vers::Vers;
use greenboard::version::{Bump, Increment, Requirement, Scheme, Step, Version};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Judges one input.
pub type Target = fn(&[u8]);

/// Every target, by the name of its fuzz binary and corpus.
pub const TARGETS: &[(&str, Target)] = &[
    ("calendar", calendar),
    ("cel", cel),
    ("changeset", changeset),
    ("commit", commit),
    ("document", document),
    ("dsse", dsse),
    ("edit", edit),
    ("ledger", ledger),
    ("licence", licence),
    ("manifest", manifest),
    ("note", note),
    ("requirement", requirement),
    ("slo", slo),
    ("tool_json", tool_json),
    ("tool_lines", tool_lines),
    ("tool_xml", tool_xml),
    ("version", version),
];

/// Reports of tools in JSON.
pub fn tool_json(data: &[u8]) {
    report(data);
}

/// Reports of tools in lines of their own.
pub fn tool_lines(data: &[u8]) {
    report(data);
}

/// Reports of tools in XML.
pub fn tool_xml(data: &[u8]) {
    report(data);
}

/// Envelopes. Nothing is verified without a key, and under the keys of the corpus only what was signed with them.
pub fn dsse(data: &[u8]) {
    const KEYS: &[&str] = &[
        "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8",
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+evkZBR8wQLZIyTQmdknwaUOQtV6CKEW/+wKKYGdjGVwuvfRKIiQKmoMHWet0QMSPIWatpv46UMck4STDUt+7g==",
    ];
    let Ok(unchecked) = tool::dsse::verify(data, None) else { return };
    assert_eq!(unchecked.state, SignatureState::Unverified);
    for key in KEYS {
        let key = PublicKey::parse(key).unwrap();
        let checked = tool::dsse::verify(data, Some(&key)).unwrap();
        let worst = checked.envelopes.iter().map(|envelope| envelope.state).max();
        assert_eq!(checked.state, worst.unwrap_or(SignatureState::Invalid));
        assert_eq!(checked.envelopes.len(), unchecked.envelopes.len());
        let json = document::emit(&checked).unwrap();
        assert_eq!(document::parse::<Verification>(&json, Format::Json).as_ref(), Ok(&checked));
    }
    report(data);
    if let Ok(text) = std::str::from_utf8(data)
        && let Ok(key) = PublicKey::parse(text)
    {
        assert_eq!(PublicKey::parse(document::to_json(&key).unwrap().trim_matches('"')).as_ref(), Ok(&key));
    }
}

/// Lines as a ledger's export. What an entry is reads as canonical JSON that writes to the same bytes; what imports exports to the
/// same bytes; and on several cores the same is said as on one.
pub fn ledger(data: &[u8]) {
    let lines: Vec<&[u8]> = data.split(|byte| *byte == b'\n').collect();
    for line in &lines {
        let node = document::read_within(line, Format::Json, &Limits::default().with_depth(64));
        let written = node.and_then(|node| canonical::write(&node, canonical::Policy::Exact));
        match Entry::parse(line) {
            Ok(entry) => {
                assert_eq!(written.unwrap().as_bytes(), *line);
                assert_eq!(document::to_json(&entry).unwrap().as_bytes(), *line);
                assert_eq!(entry.hash(), Hash::of([&[0][..], line].concat()));
            }
            Err(error) => {
                let canonical =
                    written.is_ok_and(|written| written.as_bytes() == *line) && line.len() <= 65_535;
                assert_eq!(error.details()["kind"] == "malformed", canonical, "{error}");
                assert!(error.details()["offset"].as_u64().unwrap() <= line.len() as u64);
            }
        }
    }
    assert_eq!(ledger::verify_parallel(&lines, &Held::new()), ledger::verify(lines, &Held::new()));
    if let Ok(imported) = ledger::import(data, &Held::new()) {
        assert_eq!(ledger::export(&imported.entries), data);
    }
}

/// Notes, keys, checkpoints and proofs of logs: what parses prints to the same text; and nothing is signed by a key that never
/// signed but the one note of the corpus.
pub fn note(data: &[u8]) {
    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    let key: NoteKey = KEY.parse().unwrap();
    if let Ok(note) = Note::parse(data) {
        assert!(!note.signatures.is_empty() && note.text.ends_with('\n'));
        let signed = note.verify(std::slice::from_ref(&key));
        assert!(signed.is_err() || note.text == "This is an example message.\n");
        assert!(Checkpoint::open(data, key.name(), &key, &[]).is_err());
    }
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(key) = text.parse::<NoteKey>() {
        assert_eq!(key.to_string(), text);
    }
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.to_string(), text);
        assert!(CheckpointText::parse(text).unwrap().extensions.is_empty());
    }
    if let Ok(proof) = LogProof::parse(text) {
        assert_eq!(proof.to_string(), text);
        assert!(proof.verify(Hash::ZERO, key.name(), &key, &[]).is_err());
    }
}

/// Licences, a line each: what is allowed, what is denied, and the licences of packages. What is denied outright never passes.
/// Each line is a package URL as well, which prints to what reads as the same.
pub fn licence(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let lines: Vec<&str> = text.split('\n').take(8).collect();
    for purl in lines.iter().filter_map(|line| Purl::parse(line)) {
        let again = Purl::parse(&purl.to_string()).unwrap();
        assert_eq!(again, purl);
        assert!(purl.covers(&again));
    }
    let [allow, deny, licences @ ..] = lines.as_slice() else { return };
    let mut criterion = LicencesCriterion::new().with_denied(*deny);
    if !allow.is_empty() {
        criterion = criterion.with_allowed(*allow);
    }
    let bill =
        Sbom::new("spdx").with_packages(licences.iter().map(|one| SbomPackage::new("it").with_licence(*one)));
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let mut facts = Facts::new(Roster::new());
    facts.add([Evidence::new("bill", Subject::new("core"), bill.into(), at).into()]);
    let mut file = GateFile::default();
    file.gates.push(Gate::new("licences").with_criterion(Criterion::new("it", criterion)));
    let gates = GateSet::new(file).unwrap();
    let verdict = gate::evaluate(&gates, &facts, "core", &Scope::new(), at).unwrap();
    let passes = verdict.findings[0].outcome == Outcome::Pass;
    assert!(!passes || !licences.iter().any(|one| one.trim() == deny.trim() && allow.is_empty()));
}

/// Any bytes as the report of every tool. What is read was recognised, writes and reads as a document, and gives the same facts
/// twice; what is not is refused within the text.
fn report(data: &[u8]) {
    let detected = tool::detect(data);
    let subject = Subject::new("core");
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    for name in TOOLS {
        match tool::inspect(data, name) {
            Ok(inspection) => {
                assert!(detected.contains(name), "{name} is read and not recognised");
                // A number that JSON cannot hold is refused by the writer.
                let Ok(json) = document::to_json(&inspection) else { continue };
                let again: Inspection = document::parse(&json, Format::Json).unwrap();
                assert_eq!(document::to_json(&again).unwrap(), json);
                let read = || tool::read(data, name, &subject, at, &ReadOptions::new());
                assert_eq!(read(), read(), "{name}");
            }
            Err(error) => {
                // Of other encodings the text is another one than the bytes.
                if let Ok(text) = std::str::from_utf8(data) {
                    within(&error, text);
                }
            }
        }
    }
}

/// Expressions: what compiles has a value or says why not, the same every time; an error lies within the text.
pub fn cel(data: &[u8]) {
    let Ok(source) = std::str::from_utf8(data) else { return };
    let program = match Program::compile(source, &["facts"]) {
        Ok(program) => program,
        Err(error) => return within(&error, source),
    };
    let facts =
        measurement::value(br#"{"a": 1, "s": "text", "list": [1, 2.5, "x", null], "map": {"k": [true]}}"#)
            .unwrap();
    let context = Context::new().with("facts", &facts).with_budget(20_000);
    let value = program.evaluate(&context);
    if let Err(error) = &value {
        within(error, source);
    }
    assert_eq!(program.evaluate(&context), value, "{source:?}");
    let _ = measurement::evaluate_result(&facts, Some(source), None);
}

/// Objectives: the first line is a criterion, the whole an SLO file and an analysis; what is read is scored.
pub fn slo(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let line = text.lines().next().unwrap_or_default();
    if let Ok(criterion) = SloCriterion::parse(line) {
        assert_eq!(SloCriterion::parse(&criterion.to_string()), Ok(criterion), "{line:?}");
    }
    if let Ok(file) = SloFile::parse(text) {
        let values: Vec<SliValue> =
            file.objectives.iter().map(|objective| SliValue::new(&objective.sli, 1.0)).collect();
        if let Ok(first) = slo::evaluate(&file, &values, &[]) {
            let written = document::emit(&file).unwrap();
            let again = SloFile::parse(&written).unwrap();
            assert_eq!(again, file, "{written}");
            let second = slo::evaluate(&again, &values, std::slice::from_ref(&first)).unwrap();
            assert_eq!(second.maximum, first.maximum);
        }
    }
    if let Ok(analysis) = Analysis::parse(text) {
        let result = analysis.evaluate(&BTreeMap::from([("a".to_owned(), 1.0)]));
        assert_eq!(result.objectives.len(), analysis.objectives.len());
    }
}

/// Versions: the first byte chooses the scheme, lines are versions.
pub fn version(data: &[u8]) {
    let Some((scheme, text)) = scheme_and_text(data) else { return };
    let versions: Vec<Version> =
        text.split('\n').take(3).filter_map(|line| read_version(scheme, line)).collect();
    for version in &versions {
        steps(version);
        for other in &versions {
            let order = version.precedence(other).unwrap();
            assert_eq!(order, other.precedence(version).unwrap().reverse(), "{version} and {other}");
            let diff = version.diff(other).unwrap();
            assert_eq!(diff, other.diff(version).unwrap(), "{version} and {other}");
            assert!(order.is_ne() || diff == Bump::None, "{version} and {other} differ by {diff}");
            assert!(version != other || order.is_eq(), "{version} is not itself");
        }
    }
    for line in text.split('\n').take(3) {
        loosely(line);
    }
    if let [a, b, c] = versions.as_slice()
        && a <= b
        && b <= c
    {
        assert!(a <= c, "{a} <= {b} <= {c}");
    }
}

fn read_version(scheme: Scheme, text: &str) -> Option<Version> {
    match Version::parse_as(scheme, text) {
        Ok(version) => {
            let again = Version::parse_as(scheme, version.as_str());
            assert_eq!(again.as_ref(), Ok(&version), "{text:?} prints as {version}");
            assert_eq!(again.map(|again| again.precedence(&version)), Ok(Ok(Ordering::Equal)));
            Some(version)
        }
        Err(error) => {
            within(&error, text);
            None
        }
    }
}

/// What node-semver makes of any text, and a calendar pattern of a version.
fn loosely(text: &str) {
    let loose = npm::Options::new().with_loose(true);
    let clean = npm::Version::clean(text, &loose);
    let coerced = [false, true].map(|rtl| npm::Version::coerce(text, &CoerceOptions::new().with_rtl(rtl)));
    for version in clean.iter().chain(coerced.iter().flatten()) {
        assert_eq!(npm::Version::parse(&version.to_string()).as_ref(), Ok(version), "{text:?}");
    }
    if let Ok(pattern) = Pattern::parse(text) {
        let first = pattern.next(None, "2026-11-02".parse().unwrap(), Step::Minor);
        if let Ok(first) = first {
            assert_eq!(pattern.read(first.as_str()).as_ref(), Ok(&first), "{text:?} begins with {first}");
        }
    }
}

fn steps(old: &Version) {
    for step in Step::ALL {
        for by in [Increment::new(step), Increment::new(step).with_identifier("rc").with_base(None)] {
            let Ok(new) = old.bump(by) else { continue };
            assert_eq!(old.precedence(&new), Ok(Ordering::Less), "{step} of {old} is {new}");
            assert_eq!(Version::parse_as(old.scheme(), new.as_str()).as_ref(), Ok(&new));
        }
    }
}

/// Requirements: the first byte chooses the scheme; two requirements and a version, a line each.
pub fn requirement(data: &[u8]) {
    let Some((scheme, text)) = scheme_and_text(data) else { return };
    let mut lines = text.split('\n');
    let mut next = || lines.next().unwrap_or("");
    let (a, b) = (read_requirement(scheme, next()), read_requirement(scheme, next()));
    let version = read_version(scheme, next());
    for a in [&a, &b].into_iter().flatten() {
        let empty = a.is_empty();
        assert_eq!(a.intersects(a), Ok(!empty), "{a} with itself");
        assert_eq!(a.is_subset(a), Ok(true), "{a} within itself");
        if let Some(version) = &version {
            assert!(!empty || !a.matches(version).unwrap(), "{a} is empty and met by {version}");
            let Ok(moved) = a.moved_to(version) else { continue };
            assert_eq!(
                Requirement::parse_as(scheme, moved.as_str()).as_ref(),
                Ok(&moved),
                "{a} to {version}"
            );
        }
    }
    for line in text.split('\n').take(2) {
        ranges(line, version.as_ref());
    }
    let (Some(a), Some(b)) = (a, b) else { return };
    let meet = a.intersects(&b).unwrap();
    let within = a.is_subset(&b).unwrap();
    assert_eq!(b.intersects(&a), Ok(meet), "{a} with {b}");
    assert!(!within || meet || a.is_empty(), "{a} lies within {b} and does not meet it");
    if let Some(version) = version {
        let (in_a, in_b) = (a.matches(&version).unwrap(), b.matches(&version).unwrap());
        assert!(meet || !(in_a && in_b), "{version} meets both {a} and {b}");
        assert!(!within || !in_a || in_b, "{version} meets {a} and not {b}, which holds it");
    }
}

/// The text as node-semver's range under its options, as a set of specifiers, and as `vers:`; with what holds of them.
fn ranges(text: &str, version: Option<&Version>) {
    let candidate = version.map_or("1.2.3-rc.1", Version::as_str);
    for loose in [false, true] {
        let options = npm::Options::new().with_loose(loose).with_include_prerelease(!loose);
        let Ok(range) = npm::Range::parse_with(text, &options) else { continue };
        if let Some(least) = range.min_version() {
            assert!(range.satisfies(&least), "{least} is the least of {text:?}");
        }
        let Ok(version) = npm::Version::parse(candidate) else { continue };
        let outside = [Side::Above, Side::Below].map(|side| range.is_outside(&version, side));
        assert!(
            !range.satisfies(&version) || outside == [false, false],
            "{candidate} in {text:?} is outside"
        );
        if let Ok(simple) = range.simplify(&[candidate])
            && let Ok(simple) = npm::Range::parse_with(&simple, &options)
        {
            assert_eq!(simple.satisfies(&version), range.satisfies(&version), "{text:?} as {simple}");
        }
    }
    if let Ok(set) = SpecifierSet::parse(text) {
        let kept = set.filter([candidate], Some(true));
        assert_eq!(kept.len() == 1, set.contains(candidate, Some(true)), "{candidate} in {text:?}");
        assert!(kept.is_empty() || !set.is_unsatisfiable(Some(true)), "{candidate} in {text:?}");
    }
    if let Ok(range) = Vers::parse(text) {
        assert_eq!(Vers::parse(&range.to_string()).as_ref(), Ok(&range), "{text:?}");
        let _ = Requirement::from_vers(&range);
    }
}

fn read_requirement(scheme: Scheme, text: &str) -> Option<Requirement> {
    match Requirement::parse_as(scheme, text) {
        Ok(requirement) => {
            let again = Requirement::parse_as(scheme, requirement.as_str());
            assert_eq!(again.as_ref(), Ok(&requirement), "{text:?} prints as {requirement}");
            Some(requirement)
        }
        Err(error) => {
            within(&error, text);
            None
        }
    }
}

/// Documents: the first byte chooses the notation.
pub fn document(data: &[u8]) {
    let Some((first, text)) = data.split_first() else { return };
    let format = [Format::Json, Format::Yaml, Format::Toml][usize::from(*first) % 3];
    // Aliases may repeat values up to the limit; a low one keeps every input quick.
    let limits = Limits::default().with_nodes(1 << 14);
    match document::read_within(text, format, &limits) {
        Ok(node) => {
            for policy in [canonical::Policy::Exact, canonical::Policy::Rounded] {
                let Ok(written) = canonical::write(&node, policy) else { continue };
                let again = document::read(&written, Format::Json).unwrap();
                assert_eq!(canonical::write(&again, policy).as_ref(), Ok(&written));
            }
        }
        Err(error) => within(&error, &String::from_utf8_lossy(text)),
    }
}

/// Commit messages, strict and lenient.
pub fn commit(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let strict = conventional::parse(&text, Mode::Strict);
    let lenient = conventional::parse(&text, Mode::Lenient);
    for read in [&strict, &lenient] {
        match read {
            Ok(message) => assert!(!message.kind.is_empty(), "a message without type"),
            Err(error) => within(error, &text),
        }
    }
    if strict.is_ok() {
        assert!(lenient.is_ok(), "valid to the letter, and refused by the lenient reading");
    }
    for mode in Mode::ALL {
        let _ = Footer::parse(&text, mode);
        if let Ok(messages) = conventional::split(&text, mode) {
            assert!(!messages.is_empty(), "split into nothing");
        }
    }
}

/// Changeset files.
pub fn changeset(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match changeset::read("x.md", &text) {
        Ok(change) => {
            let written = changeset::to_text(&change);
            let again = changeset::read("x.md", &written).unwrap();
            assert_eq!(again.bumps, change.bumps, "{written:?}");
            assert_eq!(changeset::to_text(&again), written);
        }
        Err(error) => {
            assert!(error.path().is_some_and(|path| path.starts_with("x.md")));
            within(&error, &text);
        }
    }
}

/// Manifests: files, each behind a line `=== path`, as a repository of Cargo and npm packages.
pub fn manifest(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut files = BTreeMap::new();
    for part in format!("\n{text}").split("\n=== ").skip(1) {
        let (path, text) = part.split_once('\n').unwrap_or((part, ""));
        files.insert(path.to_owned(), text.to_owned());
    }
    match component::manifest::read(&files) {
        Ok(workspace) => {
            let json = document::emit(&workspace).unwrap();
            assert_eq!(document::parse::<Workspace>(&json, Format::Json).as_ref(), Ok(&workspace), "{json}");
            let graph = Graph::new(&workspace);
            let placed: usize = graph.waves().iter().flatten().map(|unit| unit.components.len()).sum();
            assert_eq!(placed, workspace.len(), "each component is in one wave");
            planned(&workspace, &files);
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}

/// The plan in which every component has something to release.
fn planned(workspace: &Workspace, files: &BTreeMap<String, String>) {
    let names = workspace.components().map(|component| component.name.clone());
    let bumps = names.zip([Bump::Minor, Bump::Major, Bump::Patch].into_iter().cycle());
    let change = bumps.fold(Change::new("1", "x"), |change, (name, bump)| change.with_bump(name, bump));
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let Ok(plan) = plan::plan(workspace, &[change], &Policy::new(), at) else { return };
    written(&plan, files, &EditOptions::new());
    let json = plan.to_json().unwrap();
    assert_eq!(document::parse::<Plan>(&json, Format::Json).as_ref(), Ok(&plan), "{json}");
    for entry in &plan.entries {
        assert!(entry.old.as_ref().is_none_or(|old| *old < entry.new), "{:?} to {}", entry.old, entry.new);
        assert!(plan.why(&entry.component).is_ok());
    }
}

/// The edits of a plan, where there are any: done once, and read back as the plan has it.
fn written(plan: &Plan, files: &BTreeMap<String, String>, options: &EditOptions) {
    let edits = match plan::edits(plan, files, options) {
        Ok(edits) => edits,
        Err(error) => return assert!(!error.message().is_empty()),
    };
    let after = edits.applied(files).unwrap();
    for edit in &edits.edits {
        let old = files.get(&edit.path).map_or("", String::as_str);
        let new = after.get(&edit.path).map_or("", String::as_str);
        assert!(old != new && !plan::diff(old, new).is_empty(), "{}: nothing changes", edit.path);
    }
    match plan::edits(plan, &after, options) {
        Ok(again) => assert!(again.is_empty(), "a second time changes {:?}\nfrom {after:?}", again.edits),
        Err(error) => panic!("{error}, of {after:?}"),
    }
    let Ok(workspace) = component::manifest::read(&after) else { panic!("unreadable: {after:?}") };
    for entry in &plan.entries {
        let version = workspace.get(&entry.component).and_then(|component| component.version.clone());
        assert!(version.is_none_or(|version| version == entry.new), "{} in {after:?}", entry.component);
    }
}

/// Files that are edited: the first byte chooses which, the first line is a selector, the rest its text.
pub fn edit(data: &[u8]) {
    const PATHS: [&str; 17] = [
        "x.json",
        "x.yaml",
        "x.toml",
        "x.xml",
        "pom.xml",
        "x.txt",
        "CHANGELOG.md",
        "Cargo.lock",
        "package-lock.json",
        "bun.lock",
        "pnpm-lock.yaml",
        "uv.lock",
        ".changeset/pre.json",
        ".release-please-manifest.json",
        "b/go.mod",
        "b/Chart.yaml",
        "greenboard.yaml",
    ];
    let Some((first, text)) = data.split_first() else { return };
    let path = PATHS[usize::from(*first) % PATHS.len()];
    let text = String::from_utf8_lossy(text);
    let (selector, text) = text.split_once('\n').unwrap_or(("", &text));
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let mut files = BTreeMap::from([
        file("Cargo.toml", "[package]\nname = 'a'\nversion = '1.2.3'\n"),
        file("package.json", "{\"workspaces\": [\"c\", \"b\"]}"),
        file(
            "b/package.json",
            "{\"name\": \"b\", \"version\": \"1.2.3\", \"dependencies\": {\"c\": \"^1.2.3\"}}",
        ),
        file("c/package.json", "{\"name\": \"c\", \"version\": \"1.2.3\"}"),
        file("pyproject.toml", "[project]\nname = 'd'\nversion = '1.2.3'\n"),
    ]);
    files.insert(path.to_owned(), text.to_owned());
    let Ok(workspace) = component::manifest::read(&files) else { return };
    let change = Change::new("x", "x")
        .with_bump("a", Bump::Minor)
        .with_bump("c", Bump::Major)
        .with_bump("d", Bump::Patch);
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let Ok(plan) = plan::plan(&workspace, &[change], &Policy::new(), at) else { return };
    let mut options = EditOptions::new().with_changeset("y");
    if path == "CHANGELOG.md" {
        options = options.with_changelog(path, "## 1.3.0\n\n- x");
    }
    let kinds: &[ExtraFileKind] = match path {
        "x.json" => &[ExtraFileKind::Json],
        "x.yaml" => &[ExtraFileKind::Yaml],
        "x.toml" => &[ExtraFileKind::Toml],
        "x.xml" => &[ExtraFileKind::Xml],
        "pom.xml" => &[ExtraFileKind::Pom],
        "x.txt" => &[ExtraFileKind::Generic],
        _ => &[],
    };
    for kind in kinds {
        let file = ExtraFile::new("a", path, *kind);
        options =
            options.with_extra_file(if selector.is_empty() { file } else { file.with_selector(selector) });
    }
    written(&plan, &files, &options);
}

/// Calendars: the first byte chooses iCalendar, a rule, a cron expression, or a calendar in YAML.
pub fn calendar(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let start = Moment::parse("2026-03-08T02:30").unwrap();
    let hour = Length::parse("PT1H").unwrap();
    let zone = Zone::parse("America/New_York").unwrap();
    let window = Window::deny("w").with_zone(zone).with_start(start).with_duration(hour);
    match first % 4 {
        0 => match icalendar::parse(rest, &icalendar::Options::new()) {
            Ok(calendar) => asked(&calendar),
            Err(error) => assert!(!error.message().is_empty()),
        },
        1 => match Rule::parse(&text) {
            Ok(rule) => {
                assert_eq!(Rule::parse(&rule.to_string()).as_ref(), Ok(&rule), "{text:?} prints as {rule}");
                asked(&Calendar::new("c").with_window(window.with_rule(rule)));
            }
            Err(error) => within(&error, &text),
        },
        2 => match Cron::parse(&text) {
            Ok(cron) => {
                assert_eq!(Cron::parse(&cron.to_string()).as_ref(), Ok(&cron), "{text:?}");
                asked(&Calendar::new("c").with_window(window.with_cron(cron)));
            }
            Err(error) => within(&error, &text),
        },
        _ => match document::parse::<Calendar>(rest, Format::Yaml) {
            Ok(calendar) => asked(&calendar),
            Err(error) => within(&error, &text),
        },
    }
    let line = text.lines().next().unwrap_or_default();
    if let Ok(length) = Length::parse(line) {
        assert_eq!(Length::parse(&length.to_string()), Ok(length), "{line:?} prints as {length}");
    }
    if let Ok(moment) = Moment::parse(line) {
        assert_eq!(Moment::parse(&moment.to_string()), Ok(moment), "{line:?} prints as {moment}");
    }
    if let Ok(zone) = Zone::parse(line) {
        assert_eq!(Zone::parse(zone.name()).as_ref(), Ok(&zone), "{line:?}");
    }
}

/// What a calendar says agrees with itself, and with the calendar that it is written as.
fn asked(calendar: &Calendar) {
    let Ok(windows) = Windows::of([calendar]) else { return };
    let json = document::emit(calendar).unwrap();
    assert_eq!(document::parse::<Calendar>(&json, Format::Json).as_ref(), Ok(calendar), "{json}");
    for at in ["2026-03-08T06:59:59.5Z", "2026-11-01T05:30:00Z", "1969-12-31T23:59:59.9Z"] {
        let at = at.parse().unwrap();
        let decision = windows.decide(at);
        assert_eq!(decision.open, windows.is_open(at), "{at}: {json}");
        let (next, then) =
            if decision.open { (decision.next_close, false) } else { (decision.next_open, true) };
        if let Some(next) = next {
            assert!(next > at && windows.is_open(next) == then, "{at}, then {next}: {json}");
        }
        assert!(!decision.open || windows.is_open_to_manual(at) || !decision.by.is_empty() || then);
    }
}

fn scheme_and_text(data: &[u8]) -> Option<(Scheme, String)> {
    let (first, text) = data.split_first()?;
    let scheme = Scheme::ALL[usize::from(*first) % Scheme::ALL.len()];
    Some((scheme, String::from_utf8_lossy(text).into_owned()))
}

/// An error's place lies in the text, or just behind it.
fn within(error: &greenboard::Error, text: &str) {
    assert!(!error.message().is_empty());
    // A carriage return alone ends a line of YAML, and of nothing else.
    let other = text.replace("\r\n", "\n").replace('\r', "\n");
    let line = error.line().unwrap_or(1) as usize;
    let inside = [text, &other].iter().any(|text| {
        let width = text.split('\n').nth(line - 1).map(|line| line.chars().count());
        let column = error.column().unwrap_or(1) as usize;
        (1..=width.unwrap_or(0) + 1).contains(&column) && line <= text.split('\n').count() + 1
    });
    assert!(inside, "outside of the text: {error}");
}
