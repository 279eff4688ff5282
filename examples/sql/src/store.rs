//! The store: what greenboard ships for Python and Node, in a page of Rust.

use greenboard::ledger::sql::{POSTGRES, Row, contended};
use greenboard::ledger::store::Appended;
use greenboard::ledger::{Admitted, Draft, Entry, Expect, Hash, Head, Held, Known, Verified, Verifier, admit, seal};
use jiff::Timestamp;
use sqlx::postgres::{PgConnection, PgPool, PgRow};
use sqlx::{Acquire, Row as _};
use std::error::Error;

/// What goes wrong: in the ledger, or in the database.
pub type Failure = Box<dyn Error + Send + Sync>;

const ATTEMPTS: u32 = 32;
const PAGE: i64 = 4096;

/// One of the ledgers in a database, by its name.
#[derive(Clone)]
pub struct PostgresLedger {
    pool: PgPool,
    name: String,
}

impl PostgresLedger {
    /// The ledger of a name.
    pub fn new(pool: PgPool, name: impl Into<String>) -> Self {
        Self { pool, name: name.into() }
    }

    /// Makes the table, where it is not there yet.
    pub async fn create(pool: &PgPool) -> Result<(), sqlx::Error> {
        let mut transaction = pool.begin().await?;
        sqlx::raw_sql(POSTGRES.schema).execute(&mut *transaction).await?;
        transaction.commit().await
    }

    /// Appends drafts in a transaction of its own.
    pub async fn append(&self, drafts: &[Draft], expect: &Expect, now: Timestamp) -> Result<Appended, Failure> {
        let mut transaction = self.pool.begin().await?;
        let appended = self.append_in(&mut transaction, drafts, expect, now).await?;
        transaction.commit().await?;
        Ok(appended)
    }

    /// Appends drafts in the transaction that is open on a connection, of which they are a part until it is committed. Each
    /// attempt is a savepoint; who has lost a race queues.
    pub async fn append_in(
        &self,
        connection: &mut PgConnection,
        drafts: &[Draft],
        expect: &Expect,
        now: Timestamp,
    ) -> Result<Appended, Failure> {
        for attempt in 0..ATTEMPTS {
            let mut savepoint = connection.begin().await?;
            if attempt > 0 {
                sqlx::query(POSTGRES.queue).bind(&self.name).execute(&mut *savepoint).await?;
            }
            match self.attempt(&mut savepoint, drafts, expect, now).await {
                Ok(Some(appended)) => {
                    savepoint.commit().await?;
                    return Ok(appended);
                }
                Ok(None) => savepoint.rollback().await?,
                Err(error) if is_lost(&error) => savepoint.rollback().await?,
                Err(error) => return Err(error),
            }
        }
        Err(contended(ATTEMPTS).into())
    }

    /// One attempt; none where the head was another one.
    async fn attempt(
        &self,
        connection: &mut PgConnection,
        drafts: &[Draft],
        expect: &Expect,
        now: Timestamp,
    ) -> Result<Option<Appended>, Failure> {
        let ids: Vec<&str> = drafts.iter().map(|draft| draft.id.as_str()).collect();
        let state = sqlx::query(POSTGRES.state).bind(&self.name).bind(&ids).bind(expect.subject());
        let (mut known, mut found) = (Known::default(), Vec::new());
        for row in state.fetch_all(&mut *connection).await? {
            match row.try_get::<&str, _>("part")? {
                "head" => known.head = Some(Head::of(&entry(&row)?)),
                "known" => found.push(entry(&row)?),
                _ => known.last_about = Some(u64::try_from(row.try_get::<i64, _>("seq")?)?),
            }
        }
        known.entries = ids.iter().map(|id| found.iter().find(|entry| entry.id() == *id).cloned()).collect();
        if let Admitted::Repeated(entries) = admit(drafts, expect, &known)? {
            return Ok(Some(Appended::new(entries, known.head, true)));
        }
        let sealed = seal(drafts, known.head.as_ref(), now)?;
        let rows: Vec<Row<'_>> = sealed.entries.iter().map(Row::of).collect();
        let bytes = |hash: &Hash| hash.as_bytes().to_vec();
        let added = sqlx::query(POSTGRES.append)
            .bind(&self.name)
            .bind(rows.iter().map(|row| i64::try_from(row.seq)).collect::<Result<Vec<_>, _>>()?)
            .bind(rows.iter().map(|row| row.prev.as_ref().map(bytes)).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| bytes(&row.hash)).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.id).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.kind).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.subject).collect::<Vec<_>>())
            .bind(rows.iter().map(|row| row.body).collect::<Vec<_>>())
            .bind(known.head.map(|head| bytes(&head.hash)))
            .fetch_all(connection)
            .await?;
        let all = added.len() == rows.len();
        Ok(all.then(|| Appended::new(sealed.entries.clone(), sealed.head, false)))
    }

    /// Whether the ledger holds together, and the columns say what the entries say.
    pub async fn verify(&self) -> Result<Verified, Failure> {
        let mut verifier = Verifier::against(Held::new());
        loop {
            let after = i64::try_from(verifier.entries())? - 1;
            let page = sqlx::query(POSTGRES.entries).bind(&self.name).bind(after).bind(PAGE);
            let page = page.fetch_all(&self.pool).await?;
            if page.is_empty() {
                return Ok(verifier.finish()?);
            }
            for row in &page {
                verifier.push(row.try_get("body")?)?;
                let hash = |bytes: &[u8]| <[u8; 32]>::try_from(bytes).map_or(Hash::ZERO, Hash::new);
                let columns = Row {
                    seq: u64::try_from(row.try_get::<i64, _>("seq")?)?,
                    prev: row.try_get::<Option<&[u8]>, _>("prev")?.map(hash),
                    hash: hash(row.try_get("hash")?),
                    id: row.try_get("id")?,
                    kind: row.try_get("kind")?,
                    subject: row.try_get("subject")?,
                    body: row.try_get("body")?,
                };
                columns.check()?;
            }
        }
    }
}

fn entry(row: &PgRow) -> Result<Entry, Failure> {
    Ok(Entry::parse(row.try_get("body")?)?)
}

/// Whether somebody else was faster: foreign key, uniqueness.
fn is_lost(error: &Failure) -> bool {
    let database = error.downcast_ref::<sqlx::Error>().and_then(sqlx::Error::as_database_error);
    database.and_then(|error| error.code()).is_some_and(|code| code == "23503" || code == "23505")
}
