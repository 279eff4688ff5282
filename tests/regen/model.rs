//! The types that the schemas describe, freed from JSON Schema's many ways to say one thing.

use serde_json::Value;
use std::collections::BTreeMap;

/// All types by name, which is the same in Rust, Python and TypeScript.
pub type Model = BTreeMap<String, Declared>;

/// A named type.
#[derive(Debug, PartialEq)]
pub struct Declared {
    pub doc: String,
    pub shape: Shape,
}

#[derive(Debug, PartialEq)]
pub enum Shape {
    /// Fields by key; a kind of a registry has its name in `kind`, which is no field then.
    Struct { kind: Option<String>, fields: Vec<Field>, open: bool },
    /// Names, each with what it means.
    Names(Vec<(String, String)>),
    /// One of several types.
    Union(Vec<Type>),
    /// Another name for a type.
    Alias(Type),
}

#[derive(Debug, PartialEq)]
pub struct Field {
    pub key: String,
    pub doc: String,
    pub of: Type,
    pub required: bool,
    pub default: Option<Value>,
}

/// How a type is written where it is used.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    Any,
    Null,
    Bool,
    Integer,
    Number,
    Text,
    Literal(String),
    Named(String),
    List(Box<Type>),
    Tuple(Vec<Type>),
    Map(Box<Type>),
    /// One of several, nothing among them perhaps.
    Union(Vec<Type>),
}

impl Type {
    /// The names it mentions.
    pub fn names(&self) -> Vec<&str> {
        match self {
            Self::Named(name) => vec![name],
            Self::List(of) | Self::Map(of) => of.names(),
            Self::Tuple(of) | Self::Union(of) => of.iter().flat_map(Self::names).collect(),
            _ => Vec::new(),
        }
    }

    pub fn nullable(&self) -> bool {
        match self {
            Self::Null | Self::Any => true,
            Self::Union(of) => of.iter().any(Self::nullable),
            _ => false,
        }
    }
}

/// Collects the types of all schemas. Two different types of one name are an error: each language has one namespace.
pub fn of(schemas: &BTreeMap<String, Value>) -> Result<Model, String> {
    let mut model = Model::new();
    for (document, schema) in schemas {
        let title = schema["title"]
            .as_str()
            .ok_or(format!("{document}: a root schema has its type's name as title"))?;
        let definitions = schema["$defs"].as_object().into_iter().flatten();
        let types = definitions.map(|(name, schema)| (name.as_str(), schema)).chain([(title, schema)]);
        for (name, schema) in types {
            let declared = declared(schema).map_err(|reason| format!("{document}: {name}: {reason}"))?;
            match model.get(name) {
                Some(other) if *other != declared => {
                    return Err(format!("{document}: two types are called {name}; rename one of them"));
                }
                _ => model.insert(name.to_owned(), declared),
            };
        }
    }
    Ok(model)
}

fn declared(schema: &Value) -> Result<Declared, String> {
    let doc = text(schema, "description");
    let shape = if let Some(properties) = schema["properties"].as_object() {
        let required: Vec<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut kind = None;
        let mut fields = Vec::new();
        for (key, schema) in properties {
            if key == "kind" && schema.get("const").is_some() {
                kind = Some(text(schema, "const"));
                continue;
            }
            fields.push(Field {
                key: key.clone(),
                doc: text(schema, "description"),
                of: used(schema).map_err(|reason| format!("{key}: {reason}"))?,
                required: required.contains(&key.as_str()),
                default: schema.get("default").cloned(),
            });
        }
        Shape::Struct { kind, fields, open: schema["additionalProperties"] != Value::Bool(false) }
    } else if let Some(names) = names(schema) {
        Shape::Names(names)
    } else {
        match used(schema)? {
            Type::Union(of) => Shape::Union(of),
            other => Shape::Alias(other),
        }
    };
    Ok(Declared { doc, shape })
}

/// The names of an enum that has no more than names: `enum`, or `oneOf` constants that are documented.
fn names(schema: &Value) -> Option<Vec<(String, String)>> {
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().map(|value| Some((value.as_str()?.to_owned(), String::new()))).collect();
    }
    let mut names = Vec::new();
    for variant in schema["oneOf"].as_array()? {
        match (variant["const"].as_str(), variant["enum"].as_array()) {
            (Some(name), None) => names.push((name.to_owned(), text(variant, "description"))),
            // schemars puts the undocumented variants together.
            (None, Some(values)) => {
                for value in values {
                    names.push((value.as_str()?.to_owned(), String::new()));
                }
            }
            _ => return None,
        }
    }
    Some(names)
}

fn used(schema: &Value) -> Result<Type, String> {
    let Some(object) = schema.as_object() else {
        return if *schema == Value::Bool(true) {
            Ok(Type::Any)
        } else {
            Err(format!("no type in {schema}"))
        };
    };
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.strip_prefix("#/$defs/").ok_or(format!("{reference} is no definition"))?;
        return Ok(Type::Named(name.to_owned()));
    }
    if let Some(value) = schema.get("const") {
        let text = value.as_str().ok_or(format!("the constant {value} is no text"))?;
        return Ok(Type::Literal(text.to_owned()));
    }
    if let Some(names) = names(schema) {
        return Ok(Type::Union(names.into_iter().map(|(name, _)| Type::Literal(name)).collect()));
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(variants) = schema[key].as_array() {
            return variants.iter().map(used).collect::<Result<_, _>>().map(Type::Union);
        }
    }
    if let Some([one]) = schema["allOf"].as_array().map(Vec::as_slice) {
        return used(one);
    }
    match &schema["type"] {
        Value::String(name) => plain(name, schema),
        Value::Array(names) => {
            let of = names.iter().map(|name| plain(name.as_str().unwrap_or_default(), schema));
            of.collect::<Result<_, _>>().map(Type::Union)
        }
        _ if object.keys().all(|key| matches!(key.as_str(), "description" | "default" | "title")) => {
            Ok(Type::Any)
        }
        _ => Err(format!("a schema of a shape that is not foreseen: {schema}")),
    }
}

fn plain(name: &str, schema: &Value) -> Result<Type, String> {
    Ok(match name {
        "null" => Type::Null,
        "boolean" => Type::Bool,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "string" => Type::Text,
        "array" => match schema["prefixItems"].as_array() {
            Some(items) => Type::Tuple(items.iter().map(used).collect::<Result<_, _>>()?),
            None => Type::List(Box::new(schema.get("items").map_or(Ok(Type::Any), used)?)),
        },
        "object" if schema.get("properties").is_none() => {
            let of = schema.get("additionalProperties");
            Type::Map(Box::new(of.map_or(Ok(Type::Any), used)?))
        }
        "object" => return Err("a struct inside another needs a name: let it derive JsonSchema".to_owned()),
        other => return Err(format!("unknown type {other:?}")),
    })
}

fn text(schema: &Value, key: &str) -> String {
    schema[key].as_str().unwrap_or_default().to_owned()
}
