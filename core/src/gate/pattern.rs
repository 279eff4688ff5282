//! Names with `*` for any characters.

/// Whether a text is what a pattern says, in which every `*` stands for any number of characters. Takes time in the product of
/// the two lengths at most.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut at, mut of) = (0, 0);
    // Where the last `*` stands, and how much of the text it has taken.
    let mut star: Option<(usize, usize)> = None;
    while of < text.len() {
        if pattern.get(at) == Some(&b'*') {
            star = Some((at, of));
            at += 1;
        } else if pattern.get(at) == text.get(of) {
            at += 1;
            of += 1;
        } else if let Some((from, taken)) = star {
            star = Some((from, taken + 1));
            at = from + 1;
            of = taken + 1;
        } else {
            return false;
        }
    }
    pattern.get(at..).unwrap_or_default().iter().all(|byte| *byte == b'*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, text, expected) in [
            ("", "", true),
            ("*", "", true),
            ("GPL-*", "GPL-3.0-only", true),
            ("GPL-*", "LGPL-3.0-only", false),
            ("*GPL*only", "LGPL-3.0-only", true),
            ("a*b*c", "axxbxxbxc", true),
            ("a*b*c", "axxbxxbx", false),
            ("MIT", "MIT-0", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }
}
