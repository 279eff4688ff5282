//! The numbers of pull requests, as hosts leave them in the messages of commits.

/// The numbers at the end of a header, in order, and the header without them: GitHub's `(#12)`, GitLab's `(!12)`, Bitbucket's
/// `(pull request #12)`, and `(backport #12)` as bots write it.
pub(super) fn numbers(header: &str) -> (&str, Vec<u64>) {
    let mut rest = header.trim_end();
    let mut numbers = Vec::new();
    while let Some((before, number)) = last(rest) {
        numbers.push(number);
        rest = before;
    }
    numbers.reverse();
    (rest, numbers)
}

/// A header without the numbers at its end.
pub(super) fn without_numbers(header: &str) -> &str {
    let mut rest = header.trim_end();
    while let Some((before, _)) = last(rest) {
        rest = before;
    }
    rest
}

fn last(header: &str) -> Option<(&str, u64)> {
    let (before, inside) = header.strip_suffix(')')?.rsplit_once(" (")?;
    let number = inside.strip_prefix("pull request ").or_else(|| inside.strip_prefix("backport "));
    let number = number.unwrap_or(inside).strip_prefix(['#', '!'])?;
    let before = before.trim_end();
    (!before.is_empty()).then_some((before, digits(number)?))
}

/// The pull request that brought a commit, as its message says it: a merge by GitHub, Gitea, GitLab, Bitbucket or Azure DevOps,
/// or the number at the end of the header.
pub(super) fn of_message(message: &str) -> Option<u64> {
    let mut lines = message.trim_start().lines();
    let header = lines.next()?.trim_end();
    if let Some(rest) = header.strip_prefix("Merge pull request ") {
        let named = rest
            .split_whitespace()
            .find_map(|word| digits(word.trim_start_matches('(').trim_end_matches(')').strip_prefix('#')?));
        return named;
    }
    if let Some(rest) = header.strip_prefix("Merged PR ") {
        return digits(rest.split([':', ' ']).next()?);
    }
    if let Some((_, number)) = last(header) {
        return Some(number);
    }
    lines.find_map(|line| {
        let (_, number) = line.trim().strip_prefix("See merge request ")?.rsplit_once('!')?;
        digits(number)
    })
}

/// The number in `#12` or `acme/board#12`.
pub(super) fn reference(text: &str) -> Option<u64> {
    let (repository, number) = text.trim().rsplit_once('#')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
    repository.chars().all(plain).then(|| digits(number)).flatten()
}

fn digits(text: &str) -> Option<u64> {
    let all = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_the_end() {
        assert_eq!(numbers("feat: x (#12) (#34)"), ("feat: x", vec![12, 34]));
        assert_eq!(numbers("fix: x (backport #12) (!3)"), ("fix: x", vec![12, 3]));
        assert_eq!(numbers("fix: x (see #12)"), ("fix: x (see #12)", vec![]));
        assert_eq!(numbers("(#12)"), ("(#12)", vec![]));
    }

    #[test]
    fn what_hosts_write() {
        let said = [
            ("Merge pull request #7 from a/b\n\nfeat: x", Some(7)),
            ("Merge pull request 'feat: x' (#8) from a/b into main", Some(8)),
            ("Merged in topic (pull request #9)", Some(9)),
            ("Merged PR 10: feat: x", Some(10)),
            ("Merge branch 'topic' into 'main'\n\nfeat: x\n\nSee merge request acme/board!11", Some(11)),
            ("feat: x (#12)", Some(12)),
            ("feat: x\n\nCloses #13", None),
        ];
        for (message, number) in said {
            assert_eq!(of_message(message), number, "{message:?}");
        }
        assert_eq!(
            (reference("acme/board#12"), reference("#3"), reference("a b#1")),
            (Some(12), Some(3), None)
        );
    }
}
