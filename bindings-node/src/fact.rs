//! Facts, ready to be asked.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use greenboard::component::Workspace;
use greenboard::document::{emit, to_json};
use greenboard::fact::{self as core, Roster};
use greenboard::gate::contracts;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::collections::BTreeMap;
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

impl Shared {
    /// Takes facts in.
    fn add(&self, facts: &Given) -> greenboard::Result<String> {
        let facts = facts.read_facts()?;
        emit(&self.0.write().unwrap_or_else(PoisonError::into_inner).add(facts))
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

    /// Takes facts in, a list or one, off the main thread; what came of it, as JSON.
    #[napi]
    pub fn add(&self, facts: Given) -> AsyncTask<Background> {
        let shared = self.shared();
        background(move || shared.add(&facts))
    }

    /// The same on the main thread.
    #[napi]
    pub fn add_sync(&self, facts: Given) -> Result<String> {
        self.0.add(&facts).map_err(raise)
    }

    /// The names that are nobody's and nothing's, as JSON.
    #[napi]
    pub fn unresolved(&self) -> Result<String> {
        to_json(&self.0.held().unresolved()).map_err(raise)
    }

    /// The facts that cannot all be true, as JSON.
    #[napi]
    pub fn contradictions(&self) -> Result<String> {
        to_json(&self.0.held().contradictions()).map_err(raise)
    }

    /// The facts of a kind, as JSON.
    #[napi]
    pub fn of_kind(&self, kind: String) -> Result<String> {
        to_json(&self.0.held().of_kind(&kind)).map_err(raise)
    }

    /// All facts, as JSON.
    #[napi]
    pub fn to_json(&self) -> Result<String> {
        self.0.held().to_json().map_err(raise)
    }

    /// The digest of all facts.
    #[napi]
    pub fn digest(&self) -> Result<String> {
        self.0.held().digest().map_err(raise)
    }

    /// How many came that were there already.
    #[napi]
    pub fn absorbed(&self) -> f64 {
        // Exact up to 2^53.
        self.0.held().absorbed() as f64
    }

    /// How many there are.
    #[napi]
    pub fn len(&self) -> u32 {
        u32::try_from(self.0.held().len()).unwrap_or(u32::MAX)
    }
}

/// Whether contracts allow a version into an environment, as JSON.
#[napi]
pub fn can_i_deploy(matrix: Given, component: String, version: String) -> Result<String> {
    let answer = matrix.read("matrix").map(|matrix| contracts::can_i_deploy(&matrix, &component, &version));
    answer.and_then(|answer| emit(&answer)).map_err(raise)
}

/// The components that can only go out together with one, as JSON.
#[napi]
pub fn deploy_together(
    matrix: Given,
    component: String,
    candidates: BTreeMap<String, String>,
) -> Result<String> {
    let set = matrix.read("matrix").map(|matrix| contracts::together(&matrix, &component, &candidates));
    set.and_then(|set| to_json(&set)).map_err(raise)
}
