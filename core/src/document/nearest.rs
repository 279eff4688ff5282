//! The known word that a mistyped one was meant to be.

/// The closest of `known` within a third of the length (at least one edit); the first of several equally close.
///
/// An edit is an insertion, a deletion, a replacement or a swap of neighbours; `-` and `_`, and upper and lower case, count
/// as the same.
pub(crate) fn nearest<'k>(input: &str, known: &[&'k str]) -> Option<&'k str> {
    /// Longer inputs are no slips, and comparing them would take long.
    const LONGEST: usize = 64;
    if input.len() > LONGEST {
        return None;
    }
    let input = folded(input);
    let most = (input.len() / 3).max(1);
    let near = known.iter().map(|word| (distance(&input, &folded(word)), *word));
    near.filter(|(edits, _)| *edits <= most).min_by_key(|(edits, _)| *edits).map(|(_, word)| word)
}

/// How many edits lie between two words, where that is close in the sense of [`nearest`].
pub(crate) fn closeness(input: &str, known: &str) -> Option<usize> {
    /// Longer inputs are no slips, and comparing them would take long.
    const LONGEST: usize = 64;
    let most = (input.len() / 3).max(1);
    // Characters may be folded to more or fewer, but not to four times as many bytes.
    if input.len() > LONGEST || known.len() > 4 * (LONGEST + most) {
        return None;
    }
    let edits = distance(&folded(input), &folded(known));
    (edits <= most).then_some(edits)
}

fn folded(word: &str) -> Vec<char> {
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '-' || c == ' ' { '_' } else { c }).collect()
}

/// The optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let first: Vec<usize> = (0..=b.len()).collect();
    let (mut before, mut last) = (Vec::new(), first);
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut edits =
                (cell(&last, j + 1) + 1).min(cell(&row, j) + 1).min(cell(&last, j) + usize::from(x != y));
            if let (Some(i_before), Some(j_before)) = (i.checked_sub(1), j.checked_sub(1))
                && a.get(i_before) == Some(y)
                && b.get(j_before) == Some(x)
            {
                edits = edits.min(cell(&before, j_before) + 1);
            }
            row.push(edits);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_leaves_strangers() {
        let known = ["component", "pattern", "bump_minor_pre_major", "old"];
        assert_eq!(nearest("compnent", &known), Some("component"));
        assert_eq!(nearest("pattren", &known), Some("pattern"));
        assert_eq!(nearest("bump-minor-pre-major", &known), Some("bump_minor_pre_major"));
        assert_eq!(nearest("odl", &known), Some("old"));
        assert_eq!(nearest("owner", &known), None);
        assert_eq!(nearest("", &known), None);
        assert_eq!(nearest(&"x".repeat(1000), &known), None);
    }

    #[test]
    fn counts_edits() {
        let chars = |word: &str| word.chars().collect::<Vec<_>>();
        for (a, b, edits) in
            [("", "", 0), ("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3)]
        {
            assert_eq!(distance(&chars(a), &chars(b)), edits, "{a} {b}");
            assert_eq!(distance(&chars(b), &chars(a)), edits, "{b} {a}");
        }
    }
}
