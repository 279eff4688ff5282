//! Replays what the fuzz targets are judged on: the kept corpora, and inputs made to be hard.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use greenboard_tests::fuzzing::{TARGETS, Target};
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

#[test]
fn the_corpora_pass() {
    for (name, target) in TARGETS {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let mut paths: Vec<_> = fs::read_dir(&corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        assert!(paths.len() >= 10, "the corpus of {name} is missing");
        for path in paths {
            let data = fs::read(&path).unwrap();
            judge(&path.display().to_string(), *target, &data);
        }
    }
}

/// Each word, repeated up to the limits of what is read, behind every first byte that chooses a scheme or notation: what
/// recurses without bound or builds up without end shows here. No clock is asked, for it would say more of the machine than
/// of the code: what takes quadratic time is for the fuzzer's own limit, and for whoever waits for this test.
#[test]
fn long_inputs_pass() {
    const SHORT: &[&str] = &[
        "0",
        "9",
        "1.",
        ".",
        "-",
        "-0",
        "a",
        "a.",
        "1-",
        "x.",
        "*",
        ">1,",
        ">1 ",
        "1||",
        "||",
        "^1 ",
        "~>1,",
        "==1,",
        "!=1,",
        "[1,2),",
        "(,1],",
        "1!",
        "+",
        "+a.",
        "v",
        " ",
        "\t",
        "\n",
        "~",
        "_",
        "é",
        "😂",
        "<<1,",
        "1 - 2 || ",
        "rc1",
        "1.*,",
    ];
    const LONG: &[&str] = &[
        "[",
        "{",
        "{\"a\":",
        "[1,",
        "\"",
        "\\\"",
        "- ",
        "a: ",
        "- - ",
        "? ",
        "&a ",
        "*a ",
        "!!str ",
        "|\n",
        "a:\n ",
        "[[a]]\n",
        "a.",
        "{a=",
        "'''",
        "\n",
        " ",
        "\r",
        "#",
        "feat: x\n\n",
        "a: b\n",
        "BREAKING CHANGE: x\n",
        "(",
        "fix(",
        "!:",
        "Refs #1\n",
        "é",
        "😂",
        "0",
        "1e9",
        "<<: ",
    ];
    for (name, target) in TARGETS {
        let (words, length, heads) = match *name {
            "version" | "requirement" => (SHORT, 4096, 0..9),
            "commit" => (LONG, 1 << 16, 0..1),
            _ => (LONG, 1 << 16, 0..3),
        };
        for head in heads {
            for word in words {
                let mut data = if *name == "commit" { Vec::new() } else { vec![head] };
                data.extend(word.repeat(length / word.len()).bytes());
                judge(&format!("{name} {head} {word:?} to {length} bytes"), *target, &data);
            }
        }
    }
}

fn judge(what: &str, target: Target, data: &[u8]) {
    assert!(catch_unwind(|| target(data)).is_ok(), "{what}: see above");
}
