// Documents as plain objects. Written by `make regen` from the Rust types: do not edit.

/**
 * How much a change asks of the next version. The order is the lattice that plans are computed on: `none < patch <
 * minor < major`.
 *
 * - `none`: Nothing to release.
 * - `patch`: A correction.
 * - `minor`: An addition.
 * - `major`: A break.
 */
export type Bump = 'none' | 'patch' | 'minor' | 'major'

/** The version names the date of the release, under a pattern such as `YYYY.0M.MICRO`. */
export interface Calendar {
  /** Which kind it is. */
  kind: 'calendar'
  /** The parts of a version, such as `YYYY`, `0M` and `MICRO`, with what stands between them. */
  pattern: string
}

/** What happened in the code since the last release, and how much it asks of each component's next version. */
export interface Change {
  /** What identifies it: a commit's full hash, a changeset's file name, or a name of one's own. */
  id: string
  /**
   * How much it asks of each component it concerns; `none` where it touches one without a release.
   *
   * @default {}
   */
  bumps?: Record<string, Bump>
  /** The Conventional Commits type, such as `feat`; none where it was given without one. */
  type?: string | null
  /** The scope in parentheses after the type. */
  scope?: string | null
  /** One line for people: the header without type and scope. */
  description: string
  /**
   * What a consumer has to do about a break; present exactly when the change is breaking, and may repeat the
   * description.
   */
  breaking?: string | null
  /**
   * What it reverts: hashes, whole or the first seven characters and more. A revert that names none names its
   * target's header in its description.
   *
   * @default []
   */
  reverts?: string[]
  /**
   * Where it comes from.
   *
   * @default "given"
   */
  origin?: Origin
  /** When it was made, UTC. */
  at?: string | null
  /** Who made it, as the origin names them. */
  author?: string | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/change/1'
}

/** A thing that is versioned and released: a crate, an npm package, a service, a chart. */
export interface Component {
  /** Its name, unique in the workspace. */
  name: string
  /** The ecosystem whose manifest declares it. */
  ecosystem: Ecosystem
  /** The rules that its version follows; the ecosystem's own unless said otherwise. */
  scheme?: Scheme | null
  /**
   * The folder it lives in, relative to the repository's root, `/` between parts; empty for the root itself.
   *
   * @default ""
   */
  path?: string
  /** Its present version; none where its manifest states none. */
  version?: string | null
  /**
   * Whether it is kept out of the public registry (`publish = false`, `"private": true`).
   *
   * @default false
   */
  private?: boolean
  /**
   * What it depends on, in the manifest's order, dependencies outside the workspace included.
   *
   * @default []
   */
  dependencies?: Dependency[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/component/1'
}

/** An edge from a component to what it uses. */
export interface Dependency {
  /** The name of the provider. */
  name: string
  /**
   * How it is used.
   *
   * @default "normal"
   */
  kind?: DependencyKind
  /**
   * The requirement as the manifest writes it, such as `workspace:^` or `^1.2`; the requirement itself unless said
   * otherwise, empty where there is none.
   */
  text?: string | null
  /** The requirement it stands for; none where the text names no versions (a path, a git address, a dist-tag). */
  requirement?: string | null
  /**
   * Whether the manifest ties it to the copy in the same repository (`path = …`, `workspace:`, `link:`).
   *
   * @default false
   */
  local?: boolean
}

/**
 * How a consumer uses a provider.
 *
 * - `normal`: At run time, shipped with it.
 * - `build`: While it is built.
 * - `dev`: While it is developed or tested; never shipped.
 * - `peer`: Provided by whoever uses the consumer (npm's `peerDependencies`).
 * - `optional`: At run time, if it is there.
 */
export type DependencyKind = 'normal' | 'build' | 'dev' | 'peer' | 'optional'

/**
 * The ecosystem whose manifest declares a component.
 *
 * - `cargo`: Rust crates: `Cargo.toml`.
 * - `npm`: JavaScript packages: `package.json`.
 */
export type Ecosystem = 'cargo' | 'npm'

/** A failure as data, the same in every language. */
export interface ErrorFields {
  /** The stable code to branch on, `<module>.<snake_case>`. */
  code: string
  /** The sentence for people, without the place. */
  message: string
  /** The file, or the path inside a document, that is at fault. */
  path?: string | null
  /** The line in the text at fault, from 1. */
  line?: number | null
  /** The column in the text at fault, from 1, in characters. */
  column?: number | null
  /** Facts about the failure as data: the input, what was expected, the nearest valid key. */
  details: Record<string, unknown>
  /** Whether the same call may succeed later without any change to its input. */
  retryable: boolean
}

/** One kind of a registry. */
export interface Kind {
  /** Its name: the `kind` in a document. */
  kind: string
  /** What it does, in a sentence or two. */
  summary: string
  /** The JSON Schema of it, complete in itself. */
  schema: unknown
}

/**
 * Where a change comes from.
 *
 * - `commit`: A commit's message.
 * - `given`: Given outright by the caller.
 */
export type Origin = 'commit' | 'given'

/** A registry: an enum of kinds that a document chooses from. */
export interface Registry {
  /** Its name, such as `versioning`. */
  name: string
  /** What its kinds are kinds of. */
  summary: string
  /** Its kinds, in their own order. */
  kinds: Kind[]
}

/** The rules that a version and its requirements follow. */
export type Scheme = 'cargo' | 'npm' | 'pep440' | 'maven' | 'go' | 'calver' | 'nuget' | 'gem' | 'debian'

/**
 * The version moves by as much as its changes ask for: major for a break, minor for an addition, patch for a
 * correction.
 *
 * Below 1.0.0 that rule is softened, each part of it by an option of its own.
 */
export interface Semantic {
  /** Which kind it is. */
  kind: 'semantic'
  /**
   * Below 1.0.0, a break raises the minor version, so that 1.0.0 is reached only on purpose.
   *
   * @default true
   */
  bump_minor_pre_major?: boolean
  /**
   * Below 1.0.0, an addition raises the patch version.
   *
   * @default false
   */
  bump_patch_for_minor_pre_major?: boolean
}

/** How a component's next version is chosen. */
export type Versioning = Semantic | Calendar
