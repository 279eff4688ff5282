import type { Actor, Anchor, ConsistencyProof, Draft, Head, InclusionProof, LedgerEntry, PayloadRef } from '../documents'
import type { TaskOptions } from './task'

/** A draft, many of them, or the JSON text of a list. */
export type DraftsLike = LedgerDraft | Iterable<LedgerDraft> | string

/** A draft as a call gives it: what has a default may be left out. */
export type LedgerDraft = Omit<Draft, 'data' | 'kind_v' | 'payload' | 'schema'> &
  Partial<Pick<Draft, 'data' | 'kind_v' | 'payload' | 'schema'>>

/** What a writer expects: nothing, an empty ledger, the number of its last entry, its head, or that a subject is as it was. */
export type Expect = 'any' | 'empty' | number | { hash: string } | { subject: string; seq: number }

/** What a ledger is to be appended with. */
export interface AppendOptions {
  /** What is expected of it: `any`, unless said otherwise. */
  expect?: Expect
  /** What the store's clock says; the clock's, unless given. */
  now?: Date | string
}

/** What an append did. */
export interface Appended {
  /** The entries of the drafts, in their order. */
  entries: ledger.Entry[]
  /** The head of the ledger with them; none where it is empty. */
  head: Head | undefined
  /** Whether they were there before, and nothing was added. */
  repeated: boolean
}

/** How large a ledger is and what its root is: what a signed checkpoint says. */
export interface Checkpoint {
  /** Which ledger it is. */
  origin: string
  /** How many entries it has. */
  size: number
  /** The root of the tree over them. */
  root: string
}

/** A checkpoint whose signatures were checked. */
export interface SignedCheckpoint {
  /** What was signed. */
  checkpoint: Checkpoint
  /** The witnesses who signed it too, each with when, in seconds since 1970. */
  cosignatures: { name: string; time: number }[]
}

/** What somebody holds of a ledger, against which its entries are held. */
export interface HeldOptions {
  /** Heads that were kept elsewhere. */
  anchor?: Anchor | Head | readonly (Anchor | Head)[] | undefined
  /** Checkpoints whose signatures were checked by `openCheckpoint`. */
  checkpoint?: Checkpoint | readonly Checkpoint[] | undefined
}

/** What a ledger that holds together is. */
export interface VerifiedLedger {
  /** How many entries it has. */
  entries: number
  /** Its last entry: to be held elsewhere as an anchor. */
  head: Head | undefined
  /** The root of the tree over its entries. */
  root: string
}

/** Who signs notes: a public key as text, and a signature of 64 bytes for a message (Ed25519). */
export interface NoteSigner {
  readonly key: string
  sign(message: Uint8Array): Uint8Array | Promise<Uint8Array>
}

/** How a ledger in files is opened. */
export interface LedgerOptions extends HeldOptions {
  /**
   * What an append has survived once it has returned: `every`, a failure of power; `group`, the end of the process (a failure of power
   * may take a suffix of what waits); `none`, the end of the process.
   */
  sync?: 'every' | 'group' | 'none'
  /** How many entries wait at most, in groups: 16. */
  groupEntries?: number
  /** How many milliseconds they wait at most, until the next append: 20. */
  groupDelayMs?: number
  /** The length from which on a segment is sealed: 64 MiB. */
  segmentBytes?: number
  /** Whether it is only to be read. */
  readOnly?: boolean
}

/** How it is about erasable content: there; there and something else; erased with a tombstone; or not there, which is an alarm. */
export type PayloadStanding = 'present' | 'mismatch' | 'erased' | 'missing'

/** Why content is erased, and by whom. */
export interface EraseOptions {
  /** The idempotency key of the tombstone. */
  id: string
  /** Why. */
  reason: string
  /** Who erases it. */
  actor: Actor
  /** What the store's clock says; the clock's, unless given. */
  now?: Date | string
}

/** What opening a ledger found. */
export interface LedgerRecovery {
  /** A torn end was put aside; a ledger that is corrupt, rolled back or another one is only to be read. */
  verdict: 'empty' | 'clean' | 'torn' | 'corrupt' | 'rollback' | 'diverged'
  /** How many entries stand before the first fault, or in all. */
  entries: number
  /** How many bytes of a torn end were put aside. */
  droppedBytes: number
  /** How many whole entries were among them, of a batch that was not whole. */
  droppedFrames: number
}

/**
 * The ledger: what was decided, on which evidence, by whom, when. Any later change to history is detected by whoever holds an
 * older head; without one, cutting the tail off or rewriting everything cannot be told from a ledger that was always so.
 */
export namespace ledger {
  /**
   * What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded. The bytes are the truth:
   * canonical JSON of one object. The constructor refuses bytes that are no entry.
   */
  class Entry {
    constructor(body: Uint8Array)
    /** The bytes: what is stored, hashed and proven. */
    readonly body: Buffer
    /** SHA-256 of a zero byte and the bytes: the link of the chain, and the leaf of the tree. */
    readonly hash: string
    /** The ledger's head when this was its last entry. */
    readonly head: Head
    /** Its number, from 0. */
    readonly seq: number
    /** The hash of the entry before it; zeros for the first. */
    readonly prev: string
    /** When the store recorded it. */
    readonly recordedAt: string
    /** When it happened, as its author says. */
    readonly at: string
    /** The idempotency key, unique in the ledger. */
    readonly id: string
    /** What kind of thing happened. */
    readonly kind: string
    /** The version of what `data` looks like for this kind. */
    readonly kindV: number
    /** What it is about. */
    readonly subject: string
    /** Who did it. */
    readonly actor: Actor
    /** What happened, in the words of its kind. */
    readonly data: Record<string, unknown>
    /** The digest of content that can be erased. */
    readonly payload: PayloadRef | undefined
    /** The object that the bytes are. */
    toJSON(): LedgerEntry
  }

  /** A ledger, wherever it is kept: the same entries, decisions and errors. */
  abstract class Store {
    /**
     * Appends drafts as one: all of them, or none. Drafts that are in the ledger already, with the same ids and content, add nothing;
     * otherwise `expect` must hold, else `ledger.conflict`: read what is new, and decide again.
     */
    abstract append(drafts: DraftsLike, options?: AppendOptions & TaskOptions): Promise<Appended>
    /** The last entry's number, hash and time; none where the ledger is empty. */
    abstract head(): Promise<Head | undefined>
    /** The entry of a number. */
    abstract entry(seq: number): Promise<Entry | undefined>
    /** The entry of an idempotency key. */
    abstract byId(id: string): Promise<Entry | undefined>
    /** The entries after a number, or from the first one, at most `limit` (1000): the cursor by which others follow. */
    abstract entries(options?: { after?: number; limit?: number }): Promise<Entry[]>
    /**
     * Whether every entry is one and follows the one before it, and whether the ledger is the one that somebody has seen:
     * `ledger.corrupt` names the first bad entry, `ledger.diverged` or `ledger.rollback` say that it is not.
     */
    abstract verify(options?: HeldOptions & TaskOptions): Promise<VerifiedLedger>
    /** How many entries there are. */
    length(): Promise<number>
    /** That an entry is in the ledger, as it was at a size (as it is, where that is left out). Reads the ledger once. */
    inclusion(seq: number, size?: number): Promise<InclusionProof>
    /** That the ledger at a size (as it is) begins with the whole of what it was at a smaller one. Reads the ledger once. */
    consistency(size1: number, size2?: number): Promise<ConsistencyProof>
    /** The ledger as it is, signed, of the origin that the signer's key is named; after checking that it begins with the last one. */
    checkpoint(signer: NoteSigner, options?: { previous?: Checkpoint }): Promise<string>
    /** The bytes of every entry, each with a line break: with a signed checkpoint beside, all that an auditor needs. */
    export(): AsyncGenerator<Buffer, void, void>
    [Symbol.asyncIterator](): AsyncGenerator<Entry, void, void>
  }

  /**
   * A ledger in memory, or in files that several processes may write.
   *
   * ```js
   * const actor = { id: 'ci', kind: 'service' }
   * const log = ledger.Ledger.memory()
   * await log.append(ledger.genesis('example.com/releases', actor, { at: '2026-01-02T03:04:05Z' }))
   * const draft = { id: 'plan-1', kind: 'release.planned', subject: 'api-1.4.0', actor, at: '2026-01-02T03:05:00Z' }
   * const { head } = await log.append(draft, { expect: 0 })
   * head.seq // 1
   * (await log.append(draft, { expect: 0 })).repeated // true
   * ```
   */
  class Ledger extends Store {
    private constructor()
    /** An empty ledger in memory. */
    static memory(): Ledger
    /** A ledger in a folder, made where it is not there. Not for network file systems. */
    static open(folder: string, options?: LedgerOptions & TaskOptions): Promise<Ledger>
    /** {@link Ledger.open}, at once. */
    static openSync(folder: string, options?: LedgerOptions): Ledger
    append(drafts: DraftsLike, options?: AppendOptions & TaskOptions): Promise<Appended>
    /** {@link Ledger.append}, at once. */
    appendSync(drafts: DraftsLike, options?: AppendOptions): Appended
    head(): Promise<Head | undefined>
    /** {@link Ledger.head}, at once. */
    headSync(): Head | undefined
    entry(seq: number): Promise<Entry | undefined>
    /** {@link Ledger.entry}, at once. */
    entrySync(seq: number): Entry | undefined
    byId(id: string): Promise<Entry | undefined>
    /** {@link Ledger.byId}, at once. */
    byIdSync(id: string): Entry | undefined
    /** As {@link Store.entries}; where `durable`, only such that survive a failure of power: what is not synced yet is. */
    entries(options?: { after?: number; limit?: number; durable?: boolean } & TaskOptions): Promise<Entry[]>
    /** {@link Ledger.entries}, at once. */
    entriesSync(options?: { after?: number; limit?: number; durable?: boolean }): Entry[]
    verify(options?: HeldOptions & TaskOptions): Promise<VerifiedLedger>
    /** {@link Ledger.verify}, at once. */
    verifySync(options?: HeldOptions): VerifiedLedger
    /** The number of the last entry that is known to survive a failure of power. Act on the world only after it covers the entry. */
    readonly durableSeq: number | undefined
    /** What was found when the ledger was opened; nothing in memory. */
    readonly recovery: LedgerRecovery | undefined
    /** Syncs what waits. */
    flush(): Promise<void>
    /** {@link Ledger.flush}, at once. */
    flushSync(): void
    /** Syncs what waits, and gives the ledger up. Once is enough. */
    close(): Promise<void>
    /** {@link Ledger.close}, at once. */
    closeSync(): void
    /** Keeps content beside the ledger that can be erased, under a salt that is drawn here: the `payload` of the draft to come. */
    put(
      body: string | Uint8Array,
      media?: string,
      options?: { salt?: Uint8Array } & TaskOptions,
    ): Promise<PayloadRef>
    /** {@link Ledger.put}, at once. */
    putSync(body: string | Uint8Array, media?: string, options?: { salt?: Uint8Array }): PayloadRef
    /** The content of a reference, or of its digest. */
    payload(payload: PayloadRef | string): Promise<Buffer | undefined>
    /** {@link Ledger.payload}, at once. */
    payloadSync(payload: PayloadRef | string): Buffer | undefined
    /** How it is about the payload of an entry; `missing` is an alarm. */
    state(seq: number): Promise<PayloadStanding | undefined>
    /** {@link Ledger.state}, at once. */
    stateSync(seq: number): PayloadStanding | undefined
    /** Erases the payload of an entry: appends a tombstone, and once that is durable deletes the content and its salt. */
    erase(seq: number, options: EraseOptions & TaskOptions): Promise<Entry>
    /** {@link Ledger.erase}, at once. */
    eraseSync(seq: number, options: EraseOptions): Entry
  }

  /** The first draft of a ledger: where it comes from, and 16 random bytes (drawn here), so that no two ledgers begin alike. */
  function genesis(origin: string, actor: Actor, options?: { at?: Date | string; nonce?: Uint8Array }): Draft
  /**
   * Makes entries of drafts, on top of a head, as of a clock. Pure: whoever keeps entries in a place of their own seals them in
   * their own transaction. `greenboard/sqlite` and `greenboard/postgres` are made of this.
   */
  function seal(
    drafts: DraftsLike,
    head: Head | undefined,
    options?: { recordedAt?: Date | string },
  ): { entries: Entry[]; head: Head | undefined }
  /** Whether entries are a ledger, and the one that somebody has seen: {@link Store.verify} of entries from anywhere. */
  function verify(entries: Iterable<Entry | Uint8Array>, options?: HeldOptions): VerifiedLedger
  /** The entries of an export, verified against what somebody holds; their bytes are what they were. */
  function importEntries(text: string | Uint8Array, options?: HeldOptions): Entry[]
  /** The digest of erasable content under a salt of 32 random bytes, one for each payload: for stores of your own. */
  function payloadDigest(salt: Uint8Array, body: string | Uint8Array): string

  /** A signer that knows its seed: 32 bytes that nobody else may know. */
  class Ed25519 implements NoteSigner {
    /** A `witness` signs checkpoints of others' ledgers, by {@link cosign}, and nothing else. */
    constructor(name: string, seed: Uint8Array, options?: { witness?: boolean })
    /** The public key, to be given to whoever verifies. */
    readonly key: string
    /** The signature of a message. */
    sign(message: Uint8Array): Uint8Array
  }
  /** Signs a text (C2SP signed-note): lines of it, the last one ended too. */
  function signNote(text: string, signer: NoteSigner): Promise<string>
  /** What a note says, signed by at least one of these keys; others' signatures are not looked at. */
  function verifyNote(
    note: string | Uint8Array,
    keys: Iterable<string>,
  ): { text: string; verified: string[]; unverified: string[] }
  /** Signs a checkpoint, after checking by `proof` that the ledger still begins with what was signed before. */
  function signCheckpoint(
    checkpoint: Checkpoint,
    signer: NoteSigner,
    options?: { previous?: Checkpoint | undefined; proof?: ConsistencyProof | undefined },
  ): Promise<string>
  /**
   * Adds a witness's signature to a signed checkpoint: that at this time the ledger of the key `log` was this one, and went on from the
   * `previous` checkpoint that the witness has seen of it, by `proof` (C2SP tlog-cosignature). The key is what the witness trusts.
   */
  function cosign(
    note: string,
    witness: NoteSigner,
    options: {
      log: string
      at?: Date | string
      previous?: Checkpoint | undefined
      proof?: ConsistencyProof | undefined
    },
  ): Promise<string>
  /** What a signed checkpoint says, where it is of `origin` and signed by `key`. Both are what you trust, and not the ledger's word. */
  function openCheckpoint(
    note: string | Uint8Array,
    options: { origin: string; key: string; witnesses?: Iterable<string> },
  ): SignedCheckpoint
  /**
   * The Merkle tree over entries (RFC 9162), by themselves or by their hashes: what makes proofs, for whoever keeps entries in a place
   * of their own or follows a ledger. A {@link Store} makes its own.
   */
  class Tree {
    constructor(entries?: Iterable<Entry | string>)
    /** The next entries. */
    extend(entries: Iterable<Entry | string>): void
    /** How many there are. */
    readonly size: number
    /** The root, as it was at a size; as it is, where that is left out. */
    root(size?: number): string
    /** That an entry is in the tree of a size, for {@link verifyInclusion}. */
    inclusion(seq: number, size?: number): InclusionProof
    /** That the tree of the second size begins with that of the first, for {@link verifyConsistency}. */
    consistency(size1: number, size2?: number): ConsistencyProof
  }
  /** Throws `ledger.not_included` where an entry (or its hash) is not in the tree of a root. */
  function verifyInclusion(proof: InclusionProof, entry: Entry | string, root: string): void
  /** Throws `ledger.inconsistent` where the tree of the second root does not begin with that of the first. */
  function verifyConsistency(proof: ConsistencyProof, root1: string, root2: string): void
  /** An inclusion proof and the signed checkpoint that it is against, as one text (C2SP `tlog-proof@v1`). */
  function logProof(proof: InclusionProof, checkpoint: string): string
  /** The checkpoint by which an entry (or its hash) is in the ledger `origin`, signed by `key`. */
  function verifyLogProof(
    text: string,
    entry: Entry | string,
    options: { origin: string; key: string; witnesses?: Iterable<string> },
  ): SignedCheckpoint
}
