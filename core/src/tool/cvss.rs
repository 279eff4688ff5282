//! Base scores of CVSS vectors, versions 2 and 3. Version 4 has no formula, and reports that carry its vectors carry a score.

/// The base score of a vector; none where it is no vector of these versions, or lacks a metric of the base.
pub(super) fn score(vector: &str) -> Option<f64> {
    let vector = vector.trim();
    match vector.strip_prefix("CVSS:3.0/").or_else(|| vector.strip_prefix("CVSS:3.1/")) {
        Some(metrics) => third(metrics),
        None if vector.starts_with("CVSS:") => None,
        // Some leave the prefix out, of version 3 as well.
        None if metric(vector, "PR").is_some() => third(vector),
        None => second(vector.trim_start_matches('(').trim_end_matches(')')),
    }
}

fn metric<'v>(vector: &'v str, name: &str) -> Option<&'v str> {
    vector
        .split('/')
        .find_map(|part| part.split_once(':').filter(|(key, _)| *key == name))
        .map(|(_, value)| value)
}

fn weight(vector: &str, name: &str, weights: &[(&str, f64)]) -> Option<f64> {
    let value = metric(vector, name)?;
    weights.iter().find(|(word, _)| *word == value).map(|(_, weight)| *weight)
}

fn third(vector: &str) -> Option<f64> {
    let changed = match metric(vector, "S")? {
        "C" => true,
        "U" => false,
        _ => return None,
    };
    let harm = [("H", 0.56), ("L", 0.22), ("N", 0.0)];
    let (c, i, a) = (weight(vector, "C", &harm)?, weight(vector, "I", &harm)?, weight(vector, "A", &harm)?);
    let attack = weight(vector, "AV", &[("N", 0.85), ("A", 0.62), ("L", 0.55), ("P", 0.2)])?;
    let complexity = weight(vector, "AC", &[("L", 0.77), ("H", 0.44)])?;
    let privileges = if changed {
        [("N", 0.85), ("L", 0.68), ("H", 0.5)]
    } else {
        [("N", 0.85), ("L", 0.62), ("H", 0.27)]
    };
    let privileges = weight(vector, "PR", &privileges)?;
    let interaction = weight(vector, "UI", &[("N", 0.85), ("R", 0.62)])?;
    let base = 1.0 - (1.0 - c) * (1.0 - i) * (1.0 - a);
    let impact = if changed { 7.52 * (base - 0.029) - 3.25 * (base - 0.02).powi(15) } else { 6.42 * base };
    if impact <= 0.0 {
        return Some(0.0);
    }
    let exploitability = 8.22 * attack * complexity * privileges * interaction;
    let sum = if changed { 1.08 * (impact + exploitability) } else { impact + exploitability };
    Some(up(sum.min(10.0)))
}

/// Rounded up to one decimal, as version 3.1 has it: what is one by an error of the arithmetic only stays it.
fn up(score: f64) -> f64 {
    let scaled = (score * 100_000.0).round();
    if scaled % 10_000.0 == 0.0 { scaled / 100_000.0 } else { ((scaled / 10_000.0).floor() + 1.0) / 10.0 }
}

fn second(vector: &str) -> Option<f64> {
    let harm = [("N", 0.0), ("P", 0.275), ("C", 0.66)];
    let (c, i, a) = (weight(vector, "C", &harm)?, weight(vector, "I", &harm)?, weight(vector, "A", &harm)?);
    let access = weight(vector, "AV", &[("L", 0.395), ("A", 0.646), ("N", 1.0)])?;
    let complexity = weight(vector, "AC", &[("H", 0.35), ("M", 0.61), ("L", 0.71)])?;
    let authentication = weight(vector, "Au", &[("M", 0.45), ("S", 0.56), ("N", 0.704)])?;
    let impact = 10.41 * (1.0 - (1.0 - c) * (1.0 - i) * (1.0 - a));
    let exploitability = 20.0 * access * complexity * authentication;
    let factor = if impact == 0.0 { 0.0 } else { 1.176 };
    let score = (0.6 * impact + 0.4 * exploitability - 1.5) * factor;
    Some((score * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::score;

    /// Scores that the authors of the vectors state.
    #[test]
    fn scores_of_known_vectors() {
        for (vector, expected) in [
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H", Some(10.0)),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", Some(9.8)),
            ("CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", Some(6.1)),
            ("CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:L/A:N", Some(3.7)),
            ("CVSS:3.1/AV:N/AC:H/PR:H/UI:R/S:U/C:L/I:L/A:L", Some(3.9)),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", Some(7.5)),
            ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", Some(0.0)),
            ("AV:N/AC:M/Au:N/C:C/I:C/A:C", Some(9.3)),
            ("AV:N/AC:L/Au:N/C:P/I:P/A:P", Some(7.5)),
            ("(AV:N/AC:M/Au:N/C:N/I:P/A:N)", Some(4.3)),
            ("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", Some(7.5)),
            ("CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:H/VA:N/SC:L/SI:L/SA:N", None),
            ("CVSS:3.1/AV:N", None),
            ("high", None),
        ] {
            assert_eq!(score(vector), expected, "{vector}");
        }
    }
}
