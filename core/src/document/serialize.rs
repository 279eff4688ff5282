//! Any `Serialize` value as a tree, so that everything written goes through one canonical form.
//!
//! serde_json's own `to_value` is not used: it turns NaN into `null` and says nothing.

use super::error::DocumentError;
use super::tree::{Key, MAX_DEPTH, Node, Position, Value};
use serde::ser::{self, Serialize};
use std::fmt;

/// The tree of a value: as serde_json would write it, but with every number exact or refused.
///
/// ```
/// use greenboard::document::{self, Value};
/// assert_eq!(document::to_node(&Some(7))?.value, Value::Integer(7));
/// assert_eq!(document::to_node(&f64::NAN).unwrap_err().code(), "document.not_finite");
/// # Ok::<(), greenboard::Error>(())
/// ```
///
/// # Errors
/// `document.not_finite`, `document.not_json`, `document.too_deep`; the path says where.
pub fn to_node<T: Serialize + ?Sized>(value: &T) -> crate::Result<Node> {
    let value = value.serialize(Serializer { depth: 0 }).map_err(|failure| failure.0)?;
    Ok(Node::new(value))
}

impl Serialize for Node {
    /// The value alone, without its place. An integer beyond 64 bits is refused: no number type of serde's holds it exactly.
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match &self.value {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Integer(value) => serializer.serialize_i64(*value),
            Value::Float(value) => serializer.serialize_f64(*value),
            Value::BigInteger(digits) => {
                Err(ser::Error::custom(format!("the integer {digits} is beyond 64 bits")))
            }
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Map(entries) => {
                serializer.collect_map(entries.iter().map(|(key, node)| (&key.text, node)))
            }
        }
    }
}

/// [`crate::Error`] in the shape that serde asks for.
#[derive(Debug)]
struct Failure(crate::Error);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Failure {}

impl ser::Error for Failure {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        DocumentError::NotJson { reason: reason.to_string() }.into()
    }
}

impl From<DocumentError> for Failure {
    fn from(problem: DocumentError) -> Self {
        Self(problem.at(Position::default()))
    }
}

type Result<T = Value> = std::result::Result<T, Failure>;

#[derive(Clone, Copy)]
struct Serializer {
    /// How many lists and maps are open around the value.
    depth: usize,
}

impl Serializer {
    fn deeper(self) -> Result<Self> {
        if self.depth >= MAX_DEPTH {
            return Err(DocumentError::TooDeep { limit: MAX_DEPTH }.into());
        }
        Ok(Self { depth: self.depth + 1 })
    }

    fn list(self, variant: Option<&'static str>) -> Result<List> {
        let inner = if variant.is_some() { self.deeper()? } else { self }.deeper()?;
        Ok(List { inner, variant, items: Vec::new() })
    }

    fn map(self, variant: Option<&'static str>) -> Result<Map> {
        let inner = if variant.is_some() { self.deeper()? } else { self }.deeper()?;
        Ok(Map { inner, variant, entries: Vec::new(), key: None })
    }
}

/// A list being built; under the key `variant` where it is the content of an enum's variant.
struct List {
    inner: Serializer,
    variant: Option<&'static str>,
    items: Vec<Node>,
}

/// A map being built, likewise.
struct Map {
    inner: Serializer,
    variant: Option<&'static str>,
    entries: Vec<(Key, Node)>,
    key: Option<String>,
}

fn tagged(variant: Option<&'static str>, value: Value) -> Value {
    match variant {
        Some(name) => Value::Map(vec![(made_key(name.to_owned()), Node::new(value))]),
        None => value,
    }
}

fn made_key(text: String) -> Key {
    Key { text, at: Position::default() }
}

impl List {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let index = self.items.len();
        let value = value.serialize(self.inner).map_err(|failure| Failure(failure.0.under_index(index)))?;
        self.items.push(Node::new(value));
        Ok(())
    }

    fn finish(self) -> Value {
        tagged(self.variant, Value::List(self.items))
    }
}

impl Map {
    fn push<T: Serialize + ?Sized>(&mut self, key: String, value: &T) -> Result<()> {
        let value = value.serialize(self.inner).map_err(|failure| Failure(failure.0.under_key(&key)))?;
        self.entries.push((made_key(key), Node::new(value)));
        Ok(())
    }

    fn finish(self) -> Value {
        tagged(self.variant, Value::Map(self.entries))
    }
}

macro_rules! integers {
    ($($method:ident($type:ty)),+) => {
        $(fn $method(self, value: $type) -> Result {
            Ok(i64::try_from(value).map_or_else(|_| Value::BigInteger(value.to_string()), Value::Integer))
        })+
    };
}

impl ser::Serializer for Serializer {
    type Ok = Value;
    type Error = Failure;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = List;
    type SerializeTupleVariant = List;
    type SerializeMap = Map;
    type SerializeStruct = Map;
    type SerializeStructVariant = Map;

    integers!(
        serialize_i8(i8),
        serialize_i16(i16),
        serialize_i32(i32),
        serialize_i64(i64),
        serialize_i128(i128),
        serialize_u8(u8),
        serialize_u16(u16),
        serialize_u32(u32),
        serialize_u64(u64),
        serialize_u128(u128)
    );

    fn serialize_bool(self, value: bool) -> Result {
        Ok(Value::Bool(value))
    }
    fn serialize_f32(self, value: f32) -> Result {
        self.serialize_f64(f64::from(value))
    }
    fn serialize_f64(self, value: f64) -> Result {
        if !value.is_finite() {
            return Err(DocumentError::NotFinite { number: value.to_string() }.into());
        }
        Ok(Value::Float(value))
    }
    fn serialize_char(self, value: char) -> Result {
        Ok(Value::Text(value.into()))
    }
    fn serialize_str(self, value: &str) -> Result {
        Ok(Value::Text(value.to_owned()))
    }
    fn serialize_bytes(self, _: &[u8]) -> Result {
        Err(DocumentError::NotJson {
            reason: "bytes have no form of their own; encode them as text".to_owned(),
        }
        .into())
    }
    fn serialize_none(self) -> Result {
        Ok(Value::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result {
        Ok(Value::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result {
        Ok(Value::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result {
        Ok(Value::Text(variant.to_owned()))
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result {
        let value =
            value.serialize(self.deeper()?).map_err(|failure| Failure(failure.0.under_key(variant)))?;
        Ok(tagged(Some(variant), value))
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<List> {
        self.list(None)
    }
    fn serialize_tuple(self, _: usize) -> Result<List> {
        self.list(None)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List> {
        self.list(None)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<List> {
        self.list(Some(variant))
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Map> {
        self.map(None)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Map> {
        self.map(None)
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Map> {
        self.map(Some(variant))
    }
}

macro_rules! lists {
    ($($trait:ident::$method:ident),+) => {
        $(impl ser::$trait for List {
            type Ok = Value;
            type Error = Failure;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
                self.push(value)
            }
            fn end(self) -> Result {
                Ok(self.finish())
            }
        })+
    };
}

lists!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);

macro_rules! structs {
    ($($trait:ident),+) => {
        $(impl ser::$trait for Map {
            type Ok = Value;
            type Error = Failure;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<()> {
                self.push(key.to_owned(), value)
            }
            fn end(self) -> Result {
                Ok(self.finish())
            }
        })+
    };
}

structs!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Map {
    type Ok = Value;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.key = Some(match key.serialize(self.inner)? {
            Value::Text(text) | Value::BigInteger(text) => text,
            Value::Integer(integer) => integer.to_string(),
            Value::Bool(value) => value.to_string(),
            _ => {
                return Err(
                    DocumentError::NotJson { reason: "the key of a map is no text".to_owned() }.into()
                );
            }
        });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let key = self.key.take().unwrap_or_default();
        self.push(key, value)
    }

    fn end(self) -> Result {
        Ok(self.finish())
    }
}
