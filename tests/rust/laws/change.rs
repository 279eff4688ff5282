//! Commit messages: no text is too strange, and what one mode reads the other does not contradict.

use greenboard::change::conventional::{Header, Mode, parse, split};
use greenboard::change::{Change, Commit, cancel_reverts, from_commit};
use greenboard::version::Bump;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Text of the pieces that messages are made of, so that most of the grammar is met.
fn messy() -> impl Strategy<Value = String> {
    let pieces = vec![
        "feat",
        "fix",
        "revert",
        "Merge ",
        "(",
        ")",
        "(api)",
        "[",
        "]",
        "!",
        ":",
        ": ",
        " #",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "* ",
        "- ",
        "  ",
        "BREAKING CHANGE",
        "BREAKING-CHANGE: ",
        "BREAKING CHANGE:",
        "Refs: #1",
        "Signed-off-by: A <a@b.c>",
        "text",
        "Revert \"",
        "\"",
        "This reverts commit ",
        "0123456789abcdef",
        "BEGIN_NESTED_COMMIT",
        "END_NESTED_COMMIT",
        "é",
        "💃",
        "https://x.y",
    ];
    vec(select(pieces), 0..24).prop_map(|pieces| pieces.concat())
}

fn word() -> impl Strategy<Value = String> {
    "[a-z][a-zA-Z0-9_-]{0,8}"
}

/// One line without white space at its ends, which no footer begins with.
fn line() -> impl Strategy<Value = String> {
    "[A-Za-z0-9]( ?[a-zA-Z0-9,.()é]){0,20}"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn any_text_is_taken(text in prop_oneof![any::<String>(), messy()]) {
        for mode in Mode::ALL {
            let (one, all) = (parse(&text, mode), split(&text, mode));
            if let Ok(message) = &one {
                prop_assert_eq!(message.breaking, message.note.is_some());
                prop_assert!(!message.description.is_empty() && !message.kind.is_empty());
                prop_assert_eq!(all.as_ref().unwrap()[0].description.as_str(), message.description.as_str());
            }
            let commit = Commit::new("0123456789abcdef", text.as_str(), jiff::Timestamp::UNIX_EPOCH);
            let changes = from_commit(&commit, &["core".to_owned()].into(), mode);
            prop_assert!(!changes.is_empty());
            prop_assert!(changes.iter().all(|change| change.bumps.len() == 1));
        }
    }

    #[test]
    fn lenient_reads_what_strict_reads(text in messy()) {
        if let Ok(strict) = parse(&text, Mode::Strict) {
            let lenient = parse(&text, Mode::Lenient).unwrap();
            prop_assert_eq!(&strict.kind, &lenient.kind);
            prop_assert_eq!(&strict.scope, &lenient.scope);
            prop_assert_eq!(&strict.description, &lenient.description);
            prop_assert!(lenient.breaking || !strict.breaking);
            prop_assert!(strict.tolerated.is_empty());
            if lenient.tolerated.is_empty() {
                prop_assert_eq!(strict, lenient);
            }
        } else if let Ok(lenient) = parse(&text, Mode::Lenient) {
            prop_assert!(!lenient.tolerated.is_empty());
        }
    }

    #[test]
    fn a_message_is_read_as_it_was_put_together(
        kind in word(), scope in prop::option::of(word()), bang in any::<bool>(), description in line(),
        body in vec(line(), 0..4), tokens in vec((word(), any::<bool>(), line()), 0..4),
    ) {
        let scope_text = scope.as_ref().map(|scope| format!("({scope})")).unwrap_or_default();
        let mark = if bang { "!" } else { "" };
        let mut text = format!("{kind}{scope_text}{mark}: {description}");
        prop_assert_eq!(Header::parse(&text, Mode::Strict).unwrap().to_string(), text.as_str());
        let body = body.join("\n");
        if !body.is_empty() {
            text += &format!("\n\n{body}");
        }
        for (index, (token, hash, value)) in tokens.iter().enumerate() {
            text += if index == 0 { "\n\n" } else { "\n" };
            text += &format!("{token}{}{value}", if *hash { " #" } else { ": " });
        }
        let message = parse(&text, Mode::Strict).unwrap();
        prop_assert_eq!(&message.kind, &kind);
        prop_assert_eq!(&message.scope, &scope);
        prop_assert_eq!(message.breaking, bang);
        prop_assert_eq!(message.body.unwrap_or_default(), body);
        let read: Vec<_> = message.footers.iter().map(|f| (f.token.clone(), f.separator.as_str() == " #", f.value.clone())).collect();
        prop_assert_eq!(read, tokens);
    }

    #[test]
    fn reverts_cancel_the_same_in_every_order(targets in vec(prop::option::of(0usize..8), 1..8), seed in any::<u64>()) {
        let id = |index: usize| format!("{index:012x}");
        let at = |index: usize| jiff::Timestamp::from_second(i64::try_from(index).unwrap()).unwrap();
        let changes: Vec<Change> = targets.iter().enumerate().map(|(index, target)| {
            let change = Change::new(id(index), format!("change {index}")).with_bump("core", Bump::Minor).with_at(at(index));
            match target {
                Some(target) => change.with_type("revert").with_reverts([id(*target)]),
                None => change.with_type("feat"),
            }
        }).collect();
        let kept = |changes: &[Change]| {
            let mut ids: Vec<String> = cancel_reverts(changes).iter().map(|change| change.id.clone()).collect();
            ids.sort();
            ids
        };
        let mut shuffled = changes.clone();
        shuffled.sort_by_key(|change| seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(change.id.bytes().last().unwrap().into()));
        prop_assert_eq!(kept(&changes), kept(&shuffled));
        // Each pair goes as a pair.
        prop_assert_eq!((changes.len() - kept(&changes).len()) % 2, 0);
    }
}
