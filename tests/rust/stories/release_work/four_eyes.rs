//! Four eyes: nobody approves what they asked for, wrote or brought out, whatever they are called.

use super::story::*;
use greenboard::fact::{Candidate, Identity, Roster, Source};
use greenboard::gate::GateSet;
use greenboard::release::RefusalCode::*;
use greenboard::release::*;

fn ready(release: Release) -> Story {
    Story::new().ready(release)
}

fn approve() -> ApproveCommand {
    ApproveCommand::new()
}

#[test]
fn who_takes_part_does_not_approve() {
    let release = quarterly().with_authors(["wil"]);
    let mut story = ready(release);
    for who in ["rm", "RM", "dev", "Dev", "wil"] {
        assert_eq!(story.refused(who, approve()), [SelfApproval], "{who}");
    }
    story.happens("ann", approve());
}

#[test]
fn one_person_is_one_under_all_their_names() {
    let identity =
        Identity::new().with_person("dev", "github", "dev-l").with_person("dev", "email", "dev@acme.dev");
    let roster = Roster::new().with_identity(identity);
    let mut story = Story::of(GateSet::default(), Roles::new(), roster).ready(quarterly());
    for who in ["dev", "github:dev-l", "Dev@acme.dev"] {
        assert_eq!(story.refused(who, approve()), [SelfApproval], "{who}");
    }
}

#[test]
fn nor_does_who_a_candidate_says_wrote_it() {
    let candidate = Candidate::new("payments")
        .with_version("1.4.0")
        .with_authors(["cleo"])
        .with_source(Source::new("github"));
    let record = RecordEvidenceCommand::new().with_facts([candidate.into()]);
    let mut story = ready(quarterly()).when("cleo", approve());
    // What is learned after the approval takes it back.
    assert_eq!(story.happens("ci", record), ["evidence_recorded", "approval_voided"]);
    assert_eq!(story.refused("cleo", approve()), [SelfApproval]);
}

#[test]
fn who_is_named_an_author_afterwards_has_not_approved() {
    let mut story = Story::new().active(quarterly()).when("ann", approve());
    let written = item("payments", "1.4.0").with_authors(["Ann"]);
    assert_eq!(
        story.happens("po", EditScopeCommand::new().with_add([written])),
        ["scope_item_added", "approval_voided"]
    );
    let story = Story::new().active(quarterly()).when("ann", approve());
    let edit = EditReleaseCommand::new(ReleaseEdit::new().with_authors(["ann"]));
    assert_eq!(story.clone().happens("rm", edit), ["release_edited", "approval_voided"]);
}
