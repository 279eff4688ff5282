//! The tables of kinds in the documentation.

use greenboard::catalogue::{Kind, Registry};
use std::fmt::Write as _;

const HEAD: &str = "<!-- Written by `make regen` from the Rust types: do not edit. -->\n\n# Kinds\n\n\
Where a document chooses one of several ways, it says which under `kind`, and the options of that kind beside it.\n";

/// The page's text.
pub fn write(registries: &[Registry]) -> String {
    let mut out = HEAD.to_owned();
    for Registry { name, summary, kinds, .. } in registries {
        let _ = write!(out, "\n## {name}\n\n{summary}\n\n| kind | what it does | keys |\n|---|---|---|\n");
        for kind in kinds {
            let _ = writeln!(out, "| `{}` | {} | {} |", kind.kind, cell(&kind.summary), cell(&keys(kind)));
        }
    }
    out
}

fn keys(kind: &Kind) -> String {
    let required = kind.schema["required"].as_array().cloned().unwrap_or_default();
    let mut keys = Vec::new();
    for (key, schema) in kind.schema["properties"].as_object().into_iter().flatten() {
        if key == "kind" {
            continue;
        }
        keys.push(match schema.get("default") {
            _ if required.contains(&key.as_str().into()) => format!("`{key}`"),
            Some(default) => format!("`{key}` (default `{default}`)"),
            None => format!("`{key}` (optional)"),
        });
    }
    keys.join(", ")
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
