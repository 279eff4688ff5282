//! Wishes for reports that there are not.

use super::said;
use greenboard::component::Workspace;
use greenboard::plan::{Policy, plan};
use greenboard::report::{Format, Layout, Style, changelog_with};
use insta::assert_snapshot;

#[test]
fn formats_styles_and_templates() {
    assert_snapshot!(said("pdf".parse::<Format>()), @r#"report.unknown_format unknown report format "pdf"; expected one of text, markdown, pull_request, diff, mermaid, html"#);
    assert_snapshot!(said("keepachangelog".parse::<Style>()), @r#"report.unknown_style unknown changelog style "keepachangelog"; expected one of standard, keep_a_changelog, release_please, changesets"#);
    let at = "2026-11-02T09:00:00Z".parse().unwrap();
    let plan = plan(&Workspace::default(), &[], &Policy::new(), at).unwrap();
    let filled = changelog_with(&plan, None, Layout::Template("one\n{% for x in %}"));
    assert_snapshot!(said(filled), @"report.template line 2: the template cannot be filled in: syntax error: unexpected end of block");
}
