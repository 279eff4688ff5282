//! A ledger in PostgreSQL from async Rust, with sqlx: entries are written in the same transaction as rows of one's own.
//!
//! `GREENBOARD_POSTGRES=postgresql://… cargo run` has eight tasks write at once, and verifies what came of it.

mod store;

use greenboard::ledger::{Actor, Draft, Expect, genesis};
use jiff::Timestamp;
use sqlx::postgres::PgPoolOptions;
use std::error::Error;
use store::PostgresLedger;

const WRITERS: u32 = 8;
const EACH: u32 = 25;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let url = std::env::var("GREENBOARD_POSTGRES")?;
    let pool = PgPoolOptions::new().max_connections(WRITERS).connect(&url).await?;
    PostgresLedger::create(&pool).await?;
    sqlx::raw_sql("CREATE TABLE IF NOT EXISTS deployment(id text PRIMARY KEY, environment text NOT NULL)")
        .execute(&pool)
        .await?;

    let name = format!("sqlx-{}", Timestamp::now().as_nanosecond());
    let ledger = PostgresLedger::new(pool.clone(), &name);
    let (actor, now) = (Actor::service("ci"), Timestamp::now());
    // A program draws these at random.
    let nonce = now.as_nanosecond().to_be_bytes();
    ledger.append(&[genesis("example.com/releases", nonce, actor.clone(), now)], &Expect::Empty, now).await?;

    // A row of one's own and the entry about it: both, or none.
    let id = format!("{name}/deploy");
    let deployed = Draft::new(&id, "deploy.done", "api-1.4.0", actor.clone(), now);
    let mut transaction = pool.begin().await?;
    sqlx::query("INSERT INTO deployment VALUES($1, 'production')").bind(&id).execute(&mut *transaction).await?;
    let appended = ledger.append_in(&mut transaction, &[deployed.clone()], &Expect::Seq(0), now).await?;
    transaction.commit().await?;
    assert_eq!(appended.head.map(|head| head.seq), Some(1));
    assert!(ledger.append(&[deployed], &Expect::Seq(0), now).await?.repeated);

    let mut tasks = Vec::new();
    for writer in 0..WRITERS {
        let (ledger, actor) = (ledger.clone(), actor.clone());
        tasks.push(tokio::spawn(async move {
            for n in 0..EACH {
                let draft = Draft::new(format!("{writer}/{n}"), "command.done", "api-1.4.0", actor.clone(), now);
                ledger.append(&[draft], &Expect::Any, Timestamp::now()).await?;
            }
            Ok::<_, Box<dyn Error + Send + Sync>>(())
        }));
    }
    for task in tasks {
        task.await??;
    }
    let verified = ledger.verify().await?;
    assert_eq!(verified.entries, u64::from(2 + WRITERS * EACH));
    println!("{} entries of {} writers, root {}", verified.entries, WRITERS, verified.root);
    Ok(())
}
