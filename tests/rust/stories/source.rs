//! Repositories as people have them, against what the git command says of them.

use super::sandbox::Sandbox;
use greenboard::component::{Component, Workspace};
use greenboard::source::{Options, Repository, Touched, Unreleased};
use greenboard::version::Bump;
use std::collections::{BTreeMap, BTreeSet};

fn npm(sandbox: &Sandbox, name: &str, path: &str, version: &str) {
    let manifest = format!(r#"{{"name": "{name}", "version": "{version}"}}"#);
    sandbox.write(&format!("{path}/package.json"), &manifest);
}

/// Two packages, each tagged once, and something since.
fn two_packages() -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox.write("package.json", r#"{"private": true, "workspaces": ["packages/*"]}"#);
    npm(&sandbox, "@acme/core", "packages/core", "1.0.0");
    npm(&sandbox, "app", "packages/app", "2.0.0");
    sandbox.commit("feat: start");
    sandbox.git(&["tag", "@acme/core@1.0.0"]);
    sandbox.change("packages/app/index.js", "fix: start the app");
    sandbox.git(&["tag", "-a", "app-v2.0.0", "-m", "the app"]);
    sandbox
}

fn read(sandbox: &Sandbox, options: &Options) -> (Workspace, Unreleased) {
    let repository = Repository::open(&sandbox.dir).unwrap();
    let workspace = repository.workspace().unwrap();
    let unreleased = repository.unreleased_with(&workspace, options).unwrap();
    (workspace, unreleased)
}

fn of(unreleased: &Unreleased, component: &str) -> Vec<String> {
    let touched = unreleased.commits.iter().filter(|touched| touched.components.contains(component));
    touched.map(|touched| touched.commit.id.clone()).collect()
}

fn codes(unreleased: &Unreleased) -> Vec<&str> {
    unreleased.notices.iter().map(|notice| notice.code.as_str()).collect()
}

#[test]
fn each_component_has_its_own_last_tag() {
    let sandbox = two_packages();
    let both = sandbox.write("packages/core/index.js", "1").change("packages/app/main.js", "feat!: both");
    sandbox.change("README.md", "docs: nobody's");
    let core = sandbox.change("packages/core/deep/er/x.js", "fix(core): only core\n\nIt was deep.");
    sandbox.git(&["pack-refs", "--all"]);
    sandbox.git(&["gc", "-q"]);

    let (_, unreleased) = read(&sandbox, &Options::new());
    assert_eq!(unreleased.notices, []);
    assert_eq!(unreleased.head.as_deref(), Some(sandbox.git(&["rev-parse", "HEAD"]).as_str()));
    let tag = |component: &str| {
        let tag = &unreleased.tags[component];
        (tag.name.as_str(), tag.version.as_str(), tag.commit.clone())
    };
    assert_eq!(
        tag("@acme/core"),
        ("@acme/core@1.0.0", "1.0.0", sandbox.git(&["rev-parse", "@acme/core@1.0.0"]))
    );
    assert_eq!(tag("app"), ("app-v2.0.0", "2.0.0", sandbox.git(&["rev-parse", "app-v2.0.0^{commit}"])));
    assert_eq!(of(&unreleased, "@acme/core"), [core.clone(), both.clone()]);
    assert_eq!(of(&unreleased, "app"), vec![both.clone()]);

    let Touched { commit, components, .. } = &unreleased.commits[0];
    assert_eq!(components, &BTreeSet::from(["@acme/core".to_owned()]));
    assert_eq!(commit.message.trim_end(), "fix(core): only core\n\nIt was deep.");
    assert_eq!(commit.author.as_deref(), Some("Ada Lovelace <ada@example.org>"));
    assert_eq!(commit.paths, ["packages/core/deep/er/x.js"]);
    let committed = sandbox.git(&["show", "-s", "--format=%ct", &commit.id]);
    assert_eq!(commit.at.as_second().to_string(), committed);
}

/// A history of branches and merges by a small generator, the same on every run.
fn tangled(seed: u64) -> Sandbox {
    let sandbox = Sandbox::repository();
    sandbox.write("Cargo.toml", "[workspace]\nmembers = ['crates/*']\n");
    for name in ["a", "b", "c"] {
        let manifest =
            format!("[package]\nname = '{name}'\nversion = '0.{}.0'\n", name.len() + seed as usize % 3);
        sandbox.write(&format!("crates/{name}/Cargo.toml"), &manifest);
    }
    sandbox.write("crates/c/Cargo.toml", "[package]\nname = 'c'\nversion = '7.0.0'\n");
    sandbox.commit("chore: start");
    let mut state = seed;
    let mut next = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    for step in 0..45 {
        let path = ["crates/a/x", "crates/b/y", "crates/c/z", "crates/a/src/w", "README"][next(5) as usize];
        sandbox.change(&format!("{path}{}", next(4)), &format!("fix: step {step}"));
        match next(6) {
            0 => drop(sandbox.git(&["checkout", "-q", "-b", &format!("branch{step}")])),
            1 => {
                let branches = sandbox.lines(&["branch", "--format=%(refname:short)"]);
                let branch = &branches[next(branches.len() as u64) as usize];
                sandbox.git(&["checkout", "-q", branch]);
            }
            2 => {
                let branches = sandbox.lines(&["branch", "--format=%(refname:short)"]);
                let branch = &branches[next(branches.len() as u64) as usize];
                sandbox.git(&["merge", "-q", "-X", "ours", "-m", "Merge it", branch]);
            }
            3 if step < 35 => {
                let name = ["a", "b", "c"][next(3) as usize];
                sandbox.git(&["tag", &format!("{name}-v0.{step}.0")]);
            }
            _ => {}
        }
    }
    sandbox
}

#[test]
fn agrees_with_git_on_tangled_histories() {
    for seed in 1..=6 {
        let sandbox = tangled(seed);
        let told = Told::by(&sandbox);
        for options in [Options::new(), Options::new().with_first_parent(true)] {
            let (workspace, unreleased) = read(&sandbox, &options);
            for component in workspace.components() {
                let mut found = of(&unreleased, &component.name);
                let mut expected = told.unreleased(&sandbox, component, &options);
                found.sort();
                expected.sort();
                assert_eq!(found, expected, "{} of history {seed} with {options:?}", component.name);
            }
            let mut before: BTreeSet<&str> = BTreeSet::new();
            for Touched { commit, .. } in &unreleased.commits {
                assert_eq!(commit.paths, told.files[&commit.id], "files of {}", commit.id);
                let parents = &told.parents[&commit.id];
                assert!(
                    parents.iter().all(|parent| !before.contains(parent.as_str())),
                    "order at {}",
                    commit.id
                );
                before.insert(&commit.id);
            }
        }
    }
}

/// What the git command says of every commit.
struct Told {
    parents: BTreeMap<String, Vec<String>>,
    /// The files in which it differs from its first parent.
    files: BTreeMap<String, Vec<String>>,
}

impl Told {
    fn by(sandbox: &Sandbox) -> Self {
        let mut told = Self { parents: BTreeMap::new(), files: BTreeMap::new() };
        let format = "--format=>%H %P";
        let merges = "--diff-merges=first-parent";
        let mut id = String::new();
        for line in sandbox.lines(&["log", "--all", "--root", merges, "--name-only", "--no-renames", format])
        {
            if let Some(commit) = line.strip_prefix('>') {
                let mut ids = commit.split_whitespace().map(str::to_owned);
                id = ids.next().unwrap();
                told.parents.insert(id.clone(), ids.collect());
                told.files.insert(id.clone(), Vec::new());
            } else if !line.is_empty() {
                told.files.get_mut(&id).unwrap().push(line);
            }
        }
        told
    }

    /// The commits since the highest tag, by git's own sorting of versions.
    fn unreleased(&self, sandbox: &Sandbox, component: &Component, options: &Options) -> Vec<String> {
        let pattern = format!("{}-v*", component.name);
        let tags = sandbox.lines(&["tag", "--merged", "HEAD", "--sort=-version:refname", "-l", &pattern]);
        let range = tags.first().map_or("HEAD".to_owned(), |tag| format!("{tag}..HEAD"));
        let parents = if options.first_parent { "--first-parent" } else { "--no-merges" };
        let folder = format!("{}/", component.path);
        let touches = |id: &String| self.files[id].iter().any(|file| file.starts_with(&folder));
        sandbox.lines(&["rev-list", parents, &range]).into_iter().filter(touches).collect()
    }
}

#[test]
fn a_merge_counts_where_its_branch_says_nothing() {
    let sandbox = two_packages();
    let merged = |branch: &str, message: &str, on_branch: &[&str]| {
        sandbox.git(&["checkout", "-q", "-b", branch]);
        let file = format!("packages/core/{branch}.js");
        let mut ids: Vec<String> = on_branch.iter().map(|message| sandbox.change(&file, message)).collect();
        sandbox.git(&["checkout", "-q", "main"]);
        sandbox.git(&["merge", "-q", "--no-ff", "-m", message, branch]);
        ids.push(sandbox.git(&["rev-parse", "HEAD"]));
        ids
    };
    let plain = merged("plain", "Merge branch 'plain'", &["fix: inner"]);
    let beside = merged("beside", "feat(core): as a whole", &["wip", "chore: second"]);
    let alone =
        merged("alone", "Merge pull request #7 from acme/alone\n\nfeat(core): alone", &["wip", "more"]);

    let (_, unreleased) = read(&sandbox, &Options::new());
    let all = [&alone[2], &alone[1], &alone[0], &beside[1], &beside[0], &plain[0]];
    assert_eq!(of(&unreleased, "@acme/core"), all.map(String::as_str));
    assert_eq!(unreleased.commits[1].commit.pull_request, Some(7));
    let (_, unreleased) = read(&sandbox, &Options::new().with_first_parent(true));
    assert_eq!(of(&unreleased, "@acme/core"), [&alone[2], &beside[2], &plain[1]].map(String::as_str));

    let repository = Repository::open(&sandbox.dir).unwrap();
    let changes = repository.changes(&repository.workspace().unwrap()).unwrap().changes;
    assert_eq!((changes[0].description.as_str(), changes[0].pull_request), ("alone", Some(7)));
}

#[test]
fn a_shallow_clone_says_what_it_does_not_know() {
    let origin = two_packages();
    origin.change("packages/core/a.js", "fix: a");
    let last = origin.change("packages/core/b.js", "fix: b");
    let clone = Sandbox::new();
    let url = format!("file://{}", origin.dir.display());
    clone.git(&["clone", "-q", "--depth", "2", &url, "."]);
    clone.git(&["fetch", "-q", "--depth", "2", "--tags"]);

    let (_, unreleased) = read(&clone, &Options::new());
    assert_eq!(of(&unreleased, "@acme/core"), [last], "the oldest commit's files are not known");
    assert_eq!(codes(&unreleased), ["source.shallow_clone", "source.no_tag"]);
    assert_eq!(
        unreleased.notices[1].message,
        "@acme/core, app: no tag of a release in the history of the head, only beside it: all of it counts as unreleased (the \
         first: \"@acme/core@1.0.0\")"
    );
}

#[test]
fn a_renamed_folder_concerns_both_places() {
    let sandbox = two_packages();
    sandbox.git(&["mv", "packages/app/index.js", "packages/core/index.js"]);
    sandbox.commit("refactor: move");
    let (_, unreleased) = read(&sandbox, &Options::new());
    let Touched { commit, components, .. } = &unreleased.commits[0];
    assert_eq!(commit.paths, ["packages/app/index.js", "packages/core/index.js"]);
    assert_eq!(components.len(), 2);
}

#[test]
fn the_first_commit_adds_everything() {
    let sandbox = Sandbox::repository();
    npm(&sandbox, "only", ".", "0.1.0");
    let id = sandbox.write("src/a.js", "").commit("feat: start");
    let (_, unreleased) = read(&sandbox, &Options::new());
    assert_eq!(codes(&unreleased), ["source.no_tag"]);
    assert_eq!(unreleased.commits[0].commit.id, id);
    assert_eq!(unreleased.commits[0].commit.paths, ["package.json", "src/a.js"]);
}

#[test]
fn without_commits_there_is_nothing_and_a_notice() {
    let sandbox = Sandbox::repository();
    npm(&sandbox, "only", ".", "0.1.0");
    let (_, unreleased) = read(&sandbox, &Options::new());
    assert_eq!((unreleased.head.as_ref(), codes(&unreleased)), (None, vec!["source.no_commits"]));
}

#[test]
fn outside_of_git_there_are_components_and_no_history() {
    let sandbox = Sandbox::new();
    npm(&sandbox, "only", ".", "0.1.0");
    let repository = Repository::open(&sandbox.dir).unwrap();
    let workspace = repository.workspace().unwrap();
    assert_eq!(workspace.get("only").unwrap().path, "");
    assert_eq!(repository.unreleased(&workspace).unwrap_err().code(), "source.no_repository");
    assert_eq!(Repository::open(sandbox.dir.join("no")).unwrap_err().code(), "source.no_directory");
    let empty = Sandbox::new();
    let error = Repository::open(&empty.dir).unwrap().workspace().unwrap_err();
    assert!(error.to_string().starts_with("found no manifest; expected one of Cargo.toml, package.json"));
}

#[test]
fn the_outermost_manifest_on_the_way_is_the_workspace() {
    let sandbox = Sandbox::repository();
    sandbox.write("README.md", "");
    sandbox.write("rust/Cargo.toml", "[workspace]\nmembers = ['a']\n");
    sandbox.write("rust/a/Cargo.toml", "[package]\nname = 'a'\nversion = '1.0.0'\n");
    let id = sandbox.commit("feat: start");
    for folder in ["rust", "rust/a"] {
        let repository = Repository::open(sandbox.dir.join(folder)).unwrap();
        assert_eq!(repository.root(), sandbox.dir);
        let workspace = repository.workspace().unwrap();
        assert_eq!(workspace.get("a").unwrap().path, "rust/a");
        assert_eq!(of(&repository.unreleased(&workspace).unwrap(), "a"), [id.as_str()]);
    }
    let error = Repository::open(&sandbox.dir).unwrap().workspace().unwrap_err();
    assert_eq!(error.code(), "component.no_manifest");
    sandbox.write("rust/a/Cargo.toml", "[package]\nversion = '1.0.0'\n");
    let error = Repository::open(sandbox.dir.join("rust")).unwrap().workspace().unwrap_err();
    assert_eq!(error.details()["problems"][0]["path"], "rust/a/Cargo.toml");
}

#[test]
fn a_commit_without_files_is_the_roots() {
    let sandbox = Sandbox::repository();
    npm(&sandbox, "only", ".", "1.0.0");
    sandbox.commit("feat: start");
    sandbox.git(&["tag", "v1.0.0"]);
    let id = sandbox.commit("chore: release 2.0.0\n\nRelease-As: 2.0.0");
    let (_, unreleased) = read(&sandbox, &Options::new());
    assert_eq!(of(&unreleased, "only"), [id]);
}

#[test]
fn a_version_that_no_tag_stands_for_is_said() {
    let sandbox = two_packages();
    npm(&sandbox, "@acme/core", "packages/core", "1.1.0");
    let release = sandbox.commit("chore: release 1.1.0");
    sandbox.git(&["tag", "app@2.1.0"]);
    let (_, unreleased) = read(&sandbox, &Options::new());
    let notices: Vec<_> =
        unreleased.notices.iter().map(|notice| (notice.code.as_str(), notice.message.as_str())).collect();
    assert_eq!(
        notices,
        [
            (
                "source.version_differs",
                &*format!(
                    "@acme/core: the version in the manifest has no tag yet; what came up to the commit that wrote it counts \
                     as part of it (1.1.0, by {}, after \"@acme/core@1.0.0\")",
                    &release[..7]
                ),
            ),
            (
                "source.version_differs",
                "app: the version in the manifest lags behind the last tag, and the next version may be one that is \
                 released already (2.0.0, and \"app@2.1.0\")",
            ),
        ]
    );
    sandbox.git(&["tag", "@acme/core@1.1.0"]);
    npm(&sandbox, "app", "packages/app", "2.1.0");
    assert_eq!(read(&sandbox, &Options::new()).1.notices, []);
}

/// The last tags, where these are the components (name, path, version) and every commit has these tags, one after another.
fn last(components: &[(&str, &str, &str)], tags: &[&str]) -> Vec<Option<String>> {
    let sandbox = Sandbox::repository();
    let folders: Vec<String> = components.iter().map(|(_, path, _)| format!("{path:?}")).collect();
    sandbox.write("package.json", &format!(r#"{{"workspaces": [{}]}}"#, folders.join(",")));
    for (name, path, version) in components {
        let workspaces = if *path == "." { r#", "workspaces": [".", "p/*"]"# } else { "" };
        let manifest = format!(r#"{{"name": "{name}", "version": "{version}"{workspaces}}}"#);
        sandbox.write(&format!("{path}/package.json"), &manifest);
    }
    for tag in tags {
        sandbox.commit("chore: next");
        sandbox.git(&["tag", tag]);
    }
    sandbox.commit("chore: last");
    let (_, unreleased) = read(&sandbox, &Options::new());
    let found = |name: &str| unreleased.tags.get(name).map(|tag| tag.name.clone());
    components.iter().map(|(name, ..)| found(name)).collect()
}

fn tags(names: &[&str]) -> Vec<Option<String>> {
    names.iter().map(|name| (!name.is_empty()).then(|| (*name).to_owned())).collect()
}

#[test]
fn tags_with_names() {
    let core = ("core", "p/core", "9.0.0");
    let other = ("other", "p/other", "8.0.0");
    for tag in ["core@1.2.0", "core-v1.2.0", "core/v1.2.0", "core-1.2.0", "core@v1.2.0", "core/1.2.0"] {
        assert_eq!(last(&[core, other], &[tag]), tags(&[tag, ""]), "{tag}");
    }
    // The highest version counts, not the newest tag nor the greatest text; what is no version of a component counts nothing.
    assert_eq!(
        last(&[core, other], &["core@1.9.0", "core@1.10.0", "core@1.2.0"]),
        tags(&["core@1.10.0", ""])
    );
    assert_eq!(
        last(&[core, other], &["core@1.0.0-rc.1", "core@1.0.0", "core@1", "xcore@3.0.0"]),
        tags(&["core@1.0.0", ""])
    );
    // Names that begin with another's.
    let core_2 = ("core-2", "p/core-2", "1.0.0");
    assert_eq!(
        last(&[core, core_2], &["core-2-v1.0.0", "core-1.0.0"]),
        tags(&["core-1.0.0", "core-2-v1.0.0"])
    );
    // Without its scope, where nobody else has that name.
    let scoped = ("@acme/core", "p/scoped", "1.0.0");
    assert_eq!(last(&[scoped, other], &["core-v1.0.0"]), tags(&["core-v1.0.0", ""]));
    assert_eq!(last(&[scoped, core], &["core-v1.0.0"]), tags(&["", "core-v1.0.0"]));
}

#[test]
fn tags_without_names() {
    let core = ("core", "p/core", "1.0.0");
    let together = ("other", "p/other", "1.0.0");
    let apart = ("other", "p/other", "8.0.0");
    let root = ("root", ".", "5.0.0");
    for tag in ["v1.2.0", "1.2.0"] {
        assert_eq!(last(&[core], &[tag]), tags(&[tag]), "a single one");
        assert_eq!(last(&[core, together], &[tag]), tags(&[tag, tag]), "in lockstep");
        assert_eq!(last(&[core, apart], &[tag]), tags(&["", ""]), "each for itself");
        assert_eq!(last(&[root, core], &[tag]), tags(&[tag, ""]), "at the root");
    }
    assert_eq!(last(&[core, together], &["core@1.0.0", "v3.0.0"]), tags(&["core@1.0.0", "v3.0.0"]));
    assert_eq!(last(&[core], &["core@1.0.0", "v3.0.0"]), tags(&["v3.0.0"]));
}

#[test]
fn changes_are_read_from_the_commits() {
    let sandbox = two_packages();
    let kept = sandbox.change("packages/core/a.js", "feat(core): lanes");
    let undone = sandbox.change("packages/core/b.js", "feat(core)!: no lanes");
    sandbox.git(&["revert", "--no-edit", &undone]);
    let prose = sandbox.change("packages/app/c.js", "Tidy up");

    let repository = Repository::open(&sandbox.dir).unwrap();
    let changes = repository.changes(&repository.workspace().unwrap()).unwrap().changes;
    let ids: Vec<&str> = changes.iter().map(|change| change.id.as_str()).collect();
    assert_eq!(ids, [prose.as_str(), kept.as_str()]);
    assert_eq!(changes[0].bumps["app"], Bump::None);
    assert_eq!(changes[1].bumps["@acme/core"], Bump::Minor);
}

#[test]
fn a_linked_work_tree_is_a_repository_too() {
    let sandbox = two_packages();
    let id = sandbox.change("packages/core/a.js", "fix: a");
    let linked = Sandbox::new();
    sandbox.git(&["worktree", "add", "-q", "-b", "side", linked.dir.join("tree").to_str().unwrap()]);
    let repository = Repository::open(linked.dir.join("tree/packages")).unwrap();
    let unreleased = repository.unreleased(&repository.workspace().unwrap()).unwrap();
    assert_eq!(of(&unreleased, "@acme/core"), [id]);
}

#[test]
fn checkouts_side_by_side_are_an_organisation() {
    let sandbox = Sandbox::new();
    npm(&sandbox, "ui", "ui", "1.0.0");
    sandbox.write("shop/Cargo.toml", "[package]\nname = 'shop'\nversion = '1.0.0'");
    sandbox.write("notes/README.md", "");
    npm(&sandbox, "hidden", ".cache", "1.0.0");
    let names = |workspace: &Workspace| {
        let shown = |c: &Component| format!("{} {:?} {}", c.name, c.repository, c.path);
        workspace.components().map(shown).collect::<Vec<_>>()
    };
    let side_by_side = greenboard::source::load(&sandbox.dir).unwrap();
    assert_eq!(names(&side_by_side), ["shop Some(\"shop\") shop", "ui Some(\"ui\") ui"]);

    sandbox.write("greenboard.yaml", "repositories: {front: ui}");
    assert_eq!(names(&greenboard::source::load(&sandbox.dir).unwrap()), ["ui Some(\"front\") ui"]);
    assert_eq!(names(&greenboard::source::load(sandbox.dir.join("shop")).unwrap()), ["shop None "]);

    let nothing = Sandbox::new();
    assert_eq!(greenboard::source::load(&nothing.dir).unwrap_err().code(), "component.no_manifest");
}

#[test]
fn what_no_file_states_is_at_its_last_tag() {
    let sandbox = Sandbox::repository();
    sandbox.write("go.mod", "module example.com/tool\n\ngo 1.22\n\nreplace example.com/tool/lib => ./lib\n");
    sandbox.write("lib/go.mod", "module example.com/tool/lib\n\ngo 1.22\n");
    sandbox.commit("feat: start");
    sandbox.git(&["tag", "v1.2.0"]);
    sandbox.git(&["tag", "lib/v0.3.1"]);
    sandbox.change("lib/lib.go", "fix: the library");
    sandbox.git(&["checkout", "-q", "-b", "next"]);
    sandbox.change("main.go", "feat: something else");
    sandbox.git(&["tag", "v1.3.0"]);
    sandbox.git(&["checkout", "-q", "main"]);

    let workspace = Repository::open(&sandbox.dir).unwrap().workspace().unwrap();
    let version = |name: &str| workspace.get(name).unwrap().version.as_ref().unwrap().as_str();
    assert_eq!(version("example.com/tool"), "v1.2.0", "the head does not contain v1.3.0");
    assert_eq!(version("example.com/tool/lib"), "v0.3.1");
}

#[test]
fn what_the_build_works_out_is_at_its_last_tag() {
    let sandbox = Sandbox::repository();
    sandbox.write("pyproject.toml", "[project]\nname = \"app\"\ndynamic = [\"version\"]\n");
    sandbox.commit("feat: start");
    let workspace = || Repository::open(&sandbox.dir).unwrap().workspace().unwrap();
    assert_eq!(workspace().get("app").unwrap().version, None);
    sandbox.git(&["tag", "v2.0.0"]);
    assert_eq!(workspace().get("app").unwrap().version.as_ref().unwrap().as_str(), "2.0.0");
}

#[test]
fn what_is_written_and_not_tagged_yet_is_not_released_again() {
    let sandbox = two_packages();
    sandbox.change("packages/core/a.js", "feat: one");
    npm(&sandbox, "@acme/core", "packages/core", "1.1.0");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "@acme/core"), [""; 0], "in the work tree");
    sandbox.commit("chore: release");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "@acme/core"), [""; 0], "committed");
    let fix = sandbox.change("packages/core/a.js", "fix: two");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "@acme/core"), [fix.as_str()]);
    sandbox.git(&["tag", "@acme/core@1.1.0", "HEAD~1"]);
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "@acme/core"), [fix]);
}

#[test]
fn without_tags_the_commit_that_wrote_the_version_ends_the_last_release() {
    let sandbox = Sandbox::repository();
    npm(&sandbox, "only", ".", "1.0.0");
    let start = sandbox.commit("feat: start");
    let one = sandbox.change("a.js", "feat: one");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "only"), [one, start], "it began at this version");
    npm(&sandbox, "only", ".", "1.1.0");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "only"), [""; 0], "in the work tree");
    sandbox.commit("chore: release");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "only"), [""; 0], "committed");
    let fix = sandbox.change("a.js", "fix: two");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "only"), [fix]);
}

#[test]
fn what_a_shared_file_states_is_found_in_history() {
    let declared = |version: &str| {
        format!("components: {{api: {{ecosystem: generic, path: api, version: {version}}}}}\n")
    };
    let sandbox = Sandbox::repository();
    sandbox.write("greenboard.yaml", &declared("1.0.0"));
    sandbox.change("api/main.py", "feat: start");
    sandbox.git(&["tag", "api-v1.0.0"]);
    sandbox.change("api/main.py", "feat: one");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "api").len(), 1);
    sandbox.write("greenboard.yaml", &declared("1.1.0"));
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "api"), [""; 0], "in the work tree");
    sandbox.commit("chore: release");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "api"), [""; 0], "committed");
    let fix = sandbox.change("api/main.py", "fix: two");
    assert_eq!(of(&read(&sandbox, &Options::new()).1, "api"), [fix]);
}
