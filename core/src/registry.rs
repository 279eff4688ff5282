//! Kinds: an enum whose variants live in a file each, and can be listed, read, written and described.
//!
//! [`registry!`] makes the enum from a table. To add a kind is one new file, one `mod` line and one row.

use crate::Result;
pub(crate) use crate::document::TAG;
use crate::document::{Node, read_name};
use schemars::{Schema, SchemaGenerator};

/// An enum made by [`registry!`].
pub(crate) trait Registry {
    /// Its name in documents and in the catalogue, such as `versioning`.
    const NAME: &'static str;
    /// Every kind, in the order of the table.
    const KINDS: &'static [&'static str];
    /// The schema of every kind, in the same order, its tag included.
    fn schemas(generator: &mut SchemaGenerator) -> Vec<Schema>;
}

/// Which of a registry's kinds a map says it is, as an index into its table.
pub(crate) fn read_kind(
    node: &Node,
    registry: &'static str,
    kinds: &'static [&'static str],
) -> Result<usize> {
    let fields = crate::document::Fields::open(node)?;
    let numbered = || kinds.iter().enumerate().map(|(index, kind)| (*kind, index));
    match fields.with(TAG, |node| read_name(node, registry, numbered()))? {
        Some(index) => Ok(index),
        None => Err(fields.missing(TAG)),
    }
}

/// The schema of a variant's type with the tag as its first property.
pub(crate) fn tagged(mut schema: Schema, kind: &str) -> Schema {
    let object = schema.ensure_object();
    let first = |name: &str, value: serde_json::Value, rest: Option<serde_json::Value>| {
        let mut map = serde_json::Map::from_iter([(name.to_owned(), value)]);
        map.extend(rest.and_then(|rest| rest.as_object().cloned()).into_iter().flatten());
        map
    };
    let tag = serde_json::json!({ "type": "string", "const": kind });
    let properties = first(TAG, tag, object.remove("properties"));
    let mut required = vec![TAG.into()];
    required
        .extend(object.remove("required").and_then(|names| names.as_array().cloned()).into_iter().flatten());
    object.insert("properties".to_owned(), properties.into());
    object.insert("required".to_owned(), required.into());
    schema
}

/// The schema of a kind's type with the properties that all kinds have before its own.
pub(crate) fn beside(common: Schema, mut schema: Schema) -> Schema {
    let object = schema.ensure_object();
    let common = common.to_value();
    let mut properties = common["properties"].as_object().cloned().unwrap_or_default();
    properties
        .extend(object.remove("properties").and_then(|own| own.as_object().cloned()).into_iter().flatten());
    object.insert("properties".to_owned(), properties.into());
    let mut required = common["required"].as_array().cloned().unwrap_or_default();
    required.extend(object.remove("required").and_then(|own| own.as_array().cloned()).into_iter().flatten());
    object.insert("required".to_owned(), required.into());
    schema
}

/// Makes an enum of kinds from a table: one row a kind, which gives the type it is read as and its name in documents.
///
/// ```text
/// mod calendar;   // outside the macro: rustfmt does not see modules inside
/// mod semantic;
///
/// registry! {
///     /// How a component's next version is chosen.
///     Versioning as "versioning" {
///         Semantic(semantic::Semantic) = "semantic",
///         Calendar(calendar::Calendar) = "calendar",
///     }
/// }
/// ```
/// With `beside Type` after the name, every kind also has that type's keys in its schema: whoever holds the registry reads them
/// from the same map, and hands their names to `read_beside`.
///
/// A variant's type is a struct with [`reads!`](crate::document::reads), `Serialize` and `JsonSchema`; its first paragraph
/// of documentation is the kind's summary. In a document the kind is the map's `kind`, its fields beside it.
macro_rules! registry {
    (
        $(#[doc = $doc:literal])+
        $registry:ident as $name:literal $(beside $beside:ty)? {
            $($variant:ident($($of:ident)::+) = $kind:literal),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[serde(tag = "kind")]
        // Kinds are values that people read and write one of, not rows of a table.
        #[allow(clippy::large_enum_variant)]
        #[non_exhaustive]
        pub enum $registry {
            $(
                #[doc = concat!("Under the name `", $kind, "`.")]
                #[serde(rename = $kind)]
                $variant($($of)::+)
            ),+
        }

        impl $registry {
            /// Every kind, by its name in documents.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            #[allow(unused_variables)]
            fn with_common_keys(
                schema: schemars::Schema,
                generator: &mut schemars::SchemaGenerator,
            ) -> schemars::Schema {
                $(let schema = $crate::registry::beside(
                    <$beside as schemars::JsonSchema>::json_schema(generator),
                    schema,
                );)?
                schema
            }

            /// The name of this kind.
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind),+ }
            }
        }

        $(impl From<$($of)::+> for $registry {
            fn from(value: $($of)::+) -> Self {
                Self::$variant(value)
            }
        })+

        impl $crate::registry::Registry for $registry {
            const NAME: &'static str = $name;
            const KINDS: &'static [&'static str] = Self::KINDS;

            fn schemas(generator: &mut schemars::SchemaGenerator) -> Vec<schemars::Schema> {
                vec![$({
                    // The variant's own type, with the tag among its properties, under the type's name.
                    struct Tagged;
                    impl schemars::JsonSchema for Tagged {
                        fn schema_name() -> std::borrow::Cow<'static, str> {
                            <$($of)::+ as schemars::JsonSchema>::schema_name()
                        }
                        fn schema_id() -> std::borrow::Cow<'static, str> {
                            concat!(module_path!(), "::", stringify!($variant), " as ", $kind).into()
                        }
                        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                            let schema = <$($of)::+ as schemars::JsonSchema>::json_schema(generator);
                            let schema = $registry::with_common_keys(schema, generator);
                            $crate::registry::tagged(schema, $kind)
                        }
                    }
                    generator.subschema_for::<Tagged>()
                }),+]
            }
        }

        impl $crate::document::Read for $registry {
            fn read(node: &$crate::document::Node) -> $crate::Result<Self> {
                Self::read_beside(node, &[])
            }

            fn read_beside(node: &$crate::document::Node, others: &[&'static str]) -> $crate::Result<Self> {
                let index = $crate::registry::read_kind(node, $name, Self::KINDS)?;
                let kind = Self::KINDS.get(index).copied();
                let others = &[&[$crate::registry::TAG], others].concat();
                $(if kind == Some($kind) {
                    return <$($of)::+ as $crate::document::Read>::read_beside(node, others).map(Self::$variant);
                })+
                Err(node.expected(concat!("a kind of ", $name)))
            }
        }

        impl schemars::JsonSchema for $registry {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($registry).into()
            }
            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds = <Self as $crate::registry::Registry>::schemas(generator);
                let doc = [$($doc),+].map(str::trim).join("\n");
                schemars::json_schema!({ "description": doc, "oneOf": kinds })
            }
        }
    };
}
pub(crate) use registry;
