//! Changelogs as data: what goes into which section.

use greenboard::change::{Change, Changelog, ChangelogLayout, Item, SectionKind, SectionRule};
use greenboard::version::Bump;

fn change(id: &str, kind: &str, bump: Bump) -> Change {
    Change::new(id, format!("about {id}")).with_type(kind).with_bump("core", bump)
}

fn shown(changelog: &Changelog) -> Vec<(String, Vec<String>)> {
    let ids = |items: &[Item]| items.iter().map(|item| item.id.clone().unwrap_or_default()).collect();
    changelog.sections.iter().map(|section| (section.title.clone(), ids(&section.items))).collect()
}

fn section(title: &str, ids: &[&str]) -> (String, Vec<String>) {
    (title.to_owned(), ids.iter().map(|id| (*id).to_owned()).collect())
}

#[test]
fn sections_of_one_s_own() {
    let changes = [
        change("a", "fix", Bump::Patch),
        change("b", "docs", Bump::None),
        change("c", "chore", Bump::None),
        change("d", "chore", Bump::Major).with_breaking("Convert first."),
        change("e", "feature", Bump::Minor),
        change("f", "feat", Bump::Minor),
    ];
    let default = Changelog::of("core", &changes);
    assert_eq!(
        shown(&default),
        [section("Breaking changes", &["d"]), section("Features", &["e", "f"]), section("Fixes", &["a"])]
    );
    assert_eq!(default.sections[0].items[0].note.as_deref(), Some("Convert first."));
    let release_please = Changelog::of_with("core", &changes, &ChangelogLayout::release_please());
    assert_eq!(
        shown(&release_please),
        [
            section("⚠ BREAKING CHANGES", &["d"]),
            section("Features", &["e", "f"]),
            section("Bug Fixes", &["a"])
        ]
    );
    let own = ChangelogLayout::new()
        .with(SectionRule::new("docs", "Guides"))
        .with(SectionRule::new("feat", "New"))
        .with(SectionRule::new("chore", "Chores").with_hidden(true));
    let own = Changelog::of_with("core", &changes, &own);
    let expected = [
        section("Breaking changes", &["d"]),
        section("Guides", &["b"]),
        section("New", &["f"]),
        section("Features", &["e"]),
        section("Fixes", &["a"]),
    ];
    assert_eq!(shown(&own), expected);
    let with = own.with(SectionKind::Dependencies, [Item::new("core moved")]);
    assert_eq!(with.sections.last().unwrap().title, "Dependencies");
}

#[test]
fn a_joint_changelog_tells_each_change_once() {
    let both = change("a", "fix", Bump::Patch).with_bump("cli", Bump::None);
    let other = Change::new("b", "elsewhere").with_bump("other", Bump::Major);
    let joint = Changelog::joint(["core", "cli"], &[both, other], &ChangelogLayout::new());
    assert_eq!(shown(&joint), [section("Fixes", &["a"])]);
    assert_eq!(joint.sections[0].items[0].components, ["cli", "core"]);
}
