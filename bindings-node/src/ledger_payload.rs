//! Content beside a ledger in files, which can be erased.

use crate::background::{Background, background};
use crate::document::Given;
use crate::error::raise;
use crate::ledger::{lines, number, salt_of};
use crate::ledger_store::Ledger;
use crate::plan::instant;
use greenboard::document::to_json;
use greenboard::ledger::Actor;
use greenboard::ledger::store::File;
use napi::bindgen_prelude::*;
use napi_derive::napi;

#[napi]
impl Ledger {
    /// Keeps content beside the ledger, off the main thread; the reference to it, as JSON.
    #[napi]
    pub fn put(&self, salt: &[u8], body: &[u8], media: String) -> Result<AsyncTask<Background>> {
        let (file, salt, body) = (self.file()?, salt_of(salt)?, body.to_vec());
        Ok(background(move || put(&file, &salt, &body, &media)))
    }

    /// The same on the main thread.
    #[napi]
    pub fn put_sync(&self, salt: &[u8], body: &[u8], media: String) -> Result<String> {
        put(&*self.file()?, &salt_of(salt)?, body, &media).map_err(raise)
    }

    /// The content of a digest, off the main thread.
    #[napi]
    pub fn payload(&self, digest: String) -> Result<AsyncTask<Background<Option<Buffer>>>> {
        let file = self.file()?;
        Ok(background(move || payload(&file, &digest)))
    }

    /// The same on the main thread.
    #[napi]
    pub fn payload_sync(&self, digest: String) -> Result<Option<Buffer>> {
        payload(&*self.file()?, &digest).map_err(raise)
    }

    /// How it is about the payload of an entry, off the main thread.
    #[napi]
    pub fn payload_state(&self, seq: f64) -> Result<AsyncTask<Background<Option<String>>>> {
        let file = self.file()?;
        Ok(background(move || state(&file, seq)))
    }

    /// The same on the main thread.
    #[napi]
    pub fn payload_state_sync(&self, seq: f64) -> Result<Option<String>> {
        state(&*self.file()?, seq).map_err(raise)
    }

    /// Erases the payload of an entry, off the main thread: the tombstone.
    #[napi]
    pub fn erase(
        &self,
        seq: f64,
        id: String,
        reason: String,
        actor: Given,
        now: String,
    ) -> Result<AsyncTask<Background>> {
        let file = self.file()?;
        Ok(background(move || erase(&file, seq, &id, &reason, &actor, now)))
    }

    /// The same on the main thread.
    #[napi]
    pub fn erase_sync(
        &self,
        seq: f64,
        id: String,
        reason: String,
        actor: Given,
        now: String,
    ) -> Result<String> {
        erase(&*self.file()?, seq, &id, &reason, &actor, now).map_err(raise)
    }
}

fn put(file: &File, salt: &[u8; 32], body: &[u8], media: &str) -> greenboard::Result<String> {
    file.write_payload(salt, body, media).and_then(|payload| to_json(&payload))
}

fn payload(file: &File, digest: &str) -> greenboard::Result<Option<Buffer>> {
    Ok(file.payload(digest.parse()?)?.map(|payload| payload.body.into()))
}

fn state(file: &File, seq: f64) -> greenboard::Result<Option<String>> {
    Ok(file.payload_state(number(seq))?.map(|state| state.name().to_owned()))
}

fn erase(
    file: &File,
    seq: f64,
    id: &str,
    reason: &str,
    actor: &Given,
    now: String,
) -> greenboard::Result<String> {
    let actor: Actor = actor.read("actor")?;
    file.erase(number(seq), id, reason, actor, instant(now)?).map(|erased| lines(&erased.entries))
}
