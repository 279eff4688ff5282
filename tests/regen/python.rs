//! Python's document types: msgspec Structs, which refuse unknown fields as the core does.

use crate::model::{Declared, Field, Model, Shape, Type};
use crate::prose;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;

const HEAD: &str = "\"\"\"Documents as typed objects. Written by ``make regen`` from the Rust types: do not edit.\"\"\"\n\n\
from __future__ import annotations\n\n";

/// The module's text. `mixins` is the hand-written module whose classes give a struct its verbs: that of the struct's own
/// name, and `Document`'s for all.
pub fn write(model: &Model, mixins: &str) -> Result<String, String> {
    let mixins: BTreeSet<&str> = mixins.lines().filter_map(class_name).collect();
    let body = types(model, &mixins)?;
    let mut out = HEAD.to_owned();
    let imported: Vec<_> =
        ["Any", "Literal", "TypeAlias"].into_iter().filter(|name| mentions(&body, name)).collect();
    if !imported.is_empty() {
        let _ = writeln!(out, "from typing import {}\n", imported.join(", "));
    }
    out += "import msgspec\n\n";
    if mentions(&body, "_mixins") {
        out += "from . import _mixins\n\n";
    }
    out += "__all__ = [\n";
    for name in model.keys() {
        let _ = writeln!(out, "    {name:?},");
    }
    let _ = write!(out, "]\n\n{}\n", body.trim_end());
    Ok(out)
}

fn mentions(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|other| other == word)
}

fn types(model: &Model, mixins: &BTreeSet<&str>) -> Result<String, String> {
    let mut out = String::new();
    // Aliases are evaluated where they stand, annotations are not: names first, then structs, then what is made of them.
    for (name, declared) in model {
        if let Shape::Names(names) = &declared.shape {
            let literals: Vec<_> = names.iter().map(|(name, _)| Type::Literal(name.clone())).collect();
            alias(&mut out, name, &Type::Union(literals), &prose::with_names(&declared.doc, names));
        }
    }
    for (name, Declared { doc, shape }) in model {
        if let Shape::Struct { kind, fields, open } = shape {
            structure(&mut out, model, mixins, name, doc, kind.as_deref(), fields, *open)
                .map_err(|reason| format!("{name}: {reason}"))?;
        }
    }
    out.push('\n');
    for name in in_order(model)? {
        let Declared { doc, shape } = &model[name];
        match shape {
            Shape::Union(of) => alias(&mut out, name, &Type::Union(of.clone()), doc),
            Shape::Alias(of) => alias(&mut out, name, of, doc),
            _ => {}
        }
    }
    Ok(out)
}

fn class_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("class ")?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
    rest.get(..end)
}

fn alias(out: &mut String, name: &str, of: &Type, doc: &str) {
    let line = format!("{name}: TypeAlias = {}", written(of));
    if line.len() <= 120 {
        let _ = writeln!(out, "{line}");
    } else {
        let of = written(of);
        let _ = match of.strip_prefix("Literal[").and_then(|of| of.strip_suffix(']')) {
            Some(names) => {
                writeln!(out, "{name}: TypeAlias = Literal[\n    {},\n]", names.replace(", ", ",\n    "))
            }
            None => writeln!(out, "{name}: TypeAlias = (\n    {}\n)", of.replace(" | ", "\n    | ")),
        };
    }
    docstring(out, doc, 0);
    out.push('\n');
}

#[allow(clippy::too_many_arguments)]
fn structure(
    out: &mut String,
    model: &Model,
    mixins: &BTreeSet<&str>,
    name: &str,
    doc: &str,
    kind: Option<&str>,
    fields: &[Field],
    open: bool,
) -> Result<(), String> {
    let mut bases: Vec<String> = [name, "Document"]
        .iter()
        .filter(|mixin| mixins.contains(*mixin))
        .map(|mixin| format!("_mixins.{mixin}"))
        .collect();
    bases.push("msgspec.Struct".to_owned());
    bases.push("kw_only=True".to_owned());
    if !open {
        bases.push("forbid_unknown_fields=True".to_owned());
    }
    if let Some(kind) = kind {
        bases.extend(["tag_field=\"kind\"".to_owned(), format!("tag={kind:?}")]);
    }
    let line = format!("class {name}({}):", bases.join(", "));
    if line.len() <= 120 {
        let _ = writeln!(out, "\n{line}");
    } else {
        let _ = writeln!(out, "\nclass {name}(\n    {},\n):", bases.join(",\n    "));
    }
    docstring(out, doc, 4);
    out.push('\n');
    for field in fields {
        let python = python_name(&field.key);
        let mut of = written(&field.of);
        if !field.required && field.default.is_none() && !field.of.nullable() {
            return Err(format!("{} may be left out, but has neither a default nor a null", field.key));
        }
        let default = match (&field.default, field.required) {
            (Some(value), _) => Some(constant(model, &field.of, value)?),
            (None, false) => Some(Constant::Plain("None".to_owned())),
            (None, true) => None,
        };
        if default.as_ref().is_some_and(|default| *default == Constant::Plain("None".to_owned()))
            && !field.of.nullable()
        {
            of += " | None";
        }
        let renamed = (python != field.key).then(|| format!("name={:?}", field.key));
        let value = match (default, renamed) {
            (None, None) => String::new(),
            (Some(Constant::Plain(value)), None) => format!(" = {value}"),
            (Some(Constant::Made(value)), None) => {
                format!(" = msgspec.field(default_factory=lambda: {value})")
            }
            (None, Some(name)) => format!(" = msgspec.field({name})"),
            (Some(Constant::Plain(value)), Some(name)) => {
                format!(" = msgspec.field(default={value}, {name})")
            }
            (Some(Constant::Made(value)), Some(name)) => {
                format!(" = msgspec.field(default_factory=lambda: {value}, {name})")
            }
        };
        let _ = writeln!(out, "    {python}: {of}{value}");
        docstring(out, &field.doc, 4);
    }
    if let Some(kind) = kind {
        let _ = write!(
            out,
            "\n    @property\n    def kind(self) -> Literal[{kind:?}]:\n        \"\"\"Which kind it is.\"\"\"\n        return {kind:?}\n"
        );
    }
    out.push('\n');
    Ok(())
}

/// The name of a field: its key, with `_` behind where Python or an annotation beside it has the word for itself.
fn python_name(key: &str) -> String {
    const TAKEN: [&str; 44] = [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
        "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in",
        "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
        "bool", "dict", "float", "int", "list", "msgspec", "str", "tuple", "property",
    ];
    if TAKEN.contains(&key) { format!("{key}_") } else { key.to_owned() }
}

#[derive(PartialEq)]
enum Constant {
    Plain(String),
    /// Mutable and not empty: made anew for each object.
    Made(String),
}

fn constant(model: &Model, of: &Type, value: &Value) -> Result<Constant, String> {
    let text = match value {
        Value::Array(items) if items.is_empty() => "[]".to_owned(),
        Value::Object(entries) if entries.is_empty() && matches!(of, Type::Map(_)) => "{}".to_owned(),
        Value::Array(_) | Value::Object(_) => return expression(model, of, value).map(Constant::Made),
        scalar => expression(model, of, scalar)?,
    };
    Ok(Constant::Plain(text))
}

/// The Python expression of a value of a type.
fn expression(model: &Model, of: &Type, value: &Value) -> Result<String, String> {
    let strange = || format!("the default {value} is none of its type");
    Ok(match (value, of) {
        (Value::Null, _) => "None".to_owned(),
        (Value::Bool(true), _) => "True".to_owned(),
        (Value::Bool(false), _) => "False".to_owned(),
        (Value::Number(number), _) => number.to_string(),
        (Value::String(text), _) => format!("{text:?}"),
        (Value::Array(items), Type::List(of)) => {
            let items =
                items.iter().map(|item| expression(model, of, item)).collect::<Result<Vec<_>, _>>()?;
            format!("[{}]", items.join(", "))
        }
        (Value::Object(entries), Type::Map(of)) => {
            let entry = |(key, value)| Ok(format!("{key:?}: {}", expression(model, of, value)?));
            format!("{{{}}}", entries.iter().map(entry).collect::<Result<Vec<_>, String>>()?.join(", "))
        }
        (_, Type::Union(of)) => {
            of.iter().find_map(|of| expression(model, of, value).ok()).ok_or_else(strange)?
        }
        (_, Type::Named(name)) => match &model.get(name).ok_or_else(strange)?.shape {
            Shape::Union(of) => expression(model, &Type::Union(of.clone()), value)?,
            Shape::Alias(of) => expression(model, of, value)?,
            Shape::Struct { kind, fields, .. } => {
                if value["kind"].as_str() != kind.as_deref() {
                    return Err(strange());
                }
                let mut arguments = Vec::new();
                for field in fields {
                    // What is the field's own default need not be said.
                    let given = value.get(&field.key).filter(|given| Some(*given) != field.default.as_ref());
                    if let Some(given) = given {
                        let given = expression(model, &field.of, given)?;
                        arguments.push(format!("{}={given}", python_name(&field.key)));
                    }
                }
                format!("{name}({})", arguments.join(", "))
            }
            Shape::Names(_) => return Err(strange()),
        },
        _ => return Err(strange()),
    })
}

fn written(of: &Type) -> String {
    match of {
        Type::Any => "Any".to_owned(),
        Type::Null => "None".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Number => "float".to_owned(),
        Type::Text => "str".to_owned(),
        Type::Literal(text) => format!("Literal[{text:?}]"),
        Type::Named(name) => name.clone(),
        Type::List(of) => format!("list[{}]", written(of)),
        Type::Tuple(of) => format!("tuple[{}]", of.iter().map(written).collect::<Vec<_>>().join(", ")),
        Type::Map(of) => format!("dict[str, {}]", written(of)),
        Type::Union(of) => {
            let literal =
                |of: &Type| if let Type::Literal(text) = of { Some(format!("{text:?}")) } else { None };
            let literals: Vec<_> = of.iter().filter_map(literal).collect();
            let mut parts: Vec<_> = of.iter().filter(|of| literal(of).is_none()).map(written).collect();
            if !literals.is_empty() {
                parts.insert(0, format!("Literal[{}]", literals.join(", ")));
            }
            parts.join(" | ")
        }
    }
}

/// The aliases and unions, each after those it is made of.
fn in_order(model: &Model) -> Result<Vec<&str>, String> {
    let made_of = |name: &str| match &model[name].shape {
        Shape::Union(of) => of.iter().flat_map(Type::names).collect(),
        Shape::Alias(of) => of.names(),
        _ => Vec::new(),
    };
    let is_alias = |name: &str| matches!(model[name].shape, Shape::Union(_) | Shape::Alias(_));
    let mut open: Vec<&str> = model.keys().map(String::as_str).filter(|name| is_alias(name)).collect();
    let mut done: Vec<&str> = Vec::new();
    while !open.is_empty() {
        let ready = |name: &&str| made_of(name).iter().all(|part| !is_alias(part) || done.contains(part));
        let (now, later): (Vec<&str>, Vec<&str>) = open.iter().partition(|name| ready(name));
        if now.is_empty() {
            return Err(format!(
                "{} are unions made of each other; put a struct between them",
                later.join(" and ")
            ));
        }
        done.extend(now);
        open = later;
    }
    Ok(done)
}

fn docstring(out: &mut String, doc: &str, indent: usize) {
    if doc.is_empty() {
        return;
    }
    let doc = doc.replace('\\', "\\\\").replace("\"\"\"", "\\\"\\\"\\\"").replace('`', "``");
    let doc = if doc.ends_with('"') { format!("{doc} ") } else { doc };
    let blank = " ".repeat(indent);
    let lines = prose::wrapped(&doc, indent + 6);
    let _ = write!(out, "{blank}\"\"\"");
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&blank);
            }
        }
        out.push_str(line);
    }
    if lines.len() > 1 {
        let _ = write!(out, "\n{blank}");
    }
    out.push_str("\"\"\"\n");
}
