//! TypeScript's document types: interfaces, and unions told apart by `kind`.

use crate::model::{Declared, Field, Model, Shape, Type};
use crate::prose;
use std::fmt::Write as _;

const HEAD: &str =
    "// Documents as plain objects. Written by `make regen` from the Rust types: do not edit.\n";

/// The file's text.
pub fn write(model: &Model) -> String {
    let mut out = HEAD.to_owned();
    for (name, Declared { doc, shape }) in model {
        out.push('\n');
        match shape {
            Shape::Struct { kind, fields, open } => {
                comment(&mut out, doc, "");
                interface(&mut out, name, kind.as_deref(), fields, *open);
            }
            Shape::Names(names) => {
                comment(&mut out, &prose::with_names(doc, names), "");
                alias(&mut out, name, names.iter().map(|(name, _)| format!("'{name}'")).collect());
            }
            Shape::Union(of) => {
                comment(&mut out, doc, "");
                alias(&mut out, name, of.iter().map(written).collect());
            }
            Shape::Alias(of) => {
                comment(&mut out, doc, "");
                alias(&mut out, name, vec![written(of)]);
            }
        }
    }
    out
}

fn interface(out: &mut String, name: &str, kind: Option<&str>, fields: &[Field], open: bool) {
    let _ = writeln!(out, "export interface {name} {{");
    if let Some(kind) = kind {
        let _ = writeln!(out, "  /** Which kind it is. */\n  kind: '{kind}'");
    }
    for field in fields {
        let default = field.default.as_ref().filter(|default| !default.is_null() && field.key != "schema");
        let doc = match default {
            Some(default) => format!("{}\n\n@default {default}", field.doc),
            None => field.doc.clone(),
        };
        comment(out, &doc, "  ");
        let mark = if field.required { "" } else { "?" };
        let _ = writeln!(out, "  {}{mark}: {}", field.key, written(&field.of));
    }
    if open {
        let _ = writeln!(out, "  /** Whatever else the document says is kept. */\n  [key: string]: unknown");
    }
    out.push_str("}\n");
}

fn alias(out: &mut String, name: &str, parts: Vec<String>) {
    let line = format!("export type {name} = {}", parts.join(" | "));
    if line.len() <= 120 {
        let _ = writeln!(out, "{line}");
    } else {
        let _ = writeln!(out, "export type {name} =\n  | {}", parts.join("\n  | "));
    }
}

fn written(of: &Type) -> String {
    match of {
        Type::Any => "unknown".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Bool => "boolean".to_owned(),
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Text => "string".to_owned(),
        Type::Literal(text) => format!("'{text}'"),
        Type::Named(name) => name.clone(),
        Type::List(of) if matches!(**of, Type::Union(_)) => format!("({})[]", written(of)),
        Type::List(of) => format!("{}[]", written(of)),
        Type::Tuple(of) => format!("[{}]", of.iter().map(written).collect::<Vec<_>>().join(", ")),
        Type::Map(of) => format!("Record<string, {}>", written(of)),
        Type::Union(of) => of.iter().map(written).collect::<Vec<_>>().join(" | "),
    }
}

fn comment(out: &mut String, doc: &str, blank: &str) {
    if doc.is_empty() {
        return;
    }
    let lines = prose::wrapped(&doc.replace("*/", "*\\/"), blank.len() + 7);
    match lines.as_slice() {
        [line] => {
            let _ = writeln!(out, "{blank}/** {line} */");
        }
        lines => {
            let _ = writeln!(out, "{blank}/**");
            for line in lines {
                let _ = writeln!(out, "{blank} * {line}").map(|()| trim_end(out));
            }
            let _ = writeln!(out, "{blank} */");
        }
    }
}

/// No blanks before the line's end.
fn trim_end(out: &mut String) {
    out.truncate(out.trim_end().len());
    out.push('\n');
}
