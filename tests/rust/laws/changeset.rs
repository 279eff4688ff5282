//! Changesets, amended changes, duplicates and reverts: what holds of any of them.

use super::oracle;
use greenboard::change::conventional::Mode;
use greenboard::change::{
    BackportRules, Change, Commit, CommitOverrides, Divergence, Enrichment, Levels, Origin, backports,
    cancel_reverts, changeset, enrich, merge_duplicates, override_commits,
};
use greenboard::version::Bump;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};

fn bump() -> impl Strategy<Value = Bump> {
    select(vec![Bump::None, Bump::Patch, Bump::Minor, Bump::Major])
}

/// A text as a summary keeps it: one line, or a line and what is below.
fn summary() -> impl Strategy<Value = (String, Option<String>)> {
    ("[!-~é💃]([ -~é💃]{0,20}[!-~é💃])?", prop::option::of("[!-~]([ -~\n]{0,30}[!-~])?"))
}

/// Text of the pieces that changesets are made of.
fn messy() -> impl Strategy<Value = String> {
    let pieces = vec![
        "---",
        "\n",
        "\r\n",
        " ",
        "\t",
        "core: minor",
        "\"a\": patch",
        "'@a/b': major",
        ": ",
        "- ",
        "none",
        "{}",
        "null",
        "#",
        "💃",
        "\u{FEFF}",
        "\u{85}",
        "*a",
        "&a ",
        "!!str ",
        "|",
        "text",
    ];
    vec(select(pieces), 0..16).prop_map(|pieces| pieces.concat())
}

/// Few hashes, so that many changes share one, and few headers and components. A revert names commits by their hashes.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    changes_of(vec![None, Some("feat")])
}

/// Hash, components, the hashes that it undoes, pull request, description and type of a change.
type Told = (String, BTreeMap<String, Bump>, Vec<String>, Option<u64>, String, Option<&'static str>);

/// Of these types; a `revert` without hashes names its target by the header.
fn changes_of(kinds: Vec<Option<&'static str>>) -> impl Strategy<Value = Vec<Change>> {
    let hash = (0u8..6).prop_map(|digit| format!("{digit:x}").repeat(12));
    let one = (
        hash.clone(),
        btree_map("[ab]", bump(), 1..3),
        vec(hash, 0..3),
        prop::option::of(1u64..3),
        "[xy]",
        select(kinds),
    );
    vec(one, 0..10).prop_map(|all| {
        let count = all.len() as u64;
        let change = |(at, (hash, bumps, reverts, number, text, kind)): (usize, Told)| {
            let mut change =
                Change::new(format!("{hash}#{at}"), text).with_commit(hash).with_order(count - at as u64);
            change.bumps = bumps;
            change.pull_request = number;
            change.origin = Origin::Commit;
            change.kind = kind.map(str::to_owned);
            if kind == Some("revert") {
                change.description.insert_str(0, "feat: ");
            }
            // No commit can name its own hash.
            let own = change.commit.clone();
            change.with_reverts(reverts.into_iter().filter(|hash| Some(hash) != own.as_ref()))
        };
        all.into_iter().enumerate().map(change).collect()
    })
}

fn owned(changes: Vec<std::borrow::Cow<'_, Change>>) -> Vec<Change> {
    changes.into_iter().map(std::borrow::Cow::into_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_changeset_reads_as_it_was_written(
        bumps in btree_map("[ -~é]{0,6}[!-~é][ -~é]{0,3}", bump(), 0..5), (description, body) in summary(),
    ) {
        let mut change = Change::new("cool-cats", description).with_origin(Origin::Changeset);
        change.bumps = bumps;
        change.body = body;
        let text = changeset::to_text(&change);
        prop_assert_eq!(changeset::read(".changeset/cool-cats.md", &text).unwrap(), change);
    }

    #[test]
    fn any_text_is_taken(text in prop_oneof![any::<String>(), messy()]) {
        match changeset::read("x.md", &text) {
            Ok(change) => {
                let again = changeset::read("x.md", &changeset::to_text(&change)).unwrap();
                prop_assert_eq!(again.bumps, change.bumps);
            }
            Err(error) => {
                prop_assert!(error.path().unwrap().starts_with("x.md"));
                prop_assert!(error.line().is_none_or(|line| line as usize <= text.split('\n').count() + 1));
            }
        }
    }

    #[test]
    fn reverts_cancel_as_the_slow_model_says(changes in changes()) {
        prop_assert_eq!(owned(cancel_reverts(&changes)), oracle::revert::standing(&changes));
    }

    #[test]
    fn what_is_told_twice_is_told_once(changes in changes_of(vec![None, Some("feat"), Some("feat"), Some("revert")])) {
        let merged = owned(merge_duplicates(&changes));
        prop_assert_eq!(&owned(merge_duplicates(&merged)), &merged);
        let asked = |changes: &[Change], component: &str| changes.iter().map(|change| change.bump_of(component)).max();
        for component in ["a", "b"] {
            prop_assert_eq!(asked(&merged, component), asked(&changes, component));
        }
        let ids: BTreeSet<_> = changes.iter().map(|change| &change.id).collect();
        prop_assert!(merged.iter().all(|change| ids.contains(&change.id)));
        let prose = |changes: &[Change]| changes.iter().filter(|change| change.kind.is_none()).count();
        prop_assert_eq!(prose(&merged), prose(&changes));
    }

    #[test]
    fn nothing_amended_changes_nothing(changes in changes()) {
        let amended = override_commits(&changes, &CommitOverrides::new(), Mode::Lenient, &Levels::new());
        prop_assert_eq!(&amended.changes, &changes);
        let amended = enrich(&changes, &Enrichment::new(), Mode::Lenient, &Levels::new());
        prop_assert_eq!(&amended.changes, &changes);
    }

    #[test]
    fn a_line_misses_no_fix_of_its_own(messages in vec(select(vec!["fix: a", "fix: b (#1)", "feat: c", "wip", "fix: d"]), 0..8)) {
        let at = jiff::Timestamp::UNIX_EPOCH;
        let commits = |from: usize| -> Vec<Commit> {
            let numbered = messages.iter().enumerate();
            numbered.map(|(index, message)| Commit::new(format!("{:012x}", index + from), *message, at)).collect()
        };
        let fixes = messages.iter().filter(|message| message.starts_with("fix")).count();
        let alone = backports(&Divergence::new(commits(1), []), &BackportRules::new());
        prop_assert_eq!((alone.missing.len(), alone.present.len()), (fixes, 0));
        let picked: Vec<Commit> = commits(1).into_iter().map(|commit| {
            let message = format!("{}\n\n(cherry picked from commit {})", commit.message, commit.id);
            Commit::new(format!("f{}", &commit.id[1..]), message, at)
        }).collect();
        let both = backports(&Divergence::new(commits(1), picked), &BackportRules::new());
        prop_assert_eq!((both.missing.len(), both.present.len()), (0, fixes));
    }
}

/// So many that whoever waits for it sees what takes more than the sum of all.
#[test]
fn many_reverts_of_one_commit() {
    const MANY: usize = 10_000;
    let hash = "0123456789ab";
    let target = |at| {
        Change::new(format!("{hash}#{at}"), "x")
            .with_commit(hash)
            .with_type("feat")
            .with_bump("a", Bump::Patch)
    };
    let revert = |at| {
        let id = format!("f{at:012}");
        Change::new(&id, "feat: x")
            .with_commit(&id)
            .with_type("revert")
            .with_reverts([hash])
            .with_bump("b", Bump::Patch)
    };
    let unnamed =
        |at| Change::new(format!("e{at:012}"), "feat: x").with_type("revert").with_bump("a", Bump::Patch);
    let all: Vec<Change> = (0..MANY)
        .flat_map(|at| [target(at), revert(at), unnamed(at)])
        .map(|c| c.with_pull_request(1))
        .collect();
    assert_eq!(cancel_reverts(&all).len(), all.len());
    assert!(!merge_duplicates(&all).is_empty());
}
