//! An expression as a value of a document.

use super::function::Library;
use super::{Context, Program};
use crate::Result;
use crate::document::Node;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// An expression in a document: its text, compiled when it is read, so that what is wrong with it is said at its place there.
#[derive(Debug, Clone)]
pub struct Expression {
    program: Arc<Program>,
}

impl Expression {
    pub(crate) fn compile(source: &str, variables: &[&str], library: Library) -> Result<Self> {
        Ok(Self { program: Arc::new(Program::compile_with(source, variables, library)?) })
    }

    pub(crate) fn read(node: &Node, variables: &[&str], library: Library) -> Result<Self> {
        node.parsed(|source| Self::compile(source, variables, library))
    }

    /// The text.
    pub fn source(&self) -> &str {
        self.program.source()
    }

    /// Whether it holds.
    pub(crate) fn test(&self, context: &Context<'_>) -> Result<bool> {
        self.program.test(context)
    }

    /// Which fields of a variable it asks for; none where it may look at all of it.
    pub(crate) fn fields_of(&self, variable: &str) -> Option<Vec<&str>> {
        self.program.fields_of(variable)
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source() == other.source()
    }
}

impl Serialize for Expression {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.source())
    }
}

impl JsonSchema for Expression {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Expression".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

macro_rules! expression {
    ($(#[$doc:meta])+ $name:ident, $variables:expr, $library:expr) => {
        $(#[$doc])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
        #[serde(transparent)]
        #[schemars(inline)]
        pub struct $name($crate::gate::cel::Expression);

        impl $name {
            /// Compiles it.
            ///
            /// # Errors
            /// As [`Program::compile`]($crate::gate::cel::Program::compile).
            pub fn parse(source: &str) -> $crate::Result<Self> {
                $crate::gate::cel::Expression::compile(source, $variables, $library).map(Self)
            }
        }

        impl std::ops::Deref for $name {
            type Target = $crate::gate::cel::Expression;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl $crate::document::Read for $name {
            fn read(node: &$crate::document::Node) -> $crate::Result<Self> {
                $crate::gate::cel::Expression::read(node, $variables, $library).map(Self)
            }
        }
    };
}
pub(crate) use expression;
