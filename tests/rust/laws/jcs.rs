//! The published vectors of RFC 8785, where the data is at hand (`GREENBOARD_DATA`).

use greenboard::document::canonical::{self, Policy};
use greenboard::document::{self, Format, Node, Value as Of};
use serde_json::Value;

fn cases(file: &str) -> Option<Value> {
    let Some(data) = std::env::var_os("GREENBOARD_DATA") else {
        eprintln!("skipped: GREENBOARD_DATA does not say where cases/ledger/{file} is");
        return None;
    };
    let path = std::path::Path::new(&data).join("cases/ledger").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some(serde_json::from_str(&text).unwrap())
}

fn rounded(input: &str) -> greenboard::Result<String> {
    canonical::write(&document::read(input, Format::Json)?, Policy::Rounded)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn documents() {
    let Some(cases) = cases("jcs.json") else { return };
    for case in cases["accept"].as_array().unwrap() {
        let text = rounded(case["input"].as_str().unwrap()).unwrap();
        assert_eq!(hex(text.as_bytes()), case["output_hex"].as_str().unwrap(), "{}", case["name"]);
        let digest = format!("sha256:{}", case["sha256"].as_str().unwrap());
        assert_eq!(document::digest_text(&text), digest, "{}", case["name"]);
    }
    for case in cases["reject"].as_array().unwrap() {
        let read = document::read(case["input"].as_str().unwrap(), Format::Json);
        assert!(read.is_err(), "{}: {read:?}", case["name"]);
    }
    for case in cases["ledger_policy"].as_array().unwrap() {
        let input = case["input"].as_str().unwrap();
        assert_eq!(rounded(input).unwrap(), case["jcs_output"].as_str().unwrap());
        let node = document::read(input, Format::Json).unwrap();
        let exact = canonical::write(&node, Policy::Exact);
        assert_eq!(exact.is_err(), case["ledger_reject"].as_bool().unwrap(), "{input}: {exact:?}");
    }
}

#[test]
fn numbers() {
    let Some(cases) = cases("jcs_numbers.json") else { return };
    let double = |hex: &Value| f64::from_bits(u64::from_str_radix(hex.as_str().unwrap(), 16).unwrap());
    let print = |number| canonical::write(&Node::new(Of::Float(number)), Policy::Rounded);
    for group in ["appendix_b", "first_1000", "random_1000"] {
        let mut lines = String::new();
        for row in cases[group]["rows"].as_array().unwrap() {
            let text = print(double(&row[0])).unwrap();
            assert_eq!(text, row[1].as_str().unwrap(), "{group} {}", row[0]);
            lines += &format!("{:x},{text}\n", double(&row[0]).to_bits());
        }
        if let Some(digest) = cases[group]["sha256_of_lines"].as_str() {
            assert_eq!(document::digest_text(&lines), format!("sha256:{digest}"), "{group}");
        }
    }
    for row in cases["appendix_b"]["reject"].as_array().unwrap() {
        assert_eq!(print(double(row)).unwrap_err().code(), "document.not_finite", "{row}");
    }
}
