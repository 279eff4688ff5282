//! Changesets and commit messages, as they are refused.

use super::said;
use greenboard::change::changeset::{read, read_all};
use greenboard::change::conventional::{Mode, parse};
use insta::assert_snapshot;

const EXAMPLE: &str =
    "write, for example, `---`, `\"core\": minor`, `---`, and below it what to tell people, a line each";

#[test]
fn every_refusal_of_a_changeset() {
    let said = [
        ("", "change.empty_changeset", "x.md: line 1, column 1: the changeset is empty; "),
        (
            "x",
            "change.no_front_matter",
            "x.md: line 1, column 1: the changeset has no front matter between two lines `---`; ",
        ),
        (
            "---\n- x\n---\n",
            "change.wrong_front_matter",
            "x.md: line 2, column 1: the front matter is no map of components and bumps; ",
        ),
        (
            "---\n'': patch\n---\n",
            "change.blank_component",
            "x.md: line 2, column 1: the name of a component is blank; ",
        ),
    ];
    for (text, code, message) in said {
        let error = read("x.md", text).unwrap_err();
        assert_eq!((error.code(), error.to_string()), (code, format!("{message}{EXAMPLE}")), "{text:?}");
    }
    let error = read_all([("x.md", "---\ncore: huge\n---\n")]).unwrap_err();
    assert_eq!(
        (error.code(), error.to_string()),
        (
            "change.broken_changesets",
            "a changeset cannot be read: x.md: core: line 2, column 7: unknown bump \"huge\"; expected one of none, patch, \
             minor, major"
                .to_owned()
        )
    );
}

#[test]
fn every_refusal_of_a_message() {
    let strict = |text: &str| said(parse(text, Mode::Strict));
    assert_snapshot!(strict(""), @"change.empty the commit message is empty; expected a header such as `feat(parser): read arrays`");
    assert_snapshot!(strict("feat(core: x"), @"change.unexpected_character line 1, column 13: the commit message has unexpected end of line here; expected a ) after the scope");
    assert_snapshot!(strict("feat: x\ny"), @"change.no_blank_line line 2, column 1: the commit message has no blank line after its header; put one between the header and the body");
    assert_snapshot!(strict(&format!("feat: {}", "x".repeat(1 << 20))), @"change.too_long the commit message is 1048582 bytes long; at most 1048576 are read");
    assert_snapshot!(said("loose".parse::<Mode>()), @r#"change.unknown_mode unknown mode "loose"; expected strict or lenient"#);
}
