//! Facts, ready to be asked.

use crate::document::Given;
use crate::error::raise;
use greenboard::component::Workspace;
use greenboard::fact::{self as core, Fact, Roster};
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

/// Facts that calls on any thread share.
#[derive(Clone)]
pub(crate) struct Shared(Arc<RwLock<core::Facts>>);

impl Shared {
    /// The facts, to be asked.
    pub(crate) fn held(&self) -> RwLockReadGuard<'_, core::Facts> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Many facts.
#[napi(js_name = "Facts")]
pub struct Facts(Shared);

impl Facts {
    /// The facts, for work on another thread.
    pub(crate) fn shared(&self) -> Shared {
        self.0.clone()
    }
}

#[napi]
impl Facts {
    /// None yet, about what a workspace knows, where one is given.
    #[napi(factory)]
    pub fn of(workspace: Option<Given>) -> Result<Self> {
        let roster = match workspace {
            Some(workspace) => workspace.read::<Workspace>("workspace").map_err(raise)?.roster(),
            None => Roster::new(),
        };
        Ok(Self(Shared(Arc::new(RwLock::new(core::Facts::new(roster))))))
    }

    /// Takes a list of facts in.
    #[napi]
    pub fn add(&self, facts: Given) -> Result<()> {
        let facts: Vec<Fact> = facts.read("facts").map_err(raise)?;
        self.0.0.write().unwrap_or_else(PoisonError::into_inner).add(facts);
        Ok(())
    }

    /// How many there are.
    #[napi]
    pub fn len(&self) -> u32 {
        u32::try_from(self.0.held().len()).unwrap_or(u32::MAX)
    }
}
