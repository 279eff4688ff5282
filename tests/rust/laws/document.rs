//! The readers take anything, the canonical form is a fixpoint, and every notation says the same.

use greenboard::document::canonical::{self, Policy};
use greenboard::document::{self, Format, Key, Node, Position, Value};
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,8}",
        any::<String>(),
        // Both sides of the surrogates, where UTF-16 order and code point order part.
        proptest::collection::vec(
            prop_oneof![Just('\u{FFFD}'), Just('\u{1F600}'), Just('\u{E000}'), Just('a')],
            0..4
        )
        .prop_map(|characters| characters.into_iter().collect()),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    const SAFE: i64 = 9_007_199_254_740_991;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-SAFE..=SAFE).prop_map(Value::Integer),
        any::<f64>()
            .prop_filter("exact in JSON", |f| f.is_finite() && !(f.abs() > SAFE as f64 && f.abs() < 1e21))
            .prop_map(Value::Float),
        text().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6)
                .prop_map(|items| Value::List(items.into_iter().map(Node::new).collect())),
            proptest::collection::hash_map(text(), inner, 0..6).prop_map(|entries| {
                let entry = |(text, value)| (Key { text, at: Position::default() }, Node::new(value));
                Value::Map(entries.into_iter().map(entry).collect())
            }),
        ]
    })
}

/// The tree without its places, floats by their bits.
fn bare(node: &Node) -> String {
    match &node.value {
        Value::List(items) => format!("[{}]", items.iter().map(bare).collect::<Vec<_>>().join(",")),
        Value::Map(entries) => {
            let one = |(key, node): &(Key, Node)| format!("{:?}:{}", key.text, bare(node));
            format!("{{{}}}", entries.iter().map(one).collect::<Vec<_>>().join(","))
        }
        leaf => format!("{leaf:?}"),
    }
}

fn as_serde(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Integer(integer) => (*integer).into(),
        // serde_json takes integers up to u64, then doubles.
        Value::BigInteger(digits) => {
            digits.parse::<u64>().map_or_else(|_| digits.parse::<f64>().unwrap().into(), Into::into)
        }
        Value::Float(float) => (*float).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(as_serde).collect(),
        Value::Map(entries) => {
            serde_json::Value::Object(entries.iter().map(|(k, v)| (k.text.clone(), as_serde(v))).collect())
        }
    }
}

/// Text that is nearly a document: marks of all three notations, thrown together.
fn nearly() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![
            "{", "}", "[", "]", ":", ",", "\"", "'", "\\", "\\u", "d83d", "-", "- ", "? ", ": ", "\n", "\n  ", "  ", "&a ",
            "*a", "!!str ", "!", "!<", "|", "|+2\n", ">-", "---", "...", "%YAML 1.2\n", "%TAG ! !\n", "<<", "#", "a", "a.b = ",
            "[[t]]\n", "[t]\n", "= ", "\"\"\"", "1", "0x", "1e5", ".5", "-0", "true", "null", "~", "1979-05-27", "\t", "\r",
            "\u{FEFF}", "é", "😀", "\0", "key: ", "\"k\":", "{a: 1}", "[1,2]",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn canonical_text_is_a_fixpoint(value in value()) {
        let text = canonical::write(&Node::new(value), Policy::Exact).unwrap();
        let node = document::read(&text, Format::Json).unwrap();
        prop_assert_eq!(canonical::write(&node, Policy::Exact).unwrap(), text.clone());
        prop_assert_eq!(canonical::write(&node, Policy::Rounded).unwrap(), text);
    }

    #[test]
    fn agrees_with_serde_json(value in value(), pretty in any::<bool>()) {
        let node = Node::new(value);
        let theirs = as_serde(&node);
        let text = if pretty { serde_json::to_string_pretty(&theirs) } else { serde_json::to_string(&theirs) }.unwrap();
        let ours = document::read(&text, Format::Json).unwrap();
        prop_assert_eq!(as_serde(&ours), theirs);
        prop_assert_eq!(canonical::write(&ours, Policy::Exact).unwrap(), canonical::write(&node, Policy::Exact).unwrap());
    }

    #[test]
    fn json_is_accepted_as_serde_json_accepts_it(text in nearly()) {
        let ours = document::read(&text, Format::Json);
        let theirs = serde_json::from_str::<serde_json::Value>(&text);
        match (ours, theirs) {
            // By value: serde_json keeps the sign of `-0`, which has no place in an integer, nor in the canonical form.
            (Ok(ours), Ok(theirs)) => {
                let theirs = document::to_node(&theirs).unwrap();
                let write = |node: &Node| canonical::write(node, Policy::Rounded).unwrap();
                prop_assert_eq!(write(&ours), write(&theirs));
            }
            (Err(_), Err(_)) => {}
            // serde_json's map lets the last of two equal keys win.
            (Err(error), Ok(_)) => prop_assert_eq!(error.code(), "document.duplicate_key"),
            (Ok(ours), Err(theirs)) => prop_assert!(false, "{:?} but {}", ours, theirs),
        }
    }

    #[test]
    fn yaml_reads_canonical_json_alike(value in value()) {
        // YAML takes no raw C0 or C1 controls, and its own line breaks inside quotes are folded.
        let text = canonical::write(&Node::new(value), Policy::Exact).unwrap();
        prop_assume!(!text.chars().any(|c| matches!(c, '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')));
        // A key longer than YAML's 1024 characters would need `? `.
        prop_assume!(text.len() < 900);
        let json = document::read(&text, Format::Json).unwrap();
        let yaml = document::read(&text, Format::Yaml).unwrap();
        prop_assert_eq!(bare(&yaml), bare(&json));
    }

    #[test]
    fn nothing_panics(text in nearly(), bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        for format in [Format::Json, Format::Yaml, Format::Toml] {
            for input in [text.as_bytes(), &bytes] {
                match document::read(input, format) {
                    Ok(node) => {
                        let _ = canonical::write(&node, Policy::Exact);
                        let rounded = canonical::write(&node, Policy::Rounded).unwrap();
                        let again = document::read(&rounded, Format::Json).unwrap();
                        prop_assert_eq!(canonical::write(&again, Policy::Rounded).unwrap(), rounded);
                    }
                    Err(error) => {
                        prop_assert!(error.code().starts_with("document."));
                        prop_assert!(error.line().is_some() && error.column().is_some(), "{:?}", error);
                    }
                }
            }
        }
    }
}
