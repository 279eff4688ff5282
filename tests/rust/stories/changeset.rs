//! Changeset files as people write them.

use greenboard::change::changeset::{read, read_all, to_text};
use greenboard::version::Bump;

fn refused(text: &str) -> String {
    read(".changeset/x.md", text).unwrap_err().to_string()
}

#[test]
fn what_is_read() {
    let bumps = |text: &str| {
        let change = read("x.md", text).unwrap();
        change.bumps.into_iter().map(|(name, bump)| format!("{name} {bump}")).collect::<Vec<_>>()
    };
    for text in [
        "---\n\"core\": minor\n---\n\nArrays\n",
        "---\ncore: \"minor\"\n---",
        "---\r\n'core': minor\r\n---\r\n\r\nArrays\r\n",
        "\u{FEFF}---\ncore: minor\n---  \nArrays",
        "\n\n ---\ncore: minor\n\n\n  ---\t\n\nArrays",
        "Words before\n---\ncore: minor\n---\nArrays",
        "---core: minor\n---\nArrays",
        "---\n# a comment\ncore: minor # another\n---\n",
    ] {
        assert_eq!(bumps(text), ["core minor"], "{text:?}");
    }
    assert_eq!(bumps("---\n\"a---b\": none\n\"@c/d\": major\n---\n"), ["@c/d major", "a---b none"]);
    for text in ["---\n---\n", "---\n---", "---\n\n---\nArrays", "---\nnull\n---", "---\n{}\n---"] {
        assert_eq!(bumps(text), Vec::<String>::new(), "{text:?}");
    }
}

#[test]
fn the_summary_s_first_line_is_the_description() {
    let of = |summary: &str| {
        let change = read("x.md", &format!("---\ncore: patch\n---\n{summary}")).unwrap();
        (change.description, change.body)
    };
    assert_eq!(of("\n  Arrays  \n"), ("Arrays".to_owned(), None));
    assert_eq!(of("Arrays\r\n\r\n- nest\r\n"), ("Arrays".to_owned(), Some("- nest".to_owned())));
    assert_eq!(of("---\nArrays"), ("---".to_owned(), Some("Arrays".to_owned())));
    assert_eq!(of(""), (String::new(), None));
}

#[test]
fn what_is_refused_says_where() {
    let example =
        "write, for example, `---`, `\"core\": minor`, `---`, and below it what to tell people, a line each";
    assert_eq!(
        refused(" \n"),
        format!(".changeset/x.md: line 1, column 1: the changeset is empty; {example}")
    );
    for text in ["Arrays", "---\ncore: minor", "---\ncore: minor\n--- words\n", "---\ncore: minor\n----\n"] {
        let message = format!("the changeset has no front matter between two lines `---`; {example}");
        assert_eq!(refused(text), format!(".changeset/x.md: line 1, column 1: {message}"), "{text:?}");
    }
    assert_eq!(
        refused("---\n\ncore: miner\n---\n"),
        ".changeset/x.md: core: line 3, column 7: unknown bump \"miner\"; expected one of none, patch, minor, major; did you \
         mean \"minor\"?"
    );
    assert_eq!(
        refused("---\ncore: 1\n---\n"),
        ".changeset/x.md: core: line 2, column 7: expected bump, found the number 1"
    );
    assert_eq!(
        refused("---\n- core\n---\n"),
        format!(
            ".changeset/x.md: line 2, column 1: the front matter is no map of components and bumps; {example}"
        )
    );
    assert_eq!(
        refused("---\n\" \": minor\n---\n"),
        format!(".changeset/x.md: line 2, column 1: the name of a component is blank; {example}")
    );
    assert_eq!(
        refused("---\ncore: minor\ncore: patch\n---\n"),
        ".changeset/x.md: line 3, column 1: key \"core\" comes twice; it is already on line 2, column 1"
    );
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let files = [("b.md", "x"), ("a.md", "---\ncore: x\n---\n"), ("c.md", "---\n---\n"), ("README.md", "")];
    let error = read_all(files).unwrap_err();
    assert_eq!(error.code(), "change.broken_changesets");
    let problems = error.details()["problems"].as_array().unwrap();
    let places: Vec<_> = problems.iter().map(|problem| problem["path"].as_str().unwrap()).collect();
    assert_eq!(places, ["a.md: core", "b.md"]);
    assert!(error.to_string().starts_with("2 changesets cannot be read:\n- a.md: core: line 2, column 7: "));
}

#[test]
fn names_are_written_so_that_they_are_read_as_such() {
    let change = greenboard::change::Change::new("x", "Arrays")
        .with_bump("null", Bump::Patch)
        .with_bump("a: \"b\"", Bump::Major);
    let text = to_text(&change);
    assert_eq!(text, "---\n\"a: \\\"b\\\"\": major\n\"null\": patch\n---\n\nArrays\n");
    assert_eq!(read("x.md", &text).unwrap().bumps, change.bumps);
}
