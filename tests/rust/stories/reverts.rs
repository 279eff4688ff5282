//! Stories: what was undone before it was ever released.

use super::plan::{commit, given, krate};

#[test]
fn a_revert_cancels_what_was_never_released() {
    let feature = commit("aaaaaaaaaaaa", 1, "feat: lanes", &["board"]);
    let revert =
        commit("bbbbbbbbbbbb", 2, "Revert \"feat: lanes\"\n\nThis reverts commit aaaaaaaaaaaa.", &["board"]);
    let again = commit(
        "cccccccccccc",
        3,
        "Revert \"Revert \"feat: lanes\"\"\n\nThis reverts commit bbbbbbbbbbbb.",
        &["board"],
    );
    let board = || given([krate("board", "1.0.0")]);
    board().when(feature.clone()).when(revert.clone()).then(&[]);
    board().when(again).when(revert.clone()).when(feature).then(&["board 1.1.0"]);
    board().when(revert).then(&["board 1.0.1"]);
}

#[test]
fn a_revert_without_a_hash_names_its_target_s_header() {
    let feature = commit("aaaaaaaaaaaa", 1, "feat(ui): lanes", &["board"]);
    let revert = commit("bbbbbbbbbbbb", 2, "revert: feat(ui): lanes", &["board"]);
    given([krate("board", "1.0.0")]).when(feature).when(revert).then(&[]);
}

#[test]
fn what_is_reapplied_goes_out() {
    let feature = commit("aaaaaaaaaaaa", 1, "feat: lanes", &["board"]);
    let revert =
        commit("bbbbbbbbbbbb", 2, "Revert \"feat: lanes\"\n\nThis reverts commit aaaaaaaaaaaa.", &["board"]);
    let again =
        commit("cccccccccccc", 3, "Reapply \"feat: lanes\"\n\nThis reverts commit bbbbbbbbbbbb.", &["board"]);
    let board = || given([krate("board", "1.0.0")]);
    board().when(feature).when(revert).when(again.clone()).then(&["board 1.1.0"]);
    // Where the revert went out already, the feature comes back.
    board().when(again).then(&["board 1.1.0"]);
}

#[test]
fn reverts_of_one_second_are_told_apart() {
    // A rebase gives all its commits one time, and hashes tell nothing of their order.
    let names = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"];
    for [first, second, third] in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let [first, second, third] = [first, second, third].map(|at: usize| names[at]);
        let revert = format!("Revert \"feat: lanes\"\n\nThis reverts commit {first}.");
        let again = format!("Reapply \"feat: lanes\"\n\nThis reverts commit {second}.");
        let plan = given([krate("board", "1.0.0")])
            .when(commit(first, 1, "feat: lanes", &["board"]))
            .when(commit(second, 1, &revert, &["board"]))
            .when(commit(third, 1, &again, &["board"]))
            .then(&["board 1.1.0"]);
        assert_eq!(plan.entries[0].causes.len(), 1);
    }
}

#[test]
fn a_hash_that_names_several_commits_names_none() {
    let lanes = commit("aaaaaaaa0000", 1, "feat: lanes", &["board"]);
    let cards = commit("aaaaaaaa1111", 1, "feat: cards", &["board"]);
    let revert = |hash| commit("bbbbbbbbbbbb", 2, &format!("revert: it\n\nRefs: {hash}"), &["board"]);
    let causes = |hash| {
        let board = given([krate("board", "1.0.0")]).when(lanes.clone()).when(cards.clone());
        board.when(revert(hash)).plan().entries[0].causes.len()
    };
    assert_eq!(causes("aaaaaaaa"), 3);
    assert_eq!(causes("aaaaaaaa1"), 1);
    assert_eq!(causes("aaaaaaaa1111"), 1);
}

#[test]
fn a_revert_does_not_undo_what_came_after_it() {
    let revert = commit("bbbbbbbbbbbb", 2, "revert: feat: lanes", &["board"]);
    let anew = commit("cccccccccccc", 3, "feat: lanes", &["board"]);
    given([krate("board", "1.0.0")]).when(revert).when(anew).then(&["board 1.1.0"]);
}

#[test]
fn a_revert_cancels_only_where_both_are_unreleased() {
    // The board has released the feature already, the api has not.
    let feature = commit("aaaaaaaaaaaa", 1, "feat: lanes", &["api"]);
    let revert = commit("bbbbbbbbbbbb", 2, "revert: feat: lanes\n\nRefs: aaaaaaaaaaaa", &["api", "board"]);
    given([krate("api", "1.0.0"), krate("board", "1.0.0")]).when(feature).when(revert).then(&["board 1.0.1"]);
}
