//! What repositories say of themselves beyond their commits: changesets, overrides, tags of one's own, other branches.

use super::sandbox::Sandbox;
use greenboard::change::{
    BackportRules, Change, CommitDetails, CommitOverride, CommitOverrides, Enrichment, Levels, Origin,
    backports,
};
use greenboard::plan::Coverage;
use greenboard::source::{Changes, LOCKFILES, Options, Repository, Sources};
use greenboard::version::Bump;

/// Two packages, `core` and `app`, in one commit.
fn two_packages() -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", r#"{"private": true, "name": "root", "workspaces": ["p/*"]}"#);
    version(&sandbox, "core", "1.0.0");
    version(&sandbox, "app", "1.0.0");
    sandbox.commit("feat: start");
    sandbox
}

fn version(sandbox: &Sandbox, name: &str, version: &str) {
    let manifest = format!(r#"{{"name": "{name}", "version": "{version}"}}"#);
    sandbox.write(&format!("p/{name}/package.json"), &manifest);
}

fn changes(sandbox: &Sandbox, options: &Options) -> Changes {
    let repository = Repository::open(&sandbox.dir).unwrap();
    repository.changes_with(&repository.workspace().unwrap(), options).unwrap()
}

fn told(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.description.as_str()).collect()
}

fn codes(changes: &Changes) -> Vec<&str> {
    changes.notices.iter().map(|notice| notice.code.as_str()).collect()
}

fn last_tags(sandbox: &Sandbox, options: &Options) -> Vec<(String, String)> {
    let repository = Repository::open(&sandbox.dir).unwrap();
    let unreleased = repository.unreleased_with(&repository.workspace().unwrap(), options).unwrap();
    unreleased.tags.into_iter().map(|(component, tag)| (component, tag.name)).collect()
}

#[test]
fn changesets_tell_where_they_are_used() {
    let sandbox = two_packages();
    sandbox
        .write(".changeset/config.json", "{}")
        .write(".changeset/README.md", "Hello")
        .commit("chore: changesets");
    let added = sandbox
        .write(".changeset/cool-cats.md", "---\n\"core\": minor\n---\n\nArrays\n\nThey nest.\n")
        .commit("add arrays (#12)");
    sandbox
        .write(".changeset/cool-cats.md", "---\n\"core\": major\n---\n\nArrays\n\nThey nest.\n")
        .commit("feat: more");
    sandbox.write(".changeset/new.md", "---\napp: patch\n---\nNot committed");

    let found = changes(&sandbox, &Options::new());
    assert_eq!(codes(&found), Vec::<&str>::new(), "tags do not matter");
    assert_eq!(told(&found.changes), ["Not committed", "Arrays"]);
    let cats = &found.changes[1];
    assert_eq!(
        (cats.id.as_str(), cats.origin, cats.bump_of("core")),
        ("cool-cats", Origin::Changeset, Bump::Major)
    );
    assert_eq!((cats.commit.as_ref(), cats.pull_request), (Some(&added), Some(12)));
    assert_eq!(
        (cats.body.as_deref(), cats.author.as_deref()),
        (Some("They nest."), Some("Ada Lovelace <ada@example.org>"))
    );
    assert_eq!(found.changes[0].commit, None);

    let commits = changes(&sandbox, &Options::new().with_read(Sources::Commits)).changes;
    assert!(commits.iter().all(|change| change.origin == Origin::Commit));
    assert_eq!(changes(&sandbox, &Options::new().with_read(Sources::Both)).changes.len(), commits.len() + 2);

    sandbox.write(".changeset/a.md", "---\ncore: huge\n---\n").write(".changeset/b.md", "no front matter");
    let repository = Repository::open(&sandbox.dir).unwrap();
    let error = repository.changes(&repository.workspace().unwrap()).unwrap_err();
    assert_eq!(error.code(), "change.broken_changesets");
    assert_eq!(error.details()["problems"][1]["path"], ".changeset/b.md");
}

#[test]
fn a_squash_and_its_branch_count_once() {
    let sandbox = two_packages();
    sandbox.git(&["checkout", "-q", "-b", "topic"]);
    sandbox.change("p/core/a.js", "feat: arrays");
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.change("p/app/b.js", "feat: arrays (#12)");
    sandbox.git(&["merge", "-q", "--no-ff", "-m", "Merge pull request #12 from acme/topic", "topic"]);
    let found = changes(&sandbox, &Options::new()).changes;
    let arrays: Vec<_> = found.iter().filter(|change| change.description.starts_with("arrays")).collect();
    assert_eq!(arrays.len(), 1);
    assert_eq!(arrays[0].bumps.keys().collect::<Vec<_>>(), ["app", "core"]);
}

#[test]
fn a_merge_s_title_with_one_parent_is_not_lost() {
    let sandbox = two_packages();
    sandbox.change("p/core/a.js", "Merge pull request #12 from acme/topic\n\nfeat: arrays");
    sandbox.change("p/core/a.js", "Merge pull request #13 from acme/other\n\nTidy up");
    let found = changes(&sandbox, &Options::new()).changes;
    assert_eq!(told(&found)[..2], ["Tidy up", "arrays"]);
    assert_eq!((found[1].bump_of("core"), found[1].pull_request), (Bump::Minor, Some(12)));
}

#[test]
fn overrides_and_enrichment_by_hash() {
    let sandbox = two_packages();
    let wrong = sandbox.change("p/core/a.js", "oops");
    let noise = sandbox.change("p/core/b.js", "feat: noise");
    let wip = sandbox.change("p/core/c.js", "wip");
    let overrides = CommitOverrides::new()
        .with(&wrong[..9], CommitOverride::message("fix!: arrays"))
        .with(&noise[..9], CommitOverride::skip())
        .with("0000000", CommitOverride::skip());
    let details = CommitDetails::of_pull_request(4).with_title("perf: lanes").with_login("ada");
    let options =
        Options::new().with_overrides(overrides).with_enrichment(Enrichment::new().with(wip, details));
    let found = changes(&sandbox, &options);
    assert_eq!(told(&found.changes)[..2], ["lanes", "arrays"]);
    assert_eq!((found.changes[0].login.as_deref(), found.changes[0].pull_request), (Some("ada"), Some(4)));
    assert_eq!(found.changes[1].bump_of("core"), Bump::Major);
    assert_eq!(
        found.notices.last().unwrap().message,
        "the override of \"0000000\" names no unreleased commit, or the beginning of several"
    );
}

#[test]
fn levels_and_lock_files_are_options() {
    let sandbox = two_packages();
    sandbox.git(&["tag", "v1.0.0"]);
    sandbox.change("p/core/a.js", "deps: newer");
    sandbox.change("p/core/package-lock.json", "fix: lock");
    let options = Options::new().with_levels(Levels::new().with("deps", Bump::Patch)).with_ignored(LOCKFILES);
    let found = changes(&sandbox, &options).changes;
    assert_eq!(told(&found), ["newer"]);
    assert_eq!(found[0].bump_of("core"), Bump::Patch);
}

#[test]
fn commits_of_one_second_keep_their_order() {
    let sandbox = two_packages();
    let at = [
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b.c",
        "commit",
        "-q",
        "--allow-empty",
        "--date=1700000000 +0000",
    ];
    let mut ids = Vec::new();
    for message in ["feat: lanes", "revert: feat: lanes", "feat: lanes"] {
        let args: Vec<&str> = at.into_iter().chain(["-m", message]).collect();
        sandbox.write("p/core/a.js", &format!("{message}{}", ids.len())).git(&["add", "-A"]);
        // The sandbox's clock gives committer dates; equal ones come from a rebase.
        sandbox.git(&args);
        ids.push(sandbox.git(&["rev-parse", "HEAD"]));
    }
    sandbox.git(&["-c", "user.name=A", "-c", "user.email=a@b.c", "rebase", "-q", "--force-rebase", "--root"]);
    let seconds = sandbox.lines(&["log", "--format=%ct"]);
    assert!(seconds.iter().all(|second| *second == seconds[0]), "{seconds:?}");
    let found = changes(&sandbox, &Options::new()).changes;
    // The newest stands again; a revert undoes what is older than it.
    assert_eq!(told(&found), ["lanes", "start"]);
    assert_eq!(found[0].commit.as_deref(), Some(sandbox.git(&["rev-parse", "HEAD"]).as_str()));
}

#[test]
fn tags_of_one_s_own() {
    let sandbox = two_packages();
    sandbox.git(&["tag", "v1.0.0"]);
    sandbox.git(&["tag", "release-core-1.0.0"]);
    sandbox.git(&["tag", "p/app/v1.0.0"]);
    let of = |pattern: &str| last_tags(&sandbox, &Options::new().with_tag(pattern));
    let both = |core: &str, app: &str| {
        let pairs = [("app", app), ("core", core)].into_iter().filter(|(_, tag)| !tag.is_empty());
        pairs.map(|(name, tag)| (name.to_owned(), tag.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(of("v{version}"), both("v1.0.0", "v1.0.0"));
    assert_eq!(of("release-{name}-{version}"), both("release-core-1.0.0", ""));
    assert_eq!(of("{path}/v{version}"), both("", "p/app/v1.0.0"),);
    assert_eq!(of("v1"), vec![]);
    let found = changes(&sandbox, &Options::new().with_tag("v1"));
    assert_eq!(codes(&found), ["source.no_tag", "source.tag_pattern"]);
    assert_eq!(found.notices[1].components, ["app", "core"]);
}

#[test]
fn an_old_tag_with_a_higher_number_does_not_win_against_the_manifest() {
    let sandbox = two_packages();
    sandbox.git(&["tag", "core@2019.1.0"]);
    sandbox.change("p/core/a.js", "fix: a");
    sandbox.git(&["tag", "core@1.0.0"]);
    sandbox.change("p/core/b.js", "fix: b");
    let core = |sandbox: &Sandbox| {
        last_tags(sandbox, &Options::new()).into_iter().find(|(name, _)| name == "core").unwrap().1
    };
    assert_eq!(core(&sandbox), "core@1.0.0");
    let found = changes(&sandbox, &Options::new());
    assert!(found.notices.iter().any(|notice| {
        notice.message
            == "core: an older tag has a higher version; the last release is the newer one, of the version in the manifest \
                (\"core@2019.1.0\", and the last release \"core@1.0.0\")"
    }));
    // Where the manifest says nothing of it, the highest version is the last release, and a nearer tag is said.
    version(&sandbox, "core", "0.0.0-development");
    assert_eq!(core(&sandbox), "core@2019.1.0");
    assert!(codes(&changes(&sandbox, &Options::new())).contains(&"source.older_tag"));
}

#[test]
fn prereleases_count_where_the_train_is_on() {
    let sandbox = two_packages();
    sandbox.git(&["tag", "core@1.0.0"]);
    sandbox.change("p/core/a.js", "feat: a");
    sandbox.git(&["tag", "core@1.1.0-rc.1"]);
    let core = |options: &Options| {
        last_tags(&sandbox, options).into_iter().find(|(name, _)| name == "core").unwrap().1
    };
    assert_eq!(core(&Options::new()), "core@1.0.0");
    assert_eq!(core(&Options::new().with_prereleases(true)), "core@1.1.0-rc.1");
    version(&sandbox, "core", "1.1.0-rc.1");
    assert_eq!(core(&Options::new()), "core@1.1.0-rc.1");
    assert_eq!(core(&Options::new().with_prereleases(false)), "core@1.0.0");
}

#[test]
fn what_a_branch_touches_has_to_be_covered() {
    let sandbox = two_packages();
    sandbox.git(&["checkout", "-q", "-b", "topic"]);
    sandbox.change("p/core/a.js", "feat: a");
    sandbox.change("p/app/b.js", "docs: b");
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.change("p/app/c.js", "feat: meanwhile");
    sandbox.git(&["checkout", "-q", "topic"]);
    let repository = Repository::open(&sandbox.dir).unwrap();
    let workspace = repository.workspace().unwrap();
    let uncovered = |options: &Options| {
        let found = repository.uncovered("main", &workspace, options, &Coverage::new()).unwrap();
        found.into_iter().map(|uncovered| (uncovered.component, uncovered.files)).collect::<Vec<_>>()
    };
    let app = ("app".to_owned(), vec!["p/app/b.js".to_owned()]);
    assert_eq!(uncovered(&Options::new()), std::slice::from_ref(&app));

    sandbox.write(".changeset/config.json", "{}");
    let core = ("core".to_owned(), vec!["p/core/a.js".to_owned()]);
    assert_eq!(uncovered(&Options::new()), [app.clone(), core]);
    sandbox.write(".changeset/one.md", "---\ncore: none\n---\n");
    assert_eq!(uncovered(&Options::new()), [app]);
    sandbox.write(".changeset/two.md", "---\n---\n");
    assert_eq!(uncovered(&Options::new()), []);

    let error = repository.since("nowhere", &workspace, &Options::new()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "nowhere: git knows no branch, tag or commit \"nowhere\"; fetch it, or correct the name"
    );
}

#[test]
fn fixes_that_a_maintenance_line_misses() {
    let sandbox = two_packages();
    sandbox.git(&["branch", "1.x"]);
    let picked = sandbox.change("p/core/a.js", "fix: picked");
    sandbox.change("p/core/b.js", "feat: new");
    let missing = sandbox.change("p/core/c.js", "fix: missing");
    let undone = sandbox.change("p/core/d.js", "fix: undone");
    sandbox.git(&["revert", "--no-edit", &undone]);
    sandbox.git(&["checkout", "-q", "1.x"]);
    sandbox.git(&["cherry-pick", "-x", &picked]);

    let repository = Repository::open(&sandbox.dir).unwrap();
    let divergence = repository.divergence("main", "1.x").unwrap();
    assert_eq!((divergence.main.len(), divergence.line.len()), (5, 1));
    assert_eq!(divergence.base, Some(sandbox.git(&["merge-base", "main", "1.x"])));
    let found = backports(&divergence, &BackportRules::new());
    assert_eq!(found.missing.iter().map(|fix| &fix.id).collect::<Vec<_>>(), [&missing]);
    assert_eq!(found.present.iter().map(|fix| &fix.change.id).collect::<Vec<_>>(), [&picked]);
}
