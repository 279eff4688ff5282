//! A board that is kept up, as a handle: of many components it would be a long text.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::fact::{Facts, Shared};
use crate::gate::{Asked, GateSet, options};
use greenboard::document::to_json;
use greenboard::gate as core;
use greenboard::report;
use napi::bindgen_prelude::*;
use napi_derive::napi;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

/// A board that is kept up as facts come in and time passes.
#[napi(js_name = "LiveBoard")]
pub struct LiveBoard(Arc<RwLock<core::LiveBoard>>);

fn held(board: &RwLock<core::LiveBoard>) -> RwLockReadGuard<'_, core::LiveBoard> {
    board.read().unwrap_or_else(PoisonError::into_inner)
}

fn made(gates: core::GateSet, facts: &Shared, asked: Asked) -> greenboard::Result<core::LiveBoard> {
    let (scope, at) = asked.read()?;
    core::LiveBoard::new(gates, scope, &facts.held(), at)
}

fn updated(board: &RwLock<core::LiveBoard>, facts: &Shared, at: String) -> greenboard::Result<String> {
    let at = crate::plan::instant(at)?;
    let mut board = board.write().unwrap_or_else(PoisonError::into_inner);
    to_json(&board.update(&facts.held(), at)?)
}

/// The board of these gates on these facts.
#[napi]
pub fn board_sync(gates: &GateSet, facts: &Facts, asked: Asked) -> Result<LiveBoard> {
    made(gates.0.clone(), &facts.shared(), asked).map(LiveBoard::from).map_err(raise)
}

/// The same off the main thread.
#[napi(ts_return_type = "Promise<LiveBoard>")]
pub fn board(gates: &GateSet, facts: &Facts, asked: Asked) -> AsyncTask<BoardTask> {
    AsyncTask::new(BoardTask(Some((gates.0.clone(), facts.shared(), asked))))
}

/// The work behind [`board`].
pub struct BoardTask(Option<(core::GateSet, Shared, Asked)>);

impl Task for BoardTask {
    type Output = core::LiveBoard;
    type JsValue = LiveBoard;

    fn compute(&mut self) -> Result<core::LiveBoard> {
        let Some((gates, facts, asked)) = self.0.take() else {
            return Err(Error::new(Status::GenericFailure, "a task is computed once"));
        };
        made(gates, &facts, asked).map_err(raise)
    }

    fn resolve(&mut self, _: Env, board: core::LiveBoard) -> Result<LiveBoard> {
        Ok(board.into())
    }
}

impl From<core::LiveBoard> for LiveBoard {
    fn from(board: core::LiveBoard) -> Self {
        Self(Arc::new(RwLock::new(board)))
    }
}

#[napi]
impl LiveBoard {
    /// Takes in what is known by now, and gives the verdicts that are otherwise since, as JSON.
    #[napi]
    pub fn update_sync(&self, facts: &Facts, at: String) -> Result<String> {
        updated(&self.0, &facts.shared(), at).map_err(raise)
    }

    /// The same off the main thread.
    #[napi]
    pub fn update(&self, facts: &Facts, at: String) -> AsyncTask<Background> {
        let (board, facts) = (Arc::clone(&self.0), facts.shared());
        background(move || updated(&board, &facts, at))
    }

    /// The worst of all verdicts.
    #[napi]
    pub fn verdict(&self) -> String {
        held(&self.0).board().verdict.name().to_owned()
    }

    /// How many components come to which verdict, as JSON.
    #[napi]
    pub fn verdicts(&self) -> Result<String> {
        to_json(&held(&self.0).board().verdicts).map_err(raise)
    }

    /// The instant that it is of.
    #[napi]
    pub fn at(&self) -> String {
        held(&self.0).board().at.to_string()
    }

    /// How many components it has.
    #[napi]
    pub fn len(&self) -> u32 {
        u32::try_from(held(&self.0).board().rows.len()).unwrap_or(u32::MAX)
    }

    /// The row of a component, as JSON.
    #[napi]
    pub fn row(&self, component: String) -> Result<Option<String>> {
        held(&self.0).row(&component).map(to_json).transpose().map_err(raise)
    }

    /// Who has to act on what, as JSON.
    #[napi]
    pub fn by_owner(&self) -> Result<String> {
        to_json(&held(&self.0).board().by_owner()).map_err(raise)
    }

    /// What is otherwise since another board, as JSON.
    #[napi]
    pub fn since(&self, other: &LiveBoard) -> Result<String> {
        // One lock at a time: the two may be the same board, or be compared the other way round meanwhile.
        let other = held(&other.0).board().clone();
        core::diff_boards(&other, held(&self.0).board()).to_json().map_err(raise)
    }

    /// What is otherwise since a board that was kept as a document, as JSON.
    #[napi]
    pub fn since_document(&self, other: Given) -> Result<String> {
        let diff = || core::diff_boards(&other.read("other")?, held(&self.0).board()).to_json();
        diff().map_err(raise)
    }

    /// The whole of it, as JSON.
    #[napi]
    pub fn to_json(&self) -> Result<String> {
        held(&self.0).board().to_json().map_err(raise)
    }

    /// The whole of it for people.
    #[napi]
    pub fn render(&self, format: String, limit: Option<u32>) -> Result<String> {
        let format = format.parse().map_err(raise)?;
        Ok(report::review(held(&self.0).board(), format, &options(limit)))
    }

    /// A table of text.
    #[napi]
    pub fn text(&self) -> String {
        held(&self.0).board().to_string()
    }

    /// A row a finding, as an Arrow IPC stream.
    #[napi]
    pub fn arrow(&self) -> Uint8Array {
        report::columns_ipc(held(&self.0).board()).into()
    }
}
