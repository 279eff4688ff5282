//! One thing that a gate asks: what all kinds say, and the kind itself, in one map.

use crate::document::{Fields, Node, Read};
use crate::gate::criterion::Check;
use crate::gate::outcome::Severity;
use schemars::JsonSchema;
use serde::Serialize;

/// One thing that a gate asks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Criterion {
    /// What criteria of all kinds say of themselves.
    #[serde(flatten)]
    pub about: About,
    /// What is asked.
    #[serde(flatten)]
    pub check: Check,
}

impl Criterion {
    /// Of this name, asking this.
    pub fn new(name: impl Into<String>, check: impl Into<Check>) -> Self {
        let about = About {
            name: name.into(),
            title: None,
            severity: None,
            owner: None,
            cost: None,
            environment: None,
        };
        Self { about, check: check.into() }
    }
}

/// What criteria of all kinds say of themselves.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[non_exhaustive]
pub struct About {
    /// Its name, unique in its gate.
    pub name: String,
    /// What people call it.
    pub title: Option<String>,
    /// How much it weighs; as much as its gate, where left out.
    pub severity: Option<Severity>,
    /// Who acts where it does not hold; the gate's owner, where left out.
    pub owner: Option<String>,
    /// What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out.
    pub cost: Option<f64>,
    /// The environment whose evidence counts; the one that is asked about, where left out.
    pub environment: Option<String>,
}

impl About {
    const KEYS: &'static [&'static str] = &["name", "title", "severity", "owner", "cost", "environment"];
}

impl Read for Criterion {
    fn read(node: &Node) -> crate::Result<Self> {
        // The kind first: it refuses unknown keys, and a mistyped `name` is better called unknown than missing.
        let check = Check::read_beside(node, About::KEYS)?;
        let fields = Fields::open(node)?;
        let about = About {
            name: fields.required("name")?,
            title: fields.required("title")?,
            severity: fields.required("severity")?,
            owner: fields.required("owner")?,
            cost: fields.required("cost")?,
            environment: fields.required("environment")?,
        };
        Ok(Self { about, check })
    }
}

impl JsonSchema for Criterion {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Criterion".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Check::json_schema(generator)
    }
}
