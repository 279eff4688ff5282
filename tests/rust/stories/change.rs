//! Commit messages: what they mean, and what is said of those that mean nothing.

use greenboard::change::conventional::{Message, Mode, Tolerance, parse, split};
use greenboard::change::{Change, Commit, from_commit};
use greenboard::version::Bump;

fn refused(text: &str) -> String {
    parse(text, Mode::Strict).unwrap_err().to_string()
}

#[test]
fn strict_says_where_a_message_goes_wrong() {
    let said = [
        ("", "the commit message is empty; expected a header such as `feat(parser): read arrays`"),
        (
            "add arrays",
            "line 1, column 4: the commit message has unexpected \" \" here; expected a : after the type, or a scope in \
             parentheses",
        ),
        (
            ": arrays",
            "line 1, column 1: the commit message has unexpected \":\" here; expected a type such as feat or fix",
        ),
        (
            "feat(parser: arrays",
            "line 1, column 20: the commit message has unexpected end of line here; expected a ) after the scope",
        ),
        (
            "feat(): arrays",
            "line 1, column 6: the commit message has unexpected \")\" here; expected a scope between the parentheses",
        ),
        (
            "feat(é) : arrays",
            "line 1, column 8: the commit message has unexpected \" \" here; expected a : or !: after the scope",
        ),
        (
            "feat!(parser): arrays",
            "line 1, column 6: the commit message has unexpected \"(\" here; expected a : after the !",
        ),
        (
            "feat:arrays",
            "line 1, column 6: the commit message has unexpected \"a\" here; expected a space after the colon",
        ),
        (
            "feat: ",
            "line 1, column 7: the commit message has unexpected end of line here; expected a description after the colon",
        ),
        (
            "feat: arrays\nthey nest",
            "line 2, column 1: the commit message has no blank line after its header; put one between the header and the body",
        ),
    ];
    for (text, message) in said {
        assert_eq!(refused(text), message, "{text:?}");
    }
}

#[test]
fn lenient_names_what_it_tolerated() {
    let read = |text| parse(text, Mode::Lenient).unwrap();
    let tolerated = |text| read(text).tolerated;
    assert_eq!(tolerated("feat: arrays\n\nThey nest.\n\nRefs: #1"), []);
    assert_eq!(tolerated("feat:arrays"), [Tolerance::NoSpace]);
    assert_eq!(tolerated("\n feat(): arrays"), [Tolerance::LeadingSpace, Tolerance::EmptyScope]);
    assert_eq!(read("feat[parser]: arrays").scope.as_deref(), Some("parser"));
    assert_eq!(tolerated("feat: arrays\nthey nest"), [Tolerance::NoBlankLine]);
    assert_eq!(tolerated("feat: arrays\n\nThey nest.\nRefs: #1"), [Tolerance::FootersInBody]);
    assert_eq!(tolerated("feat: arrays\n\nRefs:#1"), [Tolerance::FooterNoSpace]);

    let message =
        read("feat: arrays\n\nThey nest.\n* BREAKING CHANGE: lists are gone,\nuse arrays\n\nMore text.");
    assert_eq!(message.tolerated, [Tolerance::BreakingInBody]);
    assert_eq!(message.note.as_deref(), Some("lists are gone,\nuse arrays"));
}

#[test]
fn what_breaks_nothing_is_not_breaking() {
    for text in [
        "feat: x\n\nBREAKING CHANGE was discussed but there is none.",
        "feat: x\n\nBREAKING CHANGES: plural",
        "feat: x\n\nbreaking change: lower case",
        "feat: x\n\n> BREAKING CHANGE: quoted",
    ] {
        for mode in Mode::ALL {
            assert!(!parse(text, mode).unwrap().breaking, "{text:?}");
        }
    }
}

#[test]
fn an_address_is_no_footer() {
    let message = parse("docs: links\n\nSee\n\nhttps://example.org/x", Mode::Lenient).unwrap();
    assert_eq!((message.footers.len(), message.body.as_deref()), (0, Some("See\n\nhttps://example.org/x")));
}

fn headers(text: &str) -> Vec<String> {
    let show = |message: Message| {
        format!("{}{}: {}", message.kind, if message.breaking { "!" } else { "" }, message.description)
    };
    split(text, Mode::Lenient).unwrap().into_iter().map(show).collect()
}

#[test]
fn a_body_may_hold_further_messages() {
    assert_eq!(headers("feat: a\n\nfix: b"), ["feat: a", "fix: b"]);
    assert_eq!(headers("feat: a\nfix(x)!: b\ndocs: c"), ["feat: a", "fix!: b", "docs: c"]);
    assert_eq!(headers("Add everything (#3)\n\n* feat: a\n\n* fix: b"), ["feat: a", "fix: b"]);
    assert_eq!(headers("feat: a (#3)\n\n* feat: a\n* fix: b"), ["feat: a (#3)", "fix: b"]);
    let nested =
        "chore: sync\n\nBEGIN_NESTED_COMMIT\nfeat: a\nBREAKING CHANGE: gone\nEND_NESTED_COMMIT\nRefs: #1";
    assert_eq!(headers(nested), ["chore: sync", "feat!: a"]);
    assert_eq!(headers("feat: a\n\n* one\n  BREAKING CHANGE: gone"), ["feat!: a"]);
}

#[test]
fn a_body_s_prose_and_footers_are_no_messages() {
    assert_eq!(headers("feat: a\n\nNote: this is prose\n\nRefs: #1"), ["feat: a"]);
    assert_eq!(headers("feat: a\n\nThe old way was\nfix: by hand"), ["feat: a"]);
    assert_eq!(headers("Merge pull request #1 from a/b\n\nfeat: real title"), ["feat: real title"]);
    assert!(split("Merge branch 'topic'", Mode::Lenient).is_err());
}

fn changes(message: &str) -> Vec<Change> {
    let commit = Commit::new("0123abcd", message, jiff::Timestamp::UNIX_EPOCH);
    from_commit(&commit, &["core".to_owned(), "cli".to_owned()].into(), Mode::Lenient)
}

#[test]
fn no_commit_is_lost() {
    let changes = changes("update things\n\nfor good");
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].kind.as_deref(), changes[0].description.as_str()), (None, "update things"));
    assert_eq!(changes[0].bumps, [("cli".to_owned(), Bump::None), ("core".to_owned(), Bump::None)].into());
}

#[test]
fn a_commit_s_type_says_what_it_asks_for() {
    let bump = |message| changes(message)[0].bump_of("core");
    assert_eq!(
        ["feat: x", "fix: x", "perf: x", "revert: x", "docs: x", "FEAT: x"].map(bump),
        [Bump::Minor, Bump::Patch, Bump::Patch, Bump::Patch, Bump::None, Bump::Minor,]
    );
    assert_eq!(bump("docs!: x"), Bump::Major);
}

#[test]
fn a_revert_names_what_it_reverts() {
    let of = |message| changes(message).remove(0);
    let git = of(
        "Revert \"feat: lanes\" (#12)\n\nThis reverts commit 0F1e2d3c4b5a6978, reversing\nchanges made to 1111111.",
    );
    assert_eq!((git.kind.as_deref(), git.description.as_str()), (Some("revert"), "feat: lanes"));
    assert_eq!(git.reverts, ["0f1e2d3c4b5a6978"]);
    assert_eq!(of("revert: feat: lanes\n\nRefs: 676104e, a215868").reverts, ["676104e", "a215868"]);
    assert!(of("fix: lanes\n\nRefs: 676104e").reverts.is_empty());
}

#[test]
fn what_git_reapplies_is_there_again() {
    let of = |message| changes(message).remove(0);
    let again = of("Reapply \"feat(ui)!: lanes\"\n\nThis reverts commit 0f1e2d3c4b5a6978.");
    assert_eq!((again.kind.as_deref(), again.scope.as_deref()), (Some("feat"), Some("ui")));
    assert_eq!((again.description.as_str(), again.breaking.as_deref()), ("lanes", Some("lanes")));
    assert_eq!((again.bump_of("core"), again.reverts), (Bump::Major, vec!["0f1e2d3c4b5a6978".to_owned()]));

    // As git wrote it before 2.43, and hosts still do.
    let again = of("Revert \"Revert \"feat: lanes\" (#12)\" (#13)");
    assert_eq!((again.kind.as_deref(), again.description.as_str()), (Some("feat"), "lanes"));
    let undone = of("Revert \"Reapply \"feat: lanes\"\"");
    assert_eq!((undone.kind.as_deref(), undone.description.as_str()), (Some("revert"), "feat: lanes"));
    let prose = of("Reapply \"update things\"");
    assert_eq!((prose.kind, prose.description.as_str()), (None, "update things"));
    assert_eq!(of("Reapply the paint").description, "Reapply the paint");
}
