//! Real reports of real tools: what `tool::inspect` says of each equals what the shared data says stands in it.
//!
//! The data is not part of the repository. `GREENBOARD_DATA` names the folder; without it this test says that it skipped.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use greenboard::calendar::Length;
use greenboard::document::{self, Format};
use greenboard::tool::{self, Inspection};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How the samples of one system are judged.
struct System {
    /// The system, as the index calls it.
    name: &'static str,
    /// Which of its samples are meant, by a part of their path; empty for all.
    files: &'static str,
    /// The tool that they are read as.
    tool: &'static str,
    /// The keys of the index that are not judged, each with its reason.
    left_out: &'static [(&'static str, &'static str)],
    /// The value in our document that means the same as a key of the index: most often the one of the same name.
    view: fn(key: &str, inspection: &Value) -> Value,
    /// The samples that must be refused, with the code of the error.
    refused: &'static [(&'static str, &'static str)],
}

const PLAIN: System = System {
    name: "",
    files: "",
    tool: "",
    left_out: &[],
    view: |key, inspection| inspection[key].clone(),
    refused: &[],
};

/// To add a tool is one row.
const SYSTEMS: &[System] = &[
    System {
        name: "junit",
        tool: "junit",
        view: |key, inspection| match key {
            // The index lists the first ones only.
            "failed_names" => first(6, &inspection[key]),
            "suite_timestamps" => first(4, &inspection[key]),
            _ => inspection[key].clone(),
        },
        refused: &[
            ("junit/corrupt.xml", "tool.malformed"),
            ("junit/no-cases-but-tests.xml", "tool.nothing_read"),
        ],
        ..PLAIN
    },
    System { name: "lcov", tool: "lcov", ..PLAIN },
    System {
        name: "cobertura",
        tool: "cobertura",
        refused: &[("cobertura/mismatched-tags.xml", "tool.malformed")],
        ..PLAIN
    },
    System { name: "sonarqube", files: "measures", tool: "sonarqube", view: measure, ..PLAIN },
    System { name: "sonarqube", tool: "sonarqube", ..PLAIN },
    System { name: "sarif", tool: "sarif", ..PLAIN },
    System { name: "cyclonedx", tool: "cyclonedx", view: cyclonedx, ..PLAIN },
    System { name: "vex", files: ".cdx.json", tool: "cyclonedx", view: cyclonedx, ..PLAIN },
    System { name: "vex", files: "openvex", tool: "openvex", view: openvex, ..PLAIN },
    System { name: "osv", tool: "osv", ..PLAIN },
    System { name: "trivy", tool: "trivy", view: trivy, ..PLAIN },
    System { name: "grype", tool: "grype", ..PLAIN },
    System {
        name: "npm-audit",
        tool: "npm_audit",
        view: npm_audit,
        refused: &[("npm-audit/error.json", "tool.failed")],
        ..PLAIN
    },
    System { name: "cargo-audit", tool: "cargo_audit", ..PLAIN },
    System { name: "provenance", tool: "provenance", view: provenance, ..PLAIN },
    System { name: "icalendar", files: ".ics", tool: "icalendar", view: calendar, ..PLAIN },
];

/// In the index the metrics themselves are the keys.
fn measure(key: &str, inspection: &Value) -> Value {
    inspection["measures"][key].clone()
}

/// The index is written by a library of Python's: `None` for what is absent, a space for the `T`, its own notation of durations.
fn calendar(key: &str, inspection: &Value) -> Value {
    let none_as_text = |value: &Value| if value.is_null() { Value::from("None") } else { value.clone() };
    let row = |row: &Value| {
        let mut row = row.clone();
        for key in ["summary", "tz"] {
            row[key] = none_as_text(&row[key]);
        }
        for key in ["start", "end"] {
            if let Some(text) = row[key].as_str() {
                row[key] = text.replace('T', " ").into();
            }
        }
        if let Some(text) = row["duration"].as_str() {
            row["duration"] = python_duration(Length::parse(text).unwrap()).into();
        }
        row
    };
    match key {
        "prodid" => none_as_text(&inspection[key]),
        "rows" => inspection[key].as_array().unwrap().iter().map(row).collect(),
        _ => inspection[key].clone(),
    }
}

/// `1 day, 2:30:00`.
fn python_duration(length: Length) -> String {
    let seconds = i64::from(length.days) * 86_400 + length.time.as_secs();
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let time = format!("{}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
    match days {
        0 => time,
        1 => format!("1 day, {time}"),
        days => format!("{days} days, {time}"),
    }
}

fn first(count: usize, list: &Value) -> Value {
    list.as_array().unwrap().iter().take(count).cloned().collect()
}

/// The index has the format's own spelling of keys, and `None` for what is left out; one document keeps to `missing`.
fn cyclonedx(key: &str, inspection: &Value) -> Value {
    match key {
        "specVersion" => inspection["spec_version"].clone(),
        "serialNumber" => inspection["serial_number"].clone(),
        "vex_states" => none_for_missing(&inspection[key]),
        _ => inspection[key].clone(),
    }
}

fn none_for_missing(counts: &Value) -> Value {
    let mut counts = counts.clone();
    if let Some(missing) = counts.as_object_mut().unwrap().remove("missing") {
        counts["None"] = missing;
    }
    counts
}

/// The index has a statement as a list, and the version as the number or the text that it is written as.
fn openvex(key: &str, inspection: &Value) -> Value {
    match key {
        "statements" => {
            let statements = inspection[key].as_array().unwrap().iter();
            let row = |one: &Value| -> Value {
                ["vulnerability", "status", "justification", "products"]
                    .iter()
                    .map(|key| one[key].clone())
                    .collect()
            };
            statements.map(row).collect()
        }
        _ => inspection[key].clone(),
    }
}

/// The index calls the shape and the version of the schema one thing; `schema` is taken in our documents.
fn trivy(key: &str, inspection: &Value) -> Value {
    match key {
        "schema" if inspection["shape"] == "legacy_list" => "legacy list".into(),
        "schema" => inspection["schema_version"].clone(),
        "statuses" | "severity" => none_for_missing(&inspection[key]),
        _ => inspection[key].clone(),
    }
}

/// The index names formats and types of fixes in words of its own.
fn npm_audit(key: &str, inspection: &Value) -> Value {
    match key {
        "format" if inspection[key] == "v1" => "v1 (npm6/pnpm)".into(),
        "advisory_severity" | "package_severity" => none_for_missing(&inspection[key]),
        "fix_available_types" => {
            let fix = &inspection["fix_available"];
            let number = |key: &str| fix[key].as_u64().unwrap();
            let types = [("dict", number("update")), ("bool", number("yes") + number("no"))];
            types
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .map(|(kind, count)| (kind.to_owned(), Value::from(count)))
                .collect()
        }
        _ => inspection[key].clone(),
    }
}

/// The index holds the first statement, and one digest of each thing.
fn provenance(key: &str, inspection: &Value) -> Value {
    let statement = &inspection["statements"][0];
    let digests = |resource: &Value| -> Value {
        let digest = resource["digest"].as_object().unwrap().iter().next();
        digest.map(|(algorithm, hex)| serde_json::json!([algorithm, hex])).unwrap_or_default()
    };
    match key {
        "payloadType" => statement["payload_type"].clone(),
        "predicateType" => statement["predicate_type"].clone(),
        "buildType" => statement["build_type"].clone(),
        "subjects" => {
            let subjects = statement[key].as_array().unwrap().iter();
            subjects.map(|one| serde_json::json!([one["name"], digests(one)])).collect()
        }
        "materials" => {
            let materials = statement[key].as_array().unwrap().iter();
            materials.map(|one| serde_json::json!([one["name"], one["digest"]])).collect()
        }
        "config_source" if statement[key].is_object() => {
            let source = &statement[key];
            serde_json::json!([source["uri"], source["digest"], source["entry_point"]])
        }
        _ => statement[key].clone(),
    }
}

#[test]
fn reports_say_what_stands_in_them() {
    let Some(data) = std::env::var_os("GREENBOARD_DATA").filter(|data| !data.is_empty()) else {
        use std::io::Write;
        let message =
            "SKIPPED: real reports of tools; set GREENBOARD_DATA to the folder of the shared data\n";
        std::io::stderr().write_all(message.as_bytes()).unwrap();
        return;
    };
    let folder = Path::new(&data).join("payloads");
    let index = std::fs::read_to_string(folder.join("INDEX.json")).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&index).unwrap();
    let mut judged = BTreeMap::new();
    let mut wrong = String::new();
    for row in &rows {
        let (system, file) = (row["system"].as_str().unwrap(), row["file"].as_str().unwrap());
        let Some(of) = SYSTEMS.iter().find(|of| of.name == system && file.contains(of.files)) else {
            continue;
        };
        let payload = std::fs::read(folder.join(file)).unwrap();
        let (right, all): &mut (usize, usize) = judged.entry(of.tool).or_default();
        for (key, problem) in judge(of, file, &row["facts"], &payload) {
            *all += 1;
            match problem {
                None => *right += 1,
                Some(problem) => writeln!(wrong, "{file}: {key}: {problem}").unwrap(),
            }
        }
    }
    let (right, all) = judged.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let mut summary = format!("{right} of {all} keys of {} tools' reports\n", judged.len());
    for (tool, (right, all)) in &judged {
        writeln!(summary, "  {tool}: {right} of {all}").unwrap();
    }
    eprintln!("{summary}{wrong}");
    for of in SYSTEMS {
        assert!(judged.contains_key(of.tool), "no sample of {}", of.tool);
    }
    assert!(right * 100 >= all * 98, "{summary}{wrong}");
}

/// Each key of the index about one sample, and what is wrong with it.
fn judge(of: &System, file: &str, facts: &Value, payload: &[u8]) -> Vec<(String, Option<String>)> {
    let inspected = tool::inspect(payload, of.tool);
    if let Some((_, code)) = of.refused.iter().find(|(refused, _)| *refused == file) {
        let problem = match inspected {
            Err(error) if error.code() == *code => None,
            Err(error) => Some(format!("refused with {} {error}, not {code}", error.code())),
            Ok(_) => Some("read, and should be refused".to_owned()),
        };
        return vec![("refused".to_owned(), problem)];
    }
    if let Some(expected) = facts.get("expect") {
        let problem = inspected.is_ok().then(|| format!("read, and should be refused: {expected}"));
        return vec![("expect".to_owned(), problem)];
    }
    let keys = facts.as_object().unwrap().iter();
    let keys = keys.filter(|(key, _)| of.left_out.iter().all(|(left_out, _)| left_out != key));
    let inspection = match inspected {
        Ok(inspection) => inspection,
        Err(error) => return keys.map(|(key, _)| (key.clone(), Some(error.to_string()))).collect(),
    };
    assert!(tool::detect(payload).contains(&of.tool), "{file} is not detected as {}", of.tool);
    let text = document::to_json(&inspection).unwrap();
    assert_eq!(document::parse::<Inspection>(&text, Format::Json).unwrap(), inspection, "{file}");
    let inspection: Value = serde_json::from_str(&text).unwrap();
    let judged = |(key, expected): (&String, &Value)| {
        let found = (of.view)(key, &inspection);
        let problem = (!means(expected, &found)).then(|| format!("expected {expected}, found {found}"));
        (key.clone(), problem)
    };
    keys.map(judged).collect()
}

/// Whether our value means what the index says. Ours may have more keys, but in a map of counts.
fn means(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            let counts = expected.values().all(Value::is_number);
            (!counts || found.len() == expected.len())
                && expected.iter().all(|(key, value)| means(value, found.get(key).unwrap_or(&Value::Null)))
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(a, b)| means(a, b))
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
        }
        // One instant has many spellings; ours is in UTC. A version may be written as a number or as text.
        (Value::String(a), Value::String(b)) => {
            let instant = |text: &str| text.parse::<jiff::Timestamp>().ok();
            a == b || instant(a).is_some_and(|a| instant(b) == Some(a))
        }
        (Value::Number(number), Value::String(text)) => number.to_string() == *text,
        _ => expected == found,
    }
}
