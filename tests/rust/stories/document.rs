//! What readers make of good and of bad input.

use greenboard::catalogue;
use greenboard::change::Change;
use greenboard::component::Component;
use greenboard::document::{self, Format, Limits, Node, Read, Value, canonical};
use greenboard::fact::Observation;
use greenboard::gate::Criterion;
use greenboard::plan::versioning::Versioning;
use greenboard::release::{Command, Happening};
use greenboard::version::Bump;
use greenboard::{Error, Result};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

fn error<T: Read>(text: &str, format: Format) -> Error {
    document::parse::<T>(text, format).err().unwrap_or_else(|| panic!("{text:?} was read"))
}

/// One text for every code: the texts are part of the interface.
#[test]
fn every_error_says_what_where_and_what_instead() {
    use Format::{Json, Toml, Yaml};
    type Bumps = BTreeMap<String, Bump>;
    let narrow = |text: &str, limits: Limits| document::read_within(text, Json, &limits).unwrap_err();
    let limits = Limits::default;
    let errors = [
        (
            error::<Bumps>("{\"a\": 01}", Json),
            "document.syntax",
            "line 1, column 8: unexpected '1'; expected no digit after a leading zero",
        ),
        (
            narrow("[1, 2]", limits().with_bytes(4)),
            "document.too_large",
            "the text is 6 bytes long; at most 4 are read",
        ),
        (
            narrow("[[1]]", limits().with_depth(1)),
            "document.too_deep",
            "line 1, column 2: lists and maps nest too deep; at most 1 levels are taken",
        ),
        (
            narrow("[1, 2]", limits().with_nodes(2)),
            "document.too_many",
            "line 1, column 5: more values than the 2 that are read, those that aliases repeat included",
        ),
        (
            error::<Bumps>("a: major\nb: minor\na: patch", Yaml),
            "document.duplicate_key",
            "line 3, column 1: key \"a\" comes twice; it is already on line 1, column 1",
        ),
        (
            error::<Bumps>("x: &x {a: major}\ny:\n  <<: *x", Yaml),
            "document.unsupported",
            "line 3, column 3: the merge key `<<` cannot be used here; YAML 1.2 has no merge keys: repeat the keys, or put the \
             shared part under a key of its own",
        ),
        (
            error::<f64>("1e999", Json),
            "document.not_finite",
            "line 1, column 1: 1e999 is beyond the finite numbers; write it as text, or leave it out",
        ),
        (
            document::to_json(&BTreeMap::from([("id", u64::MAX)])).unwrap_err(),
            "document.unsafe_integer",
            "id: integer 18446744073709551615 is beyond ±(2^53−1), where JSON's numbers are no longer exact; write it as text",
        ),
        (
            error::<Component>("name: core\necosystem: cargo\npath: 7", Yaml),
            "document.wrong_type",
            "path: line 3, column 7: expected text, found the number 7; put it in quotes",
        ),
        (
            error::<Vec<u8>>("[255, 256]", Json),
            "document.out_of_range",
            "[1]: line 1, column 7: 256 is out of range; expected a whole number from 0 to 255",
        ),
        (
            error::<Change>("id = \"1\"\ndescription = \"x\"\nat = 2026-03-01", Toml),
            "document.invalid_value",
            "at: line 3, column 6: instant \"2026-03-01\" is not valid; expected an instant such as 2026-03-01T09:30:00Z \
             (RFC 3339)",
        ),
        (
            error::<Change>("{\n  \"id\": \"1\"\n}", Json),
            "document.missing_key",
            "line 1, column 1: key \"description\" is missing",
        ),
        (
            error::<Versioning>("kind: calendar\npatern: YYYY", Yaml),
            "document.unknown_key",
            "patern: line 2, column 1: unknown key \"patern\"; known keys: pattern; did you mean \"pattern\"?",
        ),
        (
            error::<Bumps>("\"a.b\": majr", Yaml),
            "document.unknown_value",
            "[\"a.b\"]: line 1, column 8: unknown bump \"majr\"; expected one of none, patch, minor, major; did you mean \
             \"major\"?",
        ),
        (
            error::<Change>("schema: greenboard/component/1", Yaml),
            "document.wrong_schema",
            "schema: line 1, column 9: this document says it is \"greenboard/component/1\"; expected \"greenboard/change/1\"",
        ),
        (
            document::to_json(&BTreeMap::from([((1, 2), 3)])).unwrap_err(),
            "document.not_json",
            "the value cannot be written as JSON: the key of a map is no text",
        ),
    ];
    let mut covered = BTreeSet::new();
    for (error, code, text) in errors {
        assert_eq!((error.code(), error.to_string().as_str()), (code, text));
        covered.insert(code);
    }
    let codes = catalogue::error_codes().into_iter().filter(|code| code.starts_with("document."));
    assert_eq!(covered, codes.collect());
}

#[test]
fn errors_carry_their_facts_as_data() {
    let error = error::<Versioning>("kind: calendar\npatern: YYYY", Format::Yaml);
    assert_eq!((error.path(), error.line(), error.column()), (Some("patern"), Some(2), Some(1)));
    assert_eq!(error.details()["nearest"], "pattern");
    assert_eq!(error.details()["known"], serde_json::json!(["pattern"]));
}

#[test]
fn a_bad_version_is_placed_in_the_document() {
    let text = "name: core\necosystem: npm\nversion: 1.x.0\n";
    let error = error::<Component>(text, Format::Yaml);
    assert!(error.code().starts_with("version."), "{error:?}");
    assert_eq!((error.path(), error.line(), error.column()), (Some("version"), Some(3), Some(10)));

    let text =
        "name: core\necosystem: npm\ndependencies:\n  - name: a\n  - name: b\n    requirement: '>>1'\n";
    let error = self::error::<Component>(text, Format::Yaml);
    assert_eq!((error.path(), error.line()), (Some("dependencies[1].requirement"), Some(6)));
}

#[test]
fn a_document_read_is_the_document_written() -> Result<()> {
    let text = "schema: greenboard/component/1
name: '@acme/core'
ecosystem: npm
version: 1.4.2
dependencies:
  - name: left-pad
    requirement: ^1.3
  - { name: sibling, kind: peer, text: 'workspace:^', requirement: null, local: true }
";
    let component: Component = document::parse(text, Format::Yaml)?;
    let written = document::emit(&component)?;
    assert_eq!(document::parse::<Component>(&written, Format::Json)?, component);
    let expected = concat!(
        r#"{"app_version":null,"dependencies":[{"component":null,"kind":"normal","local":false,"name":"left-pad","optional":false,"#,
        r#""requirement":"^1.3","scheme":null,"stated_in":null,"text":"^1.3"},{"component":null,"kind":"peer","local":true,"#,
        r#""name":"sibling","optional":false,"requirement":null,"scheme":null,"stated_in":null,"text":"workspace:^"}],"#,
        r#""ecosystem":"npm","external":false,"manifest":null,"name":"@acme/core","owners":[],"package":"@acme/core","path":"","#,
        r#""private":false,"publishing":{"access":null,"command":null,"dist_tag":null,"registry":null},"repository":null,"#,
        r#""schema":"greenboard/component/1","scheme":"npm","tag":null,"tier":null,"version":"1.4.2","#,
        r#""version_from":null,"#,
        r#""version_source":"manifest"}"#,
    );
    assert_eq!(written, expected);
    Ok(())
}

#[test]
fn null_is_as_good_as_left_out() -> Result<()> {
    let text =
        r#"{"kind": "semantic", "bump_minor_pre_major": null, "bump_patch_for_minor_pre_major": null}"#;
    assert_eq!(document::parse::<Versioning>(text, Format::Json)?, Versioning::default());
    let missing = error::<Versioning>(r#"{"kind": "calendar", "pattern": null}"#, Format::Json);
    assert_eq!(missing.to_string(), "pattern: line 1, column 33: expected text, found null");
    Ok(())
}

#[test]
fn the_cases_of_versioning() {
    let text = include_str!("../../documents/versioning.json");
    let cases: serde_json::Value = serde_json::from_str(text).unwrap();
    for case in cases["accept"].as_array().unwrap() {
        let versioning: Versioning = document::parse(case["input"].as_str().unwrap(), Format::Json).unwrap();
        let output = document::to_json(&versioning).unwrap();
        assert_eq!(output, case["output"].as_str().unwrap(), "{}", case["name"]);
        assert_eq!(document::parse::<Versioning>(&output, Format::Json).unwrap(), versioning);
    }
    for case in cases["reject"].as_array().unwrap() {
        let error = error::<Versioning>(case["input"].as_str().unwrap(), Format::Json);
        let expected = &case["error"];
        assert_eq!(error.code(), expected["code"].as_str().unwrap(), "{}", case["name"]);
        assert_eq!(error.path(), expected["path"].as_str(), "{}", case["name"]);
        assert_eq!(error.line().map(u64::from), expected["line"].as_u64(), "{}", case["name"]);
        assert_eq!(error.column().map(u64::from), expected["column"].as_u64(), "{}", case["name"]);
        let nearest = error.details().get("nearest").and_then(|nearest| nearest.as_str());
        assert_eq!(nearest, expected["nearest"].as_str(), "{}", case["name"]);
    }
}

/// A schema's defaults are the reader's.
#[test]
fn defaults_are_those_of_the_schema() {
    fn read<T: Read + serde::Serialize>(text: String) -> serde_json::Value {
        let read: T = document::parse(text, Format::Json).unwrap();
        serde_json::from_str(&document::to_json(&read).unwrap()).unwrap()
    }
    for registry in catalogue::catalogue() {
        for kind in registry.kinds {
            let properties = kind.schema["properties"].as_object().unwrap();
            let required: Vec<&str> =
                kind.schema["required"].as_array().unwrap().iter().filter_map(|key| key.as_str()).collect();
            let text = serde_json::json!({ "kind": kind.kind, "name": "n" }).to_string();
            let written = match (registry.name.as_str(), required.as_slice()) {
                ("versioning", ["kind"]) => read::<Versioning>(text.replace(r#","name":"n""#, "")),
                ("observation", ["kind"]) => read::<Observation>(text.replace(r#","name":"n""#, "")),
                ("command", ["kind"]) => read::<Command>(text.replace(r#","name":"n""#, "")),
                ("event", ["kind"]) => read::<Happening>(text.replace(r#","name":"n""#, "")),
                // Some need one thing more than their name; those that do not say so by it.
                ("criterion", ["kind", "name"]) => match document::parse::<Criterion>(&text, Format::Json) {
                    Ok(read) => serde_json::from_str(&document::to_json(&read).unwrap()).unwrap(),
                    Err(_) => continue,
                },
                // What is only written has no defaults.
                ("tool", _) => continue,
                (name, required) => {
                    assert_ne!(required, ["kind"], "read the kinds of {name} here too");
                    continue;
                }
            };
            for (key, schema) in properties.iter().filter(|(key, _)| *key != "kind" && *key != "name") {
                assert_eq!(written[key], schema["default"], "{key} of {}", kind.kind);
            }
        }
    }
}

#[test]
fn instants_are_rfc_3339() -> Result<()> {
    let read = |text: &str| Timestamp::read(&Node::new(Value::Text(text.to_owned())));
    for text in [
        "2026-03-01T09:30:00Z",
        "2026-03-01t09:30:00.25z",
        "2026-03-01 09:30:00+01:00",
        "2026-12-31T23:59:60Z",
    ] {
        read(text)?;
    }
    for text in [
        "2026-03-01",
        "2026-03-01T09:30Z",
        "2026-03-01T09:30:00",
        "2026-03-01T09:30:00+01",
        "20260301T093000Z",
        "2026-03-01T09:30:00+01:00[Europe/Paris]",
        "2026-02-30T09:30:00Z",
        "2026-03-01T09:30:00.Z",
        "x",
        "",
    ] {
        assert_eq!(read(text).unwrap_err().code(), "document.invalid_value", "{text}");
    }
    assert_eq!(document::to_json(&read("2026-03-01T09:30:00.250+01:00")?)?, "\"2026-03-01T08:30:00.25Z\"");
    Ok(())
}

#[test]
fn integers_take_whole_doubles_and_stay_exact() -> Result<()> {
    assert_eq!(
        document::parse::<Vec<i64>>("[1.0, 1e3, -0, 9223372036854775807]", Format::Json)?,
        [1, 1000, 0, i64::MAX]
    );
    assert_eq!(document::parse::<u64>("18446744073709551615", Format::Json)?, u64::MAX);
    assert_eq!(error::<i64>("1.5", Format::Json).code(), "document.wrong_type");
    assert_eq!(error::<i64>("9223372036854775808", Format::Json).code(), "document.out_of_range");
    assert_eq!(error::<f64>("9007199254740993", Format::Json).code(), "document.out_of_range");
    assert_eq!(document::parse::<f64>("9007199254740991", Format::Json)?, 9007199254740991.0);
    Ok(())
}

/// The core schema (YAML 1.2.2, 10.3.2), which is not YAML 1.1: `no` is text, and so is `0o9`.
#[test]
fn yaml_follows_the_core_schema() -> Result<()> {
    let text = "[~, null, NULL, '', true, False, no, on, 12, -0, +7, 0o17, 0x1F, 0o9, 1_000, 1e3, .5, -1.5E-3, 1., ., 1.2.3, \
                1:30, '7', !!str 7, ! 7, \"\\x41\", 123456789012345678901]";
    let node = document::read(text, Format::Yaml)?;
    let expected = r#"[null,null,null,"",true,false,"no","on",12,0,7,15,31,"0o9","1_000",1000,0.5,-0.0015,1,".","1.2.3","1:30","7","7","7","A",123456789012345680000]"#;
    assert_eq!(canonical::write(&node, canonical::Policy::Rounded)?, expected);
    let refused = |text: &str| document::read(text, Format::Yaml).unwrap_err().code().to_owned();
    assert_eq!(refused("!!int x"), "document.syntax");
    assert_eq!(refused("!custom x"), "document.unsupported");
    assert_eq!(refused("!!binary aGk="), "document.unsupported");
    assert_eq!(refused(".inf"), "document.not_finite");
    assert_eq!(refused("-.INF"), "document.not_finite");
    assert_eq!(refused("[.nan]"), "document.not_finite");
    assert_eq!(refused("a: 1\n---\nb: 2"), "document.syntax");
    assert_eq!(refused("? [a]\n: 1"), "document.syntax");
    assert_eq!(refused("a: *b"), "document.syntax");
    assert_eq!(refused("&a [*a]"), "document.syntax");
    assert_eq!(document::read("", Format::Yaml)?.value, Value::Null);
    assert_eq!(document::read("# nothing\n", Format::Yaml)?.value, Value::Null);
    Ok(())
}

#[test]
fn aliases_repeat_within_bounds() -> Result<()> {
    let node = document::read("a: &x [1, {b: 2}]\nc: *x\n? &k key\n: *k", Format::Yaml)?;
    assert_eq!(
        canonical::write(&node, canonical::Policy::Exact)?,
        r#"{"a":[1,{"b":2}],"c":[1,{"b":2}],"key":"key"}"#
    );
    // A billion laughs.
    let mut text = "a0: &a0 lol\n".to_owned();
    for level in 1..40 {
        let below = format!("*a{}", level - 1);
        text += &format!("a{level}: &a{level} [{}]\n", vec![below; 9].join(","));
    }
    assert_eq!(document::read(&text, Format::Yaml).unwrap_err().code(), "document.too_many");
    // The same with depth, with long text, and with anchors inside anchors.
    let deep = format!(
        "{}\nb: {}*a{}",
        "a: &a ".to_owned() + &"[".repeat(100) + &"]".repeat(100),
        "[".repeat(60),
        "]".repeat(60)
    );
    assert_eq!(document::read(&deep, Format::Yaml).unwrap_err().code(), "document.too_deep");
    let long = format!("a: &a {}\nb: [{}]", "x".repeat(1 << 20), vec!["*a"; 200].join(","));
    assert_eq!(document::read(&long, Format::Yaml).unwrap_err().code(), "document.too_large");
    Ok(())
}

#[test]
fn toml_keeps_its_order_and_places() -> Result<()> {
    let text = "b = 1\n[t.u]\nc = [1, {d = 0x10}]\n[[list]]\nx = 1979-05-27T07:32:00Z\n[[list]]\n";
    let node = document::read(text, Format::Toml)?;
    let expected = r#"{"b":1,"list":[{"x":"1979-05-27T07:32:00Z"},{}],"t":{"u":{"c":[1,{"d":16}]}}}"#;
    assert_eq!(canonical::write(&node, canonical::Policy::Exact)?, expected);
    let place = |node: &Node| (node.at.line, node.at.column);
    let c = node.get("t").and_then(|t| t.get("u")).and_then(|u| u.get("c")).unwrap();
    assert_eq!(place(c), (3, 5));
    let Value::Map(entries) = &node.value else { panic!() };
    let keys: Vec<_> =
        entries.iter().map(|(key, _)| (key.text.as_str(), key.at.line, key.at.column)).collect();
    assert_eq!(keys, [("b", 1, 1), ("t", 2, 2), ("list", 4, 3)]);
    assert_eq!(document::read("a = nan", Format::Toml).unwrap_err().code(), "document.not_finite");
    let error = document::read("a = 1\nb = ", Format::Toml).unwrap_err();
    assert_eq!((error.code(), error.line()), ("document.syntax", Some(2)));
    let twice = document::read("a = 1\na = 2", Format::Toml).unwrap_err();
    assert_eq!((twice.line(), twice.column()), (Some(2), Some(1)));
    Ok(())
}
