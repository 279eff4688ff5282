//! The strategy `prerelease`.

use super::ReleasePlease;
use crate::plan::numbers::{Numbers, increment};
use crate::version::Bump;

/// From a release to the prerelease of the next one; from a prerelease to the next one on the way to the same release, or to
/// a prerelease of a later release where the changes ask for more than that release is.
pub(super) fn next(options: &ReleasePlease, old: Numbers, bump: Bump) -> Numbers {
    let bump = options.softened(old.is_pre_major(), bump);
    let next = match &old.pre {
        None => old.step(bump).with_pre(options.prerelease_type.clone()),
        Some(pre) if leads_to(&old, bump) => {
            let pre = count_on(pre);
            old.with_pre(Some(pre))
        }
        // The suffix stays as it is, its number included.
        Some(_) => old.step(bump),
    };
    if options.prerelease { next } else { next.with_pre(None).with_build(None) }
}

/// Whether the release that this is a prerelease of is as much as the bump asks for.
fn leads_to(old: &Numbers, bump: Bump) -> bool {
    match bump {
        Bump::Major => old.minor == 0 && old.patch == 0,
        Bump::Minor => old.patch == 0,
        Bump::Patch | Bump::None => true,
    }
}

/// The prerelease with its last number one higher, zeros in front kept: `beta01` → `beta02`. Without a number it gets one.
fn count_on(pre: &str) -> String {
    let Some(last) = pre.rfind(|c: char| c.is_ascii_digit()) else { return format!("{pre}.1") };
    let (head, tail) = pre.split_at(last + 1);
    let start = head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, digits) = head.split_at(start);
    format!("{stem}{}{tail}", increment(digits))
}

#[cfg(test)]
mod tests {
    use super::count_on;

    #[test]
    fn the_last_number_counts_on() {
        let cases = [
            ("beta", "beta.1"),
            ("beta01", "beta02"),
            ("beta09-x", "beta10-x"),
            ("beta2023.1", "beta2023.2"),
            ("rc.9", "rc.10"),
            ("1-2a", "1-3a"),
        ];
        for (old, new) in cases {
            assert_eq!(count_on(old), new);
        }
    }
}
