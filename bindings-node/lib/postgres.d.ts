import type { Head } from '../documents'
import { ledger } from './ledger'
import type { AppendOptions, Appended, DraftsLike, HeldOptions, VerifiedLedger } from './ledger'

/** A `Client` of pg, or one that its pool lends. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ rows: any[]; rowCount: number | null }>
}

/** A `Pool` of pg. */
export interface PostgresPool extends PostgresClient {
  readonly totalCount: number
  connect(): Promise<any>
}

/** Makes the table of ledgers, its indexes and triggers, where they are not there yet. */
export function create(client: PostgresClient): Promise<void>

/**
 * One of the ledgers in a database, by its name (`ledger`). Writers do not wait for each other until one has lost a race; then
 * they queue. What goes wrong in the database is thrown as pg's own error.
 */
export class PostgresLedger extends ledger.Store {
  constructor(clients: PostgresPool | PostgresClient, options?: { name?: string })
  /** Its name. */
  readonly name: string
  /**
   * This ledger in the transaction that is open on a client, of which its entries are a part until that is committed. Whoever loses
   * the race in a transaction that sees no newer rows gets `ledger.contended`, and begins that transaction anew.
   */
  within(client: PostgresClient): PostgresLedger
  append(drafts: DraftsLike, options?: AppendOptions): Promise<Appended>
  head(): Promise<Head | undefined>
  entry(seq: number): Promise<ledger.Entry | undefined>
  byId(id: string): Promise<ledger.Entry | undefined>
  entries(options?: { after?: number; limit?: number }): Promise<ledger.Entry[]>
  /** As {@link ledger.Store.verify}; and whether the columns beside the entries say what the entries say. */
  verify(options?: HeldOptions): Promise<VerifiedLedger>
}
