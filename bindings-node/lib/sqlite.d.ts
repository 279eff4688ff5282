import type { Head } from '../documents'
import { ledger } from './ledger'
import type { AppendOptions, Appended, DraftsLike, HeldOptions, VerifiedLedger } from './ledger'

/** What better-sqlite3's `Database` and node:sqlite's `DatabaseSync` (Node 22.16 or newer) have in common. */
export interface SqliteDatabase {
  exec(sql: string): unknown
  prepare(sql: string): unknown
  readonly inTransaction?: boolean
  readonly isTransaction?: boolean
}

/**
 * Makes the table of ledgers, where it is not there yet, and puts the database into the mode that keeps what it acknowledges:
 * write-ahead log, synchronised at every commit. Not within a transaction.
 */
export function create(database: SqliteDatabase): void

/**
 * One of the ledgers in a database, by its name (`ledger`). Entries are written in the transaction that is open, together with
 * rows of your own; else in one of their own. What goes wrong in the database is thrown as the driver's own error.
 */
export class SqliteLedger extends ledger.Store {
  constructor(database: SqliteDatabase, options?: { name?: string })
  /** Its name. */
  readonly name: string
  append(drafts: DraftsLike, options?: AppendOptions): Promise<Appended>
  /** {@link SqliteLedger.append}, at once: within a transaction of better-sqlite3, which is synchronous, this is the one to call. */
  appendSync(drafts: DraftsLike, options?: AppendOptions): Appended
  head(): Promise<Head | undefined>
  /** {@link SqliteLedger.head}, at once. */
  headSync(): Head | undefined
  entry(seq: number): Promise<ledger.Entry | undefined>
  byId(id: string): Promise<ledger.Entry | undefined>
  entries(options?: { after?: number; limit?: number }): Promise<ledger.Entry[]>
  /** As {@link ledger.Store.verify}; and whether the columns beside the entries say what the entries say. */
  verify(options?: HeldOptions): Promise<VerifiedLedger>
}
