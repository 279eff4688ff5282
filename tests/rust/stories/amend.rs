//! What is known better than the messages, and what is told twice.

use greenboard::change::conventional::Mode;
use greenboard::change::{
    BackportRules, Change, Commit, CommitDetails, CommitOverride, CommitOverrides, Divergence, Enrichment,
    Levels, Sameness, backports, cancel_reverts, enrich, from_commit, merge_duplicates, override_commits,
};
use greenboard::version::Bump;

fn read(hash: &str, message: &str) -> Vec<Change> {
    let commit = Commit::new(hash, message, "2026-11-02T09:00:00Z".parse().unwrap());
    from_commit(&commit, &["core".to_owned(), "cli".to_owned()].into(), Mode::Lenient)
}

fn history(commits: &[(&str, &str)]) -> Vec<Change> {
    let count = commits.len() as u64;
    let numbered = commits.iter().zip((1..=count).rev());
    numbered
        .flat_map(|((hash, message), order)| {
            read(hash, message).into_iter().map(move |c| c.with_order(order))
        })
        .collect()
}

fn standing(commits: &[(&str, &str)]) -> Vec<String> {
    let merged: Vec<Change> =
        merge_duplicates(&history(commits)).into_iter().map(|change| change.into_owned()).collect();
    cancel_reverts(&merged).into_iter().map(|change| change.id.clone()).collect()
}

#[test]
fn a_release_wanted_by_its_author() {
    let wanted = |message: &str| read("a", message)[0].release_as.clone();
    assert_eq!(wanted("chore: next\n\nRelease-As: 2.0.0").as_deref(), Some("2.0.0"));
    assert_eq!(
        wanted("chore: next\n\nrelease-as: v3.0.0-rc.1 \nRelease-As: v3.0.0").as_deref(),
        Some("3.0.0")
    );
    assert_eq!(wanted("Get ready\n\nRelease-As: 2.0.0").as_deref(), Some("2.0.0"));
    assert_eq!(wanted("chore: next"), None);
}

#[test]
fn every_change_of_a_commit_names_it() {
    let changes = read("a1b2", "feat: a (#3)\n\n* feat: a\n* fix: b");
    let named: Vec<_> =
        changes.iter().map(|c| (c.id.as_str(), c.commit.as_deref(), c.pull_request)).collect();
    assert_eq!(named, [("a1b2", Some("a1b2"), Some(3)), ("a1b2#2", Some("a1b2"), Some(3))]);
}

#[test]
fn a_revert_undoes_all_changes_of_a_commit_or_pull_request() {
    let squash = ("aaaaaaaaaaaa", "feat: a (#3)\n\n* fix: b");
    let by_hash = ("bbbbbbbbbbbb", "Revert \"feat: a (#3)\"\n\nThis reverts commit aaaaaaaaaaaa.");
    assert_eq!(standing(&[by_hash, squash]), Vec::<String>::new());
    let by_number = ("bbbbbbbbbbbb", "Revert \"Add all\" (#4)\n\nReverts acme/board#3");
    assert_eq!(standing(&[by_number, squash]), Vec::<String>::new());
    let by_header = ("bbbbbbbbbbbb", "Revert \"feat: a\" (#4)");
    assert_eq!(standing(&[by_header, ("aaaaaaaaaaaa", "feat: a (#3)")]), Vec::<String>::new());
    // Two that could be meant.
    let twice = [by_header, ("aaaaaaaaaaaa", "feat: a (#3)"), ("cccccccccccc", "feat: a (#2)")];
    assert_eq!(standing(&twice).len(), 3);
    let exact = [("bbbbbbbbbbbb", "Revert \"feat: a (#2)\" (#4)"), twice[1], twice[2]];
    assert_eq!(standing(&exact), ["aaaaaaaaaaaa"]);
}

#[test]
fn duplicates_are_one_pull_request_s_and_say_the_same() {
    let (squash, commit) = (("aaaaaaaaaaaa", "feat: a (#3)"), ("bbbbbbbbbbbb", "feat: a (#3)"));
    assert_eq!(standing(&[squash, commit]), ["aaaaaaaaaaaa"]);
    assert_eq!(standing(&[squash, ("bbbbbbbbbbbb", "feat: a")]).len(), 2, "of no pull request");
    assert_eq!(standing(&[squash, ("bbbbbbbbbbbb", "feat: a (#4)")]).len(), 2, "of another");
    assert_eq!(standing(&[squash, ("bbbbbbbbbbbb", "feat!: a (#3)")]).len(), 2, "one breaks");
    assert_eq!(standing(&[("aaaaaaaaaaaa", "wip (#3)"), ("bbbbbbbbbbbb", "wip (#3)")]).len(), 2, "prose");
    // What was undone between is there again; what undoes the squash undoes its branch.
    let revert = ("dddddddddddd", "Revert \"feat: a (#3)\"\n\nThis reverts commit bbbbbbbbbbbb.");
    assert_eq!(standing(&[squash, revert, commit]), ["aaaaaaaaaaaa"]);
    let revert = ("dddddddddddd", "Revert \"feat: a (#3)\"\n\nThis reverts commit aaaaaaaaaaaa.");
    assert_eq!(standing(&[revert, squash, commit]), Vec::<String>::new());
}

#[test]
fn overrides_count_instead() {
    let changes = history(&[
        ("aaaaaaaaaaaa", "feat: a\n\nfix: b"),
        ("bbbbbbbbbbbb", "wip"),
        ("cccccccccccc", "feat: c"),
    ]);
    let under =
        |overrides: CommitOverrides| override_commits(&changes, &overrides, Mode::Lenient, &Levels::new());
    let told = |overrides| under(overrides).changes.iter().map(|c| c.description.clone()).collect::<Vec<_>>();
    let message = CommitOverrides::new().with("aaaaaaa", CommitOverride::message("feat: all\n\nfix: more"));
    assert_eq!(told(message), ["all", "more", "wip", "c"]);
    assert_eq!(told(CommitOverrides::new().with("aaaaaaaaaaaa", CommitOverride::skip())), ["wip", "c"]);

    let bumped =
        CommitOverride::bump(Bump::Patch).with_bump("core", Bump::Major).with_bump("new", Bump::Minor);
    let amended = under(CommitOverrides::new().with("cccccccccccc", bumped));
    let c = amended.changes.last().unwrap();
    assert_eq!(["cli", "core", "new"].map(|name| c.bump_of(name)), [Bump::Patch, Bump::Major, Bump::Minor]);
    let unknown =
        CommitOverrides::new().with("ddddddd", CommitOverride::skip()).with("aaa", CommitOverride::skip());
    assert_eq!(under(unknown).unknown, ["aaa", "ddddddd"]);
}

#[test]
fn hosts_know_more() {
    let changes = history(&[("aaaaaaaaaaaa", "wip"), ("bbbbbbbbbbbb", "fix: b")]);
    let details = CommitDetails::of_pull_request(3).with_label("ui").with_login("ada");
    let told = |details: CommitDetails| {
        let enrichment =
            Enrichment::new().with("aaaaaaaaaaaa", details.clone()).with("bbbbbbbbbbbb", details);
        enrich(&changes, &enrichment, Mode::Lenient, &Levels::new()).changes
    };
    let all = told(details.clone().with_title("feat: lanes"));
    assert_eq!([&all[0].description, &all[1].description], ["lanes", "b"]);
    assert!(
        all.iter()
            .all(|c| c.labels == ["ui"] && c.login.as_deref() == Some("ada") && c.pull_request == Some(3))
    );
    let body = "BEGIN_COMMIT_OVERRIDE\nfix: real\n\nfeat: too\nEND_COMMIT_OVERRIDE\nmore";
    let all = told(details.with_body(body));
    assert_eq!(
        all.iter().map(|c| c.description.as_str()).collect::<Vec<_>>(),
        ["real", "too", "real", "too"]
    );
    assert_eq!(told(CommitDetails::of_pull_request(3).with_title("Lanes"))[0].description, "wip");
}

fn at(hash: &str, message: &str) -> Commit {
    Commit::new(hash, message, "2026-11-02T09:00:00Z".parse().unwrap())
}

#[test]
fn backports_are_matched_by_what_tells_them() {
    let main = vec![
        at("aaaaaaaaaaaa", "fix: flags (#14)"),
        at("bbbbbbbbbbbb", "fix: twice"),
        at("cccccccccccc", "fix: twice"),
        at("dddddddddddd", "fix: plain"),
        at("eeeeeeeeeeee", "fix: forward\n\n(cherry picked from commit 555555555555)"),
        at("ffffffffffff", "fix: given"),
        at("abababababab", "fix: not for the old line"),
        at("cdcdcdcdcdcd", "fix: undone there"),
    ];
    let line = vec![
        at("111111111111", "fix: flags (backport #14) (#20)"),
        at("222222222222", "fix: twice"),
        at("444444444444", "fix: plain"),
        at("555555555555", "fix: something else entirely"),
        at("666666666666", "fix: quite another"),
        at("888888888888", "Revert \"fix: undone there\"\n\nThis reverts commit 777777777777."),
        at("777777777777", "fix: undone there\n\n(cherry picked from commit cdcdcdcdcdcd)"),
    ];
    let rules = BackportRules::new()
        .with_equivalent("fffffff", "666666666666")
        .with_not_needed("abababababab")
        .with_not_needed("9999999");
    let found = backports(&Divergence::new(main, line), &rules);
    let missing: Vec<_> = found.missing.iter().map(|fix| fix.id.as_str()).collect();
    assert_eq!(missing, ["bbbbbbbbbbbb", "cccccccccccc", "cdcdcdcdcdcd"]);
    let present: Vec<_> =
        found.present.iter().map(|fix| (fix.change.id.as_str(), fix.commit.as_str(), fix.by)).collect();
    assert_eq!(
        present,
        [
            ("aaaaaaaaaaaa", "111111111111", Sameness::PullRequest),
            ("dddddddddddd", "444444444444", Sameness::Header),
            ("eeeeeeeeeeee", "555555555555", Sameness::CherryPick),
            ("ffffffffffff", "666666666666", Sameness::Given),
        ]
    );
    assert_eq!(found.unknown, ["9999999"]);
}

/// Changes of one component, newest first: hash, type, description, pull request, and what it undoes.
fn told(all: &[(&str, &str, &str, u64, &[&str])]) -> Vec<Change> {
    let count = all.len() as u64;
    let change = |(at, (hash, kind, text, number, undone)): (usize, &(&str, &str, &str, u64, &[&str]))| {
        Change::new(*hash, *text)
            .with_commit(*hash)
            .with_type(*kind)
            .with_pull_request(*number)
            .with_reverts(undone.iter().copied())
            .with_order(count - at as u64)
            .with_bump("core", Bump::Minor)
    };
    all.iter().enumerate().map(change).collect()
}

fn merged(changes: &[Change]) -> Vec<Change> {
    merge_duplicates(changes).into_iter().map(|change| change.into_owned()).collect()
}

fn ids(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.id.as_str()).collect()
}

#[test]
fn a_revert_that_is_told_twice_undoes_where_its_newest_telling_is() {
    // The branch's revert lies between the two tellings of the feature; that of its squash, which stays, does not.
    let changes = told(&[
        ("d4d4d4d4", "revert", "feat: lanes (#5)", 5, &["#2"]),
        ("c3c3c3c3", "feat", "lanes (#2)", 2, &[]),
        ("b2b2b2b2", "revert", "feat: lanes", 5, &["#2"]),
        ("a1a1a1a1", "feat", "lanes", 2, &[]),
    ]);
    let once = merged(&changes);
    assert_eq!(ids(&once), ["d4d4d4d4", "c3c3c3c3"]);
    assert_eq!(merged(&once), once);
    assert!(cancel_reverts(&once).is_empty());
}

#[test]
fn a_revert_told_twice_goes_by_what_its_newest_telling_names() {
    let by_hash: &[&str] = &["1111111"];
    let changes = |squash, branch| {
        told(&[
            ("d4d4d4d4", "feat", "lanes", 2, &[]),
            ("c3c3c3c3", "revert", "feat: lanes", 5, squash),
            ("b2b2b2b2", "revert", "feat: lanes", 5, branch),
            ("a1a1a1a1", "feat", "lanes", 2, &[]),
        ])
    };
    // The squash names something released long ago, so that nothing lies between the two features.
    let once = merged(&changes(by_hash, &[]));
    assert_eq!(ids(&once), ["d4d4d4d4", "c3c3c3c3"]);
    assert_eq!(merged(&once), once);
    // The squash names the older feature by its header, whatever its branch names beside.
    let once = merged(&changes(&[], by_hash));
    assert_eq!(ids(&once), ["d4d4d4d4", "c3c3c3c3", "a1a1a1a1"]);
    assert_eq!(merged(&once), once);
    assert_eq!(
        ids(&cancel_reverts(&once).into_iter().map(|change| change.into_owned()).collect::<Vec<_>>()),
        ["d4d4d4d4"]
    );
}
