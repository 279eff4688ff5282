//! The components of one repository, found by name and in a fixed order.

use super::types::Component;
use crate::error::{Coded, codes};
use std::collections::BTreeMap;

/// The components of one repository or organisation. Names are unique; iteration is by name.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Workspace {
    components: BTreeMap<String, Component>,
}

impl Workspace {
    /// A workspace of these components; two of one name are an error that says where both live.
    pub fn new(components: impl IntoIterator<Item = Component>) -> crate::Result<Self> {
        let mut workspace = Self::default();
        for component in components {
            if let Some(first) = workspace.components.get(&component.name) {
                return Err(ComponentError::Duplicate {
                    name: component.name,
                    first: first.path.clone(),
                    second: component.path,
                }
                .into());
            }
            workspace.components.insert(component.name.clone(), component);
        }
        Ok(workspace)
    }

    /// The component of this name.
    pub fn get(&self, name: &str) -> Option<&Component> {
        self.components.get(name)
    }

    /// All components, by name.
    pub fn components(&self) -> impl ExactSizeIterator<Item = &Component> {
        self.components.values()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.components.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.components.is_empty()
    }
}

/// What can be wrong with a workspace.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub(crate) enum ComponentError {
    #[error("two components are called {name:?}: one in {first:?}, one in {second:?}; rename one of them")]
    Duplicate { name: String, first: String, second: String },
}

codes! { ComponentError {
    ComponentError::Duplicate { .. } => "component.duplicate",
} }

impl Coded for ComponentError {
    fn code(&self) -> &'static str {
        self.code_of()
    }
}
