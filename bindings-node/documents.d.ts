// Documents as plain objects. Written by `make regen` from the Rust types: do not edit.

/** Says that it runs as it should. */
export interface AcceptCommand {
  /** Which kind it is. */
  kind: 'accept'
  /** Why before the time of observation is over. */
  reason?: string | null
  /**
   * The acceptance criteria that are met, by id.
   *
   * @default []
   */
  criteria?: string[]
}

/** Accepts an item into the scope: work on it may begin. */
export interface AcceptItemCommand {
  /** Which kind it is. */
  kind: 'accept_item'
  /** The item, by id. */
  item: string
}

/** Something that has to be so for a release to be accepted. */
export interface AcceptanceCriterion {
  /** What it is called by. */
  id: string
  /** What has to be so. */
  text: string
  /** The gate that says whether it is so; somebody has to say so, where left out. */
  gate?: string | null
  /** When somebody said that it is so. */
  met_at?: string | null
  /** Who said so. */
  met_by?: string | null
}

/** Something to be done after a release. */
export interface Action {
  /** What it is called by. */
  id: string
  /** What is to be done. */
  text: string
  /**
   * What it is for.
   *
   * @default "prevent"
   */
  class?: ActionClass
  /** Who does it. */
  owner?: string | null
  /** When it is due. */
  due?: string | null
  /** When it was done. */
  done_at?: string | null
  /** How one sees that it is done. */
  verification?: string | null
  /** The release whose review asked for it. */
  release?: string | null
}

/**
 * What an action is for.
 *
 * - `prevent`: That it does not happen again.
 * - `detect`: That it is noticed sooner.
 * - `mitigate`: That it does less harm.
 */
export type ActionClass = 'prevent' | 'detect' | 'mitigate'

/** An action was added, or done. */
export interface ActionSet {
  /** Which kind it is. */
  kind: 'action_set'
  /** The action. */
  action: Action
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Who did something. */
export interface Actor {
  /** A pseudonymous id. */
  id: string
  /** What sort of actor that is. */
  kind: ActorKind
}

/**
 * What sort of actor somebody is.
 *
 * - `human`: A person.
 * - `service`: A program that does what it is told.
 * - `agent`: A program that decides.
 */
export type ActorKind = 'human' | 'service' | 'agent'

/** What came of adding facts. */
export interface Added {
  /**
   * How many were new.
   *
   * @default 0
   */
  added?: number
  /**
   * How many were there already, word for word.
   *
   * @default 0
   */
  absorbed?: number
  /**
   * How many of the new ones took the place of an older observation of the same.
   *
   * @default 0
   */
  superseding?: number
  /**
   * What the new ones contradict, or contradict each other in.
   *
   * @default []
   */
  contradictory?: Contradiction[]
  /**
   * The names that came for the first time and are nobody's and nothing's.
   *
   * @default []
   */
  unresolved?: Unresolved[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/added/1'
}

/**
 * How the values of earlier evaluations become one.
 *
 * - `avg`: Their mean.
 * - `p50`: Their median.
 * - `p90`: Their 90th percentile.
 * - `p95`: Their 95th percentile.
 */
export type Aggregate = 'avg' | 'p50' | 'p90' | 'p95'

/** The names that tools have for one component, person or environment, by tool. */
export type Aliases = Record<string, string[]>

/** Changes that were put right, and what named none of them. */
export interface Amended {
  /** The changes, in their order. */
  changes: Change[]
  /**
   * The hashes that name no commit of theirs, or the beginning of several.
   *
   * @default []
   */
  unknown?: string[]
}

/** An analysis: objectives, and the scores from which it is passed. */
export interface Analysis {
  /**
   * The objectives.
   *
   * @default []
   */
  objectives?: AnalysisObjective[]
  /** The scores to reach. */
  total_score: AnalysisScore
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/slo_analysis/1'
}

/** One objective: a value, its target, its share of the score. */
export interface AnalysisObjective {
  /** The value it is about: the name of a metric. */
  value: string
  /**
   * What fails it and what warns of it.
   *
   * @default {"failure":null,"warning":null}
   */
  target?: AnalysisTarget
  /**
   * Its share of the score.
   *
   * @default 1.0
   */
  weight?: number
  /**
   * Whether nothing passes once it fails.
   *
   * @default false
   */
  key_objective?: boolean
}

/** What came of one objective. */
export interface AnalysisObjectiveResult {
  /** The name of the value. */
  name: string
  /** The value; none where there is none. */
  value?: number | null
  /** How it came out; fail where there is no value. */
  result: SloResult
  /** Its part of the score: its weight, half of it, or nothing. */
  score: number
}

/** What is asked of a value: one comparison. */
export interface AnalysisOperator {
  /** It is this number. */
  equal_to?: number | null
  /** It is at most this. */
  less_than_or_equal?: number | null
  /** It is below this. */
  less_than?: number | null
  /** It is at least this. */
  greater_than_or_equal?: number | null
  /** It is above this. */
  greater_than?: number | null
  /** It is within these bounds, or on one of them. */
  in_range?: AnalysisRange | null
  /** It is beyond these bounds. */
  not_in_range?: AnalysisRange | null
}

/** Two bounds. */
export interface AnalysisRange {
  /** The lower bound. */
  low_bound: number
  /** The upper bound. */
  high_bound: number
}

/** What came of an analysis. */
export interface AnalysisResult {
  /** Pass, warning or fail. */
  result: SloResult
  /** The score, in percent of what could be reached; 0 where nothing could. */
  score: number
  /** What was reached. */
  achieved: number
  /** What could be reached. */
  maximum: number
  /** The objectives, in order. */
  objectives: AnalysisObjectiveResult[]
}

/** The scores from which an analysis is passed, in percent. */
export interface AnalysisScore {
  /** The score to pass. */
  pass_percentage: number
  /**
   * The score from which a miss is a warning.
   *
   * @default 0.0
   */
  warning_percentage?: number
}

/** What fails a value, and what warns of it. */
export interface AnalysisTarget {
  /** What fails it. */
  failure?: AnalysisOperator | null
  /** What warns of it, unless it fails. */
  warning?: AnalysisOperator | null
}

/**
 * What somebody outside holds of a ledger: an entry's number and hash. Whoever holds one sees every later change to
 * that entry and all before it.
 */
export interface Anchor {
  /** The number of the entry. */
  seq: number
  /** Its hash. */
  hash: string
}

/** What became of edits. */
export interface Applied {
  /** The files that changed, or would change, by path. */
  changed: string[]
  /** The files that were as they should be already. */
  unchanged: string[]
  /** Whether anything was written: not where it was only tried out. */
  written: boolean
  /** What changed in the files, as a unified diff. */
  diff: string
  /** What is left to others. */
  warnings: EditWarning[]
}

/** Somebody's decision on a subject: that it may go out, or that it may not. */
export interface Approval {
  /** Which kind it is. */
  kind: 'approval'
  /** What it is called by. */
  id: string
  /** What was decided on. Without a version it holds for any. */
  subject: Subject
  /** The person, by name, or by the login or address that the source has for them. */
  by: string
  /**
   * Yes or no.
   *
   * @default "approve"
   */
  decision?: ApprovalDecision
  /**
   * The groups that the person decided for, where the source says so.
   *
   * @default []
   */
  groups?: string[]
  /** The step of an ordered approval that this is for: `peer`, `technical`, `cab`, `retrospective`, … */
  step?: string | null
  /** The digest of what was looked at: plan, change set or artefact. An approval of another scope lapses. */
  scope?: string | null
  /** What they said. */
  comment?: string | null
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When it was decided. */
  observed_at: string
  /** When it stops to count; never, where left out. */
  expires_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * What somebody decided.
 *
 * - `approve`: It may go out.
 * - `reject`: It may not.
 * - `withdraw`: An earlier decision of the same person no longer holds.
 */
export type ApprovalDecision = 'approve' | 'reject' | 'withdraw'

/** An approval stopped to count. */
export interface ApprovalExpired {
  /** Which kind it is. */
  kind: 'approval_expired'
  /** The step. */
  step: string
  /** Who had given it. */
  by: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Somebody said yes. */
export interface ApprovalGranted {
  /** Which kind it is. */
  kind: 'approval_granted'
  /** The step. */
  step: string
  /** The role that they said it in. */
  role: string
  /** The digest of the scope that was looked at. */
  digest: string
  /** The window that was looked at. */
  window?: ReleaseWindow | null
  /** When it stops to count. */
  expires_at?: string | null
  /**
   * Whether it was given after the fact.
   *
   * @default false
   */
  retrospective?: boolean
  /** What they say. */
  comment?: string | null
  /** What makes it a signature. */
  signature?: ApprovalSignature | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How many of a role have to say yes.
 *
 * - `first`: The first who says so.
 * - `all`: All who are in it.
 * - `percent`: A share of those who are in it.
 */
export type ApprovalQuorum = 'first' | 'all' | 'percent'

/** So many people of a group. */
export interface ApprovalQuota {
  /** The group: one of the gate file's `groups`, or `owners` for those who answer for the component. */
  group?: string | null
  /**
   * The people, in place of a group; anybody, where neither is given.
   *
   * @default []
   */
  people?: string[]
  /**
   * How many of them.
   *
   * @default 1
   */
  quorum?: number
  /** The step that their approvals are for; any, where left out. */
  step?: string | null
}

/** Approvals count again. */
export interface ApprovalReinstated {
  /** Which kind it is. */
  kind: 'approval_reinstated'
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Somebody said no. */
export interface ApprovalRejected {
  /** Which kind it is. */
  kind: 'approval_rejected'
  /** The step. */
  step: string
  /** Why. */
  reason: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Somebody took their approval back. */
export interface ApprovalRevoked {
  /** Which kind it is. */
  kind: 'approval_revoked'
  /** The step. */
  step: string
  /** Why. */
  reason: string
  /** Under which name it was given, where that is another than the actor's. */
  by?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What makes an approval a signature: name, time and meaning, bound to what was signed. */
export interface ApprovalSignature {
  /** The printed name of whoever signs. */
  name: string
  /** What the signature means: review, approval, responsibility, … */
  meaning: string
  /** When it was signed; when it was said, where left out. */
  signed_at?: string | null
  /** The digest of what was signed. */
  digest?: string | null
  /** A DSSE envelope over it, as JSON text. */
  envelope?: string | null
}

/**
 * Whether an approval counts.
 *
 * - `counts`: It does.
 * - `suspended`: It will again when the release is no longer on hold.
 * - `voided`: What it was for changed.
 * - `revoked`: It was taken back.
 * - `expired`: Its time is over.
 */
export type ApprovalStanding = 'counts' | 'suspended' | 'voided' | 'revoked' | 'expired'

/** One step of the approvals that a release needs, in order. */
export interface ApprovalStep {
  /** What it is called by: `assess`, `authorise`, … */
  name: string
  /** The role that its approvers are in. */
  role: string
  /**
   * How many of the role have to say yes.
   *
   * @default "first"
   */
  quorum?: ApprovalQuorum
  /** Under the quorum `percent`: the share of the role, 0–100. */
  percent?: number | null
  /**
   * Whether it is given after the fact: an emergency's.
   *
   * @default false
   */
  retrospective?: boolean
}

/** Enough said yes. */
export interface ApprovalStepSatisfied {
  /** Which kind it is. */
  kind: 'approval_step_satisfied'
  /** The step. */
  step: string
  /**
   * Whether it was given after the fact.
   *
   * @default false
   */
  retrospective?: boolean
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * The steps of approval, one after the other, by change type. Each step needs what `groups` says of it; else one
 * person of the group that is called like it, or anybody where there is no such group.
 */
export interface ApprovalSteps {
  /**
   * Of standard changes: none, they are authorised beforehand.
   *
   * @default []
   */
  standard?: string[]
  /**
   * Of normal changes: `peer`, `technical`, `cab`.
   *
   * @default ["peer","technical","cab"]
   */
  normal?: string[]
  /**
   * Of emergency changes: `cab`. An approval of the step `retrospective` has to follow: until then it is a warning.
   *
   * @default ["cab"]
   */
  emergency?: string[]
}

/** Approvals rest while it is on hold. */
export interface ApprovalSuspended {
  /** Which kind it is. */
  kind: 'approval_suspended'
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What was approved is not what would go out: an approval counts no more. */
export interface ApprovalVoided {
  /** Which kind it is. */
  kind: 'approval_voided'
  /** The step. */
  step: string
  /** Who had given it. */
  by: string
  /** Why. */
  cause: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * Enough people approved, and nobody rejected. Missing approvals are pending, a rejection fails until the same
 * person withdraws it.
 *
 * Whoever wrote the change or asked for the release does not approve it. Each person counts once, even where they
 * are in several groups: there, where they are needed most. An approval lapses with its `expires_at`, and where
 * what is put forward has another `scope` or version by now. Somebody who is not known in the workspace does not
 * count.
 */
export interface ApprovalsCriterion {
  /** Which kind it is. */
  kind: 'approvals'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * Who has to approve; one person, whoever it is, where this and `steps` are left out.
   *
   * @default []
   */
  groups?: ApprovalQuota[]
  /** The steps to go through, one after the other, by the candidate's change type. */
  steps?: ApprovalSteps | null
  /** How old an approval may be: `30 days`; of any age, where left out. */
  maximum_age?: string | null
}

/** Says yes to what goes out. */
export interface ApproveCommand {
  /** Which kind it is. */
  kind: 'approve'
  /** The step of the approvals; the one whose turn it is, where left out. */
  step?: string | null
  /** The digest of the scope that was looked at; the present one, where left out. */
  digest?: string | null
  /** What they say. */
  comment?: string | null
  /** What makes it a signature. */
  signature?: ApprovalSignature | null
}

/** How risky the whole is, and how that was found. */
export interface AssessedRisk {
  /** The method. */
  method: string
  /** What it gave, in the method's own unit. */
  score: number
  /** What that means. */
  level: RiskLevel
  /**
   * What went into it.
   *
   * @default {}
   */
  inputs?: Record<string, number>
}

/** What an assessor says. */
export interface AssessorScore {
  /** What it looks at. */
  assessor: ReleaseAssessor
  /** How risky that is. */
  score: number
}

/** By what several assessors say, as Digital.ai has it: the greatest of their scores; equals are ordered by the sum. */
export interface AssessorsMethod {
  /** Which kind it is. */
  kind: 'assessors'
  /** What each assessor says. */
  scores: AssessorScore[]
  /**
   * From which score on attention is needed (moderate), and from which it is at risk (high): 10 and 50 (ours).
   *
   * @default {"moderate_from":10.0,"high_from":50.0,"very_high_from":null}
   */
  levels?: RiskThresholds
}

/**
 * What happened to releases, with what proves it.
 *
 * Whoever checks it needs the key of the ledger, or its root, from elsewhere: a document can show that it agrees
 * with itself and with a root, and never that the root is the right one. That no entry of a release is left out is
 * shown only where the whole ledger is exported.
 */
export interface Audit {
  /** As of when the controls were computed. */
  at: string
  /** Which ledger, by what its first entry says. */
  origin: string
  /** Of which releases. */
  scope: AuditScope
  /** How many entries the ledger has. */
  size: number
  /** The root of the tree over them. */
  root: string
  /** The last of them. */
  head: AuditHead
  /** The signed checkpoint of that size and root. */
  checkpoint?: string | null
  /**
   * The entries of the releases and the ledger's first, by number.
   *
   * @default []
   */
  entries?: AuditEntry[]
  /**
   * Who did what, when, on which evidence: a line for each entry of a release.
   *
   * @default []
   */
  lines?: AuditLine[]
  /** How much later than it happened something may be recorded, in milliseconds, before it is late. */
  late_after_ms: number
  /**
   * The entries that were recorded late.
   *
   * @default []
   */
  late?: LateEntry[]
  /**
   * What the controls say, with the events that show it.
   *
   * @default []
   */
  controls?: ControlResult[]
  /** How many controls evidence backs, passed or not. */
  backed: number
  /** How many controls apply. */
  applicable: number
  /** The limits of the controls: their document, as text. */
  policy: string
  /** The SHA-256 of this document as canonical JSON without `digest` and `signature`. */
  digest: string
  /** A signed note of that digest. */
  signature?: string | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/audit/1'
}

/** An entry of the ledger. */
export interface AuditEntry {
  /** Its bytes, as text. */
  entry: string
  /**
   * The hashes that lead from it to the root.
   *
   * @default []
   */
  proof?: string[]
}

/** The last entry of the ledger. */
export interface AuditHead {
  /** Its number. */
  seq: number
  /** Its hash. */
  hash: string
  /**
   * The hashes that lead from it to the root.
   *
   * @default []
   */
  proof?: string[]
}

/** Who did what, when, on which evidence. */
export interface AuditLine {
  /** The number of the entry. */
  seq: number
  /** The event, by id. */
  event: string
  /** The release. */
  release: string
  /** Who did it. */
  who: string
  /** What sort of actor that is. */
  as_kind: ActorKind
  /** What they did: the kind of event. */
  what: string
  /** When they did it, as they say. */
  at: string
  /** When it was recorded. */
  recorded_at: string
  /**
   * On which evidence: the ids and digests that the entry names, sorted.
   *
   * @default []
   */
  evidence?: string[]
}

/** What an audit is of. */
export interface AuditScope {
  /**
   * The releases, sorted.
   *
   * @default []
   */
  releases?: string[]
  /** Those to which something happened from here on, where a period was asked for. */
  from?: string | null
  /** Those to which something happened before here, where a period was asked for. */
  until?: string | null
}

/**
 * In how many of the stages before it something must have been.
 *
 * - `one_of`: In one of them.
 * - `all`: In all of them.
 */
export type Availability = 'one_of' | 'all'

/** Which fixes a maintenance line should have. */
export interface BackportRules {
  /**
   * The types of the changes that belong on both lines.
   *
   * @default ["fix"]
   */
  types?: string[]
  /**
   * Commits of the main line that are on the maintenance line under another face: main's hash, and the line's.
   *
   * @default {}
   */
  equivalent?: Record<string, string>
  /**
   * Commits of the main line that the maintenance line does without.
   *
   * @default []
   */
  not_needed?: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/backport_rules/1'
}

/** A fix that both lines have. */
export interface Backported {
  /** The fix, as the main line has it. */
  change: Change
  /** The hash of the commit that brought it to the maintenance line. */
  commit: string
  /** What tells that they are the same. */
  by: Sameness
}

/** The fixes of the main line, as the maintenance line has them or not; each list is newest first. */
export interface Backports {
  /** The fixes that the maintenance line does not have. */
  missing: Change[]
  /** The fixes that it has. */
  present: Backported[]
  /**
   * The hashes that the rules name and no commit of the main line begins with, or several do.
   *
   * @default []
   */
  unknown?: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/backports/1'
}

/** What was planned at a time, to compare with later. */
export interface Baseline {
  /** What it was taken for: `plan`, `scope_freeze`, `reschedule`. */
  name: string
  /** When it was taken. */
  at: string
  /** When it was to go out. */
  target?: string | null
  /** When it was allowed to. */
  window?: ReleaseWindow | null
  /**
   * Its dates.
   *
   * @default []
   */
  milestones?: Milestone[]
  /**
   * Its items, by id.
   *
   * @default []
   */
  items?: string[]
}

/**
 * A metric has not moved too far from what it was: its newest value against those of earlier versions, or, of a
 * metric that is not measured by version, against its earlier values.
 *
 * Criteria are written `<=+10%`, `>=-5` (by how much it may be above or below) or `<500` (what it may be); several
 * hold only together. Too little history is pending, or a warning where that is said: never a pass. So is a
 * percentage of nothing, unless `when_zero` says what is asked then.
 */
export interface BaselineCriterion {
  /** Which kind it is. */
  kind: 'baseline'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The metric, by name. */
  metric: string
  /** What its value has to meet. */
  pass: string[]
  /**
   * What makes a value that does not pass a warning; none for no warnings.
   *
   * @default []
   */
  warning?: string[]
  /**
   * How the values before become one.
   *
   * @default "avg"
   */
  aggregate?: Aggregate
  /**
   * How many values before count, the newest first: one of each version.
   *
   * @default 3
   */
  history?: number
  /**
   * How many there have to be.
   *
   * @default 1
   */
  minimum_history?: number
  /**
   * What comes of too little history.
   *
   * @default "pending"
   */
  without_history?: WithoutHistory
  /**
   * What its value has to meet where the values before come to zero, of which no percentage says anything.
   *
   * @default []
   */
  when_zero?: string[]
}

/** What was planned was written down, to compare with later. */
export interface BaselineTaken {
  /** Which kind it is. */
  kind: 'baseline_taken'
  /** What was planned. */
  baseline: Baseline
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What a verdict was computed from, as digests: the same basis gives the same verdict. */
export interface Basis {
  /** Of the gates as they were asked. */
  gates: string
  /**
   * Of all facts about the component, about what it needs at run time, and of the waivers; whatever order they came
   * in.
   */
  facts: string
  /** Of all that, the component, stage, environment and instant. */
  digest: string
}

/** Begins to deploy. */
export interface BeginDeployCommand {
  /** Which kind it is. */
  kind: 'begin_deploy'
  /** Where to; where the release is delivered to, where left out. */
  environment?: string | null
  /**
   * The targets that it has to reach; the environment itself, where left out.
   *
   * @default []
   */
  targets?: string[]
  /**
   * Whether it is done by hand.
   *
   * @default false
   */
  manual?: boolean
}

/** Is the board green? The verdicts on all components that are to go out, gate by gate, at one instant. */
export interface Board {
  /** The stage that was asked about. */
  stage?: string | null
  /** The environment that was asked about. */
  environment?: string | null
  /** The instant that was asked about. */
  at: string
  /** The worst of all verdicts; `pending` where there is none. */
  verdict: Signal
  /** How many components come to which verdict. */
  verdicts: SignalCounts
  /** How many findings come to which outcome. */
  outcomes: OutcomeCounts
  /** The gates that guard this stage and environment, in order. */
  gates: BoardGate[]
  /** The components, by name. */
  rows: BoardRow[]
  /** What is otherwise in these gates than where they come from, and why. */
  overrides: Overridden[]
  /** The digest of the gates as they were asked. */
  gates_digest: string
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/board/1'
}

/** What is otherwise from one board to another. */
export interface BoardDiff {
  /** The verdict of the first board. */
  from: Signal
  /** The verdict of the second. */
  to: Signal
  /** The components whose row is not the same, by name. */
  changes: VerdictChange[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/board_diff/1'
}

/** A gate of a board: the head of a column. */
export interface BoardGate {
  /** The gate. */
  gate: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs. */
  severity: Severity
}

/** A component of a board. */
export interface BoardRow {
  /** The component. */
  component: string
  /** The version that would go out, where one is known. */
  version?: string | null
  /** Whether it may go out. */
  verdict: Signal
  /** What each gate of the board says, in their order; null where the gate is not for this component. */
  gates: (Signal | null)[]
  /** How many findings come to which outcome. */
  outcomes: OutcomeCounts
  /** The findings that are no pass, gate by gate. */
  findings: Finding[]
}

/** Bounds of a value; what is left out is open. */
export interface Bounds {
  /** The least that is within. */
  minimum?: number | null
  /** The most that is within. */
  maximum?: number | null
  /** What has to be exceeded. */
  above?: number | null
  /** What must not be reached. */
  below?: number | null
}

/** A branch that releases are made from, with the versions that are tagged on it. */
export interface Branch {
  /** Its name. */
  name: string
  /**
   * For a maintenance branch: what it maintains, such as `1.x` or `1.4.x`; none where its name says so, or for
   * another branch.
   */
  range?: string | null
  /**
   * The channel that its releases are published on; none for the default one of its kind: the branch's name, and
   * the default channel for the first release branch.
   */
  channel?: string | boolean | null
  /** For a prerelease branch: the identifier of its versions; none for another branch. */
  prerelease?: string | boolean | null
  /**
   * The versions tagged on it, in any order.
   *
   * @default []
   */
  tags?: Tag[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/branch/1'
}

/**
 * What a branch is for.
 *
 * - `maintenance`: Fixes and additions to what was released before.
 * - `release`: What comes next.
 * - `prerelease`: What is tried out before it comes next.
 */
export type BranchKind = 'maintenance' | 'release' | 'prerelease'

/** What may be released from a branch, given what is released from the others. */
export interface BranchRange {
  /** The branch's name. */
  name: string
  /** What it is for. */
  type: BranchKind
  /**
   * The versions that may be released from it, as `>=1.2.0 <2.0.0`; none where every version may: on a prerelease
   * branch.
   */
  range?: string | null
  /** The bumps that stay within the range, lowest first; none on a prerelease branch. */
  accept?: Bump[] | null
  /** The channel that its releases are published on; none for the default channel. */
  channel?: string | boolean | null
  /** For a maintenance branch: the versions that may be merged into it from other branches. */
  merge_range?: string | null
  /** Whether it is the first of the release branches. */
  main: boolean
  /** The identifier of its prereleases; none where it makes none. */
  prerelease?: string | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/branch_range/1'
}

/** Gates passed over in an emergency, by somebody in a role that may, with a duty to make up for it. */
export interface BreakGlass {
  /** Which kind it is. */
  kind: 'break_glass'
  /** What it is called by. */
  id: string
  /** What goes out. */
  subject: Subject
  /** Why it cannot wait. */
  reason: string
  /** Who decided so. */
  by: string
  /** The role that they did it in. */
  role: string
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When it was decided. */
  observed_at: string
  /** When it stops to count; never, where left out. */
  expires_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Passes the gates over in an emergency, by somebody who may. */
export interface BreakGlassCommand {
  /** Which kind it is. */
  kind: 'break_glass'
  /** Why it cannot wait. */
  reason: string
  /** The role that they do it in. */
  role: string
  /** When it stops to count. */
  expires_at?: string | null
}

/** Who may pass gates over in an emergency, and by when they have to account for it. */
export interface BreakGlassRule {
  /**
   * The roles in which somebody may. Where a group is called like one of them, its members are in it and nobody
   * else.
   *
   * @default []
   */
  roles?: string[]
  /**
   * How soon somebody else has to have looked at it afterwards: an approval of the step `retrospective`, or a
   * checklist of that name. The duty does not lapse; where this is left out it is not overdue either.
   */
  retrospective_within?: string | null
}

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

/** A number for each severity. */
export interface BySeverity {
  /** For critical ones. */
  critical?: number | null
  /** For high ones. */
  high?: number | null
  /** For medium ones. */
  medium?: number | null
  /** For low ones. */
  low?: number | null
  /** For those that are of no severity. */
  none?: number | null
}

/** Numbered releases at a fixed interval of days, from a day on: Rust's trains, Chromium's milestones. */
export interface Cadence {
  /** The number of one of them. */
  number: number
  /** The day on which that one goes out. */
  date: string
  /** The days from one to the next, at least one. */
  every_days: number
}

/** The version names the date of the release, under a pattern such as `YYYY.0M.MICRO`. */
export interface Calendar {
  /** Which kind it is. */
  kind: 'calendar'
  /** The parts of a version, such as `YYYY`, `0M` and `MICRO`, with what stands between them. */
  pattern: string
}

/**
 * A calendar of windows that another system keeps. Criteria name it as they name those of the gate file, which come
 * first.
 */
export interface CalendarFact {
  /** Which kind it is. */
  kind: 'calendar'
  /** What it is called by. */
  id: string
  /** The calendar. */
  calendar: ReleaseCalendar
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When this state was seen. */
  observed_at: string
  /** When it stops to count; never, where left out. */
  expires_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Gives it up. */
export interface CancelCommand {
  /** Which kind it is. */
  kind: 'cancel'
  /** Why. */
  reason?: string | null
}

/** What is meant to go out: a version of a component, and who made it. */
export interface Candidate {
  /** Which kind it is. */
  kind: 'candidate'
  /** The component. */
  component: string
  /** Its version. */
  version?: string | null
  /** The digest of its artefact. */
  digest?: string | null
  /** Its tag; facts about the tag are about this version. */
  tag?: string | null
  /**
   * The commit that it is built from; facts about the commit, or seven digits of it or more, are about this
   * version.
   */
  commit?: string | null
  /**
   * Who wrote what is in it: they do not approve it.
   *
   * @default []
   */
  authors?: string[]
  /** Who asked for the release. */
  requested_by?: string | null
  /**
   * The kind of process that it goes through.
   *
   * @default "normal"
   */
  change_type?: ChangeType
  /** Its change request. */
  change_request?: string | null
  /** The digest of what is to be approved: plan, change set or artefact. */
  scope?: string | null
  /** The version that it takes the place of. */
  previous?: string | null
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When it was put forward. */
  observed_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * The version moves as Cargo's requirements see it, and as release-plz moves it: below 1.0.0 a break raises the
 * minor version and an addition the patch version, below 0.1.0 everything raises the patch version. A prerelease
 * goes on to the next one, whatever changed; build metadata stays.
 *
 * Three patterns look at the changes themselves: at the type of a conventional one, at the whole message of any
 * other.
 */
export interface Cargo {
  /** Which kind it is. */
  kind: 'cargo'
  /**
   * A break raises the major version below 1.0.0 too.
   *
   * @default false
   */
  breaking_always_increment_major?: boolean
  /**
   * An addition raises the minor version below 1.0.0 too.
   *
   * @default false
   */
  features_always_increment_minor?: boolean
  /** Changes that raise the major version, below 1.0.0 too. */
  major_increment?: string | null
  /** Changes that raise at least the minor version, below 1.0.0 too. */
  minor_increment?: string | null
  /** Changes that ask for nothing, not even as breaks. */
  no_increment?: string | null
}

/** What `cargo audit` says: advisories of RustSec on the crates of a lockfile. */
export interface CargoAuditInspection {
  /** Which kind it is. */
  kind: 'cargo_audit'
  /** Whether there are vulnerabilities, as the report states it. */
  found: boolean
  /** How many vulnerabilities the report counts. */
  count: number
  /** How many vulnerabilities the report lists. */
  listed: number
  /** The ids of the vulnerabilities, in order, one for each crate that has it. */
  ids: string[]
  /** How many vulnerabilities have a CVSS vector. */
  with_cvss: number
  /** Warnings by kind (`unmaintained`, `unsound`, `yanked`, …): they are no vulnerabilities. */
  warnings: Record<string, number>
  /** How many crates the lockfile holds. */
  lockfile_deps: number
  /** How many advisories the database holds. */
  db_advisories: number
}

/** One reason for a release. */
export type Cause = ChangeCause | DependencyCause | FixedCause | LinkedCause | PreExitCause | OverrideCause

/**
 * A small taxonomy of what goes wrong.
 *
 * - `code`: A defect of the code.
 * - `configuration`: A wrong setting.
 * - `data`: A migration, or data that nobody expected.
 * - `infrastructure`: Machines, network, platform.
 * - `dependency`: Something by others.
 * - `capacity`: Too much load, too little room.
 * - `process`: A step left out, done wrong, or not foreseen.
 * - `testing`: A test that was not there, or did not tell.
 * - `communication`: Somebody did not know.
 * - `security`: An attack, or a hole.
 * - `unknown`: Not found yet.
 */
export type CauseClass =
  | 'code'
  | 'configuration'
  | 'data'
  | 'infrastructure'
  | 'dependency'
  | 'capacity'
  | 'process'
  | 'testing'
  | 'communication'
  | 'security'
  | 'unknown'

/**
 * An expression in CEL holds (see `gate::cel`): a policy that no other kind covers.
 *
 * - `facts`: the evidence that counts, the newest of each name, with its `id`, `observed_at` and `source`. Of a
 *   kind that has names by name (`facts.metric.error_rate.value`), test results as a list (`facts.tests`), of every
 *   other kind itself (`facts.coverage.lines`); besides, as lists, `facts.approvals`, `facts.deployments`,
 *   `facts.change_requests`, `facts.work_items` and `facts.checklists`.
 * - `release`: `stage`, `environment`, and of what is to go out `version`, `tag`, `commit`, `digest`, `previous`,
 *   `authors`, `requested_by`, `change_type`, `change_request` and `scope`.
 * - `component`: `name`, `owners`, `tier`, `ecosystem` and `providers`.
 * - `now`: the instant that is asked about.
 *
 * An expression without a value, such as one over evidence that is missing, is pending.
 */
export interface CelCriterion {
  /** Which kind it is. */
  kind: 'cel'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** What has to hold. */
  expression: string
  /** What makes it a warning where it does not hold; none for no warnings. */
  warning?: string | null
  /** What it asks for, in words. */
  message?: string | null
  /** What to do where it does not hold, in a sentence. */
  action?: string | null
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
  /** One line for people: the header without type and scope, or the first line of a changeset's summary. */
  description: string
  /** What a changeset's summary says below its first line; none for commits, whose bodies speak to their reviewers. */
  body?: string | null
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
   * The version that its author wants next for the components it concerns (`Release-As: 2.0.0`), as text of their
   * scheme.
   */
  release_as?: string | null
  /** The commit that brought it, by its full hash; of a changeset, the one that added the file. */
  commit?: string | null
  /** The number of the pull request that brought it. */
  pull_request?: number | null
  /**
   * The labels of that pull request.
   *
   * @default []
   */
  labels?: string[]
  /**
   * Where it comes from.
   *
   * @default "given"
   */
  origin?: Origin
  /** When it was made, UTC. */
  at?: string | null
  /**
   * Its place in history: of two changes the one with the greater number is newer. It tells what the time cannot:
   * commits that were rebased together share a second.
   */
  order?: number | null
  /** Who made it, as the origin names them. */
  author?: string | null
  /** The name under which the author, or whoever opened the pull request, is known to the host. */
  login?: string | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/change/1'
}

/**
 * What is done with a change request.
 *
 * - `advance`: It goes on to the next state.
 * - `approve`: The approvals that it waits for are given.
 * - `reject`: It is not approved, and is planned anew.
 * - `revert_to_new`: It is taken back to its beginning by those who asked for it.
 * - `change_type`: It becomes another kind of change.
 * - `hold`: It is put on hold.
 * - `resume`: It is on hold no longer.
 * - `cancel`: It is given up.
 * - `close`: It is done.
 */
export type ChangeAction =
  | 'advance'
  | 'approve'
  | 'reject'
  | 'revert_to_new'
  | 'change_type'
  | 'hold'
  | 'resume'
  | 'cancel'
  | 'close'

/**
 * Where the approvals of a change request are.
 *
 * - `none`: There are none.
 * - `requested`: They are asked for.
 * - `not_required`: They are no longer required, while it is on hold.
 * - `given`: They were given.
 * - `cancelled`: They were cancelled.
 */
export type ChangeApprovals = 'none' | 'requested' | 'not_required' | 'given' | 'cancelled'

/** A change to the component itself. */
export interface ChangeCause {
  /** Which kind it is. */
  kind: 'change'
  /** The change's id. */
  id: string
  /** What it asks for. */
  bump: Bump
  /** The change in one line. */
  description: string
}

/** A change request on its way: all that the next step depends on. */
export interface ChangeFlow {
  /**
   * Standard, normal or emergency.
   *
   * @default "normal"
   */
  change_type?: ChangeType
  /**
   * How far it is.
   *
   * @default "new"
   */
  state?: ChangeState
  /** Why it is on hold; none where it is not. */
  hold?: string | null
  /**
   * Where its approvals are.
   *
   * @default "none"
   */
  approvals?: ChangeApprovals
  /**
   * Whether it was made before anybody authorised it, and found out afterwards.
   *
   * @default false
   */
  unauthorized?: boolean
  /**
   * Whether an outage is recorded for it, which makes an unauthorised change an emergency like others.
   *
   * @default false
   */
  outage?: boolean
  /** How it ended; none before it is closed. */
  close_code?: CloseCode | null
  /** What is to be known of its end. */
  close_notes?: string | null
  /**
   * Its tasks.
   *
   * @default []
   */
  tasks?: ChangeTask[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/change_flow/1'
}

/**
 * By the highest of up to three methods, as ServiceNow has it for changes: rules, a questionnaire, and a lookup by
 * impact and chance of success.
 */
export interface ChangeMethod {
  /** Which kind it is. */
  kind: 'change'
  /**
   * What is known of the change: what the rules' conditions ask for, under `change`.
   *
   * @default {}
   */
  change?: Record<string, unknown>
  /**
   * The rules; the first that holds says the level.
   *
   * @default []
   */
  rules?: RiskRule[]
  /** Answers that are weighed. */
  questionnaire?: RiskQuestionnaire | null
  /** Impact against the chance of success. */
  lookup?: RiskLookup | null
}

/** The ticket of change management. */
export interface ChangeRequest {
  /** Which kind it is. */
  kind: 'change_request'
  /** What it is called by: `CHG0030192`. */
  id: string
  /**
   * Standard, normal or emergency.
   *
   * @default "normal"
   */
  change_type?: ChangeType
  /**
   * How far it is.
   *
   * @default "draft"
   */
  state?: ChangeRequestState
  /**
   * The components that it is for.
   *
   * @default []
   */
  components?: string[]
  /** The version or release that it is for; any, where left out. */
  version?: string | null
  /** The environment that it is for; any, where left out. */
  environment?: string | null
  /** Who asked for it. */
  requested_by?: string | null
  /** Its risk, as the source grades it. */
  risk?: string | null
  /** When the planned window opens. */
  starts_at?: string | null
  /** When the planned window closes. */
  ends_at?: string | null
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When this state was seen. */
  observed_at: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How far a change request is.
 *
 * - `draft`: Being written.
 * - `submitted`: Waiting for its approvals.
 * - `approved`: Authorised.
 * - `rejected`: Not authorised.
 * - `scheduled`: Authorised, with a time.
 * - `implementing`: Under way.
 * - `review`: Done, being looked at.
 * - `closed`: Done.
 * - `cancelled`: Given up.
 */
export type ChangeRequestState =
  | 'draft'
  | 'submitted'
  | 'approved'
  | 'rejected'
  | 'scheduled'
  | 'implementing'
  | 'review'
  | 'closed'
  | 'cancelled'

/**
 * How far a change request is.
 *
 * - `new`: Being written.
 * - `assess`: Waiting for peers and technical approval.
 * - `authorize`: Waiting for change management, and the board.
 * - `scheduled`: Authorised, waiting for its start.
 * - `implement`: Under way.
 * - `review`: Done, being looked back on.
 * - `closed`: Done.
 * - `cancelled`: Given up.
 */
export type ChangeState = 'new' | 'assess' | 'authorize' | 'scheduled' | 'implement' | 'review' | 'closed' | 'cancelled'

/** One step of a change request: what is done, and what has to be said with it. */
export interface ChangeStep {
  /** What is done. */
  action: ChangeAction
  /** With `change_type`: what it is to be. */
  to?: ChangeType | null
  /** With `hold`: why. */
  reason?: string | null
  /** With `close`: how it ended. */
  close_code?: CloseCode | null
  /** With `close`: what is to be known of its end. */
  close_notes?: string | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/change_step/1'
}

/** A task of a change request. */
export interface ChangeTask {
  /** What it is called by. */
  id: string
  /**
   * Whether it is still to be done: neither closed nor cancelled.
   *
   * @default true
   */
  active?: boolean
  /**
   * Whether it is on hold, and by what.
   *
   * @default "none"
   */
  hold?: TaskHold
}

/**
 * The kind of process that a change request goes through.
 *
 * - `standard`: Low in risk, known, and authorised beforehand.
 * - `normal`: Assessed and authorised step by step.
 * - `emergency`: As soon as possible, assessed afterwards.
 */
export type ChangeType = 'standard' | 'normal' | 'emergency'

/** What one release brings, of one component or of several together, in sections. */
export interface Changelog {
  /** The sections that hold something: what breaks first, then in the order of the layout. */
  sections: Section[]
  /** The address that shows all that changed since the release before, where the host is known. */
  compare?: string | null
}

/** The sections of a changelog, as people want them. */
export interface ChangelogLayout {
  /**
   * The sections of changes that break nothing, in order; two with one title are one section. A type that none of
   * them names goes where it would go without any.
   *
   * @default []
   */
  sections?: SectionRule[]
  /**
   * Whether what no section names is left out.
   *
   * @default false
   */
  listed_only?: boolean
  /**
   * The title of the first section, of what breaks.
   *
   * @default "Breaking changes"
   */
  breaking?: string
  /**
   * The title of the last section but one, of what a component depends on.
   *
   * @default "Dependencies"
   */
  dependencies?: string
  /**
   * The title of the last section, of what has no section of its own.
   *
   * @default "Other changes"
   */
  other?: string
}

/** A section of a changelog. */
export interface ChangelogSection {
  /** The type of its commits. */
  type: string
  /** Its title. */
  section: string
  /**
   * Whether it is left out.
   *
   * @default false
   */
  hidden?: boolean
}

/** The unreleased changes of a workspace. */
export interface Changes {
  /** Newest first; what was reverted before it was released is left out, and what history tells twice is there once. */
  changes: Change[]
  /** What should be known about the history they were read from. */
  notices: Notice[]
}

/** A list that people go through before a release: a go/no-go meeting, a rehearsal of the way back. */
export interface Checklist {
  /** Which kind it is. */
  kind: 'checklist'
  /** What it is called by. */
  id: string
  /** What it is for. */
  subject: Subject
  /** The name of the list, such as `rollback_rehearsal`. */
  name: string
  /**
   * Its items.
   *
   * @default []
   */
  items?: ChecklistItem[]
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When this state was seen. */
  observed_at: string
  /** When it stops to count; never, where left out. */
  expires_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * The answer to an item of a checklist.
 *
 * - `open`: None yet.
 * - `go`: Yes, or done.
 * - `no_go`: No.
 * - `not_applicable`: It does not apply here.
 */
export type ChecklistAnswer = 'open' | 'go' | 'no_go' | 'not_applicable'

/**
 * People went through a list, and all that it asks is done: the go/no-go of a meeting, a rehearsal of the way back.
 * One `no_go` fails; what is open, too old or not there is pending.
 */
export interface ChecklistCriterion {
  /** Which kind it is. */
  kind: 'checklist'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The list, by name: `go_no_go`, `rollback_rehearsal`. */
  list: string
  /**
   * Items that have to be on it, besides those that are.
   *
   * @default []
   */
  items?: string[]
  /** How old it may be: `90 days`; of any age, where left out. */
  maximum_age?: string | null
  /**
   * Whether one counts that was gone through for another version: a way back is not rehearsed for each.
   *
   * @default false
   */
  any_version?: boolean
}

/** One item of a checklist. */
export interface ChecklistItem {
  /** What is to be answered or done. */
  name: string
  /**
   * What was answered.
   *
   * @default "open"
   */
  answer?: ChecklistAnswer
  /** Who answered. */
  by?: string | null
  /** When. */
  at?: string | null
  /** What they said. */
  comment?: string | null
  /**
   * Whether the list is complete without it.
   *
   * @default false
   */
  optional?: boolean
}

/** What a release takes from one time to another: also how an environment is booked. */
export interface Claim {
  /** The release. Claims of the same release do not get into each other's way. */
  release: string
  /** When it begins, inclusive. */
  starts_at: string
  /** When it ends, exclusive. */
  ends_at: string
  /**
   * The components that it changes.
   *
   * @default []
   */
  components?: string[]
  /**
   * The environments that it takes.
   *
   * @default []
   */
  environments?: string[]
  /**
   * The people who work on it.
   *
   * @default []
   */
  people?: string[]
  /**
   * The services that it shares with others.
   *
   * @default []
   */
  services?: string[]
  /** The train that it is part of. */
  train?: string | null
  /**
   * Whether a person sets it off, whom windows with `manual_override` let through.
   *
   * @default false
   */
  manual?: boolean
  /**
   * What it waits for.
   *
   * @default []
   */
  dependencies?: ClaimDependency[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/claim/1'
}

/** A release that another waits for. */
export interface ClaimDependency {
  /** The release that is waited for. */
  release: string
  /**
   * How it stands.
   *
   * @default "open"
   */
  status?: DependencyStatus
}

/**
 * Why facts cannot all be true.
 *
 * - `id`: They have one id and differ.
 * - `value`: They say different things of one subject, from one source, at one instant.
 */
export type Clash = 'id' | 'value'

/**
 * How a change ended.
 *
 * - `successful`: As planned.
 * - `successful_issues`: As planned in the end, with issues on the way.
 * - `unsuccessful`: Not as planned.
 */
export type CloseCode = 'successful' | 'successful_issues' | 'unsuccessful'

/** Ends it. */
export interface CloseCommand {
  /** Which kind it is. */
  kind: 'close'
  /** How it ended; as it went, where left out. */
  outcome?: ReleaseOutcome | null
  /** What there is to say. */
  notes?: string | null
  /** What was learned. */
  review?: Review | null
}

/**
 * A Cobertura report: which lines of which classes were run.
 *
 * A line stands in it twice, under its method and under its class; the counts are of those under classes.
 */
export interface CoberturaInspection {
  /** Which kind it is. */
  kind: 'cobertura'
  /**
   * What the outermost element says of the whole, as written: `line-rate`, `branch-rate`, `lines-covered`,
   * `lines-valid`, `branches-covered`, `branches-valid`, `timestamp`, `version`; none where it does not say. The
   * rates are rounded.
   */
  attrs: Record<string, string | null>
  /** The packages. */
  packages: number
  /** The classes. */
  classes: number
  /** The lines directly under classes. */
  class_lines: number
  /** Those of them that were run. */
  class_lines_hit: number
  /** `class_lines_hit` of `class_lines`, 0–1 to six decimals; none where there are no such lines. */
  computed_line_rate?: number | null
  /** All lines, under methods and under classes. */
  line_elements_total: number
  /** The branches of the lines directly under classes (`condition-coverage="50% (1/2)"`). */
  class_branches: number
  /** Those of them that were taken. */
  class_branches_hit: number
}

/** Something that is asked of a release. */
export type Command =
  | CreateCommand
  | PlanCommand
  | EditReleaseCommand
  | EditScopeCommand
  | AcceptItemCommand
  | FreezeScopeCommand
  | RequestExceptionCommand
  | DecideExceptionCommand
  | StartCommand
  | CompleteStageCommand
  | SkipStageCommand
  | RestartStageCommand
  | RecordEvidenceCommand
  | WaiveGateCommand
  | ApproveCommand
  | RejectCommand
  | RevokeCommand
  | RescheduleCommand
  | DecideGoCommand
  | BeginDeployCommand
  | RecordRolloutCommand
  | FinishRolloutCommand
  | RollBackCommand
  | AcceptCommand
  | RecordIncidentCommand
  | CloseCommand
  | HoldCommand
  | ResumeCommand
  | CancelCommand
  | SetRiskCommand
  | SetTaskCommand
  | SetMilestoneCommand
  | SetDependencyCommand
  | SetActionCommand
  | SetFlagCommand
  | GiveFeedbackCommand
  | NotifyCommand
  | BreakGlassCommand
  | TickCommand
  | RecordDeploymentCommand

/** A command, who gives it, when, and what they had seen. */
export interface CommandEnvelope {
  /** What the command is called by, 1–120 characters: given twice, it is done once. */
  id: string
  /** Who gives it. */
  actor: Actor
  /** When they give it; counted in milliseconds. */
  at: string
  /** How many events the release had when they looked at it; nobody minds, where left out. */
  expected_version?: number | null
  /** What they ask. */
  command: Command
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/command/1'
}

/** A commit as its repository tells it; `from_commit` reads the changes in it. */
export interface Commit {
  /** Its full hash, in lower-case hexadecimal. */
  id: string
  /** Its whole message. */
  message: string
  /** Who wrote it: a name, an address, or `Name <address>`. */
  author?: string | null
  /** When it was committed, UTC. */
  at: string
  /** Its place in history: of two commits the one with the greater number is newer. */
  order?: number | null
  /** The number of the pull request whose branch it is of, where a merge commit says so. */
  pull_request?: number | null
  /**
   * The files it touches, relative to the repository's root, `/` between parts.
   *
   * @default []
   */
  paths?: string[]
}

/** What a host tells of one commit. */
export interface CommitDetails {
  /** The number of the pull request that brought it. */
  pull_request?: number | null
  /** The title of that pull request. A commit whose message is no conventional one is read by it. */
  title?: string | null
  /**
   * The text of that pull request. What stands in it between `BEGIN_COMMIT_OVERRIDE` and `END_COMMIT_OVERRIDE` is
   * read in place of the message.
   */
  body?: string | null
  /**
   * Its labels.
   *
   * @default []
   */
  labels?: string[]
  /** The name under which the author is known to the host. */
  login?: string | null
}

/** What counts for one commit. */
export interface CommitOverride {
  /** The message that it should have had; it is read in place of its own. */
  message?: string | null
  /** What it asks of every component that it touches. */
  bump?: Bump | null
  /**
   * What it asks of these components; it counts before `bump`, and for components that the commit does not touch
   * too.
   *
   * @default {}
   */
  bumps?: Record<string, Bump>
  /**
   * Whether the commit counts for nothing at all.
   *
   * @default false
   */
  skip?: boolean
}

/**
 * What counts instead of the messages of commits: a merged message can no longer be repaired, but it can be
 * overruled.
 */
export interface CommitOverrides {
  /**
   * What counts for each commit, by its hash or the first seven characters of it and more; a changeset is named by
   * its id.
   *
   * @default {}
   */
  commits?: Record<string, CommitOverride>
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/commit_overrides/1'
}

/**
 * With how many evaluations a value is compared.
 *
 * - `single_result`: The last one.
 * - `several_results`: Several.
 */
export type CompareWith = 'single_result' | 'several_results'

/** Completes the stage that the work is in, where its tasks are done and its gates hold. */
export interface CompleteStageCommand {
  /** Which kind it is. */
  kind: 'complete_stage'
  /** The stage; the one that the work is in, where left out. */
  stage?: string | null
}

/** What all the controls say of releases. */
export interface Compliance {
  /** As of when. */
  at: string
  /**
   * What they say of each release, in the order in which they were opened.
   *
   * @default []
   */
  releases?: ReleaseCompliance[]
  /**
   * What those say that are about several releases.
   *
   * @default []
   */
  period?: ControlResult[]
  /**
   * How many of each outcome.
   *
   * @default {}
   */
  totals?: Record<string, number>
  /**
   * Audit completeness: the controls that evidence backs, passed or not, by those that apply; none where none
   * applies.
   */
  completeness?: number | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/compliance/1'
}

/** A thing that is versioned and released: a crate, an npm package, a service, a chart. */
export interface Component {
  /** Its name, unique in the workspace. */
  name: string
  /**
   * Its name in its ecosystem, by which consumers there ask for it; the same as `name`, unless components of two
   * ecosystems share it.
   */
  package?: string | null
  /** The ecosystem whose manifest declares it. */
  ecosystem: Ecosystem
  /** The rules that its version follows; the ecosystem's own unless said otherwise. */
  scheme?: Scheme | null
  /**
   * The repository it lives in, by the organisation's name for it; none where there is but one. Paths then begin
   * with the folder of that repository.
   */
  repository?: string | null
  /**
   * The folder it lives in, relative to the repository's root, `/` between parts; empty for the root itself.
   *
   * @default ""
   */
  path?: string
  /** Its present version; none where its manifest states none. */
  version?: string | null
  /**
   * The manifest that states this version for several components at once, such as the root's `Cargo.toml` for
   * `version.workspace = true`; relative to the repository's root. None where its own manifest states it for it
   * alone.
   */
  version_from?: string | null
  /**
   * Where its present version is to be found.
   *
   * @default "manifest"
   */
  version_source?: VersionSource
  /**
   * What it packages, in that thing's own version (a Helm chart's `appVersion`), as written; none where it packages
   * nothing else.
   */
  app_version?: string | null
  /** The file that declares it, relative to the repository's root; none where nothing but a workspace file does. */
  manifest?: string | null
  /**
   * Whether it is kept out of the public registry (`publish = false`, `"private": true`).
   *
   * @default false
   */
  private?: boolean
  /**
   * Whether others release it (a vendor's API): it is depended on, and never in a plan.
   *
   * @default false
   */
  external?: boolean
  /**
   * Who answers for it, as the workspace names them.
   *
   * @default []
   */
  owners?: string[]
  /** How much depends on it, in the organisation's own words: gates select by it. */
  tier?: string | null
  /**
   * How its releases are tagged, with `{name}`, `{package}`, `{path}` and `{version}` filled in; none for the
   * policy's own way.
   */
  tag?: string | null
  /**
   * How it is published, as far as its manifest says so.
   *
   * @default {"access":null,"registry":null,"dist_tag":null,"command":null}
   */
  publishing?: Publishing
  /**
   * What it depends on, in the manifest's order, dependencies outside the workspace included.
   *
   * @default []
   */
  dependencies?: Dependency[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/component/1'
}

/** How a repository is released, as its own files say. */
export interface Configuration {
  /** The policy; its origins say which file and key each setting comes from. */
  policy: Policy
  /**
   * The files that say so, relative to the repository's root; none where no file says anything, and the policy is
   * the preset `greenboard`.
   */
  files: string[]
  /** What of the files is not followed. */
  left: LeftKey[]
  /** The branch that work begins at, where a file says it (changesets' `baseBranch`). */
  base?: string | null
  /** What release-please's files say beside the policy; none where they do not decide. */
  release_please?: ReleasePleaseConfig | null
}

/** A policy that was read from another tool's configuration. */
export interface Configured {
  /** The policy; its origins name the file and key that each setting comes from. */
  policy: Policy
  /** What of the configuration is not followed, in the order of the files. */
  left: LeftKey[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/configured/1'
}

/** A file that states a version, and where in it. */
export interface ConfiguredFile {
  /** The file, or a glob over files, relative to the repository's root. */
  path: string
  /**
   * Whether the path is a glob.
   *
   * @default false
   */
  glob?: boolean
  /**
   * How the version is found in it: `auto` (by its extension and by markers), `generic` (by markers), `json`,
   * `yaml`, `toml`, `xml` or `pom`.
   */
  type: string
  /** The JSONPath or XPath that leads to it; none where the type needs none. */
  selector?: string | null
}

/** Something that is in the way of a release, or of two. */
export interface Conflict {
  /** What is in the way. */
  kind: ConflictKind
  /** How much that weighs. */
  severity: ConflictSeverity
  /** The release, or the two, by name. */
  between: string[]
  /**
   * What it is about: the component, environment, person, service, train, calendar, or the release that is waited
   * for.
   */
  subject: string
  /** From when on. */
  starts_at: string
  /** Until when, exclusive. */
  ends_at: string
  /** With a freeze: what becomes of work in flight. */
  in_flight?: FreezeInFlight | null
  /** It, in a sentence. */
  sentence: string
}

/** A calendar, and what it is for. */
export interface ConflictCalendar {
  /** The calendar: windows that allow and deny. */
  calendar: ReleaseCalendar
  /**
   * The components that it is for; all, where empty.
   *
   * @default []
   */
  components?: string[]
  /**
   * The environments that it is for; all, where empty.
   *
   * @default []
   */
  environments?: string[]
}

/**
 * What is in the way.
 *
 * - `freeze`: A freeze: a window that denies.
 * - `outside_window`: It is outside of the windows that allow.
 * - `related_freeze`: A freeze of a component's parent or child.
 * - `related_outside_window`: It is outside of the windows of a component's parent or child.
 * - `dependency_aborted`: What it waits for will not come.
 * - `dependency_after`: What it waits for is planned to end after it begins.
 * - `dependency_open`: What it waits for is not done, and it is time.
 * - `same_component`: Both change the same component.
 * - `related_component`: One changes a component, the other its parent or child.
 * - `environment_booked`: Both take the same environment.
 * - `same_person`: The same person works on both.
 * - `shared_service`: Both share a service.
 * - `same_train`: Both are on the same train.
 */
export type ConflictKind =
  | 'freeze'
  | 'outside_window'
  | 'related_freeze'
  | 'related_outside_window'
  | 'dependency_aborted'
  | 'dependency_after'
  | 'dependency_open'
  | 'same_component'
  | 'related_component'
  | 'environment_booked'
  | 'same_person'
  | 'shared_service'
  | 'same_train'

/** The conflicts of several claims. */
export interface ConflictReport {
  /** The instant that was asked about. */
  at: string
  /** The conflicts: what blocks first, then by time. */
  conflicts: Conflict[]
  /** Whether these are all; not where there are more than the rules list. */
  complete: boolean
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/conflict_report/1'
}

/** By which conflicts are found, and free time is looked for. */
export interface ConflictRules {
  /**
   * The parents of components: a service of its parts, a platform of what runs on it.
   *
   * @default {}
   */
  parents?: Record<string, string[]>
  /**
   * The calendars, and what each is for. All that fit have to be open.
   *
   * @default []
   */
  calendars?: ConflictCalendar[]
  /**
   * How much kinds of conflict weigh, where not as usual.
   *
   * @default {}
   */
  severities?: Record<string, ConflictSeverity>
  /**
   * How many conflicts are listed at most: 10,000 (ours).
   *
   * @default 10000
   */
  most?: number
  /**
   * Within how many days free time is looked for: 90 (ServiceNow).
   *
   * @default 90
   */
  within_days?: number
  /**
   * How many free slots are suggested at most: 100 (ServiceNow).
   *
   * @default 100
   */
  choices?: number
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/conflict_rules/1'
}

/**
 * How much a conflict weighs.
 *
 * - `block`: It cannot be.
 * - `warn`: Somebody should look.
 */
export type ConflictSeverity = 'block' | 'warn'

/** That a tree begins with all leaves of a smaller one. */
export interface ConsistencyProof {
  /** How many leaves the smaller tree has, at least one. */
  size1: number
  /** How many leaves the larger tree has. */
  size2: number
  /** The hashes from which both roots follow. */
  proof: string[]
}

/** What this version of a consumer asks of a provider (a pact). */
export interface Contract {
  /** Which kind it is. */
  kind: 'contract'
  /** The provider. */
  provider: string
  /** The digest of what is asked: versions that ask the same share their verifications. */
  content?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Whether contracts allow a version into the environment, and the rows that say so. */
export interface ContractAnswer {
  /** Whether they do. */
  deployable: Deployable
  /** Whether the version was heard of. */
  exists: boolean
  /** What was looked at. */
  rows: ContractRow[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/contract_answer/1'
}

/** The contracts of an organisation, their verifications, and what runs in the environment in question. */
export interface ContractMatrix {
  /**
   * What consumers ask of providers; of one version of a consumer and a provider the last counts.
   *
   * @default []
   */
  pacts?: Pact[]
  /**
   * Whether providers do it; of one content and version of a provider the last counts.
   *
   * @default []
   */
  verifications?: PactVerification[]
  /**
   * The versions that run in the environment, by component.
   *
   * @default {}
   */
  deployed?: Record<string, string[]>
  /**
   * What is set aside.
   *
   * @default []
   */
  ignore?: IgnoredComponent[]
  /**
   * Whether all versions of a provider in the environment have to have verified a pact, where the broker takes one.
   *
   * @default false
   */
  every_version?: boolean
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/contract_matrix/1'
}

/** A contract with what is known of it. */
export interface ContractRow {
  /** The consumer. */
  consumer: string
  /** Its version. */
  consumer_version: string
  /** The provider. */
  provider: string
  /** Its version; none where no version in question verified it. */
  provider_version?: string | null
  /** Whether the provider does what is asked; none where nobody looked. */
  success?: boolean | null
  /** Whether the row is set aside. */
  ignored: boolean
}

/**
 * Whether contracts are asked about.
 *
 * - `known`: Those that there are.
 * - `required`: There has to be one.
 * - `ignored`: No.
 */
export type ContractRule = 'known' | 'required' | 'ignored'

/** Whether a version of a provider does what this version of a consumer asks. */
export interface ContractVerification {
  /** Which kind it is. */
  kind: 'verification'
  /** The provider. */
  provider: string
  /** Its version. */
  provider_version: string
  /** Whether it does. */
  success: boolean
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Facts that cannot all be true. Until there is a newer one, what they are about is pending. */
export interface Contradiction {
  /** Their kind. */
  fact: string
  /** Why they cannot. */
  clash: Clash
  /** What they are called by. */
  ids: string[]
  /** The components that they are about. */
  components: string[]
  /** When the last of them was observed. */
  observed_at: string
}

/**
 * What a control says. No evidence is never a pass.
 *
 * - `pass`: It holds, and events show it.
 * - `fail`: It does not hold, and events show it.
 * - `not_applicable`: Nothing of it has to hold here.
 * - `no_evidence`: It would have to hold, and nothing shows whether it does.
 */
export type ControlOutcome = 'pass' | 'fail' | 'not_applicable' | 'no_evidence'

/** The limits of the controls. No standard that they refer to gives a figure: every default is ours. */
export interface ControlPolicy {
  /**
   * The environments that are production; the last that a release goes to, where left out.
   *
   * @default []
   */
  production?: string[]
  /** C05: how long an approval holds that says nothing of it; 14 days (ours). */
  approval_ttl: string
  /** C08: how many open findings of a severity go through; none of `critical` and `high` (ours), all of the others. */
  scan_limits: Record<string, number>
  /** C08: the criteria whose waivers accept findings: `vulnerabilities` (ours). A waiver may also name the finding. */
  security_criteria: string[]
  /** C10: how old a rehearsal may be; 30 days (ours). */
  rehearsal: string
  /** C13: the criteria whose waivers let a deployment through a freeze: `freeze` and `calendar` (ours). */
  freeze_criteria: string[]
  /** C14: how much longer than its window a deployment may take; 30 minutes (ours). */
  grace: string
  /** C15: working days, Monday to Friday, in which an emergency is approved after the fact; 5 (ours). */
  review_working_days: number
  /** C16: the share of deployments in a quarter that may be emergencies, 0 to 1; a tenth (ours). */
  emergency_share: number
  /** C18: how long after the deployment it is verified; an hour (ours). */
  verification: string
  /** C21: how much later than it happened something may be recorded without a reason; 15 minutes (ours). */
  late_after: string
  /** C22: whether every approval has to be signed; not so (ours). */
  signed: boolean
  /** C24: how long before a deployment people are told; a day (ours). */
  notice_lead: string
  /**
   * C25: the kinds of documents that are brought up to date before a release is closed: `release_notes`, `runbook`,
   * `configuration_baseline`, `inventory`.
   */
  documents: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/control-policy/1'
}

/** What a control says of a release or of a period. */
export interface ControlResult {
  /** The control: `C01` to `C25`. */
  control: string
  /** The release; of all of the period, where left out. */
  release?: string | null
  /** What it says. */
  result: ControlOutcome
  /**
   * The events that show it, by id, in their order.
   *
   * @default []
   */
  events?: string[]
  /**
   * Why, in sentences.
   *
   * @default []
   */
  findings?: string[]
}

/**
 * How the prereleases of a train are counted.
 *
 * - `keep`: On from the component's last prerelease, whatever it was one of: after `1.0.1-alpha.4` comes
 *   `1.1.0-beta.5`.
 * - `restart`: From 0 where the tag or the version it leads to is another than before: after `1.0.1-alpha.4` comes
 *   `1.1.0-beta.0`.
 */
export type Counter = 'keep' | 'restart'

/** What need not be covered. */
export interface Coverage {
  /**
   * Components that are never asked for: names, and globs over names.
   *
   * @default []
   */
  ignore?: string[]
  /**
   * Whether private components are asked for too.
   *
   * @default false
   */
  private?: boolean
  /**
   * The files that count, as globs over paths relative to the repository's root; all where there are none.
   *
   * @default []
   */
  files?: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/coverage/1'
}

/**
 * So much of the code is run by tests, of the newest report.
 *
 * A part that the report says nothing of, or has nothing of, leaves this pending. New lines that are too few to be
 * judged are left out; where nothing else is asked, this does not apply. Monotone: more that is covered never makes
 * it worse.
 */
export interface CoverageCriterion {
  /** Which kind it is. */
  kind: 'coverage'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The least part of all lines. */
  lines?: number | null
  /** The least part of all branches. */
  branches?: number | null
  /** The least part of all functions. */
  functions?: number | null
  /** The least part of the lines that are new. */
  new_lines?: number | null
  /**
   * With fewer new lines than this, `new_lines` does not apply.
   *
   * @default 20
   */
  smallest_change?: number
}

/** How much of the code is run by tests. */
export interface CoverageReport {
  /** Which kind it is. */
  kind: 'coverage'
  /** Of all lines. */
  lines?: Covered | null
  /** Of all branches. */
  branches?: Covered | null
  /** Of all functions. */
  functions?: Covered | null
  /** Of the lines that are new in this version. */
  new_lines?: Covered | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** So many of so many. */
export interface Covered {
  /** How many are run. */
  covered: number
  /** How many there are. */
  total: number
}

/** Opens a release: it is a draft. */
export interface CreateCommand {
  /** Which kind it is. */
  kind: 'create'
  /** The release. */
  release: Release
}

/** Criteria that hold only together. */
export interface CriteriaSet {
  /**
   * The criteria, as they are written.
   *
   * @default []
   */
  criteria?: string[]
}

/** What a criterion asks. */
export type Criterion =
  | ThresholdCriterion
  | VulnerabilitiesCriterion
  | LicencesCriterion
  | SbomCriterion
  | ProvenanceCriterion
  | BaselineCriterion
  | SloScoreCriterion
  | MeasurementsCriterion
  | SoakCriterion
  | FreshnessCriterion
  | CelCriterion
  | TestsCriterion
  | CoverageCriterion
  | QualityGateCriterion
  | ApprovalsCriterion
  | ChecklistCriterion
  | WorkItemsCriterion
  | EnvironmentCriterion
  | DependenciesCriterion
  | FreezeCriterion

/** Whatever else was observed, for criteria of one's own. */
export interface CustomObservation {
  /** Which kind it is. */
  kind: 'custom'
  /** What it is called. */
  name: string
  /** What was observed: any JSON. */
  value: unknown
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Components that cannot be put in an order, because each needs another to be published first. */
export interface Cycle {
  /** Their names, sorted. */
  components: string[]
  /** The dependencies among them, by consumer, provider and kind. */
  edges: Edge[]
}

/** What a CycloneDX document says: components, licences, vulnerabilities and their analysis. */
export interface CycloneDxInspection {
  /** Which kind it is. */
  kind: 'cyclonedx'
  /** The version of CycloneDX, such as `1.6`. */
  spec_version: string
  /** The document's serial number. */
  serial_number?: string | null
  /** When it was made. */
  timestamp?: string | null
  /** The name of what it describes; none where it does not say. */
  root?: string | null
  /** How many components it lists outright. */
  components: number
  /** How many components stand inside others. */
  nested: number
  /** The components that are listed outright, by type. */
  types: Record<string, number>
  /** How many of them have a package URL. */
  with_purl: number
  /** How many of them state no licence. */
  without_licence: number
  /** How many entries the dependency graph has. */
  dependencies: number
  /** How many vulnerabilities it lists. */
  vulnerabilities: number
  /** The ids of the vulnerabilities, in order. */
  ids: string[]
  /** Vulnerabilities by the worst severity of their ratings; `missing` where none states one. */
  severity_max: Record<string, number>
  /** Vulnerabilities by the state of their analysis; `missing` where there is none. */
  vex_states: Record<string, number>
}

/** Decides on an exception: once for an item and freeze. */
export interface DecideExceptionCommand {
  /** Which kind it is. */
  kind: 'decide_exception'
  /** The item, by id. */
  item: string
  /**
   * Whether it is granted.
   *
   * @default false
   */
  granted?: boolean
  /** How many days; as asked for, where left out. */
  days?: number | null
  /** Why. */
  reason?: string | null
}

/** Decides go or no-go on what is known. */
export interface DecideGoCommand {
  /** Which kind it is. */
  kind: 'decide_go'
  /**
   * Go, or no-go.
   *
   * @default false
   */
  go?: boolean
  /** Why. */
  reason?: string | null
  /** Until when it holds; as the template has it, where left out. */
  valid_until?: string | null
}

/** Whether work may go out at an instant, by which windows, and when that changes. */
export interface Decision {
  /** The instant asked about. */
  at: string
  /** Whether the work is set off by a person, and so may be let through by windows with `manual_override`. */
  manual: boolean
  /** Whether it may go out. */
  open: boolean
  /** Whether it may go out only because a person sets it off: every window that blocks lets that through. */
  overridden: boolean
  /** The windows that allow it at that instant; none where nothing is needed to allow it. */
  by: Governing[]
  /**
   * The windows that block work at that instant, overridden or not: those that deny; where none does, those that
   * allow and are all shut, at most ten of them.
   */
  blocked_by: Governing[]
  /** The next instant after `at` at which the way opens; none where it does not up to `horizon`. */
  next_open?: string | null
  /** The next instant after `at` at which the way closes; none where it does not up to `horizon`. */
  next_close?: string | null
  /**
   * What becomes of work in flight: while closed, what the strictest of the windows that block says; while open,
   * what those will say that close the way next. None where the way never closes.
   */
  in_flight?: InFlight | null
  /** Up to where `next_open` and `next_close` were looked for: ten years, or less where windows change very often. */
  horizon: string
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/decision/1'
}

/** What a workspace's file says of a component: corrections, or all there is to say where it has no manifest. */
export interface Declaration {
  /** The ecosystem of a component without manifest, `generic` as a rule. */
  ecosystem?: Ecosystem | null
  /** The scheme of its versions. */
  scheme?: Scheme | null
  /**
   * The folder it lives in, relative to the file that says so. One without manifest needs it, unless others release
   * it.
   */
  path?: string | null
  /** Its present version. */
  version?: string | null
  /** Whether it is kept out of the public registry. */
  private?: boolean | null
  /** Whether others release it (a vendor's API): it is depended on, and never in a plan. */
  external?: boolean | null
  /** Who answers for it. */
  owners?: string[] | null
  /** How much depends on it, in the organisation's own words: gates select by it. */
  tier?: string | null
  /** How its releases are tagged, with `{name}`, `{package}`, `{path}` and `{version}` filled in. */
  tag?: string | null
  /** How it is published; what is left out stays as its manifest has it. */
  publishing?: Publishing | null
}

/** A dependency that no manifest states, between components of any ecosystems. */
export interface DeclaredEdge {
  /** The component that depends. */
  from: string
  /** The component it depends on. */
  to: string
  /**
   * How it is used.
   *
   * @default "normal"
   */
  kind?: DependencyKind
  /** The versions it works with, in the notation of the provider's scheme; any, where left out. */
  requirement?: string | null
  /**
   * Whether the consumer does without it where it is missing.
   *
   * @default false
   */
  optional?: boolean
  /**
   * The file that holds the requirement, relative to the repository, where that is not the one that states the
   * edge.
   */
  stated_in?: string | null
}

/** A phase of a lifecycle: environments, and how many of them are needed before the next phase. */
export interface DeliveryPhase {
  /**
   * Its environments; every one that no phase names, where empty.
   *
   * @default []
   */
  environments?: string[]
  /**
   * How many of them are needed: `all`, a number, or `optional`.
   *
   * @default "all"
   */
  required?: string | number
}

/**
 * What it depends on runs in the environment: its providers, at versions that do, and contracts that hold on both
 * sides. A contract that nobody verified is pending.
 *
 * Providers are those that the workspace says it needs at run time, and those that are named here. Contracts are
 * evidence of the kinds `contract` (of a consumer) and `verification` (of a consumer, by a provider's version);
 * they are asked as Pact's can-i-deploy asks them, against every version that runs in the environment.
 */
export interface DependenciesCriterion {
  /** Which kind it is. */
  kind: 'dependencies'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * Providers, besides those that the workspace says it needs.
   *
   * @default []
   */
  providers?: string[]
  /**
   * The scheme of the `versions`.
   *
   * @default "cargo"
   */
  scheme?: string
  /**
   * What versions of providers do: each that runs in the environment has to.
   *
   * @default {}
   */
  versions?: Record<string, string>
  /**
   * Whether contracts are asked about.
   *
   * @default "known"
   */
  contracts?: ContractRule
  /**
   * Providers and consumers that are left out.
   *
   * @default []
   */
  except?: string[]
  /**
   * Whether providers need not run in the environment that never ran there: for the first deployment of both.
   *
   * @default false
   */
  first_deployment?: boolean
  /**
   * Whether of a component only the newest deployment counts as running, for logs that do not say when one ends.
   *
   * @default false
   */
  latest_only?: boolean
}

/** An edge from a component to what it uses. */
export interface Dependency {
  /** The provider's name in the consumer's ecosystem; where the manifest renames it, the name it really has. */
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
   * The scheme of the requirement, where that is not the consumer's own: of an edge across ecosystems, the
   * provider's.
   */
  scheme?: Scheme | null
  /**
   * Whether the manifest ties it to the copy in the same repository (`path = …`, `workspace:`, `link:`).
   *
   * @default false
   */
  local?: boolean
  /**
   * The component of the workspace that provides it, where that is said outright: an edge from one ecosystem to
   * another. None where the name and the consumer's ecosystem tell.
   */
  component?: string | null
  /**
   * The file that holds the text, where that is not the consumer's own manifest: the root's `Cargo.toml` for
   * `workspace = true`, the file of a catalog.
   */
  stated_in?: string | null
  /**
   * Whether the consumer does without it where it is missing. True of every `Optional` one, and of build and peer
   * dependencies marked so.
   *
   * @default false
   */
  optional?: boolean
}

/** The release of a component that this one depends on. */
export interface DependencyCause {
  /** Which kind it is. */
  kind: 'dependency'
  /** The component depended on. */
  component: string
  /** How it is depended on. */
  dependency: DependencyKind
  /** What this asks for. */
  bump: Bump
  /** The requirement as the manifest writes it; empty where it names no versions. */
  requirement: string
  /** Whether the requirement excludes the new version; where it does not, the policy asks for the release. */
  out_of_range: boolean
  /** The version of the component depended on; none where it had none. */
  old?: string | null
  /** The version it gets. */
  new: string
}

/**
 * How a consumer uses a provider.
 *
 * - `normal`: At run time, shipped with it.
 * - `build`: While it is built.
 * - `dev`: While it is developed or tested; never shipped.
 * - `peer`: Provided by whoever uses the consumer (npm's `peerDependencies`).
 * - `optional`: At run time, if it is there.
 * - `api`: Called at run time over an interface, and not shipped with it: a service that needs a version of
 *   another's API.
 */
export type DependencyKind = 'normal' | 'build' | 'dev' | 'peer' | 'optional' | 'api'

/**
 * What of a release waits for another.
 *
 * - `start`: Its work.
 * - `finish`: The end of its work, and so its deployment.
 */
export type DependencyNeed = 'start' | 'finish'

/** Something that it waits for was added, or came. */
export interface DependencySet {
  /** Which kind it is. */
  kind: 'dependency_set'
  /** What it waits for. */
  dependency: ReleaseDependency
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How a dependency stands.
 *
 * - `open`: Not yet there.
 * - `done`: There.
 * - `aborted`: It will not come.
 */
export type DependencyStatus = 'open' | 'done' | 'aborted'

/** What a release asks of those that depend on it and have to follow, by the kind of the dependency. */
export interface Dependents {
  /**
   * Of those that ship it.
   *
   * @default "patch"
   */
  normal?: Bump
  /**
   * Of those that are built with it.
   *
   * @default "patch"
   */
  build?: Bump
  /**
   * Of those that are developed or tested with it.
   *
   * @default "none"
   */
  dev?: Bump
  /**
   * Of those that have it as a peer; see also `peers`.
   *
   * @default "patch"
   */
  peer?: Bump
  /**
   * Of those that use it where it is there.
   *
   * @default "patch"
   */
  optional?: Bump
  /**
   * Of those that call its interface.
   *
   * @default "patch"
   */
  api?: Bump
}

/** Those that wait for it were told. */
export interface DependentsNotified {
  /** Which kind it is. */
  kind: 'dependents_notified'
  /**
   * Which.
   *
   * @default []
   */
  releases?: string[]
  /** Of what. */
  cause: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * Whether contracts allow a version into the environment.
 *
 * - `yes`: They do.
 * - `unknown`: A verification is missing.
 * - `no`: They do not.
 */
export type Deployable = 'yes' | 'unknown' | 'no'

/** It is out. */
export interface Deployed {
  /** Which kind it is. */
  kind: 'deployed'
  /** Where. */
  environment: string
  /** What there is to say. */
  note?: string | null
  /** When it was out, where that is recorded later. */
  finished_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A version put into an environment. */
export interface Deployment {
  /** Which kind it is. */
  kind: 'deployment'
  /** What it is called by. */
  id: string
  /** What was deployed where. */
  subject: Subject
  /**
   * What came of it.
   *
   * @default "succeeded"
   */
  status?: DeploymentStatus
  /** When it began. */
  started_at?: string | null
  /** When it ended, well or badly. */
  finished_at?: string | null
  /** When it was verified there. */
  verified_at?: string | null
  /** When it stopped running there: another version took its place, or it was taken out. None while it is live. */
  ended_at?: string | null
  /** Who started it. */
  by?: string | null
  /**
   * Whether no person did.
   *
   * @default false
   */
  automatic?: boolean
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When this state was seen. */
  observed_at: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How a deployment ended.
 *
 * - `running`: It has not ended.
 * - `deployed`: It is out.
 * - `rolled_back`: It was taken back.
 * - `rollback_failed`: It could not be taken back.
 */
export type DeploymentEnd = 'running' | 'deployed' | 'rolled_back' | 'rollback_failed'

/** A deployment of a release: one attempt, with the way back where there was one. */
export interface DeploymentRecord {
  /** Where to. */
  environment: string
  /** Who began it. */
  by: string
  /** The role that they did it in. */
  role: string
  /** When it began. */
  started_at: string
  /** When it ended. */
  finished_at?: string | null
  /** The digest of the scope that goes out. */
  digest: string
  /**
   * How far it is on each target.
   *
   * @default {}
   */
  targets?: Record<string, TargetStatus>
  /**
   * Since when it is there, of each target that was reached.
   *
   * @default {}
   */
  reached_at?: Record<string, string>
  /**
   * Whether there is no way back.
   *
   * @default false
   */
  point_of_no_return?: boolean
  /**
   * Whether it is on its way back.
   *
   * @default false
   */
  rolling_back?: boolean
  /** When the way back began. */
  rollback_started_at?: string | null
  /**
   * What each item goes back to, by id.
   *
   * @default {}
   */
  rollback_to?: Record<string, string>
  /**
   * How it ended.
   *
   * @default "running"
   */
  direction?: DeploymentEnd
}

/** The deployment began. */
export interface DeploymentStarted {
  /** Which kind it is. */
  kind: 'deployment_started'
  /** Where to. */
  environment: string
  /**
   * The targets that it has to reach.
   *
   * @default []
   */
  targets?: string[]
  /** The digest of the scope that goes out. */
  digest: string
  /**
   * What goes out.
   *
   * @default []
   */
  items?: ScopeItem[]
  /** The role of whoever began it. */
  role: string
  /**
   * What the gates said.
   *
   * @default []
   */
  judged?: Judged[]
  /**
   * Whether it is done by hand.
   *
   * @default false
   */
  manual?: boolean
  /** When it began, where that is recorded later. */
  started_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * What came of a deployment.
 *
 * - `pending`: Not begun.
 * - `running`: Under way.
 * - `succeeded`: It runs.
 * - `failed`: It did not come up.
 * - `rolled_back`: It was taken back.
 */
export type DeploymentStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'rolled_back'

/** Two lines of development since they parted, each newest first. */
export interface Divergence {
  /** The hash of the last commit that both have; none where they have none in common. */
  base?: string | null
  /** The commits that only the main line has. */
  main: Commit[]
  /** The commits that only the maintenance line has. */
  line: Commit[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/divergence/1'
}

/**
 * An entry to be: what happened, as the caller has it. The store adds its number, the hash before it, and when it
 * came.
 */
export interface Draft {
  /** Who did it. */
  actor: Actor
  /** When it happened, as its author says; kept to the millisecond. */
  at: string
  /**
   * What happened, in the words of its kind. People by pseudonymous ids: their names belong into a payload.
   *
   * @default {}
   */
  data?: Record<string, unknown>
  /** The idempotency key, 1 to 128 characters: repeated with the same content it adds nothing. */
  id: string
  /** What kind of thing happened: lowercase words with dots between them, at most 64 characters. */
  kind: string
  /**
   * The version of what `data` looks like for this kind, from 1.
   *
   * @default 1
   */
  kind_v?: number
  /** The digest of content that can be erased. */
  payload?: PayloadRef | null
  /** What it is about, at most 256 characters. */
  subject: string
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/draft/1'
}

/**
 * The ecosystem whose manifest declares a component.
 *
 * - `cargo`: Rust crates: `Cargo.toml`.
 * - `npm`: JavaScript packages: `package.json`.
 * - `python`: Python projects: `pyproject.toml`.
 * - `go`: Go modules: `go.mod`.
 * - `helm`: Helm charts: `Chart.yaml`.
 * - `generic`: What has no manifest, declared in `greenboard.yaml`: services, schemas, what vendors release.
 */
export type Ecosystem = 'cargo' | 'npm' | 'python' | 'go' | 'helm' | 'generic'

/** A dependency inside a workspace. */
export interface Edge {
  /** Who depends. */
  consumer: string
  /** On whom. */
  provider: string
  /** How. */
  kind: DependencyKind
}

/** What becomes of one file. */
export interface Edit {
  /** The file, relative to the repository's root, `/` between parts. */
  path: string
  /** What happens to it. */
  kind: EditKind
  /** The digest of the text that the edit was made of (`digest_text`); none of a file that is created. */
  old_digest?: string | null
  /** The whole new text; none of a file that is deleted. */
  text?: string | null
}

/**
 * What happens to a file.
 *
 * - `modify`: Its text is replaced.
 * - `create`: It is new.
 * - `delete`: It goes away.
 */
export type EditKind = 'modify' | 'create' | 'delete'

/** What `edits` writes besides versions, requirements and lockfiles. */
export interface EditOptions {
  /**
   * Files that repeat a component's version.
   *
   * @default []
   */
  extra_files?: ExtraFile[]
  /**
   * The section of each changelog, by the changelog's path. A section may begin with a title (`# name`), which is
   * written only where the changelog is new.
   *
   * @default {}
   */
  changelogs?: Record<string, string>
  /**
   * The changesets that the plan was made of and that are used up by it, by id. Those that the plan's causes name
   * are known without.
   *
   * @default []
   */
  changesets?: string[]
  /**
   * The folder of the changesets: `.changeset`.
   *
   * @default ".changeset"
   */
  changeset_folder?: string
  /**
   * The file in which release-please keeps the versions: `.release-please-manifest.json`. Where it is there, the
   * versions in it are moved along.
   *
   * @default ".release-please-manifest.json"
   */
  release_please_manifest?: string
  /**
   * Whether lockfiles are moved along: yes.
   *
   * @default true
   */
  lockfiles?: boolean
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/edit_options/1'
}

/**
 * Writes something of the release otherwise: what a draft lacks, or who answers for it by now. Dates that were
 * planned are moved by `reschedule`; the kind of change, the steps of approval and the environments stand once the
 * work has begun.
 */
export interface EditReleaseCommand {
  /** Which kind it is. */
  kind: 'edit_release'
  /** What is otherwise. */
  edit: ReleaseEdit
}

/** Puts items into the scope, or takes them out. */
export interface EditScopeCommand {
  /** Which kind it is. */
  kind: 'edit_scope'
  /**
   * What comes in; an item that is there already takes its new shape.
   *
   * @default []
   */
  add?: ScopeItem[]
  /**
   * What goes, by id.
   *
   * @default []
   */
  remove?: string[]
  /** Why. */
  reason?: string | null
}

/** Something that a release needs and that is not written here. */
export interface EditWarning {
  /** The file it is about, relative to the repository's root. */
  path: string
  /** The sentence for people. */
  message: string
}

/** What a plan changes in the files of a repository. Made by `edits`; `source` writes it. */
export interface Edits {
  /** The files that change, by path, each once. */
  edits: Edit[]
  /**
   * What could not be written, and who has to do it.
   *
   * @default []
   */
  warnings?: EditWarning[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/edits/1'
}

/** What a host tells of commits, as its API gives it. */
export interface Enrichment {
  /**
   * The details of each commit, by its hash or the first seven characters of it and more; a changeset is named by
   * its id.
   *
   * @default {}
   */
  commits?: Record<string, CommitDetails>
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/enrichment/1'
}

/** One component's release. */
export interface Entry {
  /** The component's name. */
  component: string
  /** Its name in its ecosystem. */
  package?: string | null
  /** The ecosystem it is published in. */
  ecosystem: Ecosystem
  /** The scheme of both versions. */
  scheme: Scheme
  /** The folder it lives in, relative to the repository's root; empty for the root itself. */
  path: string
  /** The file that states its version, relative to the repository's root; none where it is not known which does. */
  manifest?: string | null
  /** The version it has; none for a first release of a component that states none. */
  old?: string | null
  /** The version it gets. */
  new: string
  /**
   * How much its causes ask for at most. What the version makes of it is up to the policy: under 0.x a break may be
   * a minor step.
   */
  bump: Bump
  /** The wave it goes out in, counted from 1. */
  wave: number
  /** The released components that have to go out before it, or with it where it is a part of a circle; by name. */
  after: string[]
  /**
   * The first by name of the released components that it always shares its version with; none where it has its
   * version to itself.
   */
  fixed_with?: string | null
  /** The tag of its release; none where it is not tagged. */
  tag?: string | null
  /** The dist-tag that it can be found under; none where its registry has none. */
  dist_tag?: string | null
  /** Who may install it, in the registry's own word; none where its registry does not ask. */
  access?: string | null
  /** Whether it is kept out of the public registry. */
  private: boolean
  /** The command that publishes it, program and arguments, to be run in its folder; empty where it is not published. */
  publish: string[]
  /**
   * What its release is looked up under in its registry, as a package URL: `pkg:npm/%40acme/core@1.2.0`; none where
   * it is not published.
   */
  registry_key?: string | null
  /**
   * Why it is released: what people decided, its changes, oldest first, then its dependencies by name, then its
   * group or its train. Never empty.
   */
  causes: Cause[]
  /** The requirements to be rewritten in its manifest. */
  requirements: RequirementUpdate[]
  /** What the release brings, for people. */
  changelog: Changelog
}

/** What is known of the signatures of one envelope. */
export interface EnvelopeVerification {
  /** Whether one of its signatures was made with the key. */
  state: SignatureState
  /** The type of what is signed; none for a statement that stands there without an envelope. */
  payload_type?: string | null
  /**
   * The digest of what is signed, `sha256:` and hexadecimal digits; none for a statement that stands there without
   * an envelope.
   */
  payload_digest?: string | null
  /**
   * The ids of the keys that are said to have signed it, in order; none for a signature that does not say. They are
   * hints, which nothing vouches for.
   */
  key_ids: (string | null)[]
}

/**
 * The environment is healthy, is as it is declared, and is nobody else's at the time. What nobody reported is
 * pending.
 *
 * What is asked is the newest state of the component there, and of the environment as a whole: evidence whose
 * component is called as the environment is. Both have to hold, and one has to be there.
 */
export interface EnvironmentCriterion {
  /** Which kind it is. */
  kind: 'environment'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * Whether it need not be healthy.
   *
   * @default false
   */
  may_be_unhealthy?: boolean
  /**
   * Whether it may differ from what is declared.
   *
   * @default false
   */
  may_drift?: boolean
  /**
   * Those whose bookings do not stand in the way, besides those who asked for the release and the component itself.
   *
   * @default []
   */
  shared_with?: string[]
  /** How old the report may be: `15 minutes`; of any age, where left out. */
  maximum_age?: string | null
}

/** How an environment is. */
export interface EnvironmentState {
  /** Which kind it is. */
  kind: 'environment'
  /** Whether what runs there is well. */
  healthy?: boolean | null
  /** Whether it differs from what is declared. */
  drifted?: boolean | null
  /** Who has it to themselves. */
  booked_by?: string | null
  /** Until when. */
  booked_until?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

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

/** Somebody else was told that it is overdue. */
export interface Escalated {
  /** Which kind it is. */
  kind: 'escalated'
  /** What. */
  owed: string
  /** Who. */
  to: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An observed fact about a subject: what a tool reported, when, and until when it counts. */
export interface Evidence {
  /** Which kind it is. */
  kind: 'evidence'
  /** What it is called by; the same fact sent again has the same. */
  id: string
  /** What was observed. */
  subject: Subject
  /** What was observed of it. Its `kind` is the kind of the evidence. */
  value: Observation
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When it was observed. */
  observed_at: string
  /** When it stops to count; never, where left out. */
  expires_at?: string | null
  /** The digest of the document that it was read from, `sha256:…`. */
  digest?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A kind of evidence, and its name where a subject has several of the kind. */
export interface EvidenceKind {
  /** The kind, such as `tests` or `metric`. */
  kind: string
  /** The name of the metric, the suite and so on; the newest of any name, where left out. */
  name?: string | null
}

/** Facts of other systems were recorded. */
export interface EvidenceRecorded {
  /** Which kind it is. */
  kind: 'evidence_recorded'
  /**
   * The facts.
   *
   * @default []
   */
  facts?: Fact[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A limit that was exceeded, and how the metric stands for it. */
export interface Exceeded {
  /** How the metric stands. */
  phase: MeasurementPhase
  /** Which limit, by how much. */
  message: string
}

/** An exception ended. */
export interface ExceptionExpired {
  /** Which kind it is. */
  kind: 'exception_expired'
  /** The item, by id. */
  item: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An exception was granted. */
export interface ExceptionGranted {
  /** Which kind it is. */
  kind: 'exception_granted'
  /** The item, by id. */
  item: string
  /** How many days. */
  days: number
  /** When it ends. */
  until: string
  /** Why. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An exception was refused. */
export interface ExceptionRefused {
  /** Which kind it is. */
  kind: 'exception_refused'
  /** The item, by id. */
  item: string
  /** Why. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Somebody asked for an item to come in after the freeze. */
export interface ExceptionRequested {
  /** Which kind it is. */
  kind: 'exception_requested'
  /** The item. */
  item: ScopeItem
  /** How many days more it needs. */
  days: number
  /** Why it cannot wait. */
  why_now: string
  /** What may go wrong. */
  risk_of_adding: string
  /** What it costs to leave it out. */
  risk_of_cutting: string
  /** Where it is tracked. */
  tracking?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How an exception stands.
 *
 * - `requested`: Somebody asks for it.
 * - `granted`: It is granted.
 * - `refused`: It is refused.
 * - `expired`: Its days are over.
 */
export type ExceptionStatus = 'requested' | 'granted' | 'refused' | 'expired'

/** Why a verdict is what it is, and what would change it. */
export interface Explanation {
  /** The verdict, with all its findings. */
  verdict: Verdict
  /**
   * The findings that make it what it is: those as bad as the verdict, of gates as bad as it. Empty where it is
   * `go`.
   */
  because: FindingName[]
  /** The cheapest ways to `go`. */
  ways: Ways
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/explanation/1'
}

/** What a fact says under keys that this version does not know, as it was said. */
export type Extra = Record<string, unknown>

/** A file that repeats a component's version (release-please's `extra-files`). */
export interface ExtraFile {
  /** The component whose version it repeats. */
  component: string
  /** The file, relative to the repository's root. */
  path: string
  /**
   * How the version is found in it.
   *
   * @default "auto"
   */
  kind?: ExtraFileKind
  /**
   * The JSONPath (`json`, `yaml`, `toml`) or XPath (`xml`) that leads to it; for `json`, `yaml` and `toml`
   * `$.version` unless said otherwise, for `xml` `/*\/version`.
   */
  selector?: string | null
  /** How `x-release-please-date` writes the day of the plan: `%Y`, `%m` and `%d`, and anything else as it is. */
  date_format?: string | null
}

/**
 * How a version is found in a file.
 *
 * - `auto`: By the file's extension: the version of a JSON, YAML, TOML or XML file, and the markers of any.
 * - `generic`: On the lines with a marker: `x-release-please-version`, `-major`, `-minor`, `-patch`, `-date`,
 *   `-version-date`, and between `x-release-please-start-version` and `x-release-please-end`.
 * - `json`: In the values that a JSONPath selects; the first version in each is replaced.
 * - `yaml`: In the values that a JSONPath selects, in every document of the file; each is replaced as a whole.
 * - `toml`: In the values that a JSONPath selects; each is replaced as a whole.
 * - `xml`: In the elements and attributes that an XPath selects; each is replaced as a whole, but for elements that
 *   hold others.
 * - `pom`: In a Maven `pom.xml`: the project's version, or its parent's where it has none.
 * - `text`: As the whole text: `version.txt`.
 */
export type ExtraFileKind = 'auto' | 'generic' | 'json' | 'yaml' | 'toml' | 'xml' | 'pom' | 'text'

/** A fact: something that was observed or decided outside of here. */
export type Fact =
  | Candidate
  | Evidence
  | Approval
  | Waiver
  | BreakGlass
  | ChangeRequest
  | WorkItem
  | Checklist
  | Deployment
  | CalendarFact

/** What somebody says of a release. */
export interface Feedback {
  /** What they say. */
  text: string
  /** Who says so. */
  by?: string | null
  /** What it is about. */
  topic?: string | null
}

/** Somebody said what they think of it. */
export interface FeedbackGiven {
  /** Which kind it is. */
  kind: 'feedback_given'
  /** What. */
  feedback: Feedback
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What one criterion came to. */
export interface Finding {
  /** The gate. */
  gate: string
  /** The criterion, by its name. */
  criterion: string
  /** What people call it. */
  title?: string | null
  /** Its kind. */
  kind: string
  /** How much it weighs. */
  severity: Severity
  /** What it came to. */
  outcome: Outcome
  /** Why, in a sentence. */
  reason: string
  /** What was observed. */
  observed?: unknown
  /** What was expected. */
  expected: string
  /** The facts that it rests on, by id. */
  evidence: string[]
  /** What to do next; none where nothing is to be done. */
  next_action?: string | null
  /**
   * The cheapest way to a pass, step by step; empty where it passes, and where nothing leads to a pass but another
   * version.
   */
  steps: NextStep[]
  /** Who answers for it: the owner of the criterion, of the gate, or the first of the component. */
  owner?: string | null
  /** The waiver that it was passed over by, by id. */
  waiver?: string | null
  /** The emergency that it was passed over for, by id. */
  emergency?: string | null
}

/** What is otherwise about one finding. */
export interface FindingChange {
  /** The gate. */
  gate: string
  /** The criterion, by its name. */
  criterion: string
  /** What it came to before; none where it was not listed: boards list no pass. */
  from?: Outcome | null
  /** What it comes to since; none likewise. */
  to?: Outcome | null
  /** Why, as it is since, or was before where it is listed no more. */
  reason: string
}

/** A finding by its names. */
export interface FindingName {
  /** The gate. */
  gate: string
  /** The criterion. */
  criterion: string
}

/** Ends a deployment, or a way back. */
export interface FinishRolloutCommand {
  /** Which kind it is. */
  kind: 'finish_rollout'
  /**
   * Whether it did not succeed: of a way back only.
   *
   * @default false
   */
  failed?: boolean
  /** What there is to say. */
  note?: string | null
}

/**
 * The version of a component's first release.
 *
 * - `as_stated`: The one that its manifest states.
 * - `bump`: The one after it, as for any other release.
 */
export type FirstRelease = 'as_stated' | 'bump'

/** Packages by whether `npm audit fix` can help them. */
export interface FixAvailable {
  /** Within the ranges that are asked for. */
  yes: number
  /** By another version of a package that is asked for directly, outside its range. */
  update: number
  /** Not at all. */
  no: number
}

/** The release of a component that this one always shares its version with. */
export interface FixedCause {
  /** Which kind it is. */
  kind: 'fixed'
  /** The component whose bump decides, for all that share the version. */
  component: string
  /**
   * The manifest that states the version of all of them, relative to the repository's root; none where a group was
   * made of them.
   */
  from?: string | null
  /** What people call the group. */
  group?: string | null
  /** What this asks for. */
  bump: Bump
}

/** Somebody said how it looks. */
export interface FlagSet {
  /** Which kind it is. */
  kind: 'flag_set'
  /** How. */
  flag: ReleaseFlag
  /** Why. */
  comment?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A line of the form `token: value` or `token #value` at the end of a message, with the lines that continue it. */
export interface Footer {
  /** The word before the separator, as written; may be `BREAKING CHANGE`. */
  token: string
  /** What stands between token and value. */
  separator: Separator
  /** The rest, to the next footer, without white space around it. */
  value: string
}

/** Time that is free for a claim. */
export interface FreeSlot {
  /** When the claim may begin. */
  start: string
  /** When it ends then, exclusive. */
  end: string
  /** Until when the time is free: it may as well begin later. */
  free_until: string
}

/**
 * Work may go out at the instant asked about: all calendars named, and the windows given here, are open.
 *
 * A calendar is one of the gate file's or else a fact (read from iCalendar, say); one that is not known leaves this
 * pending. Work that a person sets off (`manual`) passes where every window that blocks it has `manual_override`.
 */
export interface FreezeCriterion {
  /** Which kind it is. */
  kind: 'freeze'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * The calendars, by name, which must all be open.
   *
   * @default []
   */
  calendars?: string[]
  /**
   * Windows besides.
   *
   * @default []
   */
  windows?: Window[]
  /**
   * Whether what goes out is set off by a person.
   *
   * @default false
   */
  manual?: boolean
}

/**
 * What becomes of work in flight when a freeze begins.
 *
 * - `finish_all`: The work is finished, all of its steps.
 * - `finish_step`: The step under way is finished, and the next waits until the freeze is over.
 * - `stop`: The work stops where it is.
 */
export type FreezeInFlight = 'finish_all' | 'finish_step' | 'stop'

/**
 * What a freeze freezes.
 *
 * - `readiness`: The answers about an item's readiness.
 * - `scope`: The items of the scope.
 * - `code`: The code.
 * - `test`: The tests.
 * - `docs`: The documentation.
 */
export type FreezeKind = 'readiness' | 'scope' | 'code' | 'test' | 'docs'

/** Freezes the scope: from here on, items come and go by exceptions only. Items that nobody accepted go. */
export interface FreezeScopeCommand {
  /** Which kind it is. */
  kind: 'freeze_scope'
  /** Why it is frozen before its date. */
  reason?: string | null
}

/** Something on its way through the stages. */
export interface Freight {
  /** Where it comes from; none where nobody knows. */
  origin?: string | null
  /**
   * The stages it was verified in, each with the longest time that it stayed, in seconds; none where it stays for
   * the first time or nobody knows.
   *
   * @default {}
   */
  verified_in?: Record<string, number | null>
  /**
   * The stages that somebody approved it for, whatever it went through.
   *
   * @default []
   */
  approved_for?: string[]
  /**
   * Whether it belongs to the project of the stage.
   *
   * @default true
   */
  same_project?: boolean
}

/** What a stage takes, and from where. */
export interface FreightRequest {
  /** Where it comes from in the first place. */
  origin: string
  /**
   * Whether it may come from there straight away.
   *
   * @default false
   */
  direct?: boolean
  /**
   * The stages it must have been in.
   *
   * @default []
   */
  upstream_stages?: string[]
  /** How long it must have been there, in seconds; none for any time. */
  required_soak_seconds?: number | null
  /**
   * Whether in one of them or in all.
   *
   * @default "one_of"
   */
  availability?: Availability
}

/**
 * Evidence of given kinds is not older than given, at the instant that is asked about. What is missing or older is
 * pending. Monotone: newer evidence never makes it worse.
 */
export interface FreshnessCriterion {
  /** Which kind it is. */
  kind: 'freshness'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The evidence that has to be fresh: all of it. */
  evidence: EvidenceKind[]
  /** The age up to which it is. */
  maximum_age: string
  /** The age from which it is a warning; none for no warnings. */
  warning_age?: string | null
}

/** A named set of criteria, all of which count alike. */
export interface Gate {
  /** Its name, unique in the file. */
  name: string
  /** What people call it. */
  title?: string | null
  /**
   * How much it weighs.
   *
   * @default "block"
   */
  severity?: Severity
  /**
   * The stages that it guards; all, where left out.
   *
   * @default []
   */
  stages?: string[]
  /**
   * The environments that it guards, or globs over them; all, where left out.
   *
   * @default []
   */
  environments?: string[]
  /**
   * The components that it is for.
   *
   * @default {"components":[],"owners":[],"tiers":[],"ecosystems":[],"except":[]}
   */
  select?: Select
  /** How many of its criteria have to hold; all, where left out. */
  at_least?: number | null
  /** Who acts where it does not hold; the component's owners, where left out. */
  owner?: string | null
  /**
   * What it asks.
   *
   * @default []
   */
  criteria?: Criterion[]
}

/** Gates were asked. */
export interface GateEvaluated {
  /** Which kind it is. */
  kind: 'gate_evaluated'
  /** What they said. */
  judged: Judged
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** The gates of an organisation, and what they refer to. */
export interface GateFile {
  /**
   * Files of this kind whose gates come before those of this one, relative to it.
   *
   * @default []
   */
  include?: Inclusion[]
  /**
   * What those who include this file may say, by name. `${name}` in any text of the file stands for it, and where
   * the text is nothing else the value keeps its type.
   *
   * @default {}
   */
  parameters?: Record<string, Parameter>
  /**
   * The gates, in the order in which they are shown.
   *
   * @default []
   */
  gates?: Gate[]
  /**
   * Who belongs to the groups that approve, by group.
   *
   * @default {}
   */
  groups?: Record<string, string[]>
  /**
   * When work may go out; criteria name them.
   *
   * @default []
   */
  calendars?: ReleaseCalendar[]
  /** Who may pass the gates over in an emergency; nobody, where left out. */
  break_glass?: BreakGlassRule | null
  /**
   * What is to be otherwise in the gates that are included. Verdicts say it.
   *
   * @default []
   */
  overrides?: GateOverride[]
  /**
   * What was overridden in the gates of this file: written where gates are, and not by hand.
   *
   * @default []
   */
  overridden?: Overridden[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/gates/1'
}

/** What is to be otherwise in a gate that is included. */
export interface GateOverride {
  /** The gate. */
  gate: string
  /** The criterion, by its name; the gate itself, where left out. */
  criterion?: string | null
  /** The keys that are to be otherwise, with their values; `null` takes a key away. */
  set: Record<string, unknown>
  /** Why. */
  reason: string
}

/** What one gate says. */
export interface GateVerdict {
  /** The gate. */
  gate: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs. */
  severity: Severity
  /** How many of its criteria have to hold; all, where none. */
  at_least?: number | null
  /** What it says. */
  verdict: Signal
}

/** An exemption from a criterion was granted. */
export interface GateWaived {
  /** Which kind it is. */
  kind: 'gate_waived'
  /** The exemption. */
  waiver: Waiver2
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Says what somebody thinks of it. */
export interface GiveFeedbackCommand {
  /** Which kind it is. */
  kind: 'give_feedback'
  /** What. */
  feedback: Feedback
}

/** An approval that somebody gave. */
export interface GivenApproval {
  /** The event that recorded it. */
  event: string
  /** The step. */
  step: string
  /** The role that it was given in. */
  role: string
  /** Who gave it. */
  by: string
  /** When. */
  at: string
  /** The digest of the scope that was looked at. */
  digest: string
  /** The window that was looked at. */
  window?: ReleaseWindow | null
  /** When it stops to count. */
  expires_at?: string | null
  /**
   * Whether it was given after the fact.
   *
   * @default false
   */
  retrospective?: boolean
  /** The round of approvals that it belongs to, from 1. */
  round: number
  /** Whether it counts. */
  standing: ApprovalStanding
  /** What makes it a signature. */
  signature?: ApprovalSignature | null
}

/** Gates are passed over in an emergency. */
export interface GlassBroken {
  /** Which kind it is. */
  kind: 'glass_broken'
  /** Why it cannot wait. */
  reason: string
  /** The role of whoever did it. */
  role: string
  /** When it stops to count. */
  expires_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It is go. */
export interface GoDecided {
  /** Which kind it is. */
  kind: 'go_decided'
  /** The digest of the scope that was decided on. */
  digest: string
  /** Until when it holds. */
  valid_until: string
  /**
   * What the gates said.
   *
   * @default []
   */
  judged?: Judged[]
  /** Why. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A decision to go. */
export interface GoDecision {
  /** Who decided. */
  by: string
  /** When. */
  at: string
  /** The digest of the scope that was decided on. */
  digest: string
  /** Until when it holds. */
  valid_until: string
}

/** The decision to go ended. */
export interface GoExpired {
  /** Which kind it is. */
  kind: 'go_expired'
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** The decision to go holds no more. */
export interface GoWithdrawn {
  /** Which kind it is. */
  kind: 'go_withdrawn'
  /** Why. */
  cause: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A window that has a say at an instant. */
export interface Governing {
  /** The calendar it is in; none where windows were given without one. */
  calendar?: string | null
  /** Its name. */
  window: string
  /** Whether it allows or denies. */
  kind: WindowKind
  /** When its say ends: where it covers the instant, its end; where it is shut, its next start. */
  until?: string | null
  /** Whether it lets through what a person sets off. */
  manual_override: boolean
  /** What becomes of work in flight when it closes the way. */
  in_flight: InFlight
  /** Why it is there. */
  reason?: string | null
}

/** Components whose versions go together. A component is in one group at most. */
export interface Group {
  /** What people call it. */
  name?: string | null
  /** What they have in common. */
  kind: GroupKind
  /** Its components: names, and globs over names. */
  members: string[]
}

/**
 * What the versions of a group have in common.
 *
 * - `fixed`: All are released together, at one version.
 * - `linked`: Those that are released at one time are released at one version.
 */
export type GroupKind = 'fixed' | 'linked'

/** What a report of Grype says: which packages match which vulnerabilities. */
export interface GrypeInspection {
  /** Which kind it is. */
  kind: 'grype'
  /** How many matches: a vulnerability of a package. */
  matches: number
  /** How many matches the user's rules or a VEX document took out. */
  suppressed: number
  /** Matches by severity, in Grype's words; `missing` where none is stated. */
  severity: Record<string, number>
  /** Matches by whether there is a fix, in Grype's words; an empty one is `unknown`, `missing` where none is stated. */
  fix_state: Record<string, number>
  /** How many different vulnerabilities. */
  unique_ids: number
  /** The ids of the vulnerabilities, in order, each once. */
  ids: string[]
  /** Grype's version. */
  tool?: string | null
  /** When its database was built. */
  db_built?: string | null
  /** How many matches state the probability of being exploited. */
  with_epss: number
}

/** What happened to a release. */
export type Happening =
  | ReleaseCreated
  | ReleaseEdited
  | ReleasePlanned
  | BaselineTaken
  | Rescheduled
  | MilestoneSet
  | DependencySet
  | TaskSet
  | TaskReopened
  | FlagSet
  | ReleaseCancelled
  | ReservationsReleased
  | DependentsNotified
  | HoldPlaced
  | HoldLifted
  | NoticeSent
  | ScopeItemAdded
  | ScopeItemRemoved
  | ScopeItemAccepted
  | ScopeFrozen
  | ExceptionRequested
  | ExceptionGranted
  | ExceptionRefused
  | ExceptionExpired
  | ReleaseStarted
  | StageEntered
  | StageCompleted
  | StageSkipped
  | StageRestarted
  | ReleaseReady
  | ReleaseReopened
  | EvidenceRecorded
  | GateEvaluated
  | GateWaived
  | WaiverExpired
  | GlassBroken
  | ApprovalGranted
  | ApprovalStepSatisfied
  | ApprovalRejected
  | ApprovalVoided
  | ApprovalRevoked
  | ApprovalSuspended
  | ApprovalReinstated
  | ApprovalExpired
  | GoDecided
  | NoGoDecided
  | GoWithdrawn
  | GoExpired
  | DeploymentStarted
  | RolloutStepRecorded
  | Deployed
  | RollbackStarted
  | RolledBack
  | RollbackFailed
  | ReleaseAccepted
  | IncidentRecorded
  | RiskRaised
  | RiskChanged
  | RiskRetired
  | RiskAssessed
  | ItemOverdue
  | Escalated
  | ReviewOpened
  | ActionSet
  | FeedbackGiven
  | ReleaseClosed

/** The last entry of a ledger: what the next one is sealed onto. */
export interface Head {
  /** Its number. */
  seq: number
  /** Its hash. */
  hash: string
  /** When it was recorded. */
  recorded_at: string
}

/** How history is read. */
export interface HistoryOptions {
  /**
   * Follow only the first parent of each merge: a merged branch counts as the one commit that merged it. Otherwise
   * its commits count one by one, and the merge only where it has something to say that none of them says: a
   * conventional message, where none of theirs is one.
   *
   * @default false
   */
  first_parent?: boolean
  /**
   * How commit messages are read.
   *
   * @default "lenient"
   */
  mode?: Mode
  /**
   * What each type of change asks for.
   *
   * @default
   * {"types":{"feat":"minor","feature":"minor","fix":"patch","perf":"patch","revert":"patch"},"breaking":"major","other":"none"}
   */
  levels?: Levels
  /**
   * What tells the changes.
   *
   * @default "auto"
   */
  read?: Sources
  /**
   * How releases are tagged where a component does not say so itself, with `{name}`, `{package}`, `{path}` and
   * `{version}`; none for every way that is known.
   */
  tag?: string | null
  /**
   * Whether a prerelease may be a component's last release. None where its present version tells: it may be where
   * that is one too.
   */
  prereleases?: boolean | null
  /**
   * The files that concern nobody, as globs over paths relative to the repository's root; see `LOCKFILES`.
   *
   * @default []
   */
  ignored?: string[]
  /**
   * What counts instead of the messages of commits.
   *
   * @default {"commits":{}}
   */
  overrides?: CommitOverrides
  /**
   * What the host knows of commits.
   *
   * @default {"commits":{}}
   */
  enrichment?: Enrichment
}

/** Stops it where it is. */
export interface HoldCommand {
  /** Which kind it is. */
  kind: 'hold'
  /** Why. */
  reason?: string | null
  /** When somebody looks at it again. */
  review_at?: string | null
}

/** It goes on. */
export interface HoldLifted {
  /** Which kind it is. */
  kind: 'hold_lifted'
  /** Why. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It was stopped where it is. */
export interface HoldPlaced {
  /** Which kind it is. */
  kind: 'hold_placed'
  /** Why. */
  reason: string
  /** When somebody looks at it again. */
  review_at: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An event of an iCalendar text. */
export interface IcalendarEvent {
  /** What it is, in a line. */
  summary?: string | null
  /**
   * When it starts, the first time: a date, a date and time with its zone's offset, or without one where it names
   * no zone.
   */
  start?: string | null
  /** The id of the zone of its start, as written. */
  tz?: string | null
  /** When it ends, exclusive, in the same form; none where it says a duration, or nothing. */
  end?: string | null
  /** How long it lasts, as ISO 8601; none where it says an end, or nothing. */
  duration?: string | null
  /** Its `RRULE`, with its parts in one order. */
  rrule?: string | null
  /** `CONFIRMED`, `TENTATIVE` or `CANCELLED`, as written. */
  status?: string | null
}

/** An iCalendar text (RFC 5545): its events as they are written. */
export interface IcalendarInspection {
  /** Which kind it is. */
  kind: 'icalendar'
  /** What made it (`PRODID`). */
  prodid?: string | null
  /** Its name (`X-WR-CALNAME` or `NAME`). */
  name?: string | null
  /** `DEFAULT_OPEN` or `DEFAULT_CLOSED`, as written, where it says so: what the calendar is outside of its events. */
  calendar_type?: string | null
  /** How many events (`VEVENT`) there are. */
  events: number
  /**
   * The events, in their order.
   *
   * @default []
   */
  rows?: IcalendarEvent[]
}

/**
 * The names that tools have for the components, people and environments of an organisation: mapped once, and never
 * guessed.
 *
 * A name that is mapped for a tool is known; every other is not, however alike it looks. Tools are called as the
 * facts that come from them are: `github`, `jira`, `jenkins`, `servicenow`, `kubernetes`, …; the addresses of
 * people stand under `email`, where upper and lower case do not count.
 */
export interface Identity {
  /**
   * The aliases of components, by component.
   *
   * @default {}
   */
  components?: Record<string, Aliases>
  /**
   * The aliases of people, by person.
   *
   * @default {}
   */
  people?: Record<string, Aliases>
  /**
   * The aliases of environments, by environment.
   *
   * @default {}
   */
  environments?: Record<string, Aliases>
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/identity/1'
}

/** A component that is set aside, or one version of it. */
export interface IgnoredComponent {
  /** The component. */
  component: string
  /** The version; all, where left out. */
  version?: string | null
}

/** A vulnerability that does not count, until a day. */
export interface IgnoredVulnerability {
  /** Its name, or one of its other names. */
  id: string
  /** The package in which it does not count, by package URL or name; any, where left out. */
  package?: string | null
  /** Why it does not count. */
  reason: string
  /** From when on it counts again. */
  until: string
}

/** A component that a change of another may reach. */
export interface Impact {
  /** Its name. */
  component: string
  /** Over how many edges the change reaches it, at least; 1 for a direct dependent. */
  distance: number
  /** The component through which it is reached first: one that is a step nearer, the first by name. */
  via: string
}

/**
 * What becomes of work in flight when the way is closed.
 *
 * - `finish`: It is finished.
 * - `pause`: It waits for the way to open.
 * - `abort`: It is given up.
 */
export type InFlight = 'finish' | 'pause' | 'abort'

/** A thing by its name or address, and its digests. */
export interface InTotoResource {
  /** Its name, or its address. */
  name: string
  /** Its digests by algorithm, in the statement's words (`sha256`, `sha512`, `gitCommit`). */
  digest: Record<string, string>
}

/** Where the description of a build came from. */
export interface InTotoSource {
  /** The address of the repository. */
  uri: string
  /** Its digests by algorithm. */
  digest: Record<string, string>
  /** The file in it. */
  entry_point?: string | null
}

/** One statement of in-toto. */
export interface InTotoStatement {
  /** The type of what the envelope carries; none for a statement without an envelope. */
  payload_type?: string | null
  /** How many signatures the envelope has; none of them is verified here. */
  signatures: number
  /** The version of in-toto's statement, as its address. */
  statement_type: string
  /** What the statement is about, as its address; SLSA's provenance begins with `https://slsa.dev/provenance/`. */
  predicate_type: string
  /** What was built. */
  subjects: InTotoResource[]
  /** Who built it. */
  builder?: string | null
  /** How it was built; SLSA 0.1 calls that `recipe` and says it in `recipe_type`. */
  build_type?: string | null
  /** The type of the recipe (SLSA 0.1). */
  recipe_type?: string | null
  /** Where the description of the build came from (SLSA 0.2). */
  config_source?: InTotoSource | null
  /** What it was built from. */
  materials: InTotoResource[]
  /** How many materials there are. */
  materials_count: number
  /** When the build began. */
  started?: string | null
  /** When the build ended. */
  finished?: string | null
}

/** Something broke, or is whole again. */
export interface IncidentRecorded {
  /** Which kind it is. */
  kind: 'incident_recorded'
  /** What. */
  incident: ReleaseIncident
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * Which evaluations count as history, by their results.
 *
 * - `all`: All.
 * - `pass`: Those that passed.
 * - `pass_or_warn`: Those that passed, with a warning or without.
 */
export type IncludeResult = 'all' | 'pass' | 'pass_or_warn'

/** A gate file whose gates come with those of this one. */
export interface Inclusion {
  /** The file, relative to this one. */
  file: string
  /**
   * The values of its parameters, by name.
   *
   * @default {}
   */
  with?: Record<string, unknown>
}

/** That a leaf is in a tree. */
export interface InclusionProof {
  /** The number of the leaf, from 0. */
  index: number
  /** How many leaves the tree has. */
  size: number
  /** The hashes beside the way from the leaf to the root, the leaf's sibling first. */
  proof: string[]
}

/** What a tool's report says. */
export type Inspection =
  | JUnitInspection
  | LcovInspection
  | CoberturaInspection
  | SonarQubeInspection
  | SarifInspection
  | CycloneDxInspection
  | SpdxInspection
  | OpenVexInspection
  | OsvInspection
  | TrivyInspection
  | GrypeInspection
  | NpmAuditInspection
  | CargoAuditInspection
  | ProvenanceInspection
  | IcalendarInspection

/** One line of a changelog. */
export interface Item {
  /** The change it stands for; none for what the plan itself brings, such as a moved requirement. */
  id?: string | null
  /** The scope of the change. */
  scope?: string | null
  /** The line for people. */
  description: string
  /** More than the one line, as a changeset says it. */
  body?: string | null
  /** What a consumer has to do about it, where that is more than the description says. */
  note?: string | null
  /**
   * The components that it concerns, in a changelog of several.
   *
   * @default []
   */
  components?: string[]
  /**
   * What else there is to see: the pull request, the commit and the author, in this order.
   *
   * @default []
   */
  links?: ItemLink[]
}

/**
 * What sort of thing goes out.
 *
 * - `component_version`: A component at a version.
 * - `configuration`: Settings.
 * - `infrastructure`: Machines, networks, what carries the components.
 * - `data`: A migration of data or schema.
 * - `flag`: A feature flag, turned on or off.
 */
export type ItemKind = 'component_version' | 'configuration' | 'infrastructure' | 'data' | 'flag'

/** Something that a changelog points at. */
export interface ItemLink {
  /** What it is. */
  kind: ItemLinkKind
  /** What to call it: `#12`, the whole hash, `@ada`. */
  text: string
  /** Where it is to be seen; none where the host is not known. */
  url?: string | null
}

/**
 * What a link leads to.
 *
 * - `pull_request`: The pull request that brought it.
 * - `commit`: The commit that brought it.
 * - `author`: Who made it.
 */
export type ItemLinkKind = 'pull_request' | 'commit' | 'author'

/** Something is overdue. */
export interface ItemOverdue {
  /** Which kind it is. */
  kind: 'item_overdue'
  /** What: the kind of what is owed and what it is of, as `due` has it. */
  owed: string
  /** Who owes it. */
  who?: string | null
  /** Since when. */
  since: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How an item stands.
 *
 * - `proposed`: Somebody asks for it.
 * - `accepted`: It is part of the release.
 * - `tracked`: It is part of it, and on its way.
 * - `at_risk`: It may not make it.
 * - `removed`: It is not part of it any more.
 * - `shipped`: It went out.
 */
export type ItemStatus = 'proposed' | 'accepted' | 'tracked' | 'at_risk' | 'removed' | 'shipped'

/**
 * A JUnit report: what every test case came to.
 *
 * Everything is counted from the `testcase` elements: what the suites' attributes say of them is often wrong, and
 * stands apart. A case that failed and passed when it was run again is a passed one that is flaky; one that failed
 * again is failed.
 */
export interface JUnitInspection {
  /** Which kind it is. */
  kind: 'junit'
  /** The outermost element: `testsuites` or `testsuite`. */
  root: string
  /** The `testsuite` elements, those inside others too. */
  suites: number
  /** The `testcase` elements. */
  testcases: number
  /** Cases with a failure: something was not as asserted. */
  cases_failed: number
  /** Cases with an error and no failure: something else went wrong. */
  cases_errored: number
  /** Cases that were skipped or are disabled. */
  cases_skipped: number
  /** Cases that passed, flaky ones included. */
  cases_passed: number
  /** Cases that failed and passed in the end (`flakyFailure`, `flakyError`). */
  flaky_cases: number
  /** Cases that were run again and did not pass (`rerunFailure`, `rerunError`). */
  rerun_cases: number
  /** What the attributes of the innermost suites say, summed: `tests`, `failures`, `errors`, `skipped`, `disabled`. */
  leaf_suite_attr_sum: Record<string, number>
  /** What the attributes of the outermost element say, as written. */
  root_attrs: Record<string, string>
  /** The time of all cases, in seconds, to six decimals; as written, negative ones too. */
  sum_case_time_s: number
  /** The failed cases and then the errored ones, each in the order of the report, as `<classname>::<name>`. */
  failed_names: string[]
  /** The flaky cases, likewise. */
  flaky_names: string[]
  /** When each suite began, in the order of the report and as written; none where it does not say. */
  suite_timestamps: (string | null)[]
}

/** What the gates said of a component. */
export interface Judged {
  /** The component. */
  component: string
  /** The version that would go out. */
  version?: string | null
  /** The stage that was asked about. */
  stage?: string | null
  /** The environment that was asked about. */
  environment?: string | null
  /** The answer. */
  verdict: Signal
  /** The digest of what it was computed from: gates, facts, instant. */
  basis: string
  /**
   * What did not simply hold.
   *
   * @default []
   */
  findings?: JudgedFinding[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What a criterion came to. */
export interface JudgedFinding {
  /** The gate. */
  gate: string
  /** The criterion. */
  criterion: string
  /** How much it weighs. */
  severity: Severity
  /** What it came to. */
  outcome: Outcome
  /** Why. */
  reason: string
  /**
   * The facts that it rests on, by id.
   *
   * @default []
   */
  evidence?: string[]
  /** The waiver or the emergency that it was passed over by, by id. */
  waiver?: string | null
  /** The kind of the criterion. */
  kind?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A component that the plan touches and does not release. */
export interface Kept {
  /** The component. */
  component: string
  /** Why it is not released. */
  reason: KeptReason
  /** The releases that touch it, by name; empty where a changeset does. */
  touched_by: string[]
}

/**
 * Why a component is not released though the plan touches it.
 *
 * - `named`: A changeset names it and asks for nothing.
 * - `requirement`: Only a requirement of it moves that is never shipped.
 * - `ignored`: It is ignored.
 * - `private`: It is private, and such are not versioned.
 * - `no_version`: It states no version.
 * - `held`: It is not selected this time.
 * - `external`: Others release it.
 */
export type KeptReason = 'named' | 'requirement' | 'ignored' | 'private' | 'no_version' | 'held' | 'external'

/** One kind of a registry. */
export interface Kind {
  /** Its name: the `kind` in a document. */
  kind: string
  /** What it does, in a sentence or two. */
  summary: string
  /** The JSON Schema of it, complete in itself. */
  schema: unknown
}

/** An entry that was recorded long after what it records. */
export interface LateEntry {
  /** The number of the entry. */
  seq: number
  /** The event, by id. */
  event: string
  /** What it is about. */
  release: string
  /** How much later it was recorded, in seconds. */
  seconds: number
  /** Why, where its author says so: `late_reason`. */
  reason?: string | null
}

/**
 * An lcov tracefile: which lines, functions and branches of which files were run.
 *
 * The totals are lcov's own (`LF`, `LH` and so on), summed over all files; the counts of `DA` are of the lines
 * themselves, and contradict them where a report was edited or cut.
 */
export interface LcovInspection {
  /** Which kind it is. */
  kind: 'lcov'
  /** The source files (`SF`), one for each record of a file. */
  files: number
  /** Lines that could be run, as stated. */
  LF: number
  /** Lines that were, as stated. */
  LH: number
  /** `LH` of `LF`, 0–1 to six decimals; none where there are no lines. */
  line_rate?: number | null
  /** Functions, as stated. */
  FNF: number
  /** Functions that were run, as stated. */
  FNH: number
  /** Branches, as stated. */
  BRF: number
  /** Branches that were taken, as stated. */
  BRH: number
  /** The `DA` lines. */
  DA_lines: number
  /** Those of them with a count above zero. */
  DA_hit: number
  /** The records, by the lines that end them. */
  end_of_record: number
}

/** What was recorded: a draft with its number, the hash of the entry before it, and when it was recorded. */
export interface LedgerEntry {
  /** Who did it. */
  actor: Actor
  /** When it happened, as its author says: `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  at: string
  /** What happened, in the words of its kind. */
  data: Record<string, unknown>
  /** The idempotency key, unique in the ledger. */
  id: string
  /** What kind of thing happened. */
  kind: string
  /** The version of what `data` looks like for this kind. */
  kind_v: number
  /** The digest of content that can be erased. */
  payload?: PayloadRef | null
  /** The hash of the entry before it; zeros for the first. */
  prev: string
  /** When the store recorded it: `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  recorded_at: string
  /** Its number, from 0. */
  seq: number
  /** What it is about. */
  subject: string
  /** The version of the format: 1. */
  v: number
}

/** A key of a configuration that is not followed. */
export interface LeftKey {
  /** The file. */
  file: string
  /** The key, by its path in the file. */
  key: string
  /** The sentence for people: why it is not followed, and what takes its place. */
  message: string
}

/**
 * How much each type of change asks of the next version. Types are compared without case.
 *
 * | default | bump |
 * |---|---|
 * | breaking, of any type | major |
 * | `feat`, `feature` | minor |
 * | `fix`, `perf`, `revert` | patch |
 * | every other type, and none | none |
 */
export interface Levels {
  /**
   * The bump of each type, in lower case.
   *
   * @default {"feat":"minor","feature":"minor","fix":"patch","perf":"patch","revert":"patch"}
   */
  types?: Record<string, Bump>
  /**
   * The bump of a breaking change, of whichever type.
   *
   * @default "major"
   */
  breaking?: Bump
  /**
   * The bump of every other type, and of changes without a type.
   *
   * @default "none"
   */
  other?: Bump
}

/** A package that passes whatever its licence is, until a day. */
export interface LicenceException {
  /** The package, by package URL or name. */
  package: string
  /** Why it passes. */
  reason: string
  /** From when on it does not; for ever, where left out. */
  until?: string | null
}

/**
 * What a package comes to of whose licence nothing can be said.
 *
 * - `pass`: It passes.
 * - `warn`: It is a warning.
 * - `fail`: It does not pass.
 */
export type LicenceRule = 'pass' | 'warn' | 'fail'

/**
 * Everything that a component is made of is under a licence that is allowed, by the newest bill of materials.
 *
 * Licences are SPDX expressions: of `A OR B` one has to be allowed, of `A AND B` both. A licence with an exception
 * is allowed where the licence itself is, for an exception only permits more; one "or later" where that very
 * version is.
 */
export interface LicencesCriterion {
  /** Which kind it is. */
  kind: 'licences'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * The licences that pass, by SPDX id (`MIT`, `Apache-2.0 WITH LLVM-exception`, `LicenseRef-Acme`), `*` for any
   * characters; any that is not denied, where left out.
   *
   * @default []
   */
  allow?: string[]
  /**
   * The licences that never pass, likewise. What `allow` lists with its exception passes all the same.
   *
   * @default []
   */
  deny?: string[]
  /**
   * What a package without a licence comes to: `fail`, unless said otherwise.
   *
   * @default "fail"
   */
  missing?: LicenceRule
  /**
   * What a text comes to that is no SPDX expression, and that neither list holds as it is: `fail`, unless said
   * otherwise.
   *
   * @default "fail"
   */
  unknown?: LicenceRule
  /**
   * Packages that pass whatever their licence is, until a day.
   *
   * @default []
   */
  exceptions?: LicenceException[]
}

/** One release in a chain of reasons. */
export interface Link {
  /** The component. */
  component: string
  /** The scheme of both versions. */
  scheme: Scheme
  /** The version it has. */
  old?: string | null
  /** The version it gets. */
  new: string
  /** How much its causes ask for at most. */
  bump: Bump
  /** Why it is released. The components that it depends on are links too. */
  causes: Cause[]
}

/** The release of a component that this one shares its version with whenever both are released. */
export interface LinkedCause {
  /** Which kind it is. */
  kind: 'linked'
  /** The component whose bump decides, for all of the group that are released. */
  component: string
  /** What people call the group. */
  group?: string | null
  /** What this asks for. */
  bump: Bump
}

/**
 * The addresses of one repository, as templates: `{repository}` is the address of the repository, `{host}` that of
 * the host.
 */
export interface Links {
  /** The address of the repository, without a slash at its end. */
  repository: string
  /** A commit, by its `{hash}`. */
  commit: string
  /** A pull request, by its `{number}`. */
  pull_request: string
  /** An issue, by its `{number}`. */
  issue: string
  /** What changed between two tags, `{from}` and `{to}`. */
  compare: string
  /** A release, by its `{tag}`. */
  tag: string
  /** A person, by their `{login}`. */
  user: string
}

/** What is measured, and how much of what may come of it. */
export interface MeasuredMetric {
  /** Its name. */
  name: string
  /**
   * The time between two measurements, such as `60s`, as whoever measures writes it; with one, measuring goes on
   * until `count` is reached. None for a single measurement.
   */
  interval?: string | null
  /** How many measurements there are to be; 1 without an interval, without end with one. */
  count?: number | null
  /** When a measurement went well, in CEL over `result`. */
  success_condition?: string | null
  /** When a measurement went badly, in CEL over `result`. */
  failure_condition?: string | null
  /**
   * How many measurements may go badly; −1 for any number.
   *
   * @default 0
   */
  failure_limit?: number
  /**
   * How many may go neither well nor badly.
   *
   * @default 0
   */
  inconclusive_limit?: number
  /**
   * How many in a row may not be carried out.
   *
   * @default 4
   */
  consecutive_error_limit?: number
  /**
   * How many in a row have to go well for the metric to be done; 0 for none.
   *
   * @default 0
   */
  consecutive_success_limit?: number
}

/** A metric of a run, and what came of it. */
export interface MeasuredResult {
  /** What is measured. */
  metric: MeasuredMetric
  /** What came of it; none where measuring has not begun. */
  result?: MetricResult | null
  /**
   * Whether it is measured only to be looked at: it does not count.
   *
   * @default false
   */
  dry_run?: boolean
}

/** One measurement. */
export interface Measurement {
  /** How it stands. */
  phase: MeasurementPhase
  /** What was measured, as text; none while it runs. */
  value?: string | null
  /** What is said of it. */
  message?: string | null
}

/**
 * How a measurement, a metric or a whole run stands; the later in this list, the worse.
 *
 * - `successful`: It went well.
 * - `running`: It is under way.
 * - `pending`: It has not begun.
 * - `inconclusive`: It went neither well nor badly.
 * - `error`: It could not be carried out.
 * - `failed`: It went badly.
 */
export type MeasurementPhase = 'successful' | 'running' | 'pending' | 'inconclusive' | 'error' | 'failed'

/** A metric measured again and again, as an analysis run does. */
export interface MeasurementSeries {
  /** Which kind it is. */
  kind: 'measurements'
  /** The metric. */
  metric: string
  /**
   * The measurements, first to last.
   *
   * @default []
   */
  measurements?: SeriesPoint[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * A metric that is measured again and again went well, as Argo Rollouts assesses the metrics of its analysis runs.
 *
 * It copies Argo: a measurement without any condition went well unless the tool says otherwise, and a run that has
 * ended without exceeding a limit is successful. A failed metric fails; one that runs, has not begun, is
 * inconclusive or could not be measured is pending, and so is one of which no measurement could be carried out.
 */
export interface MeasurementsCriterion {
  /** Which kind it is. */
  kind: 'measurements'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The metric, by name. */
  metric: string
  /** The time between two measurements, as whoever measures writes it; none for a single measurement. */
  interval?: string | null
  /** How many measurements there are to be; 1 without an interval, without end with one. */
  count?: number | null
  /** When a measurement went well: CEL over `result`. */
  success_condition?: string | null
  /** When a measurement went badly: CEL over `result`. */
  failure_condition?: string | null
  /**
   * How many measurements may go badly; −1 for any number.
   *
   * @default 0
   */
  failure_limit?: number
  /**
   * How many may go neither well nor badly.
   *
   * @default 0
   */
  inconclusive_limit?: number
  /**
   * How many in a row may not be carried out.
   *
   * @default 4
   */
  consecutive_error_limit?: number
  /**
   * How many in a row have to go well for the metric to be done; 0 for none.
   *
   * @default 0
   */
  consecutive_success_limit?: number
  /**
   * Whether no more measurements will come: what has not gone badly by then went well.
   *
   * @default false
   */
  ended?: boolean
}

/** A commit message, taken apart. Line ends are `\n`, whatever they were. */
export interface Message {
  /** The type, as written: `feat`. */
  type: string
  /** The scope in parentheses, as written. */
  scope?: string | null
  /** Whether it is breaking, by `!` or by a footer. */
  breaking: boolean
  /** The rest of the header. */
  description: string
  /** The text between the header and the footers. */
  body?: string | null
  /** The footers, in order. */
  footers: Footer[]
  /** What breaks: the text of the breaking footers, else the description; none where nothing breaks. */
  note?: string | null
  /** What had to be tolerated to read it; always empty for `Mode::Strict`. */
  tolerated: Tolerance[]
}

/** A number that was measured. */
export interface Metric {
  /** Which kind it is. */
  kind: 'metric'
  /** What was measured: `p95_latency`, `error_rate`. */
  name: string
  /** The number. */
  value: number
  /** Its unit. */
  unit?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What came of a metric so far. */
export interface MetricResult {
  /** How it stands, where that is settled: a phase that is completed stays. */
  phase?: MeasurementPhase | null
  /**
   * The last measurements, oldest first; the counters below may be of more.
   *
   * @default []
   */
  measurements?: Measurement[]
  /**
   * How many were carried out.
   *
   * @default 0
   */
  count?: number
  /**
   * How many went well.
   *
   * @default 0
   */
  successful?: number
  /**
   * How many went badly.
   *
   * @default 0
   */
  failed?: number
  /**
   * How many went neither well nor badly.
   *
   * @default 0
   */
  inconclusive?: number
  /**
   * How many could not be carried out.
   *
   * @default 0
   */
  error?: number
  /**
   * How many at the end could not be carried out.
   *
   * @default 0
   */
  consecutive_error?: number
  /**
   * How many at the end went well.
   *
   * @default 0
   */
  consecutive_success?: number
}

/** A date of a release. */
export interface Milestone {
  /** What it is called by. */
  name: string
  /**
   * What sort of date it is.
   *
   * @default "milestone"
   */
  kind?: MilestoneKind
  /** When it is due. */
  due: string
  /** Who answers for it. */
  owner?: string | null
  /** The stage that it belongs to. */
  stage?: string | null
  /** When it was reached. */
  achieved_at?: string | null
}

/**
 * What sort of date it is.
 *
 * - `milestone`: A point of the work.
 * - `key_event`: Something that happens: a meeting, a launch.
 * - `deadline`: A date that nothing may pass.
 * - `important_date`: Good to know.
 */
export type MilestoneKind = 'milestone' | 'key_event' | 'deadline' | 'important_date'

/** A milestone was added, or reached. */
export interface MilestoneSet {
  /** Which kind it is. */
  kind: 'milestone_set'
  /** The milestone. */
  milestone: Milestone
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How a message is read.
 *
 * - `strict`: The specification to the letter.
 * - `lenient`: What real repositories mean.
 */
export type Mode = 'strict' | 'lenient'

/** One thing to do. */
export interface NextStep {
  /** What, in a sentence. */
  action: string
  /** Who. */
  owner?: string | null
  /** What it costs, in the unit of the gate file. */
  cost: number
}

/** It is no-go. */
export interface NoGoDecided {
  /** Which kind it is. */
  kind: 'no_go_decided'
  /** Why. */
  reason?: string | null
  /**
   * What the gates said.
   *
   * @default []
   */
  judged?: Judged[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Something about a repository that fails nothing and may explain a surprise. */
export interface Notice {
  /**
   * What it is: `source.no_commits`, `source.no_tag`, `source.version_differs`, `source.older_tag`,
   * `source.tag_pattern`, `source.shallow_clone`, `source.broken_reference`, `source.unknown_override`.
   */
  code: string
  /** The sentence for people. */
  message: string
  /**
   * The components it concerns, by name; none where it concerns all.
   *
   * @default []
   */
  components?: string[]
}

/**
 * What people are told of.
 *
 * - `planned`: That it is planned.
 * - `before`: That it is about to go out.
 * - `after`: That it is out.
 * - `rolled_back`: That it was taken back.
 * - `incident`: That something broke.
 * - `rescheduled`: That it was moved.
 * - `cancelled`: That it was given up.
 */
export type NoticeOccasion = 'planned' | 'before' | 'after' | 'rolled_back' | 'incident' | 'rescheduled' | 'cancelled'

/** People were told. */
export interface NoticeSent {
  /** Which kind it is. */
  kind: 'notice_sent'
  /**
   * Who.
   *
   * @default []
   */
  audience?: string[]
  /** What of. */
  occasion: NoticeOccasion
  /** How. */
  channel?: string | null
  /** What they were told. */
  text?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Says that people were told. */
export interface NotifyCommand {
  /** Which kind it is. */
  kind: 'notify'
  /**
   * Who; the stakeholders, where left out.
   *
   * @default []
   */
  audience?: string[]
  /** What of. */
  occasion: NoticeOccasion
  /** How. */
  channel?: string | null
  /** What they were told. */
  text?: string | null
}

/**
 * The format of an `npm audit` report.
 *
 * - `v1`: Advisories, as npm 6 and pnpm write them.
 * - `v2`: Packages, as npm 7 and later write them.
 */
export type NpmAuditFormat = 'v1' | 'v2'

/** What `npm audit` says: advisories on packages, and which packages they reach. */
export interface NpmAuditInspection {
  /** Which kind it is. */
  kind: 'npm_audit'
  /** Which of the two formats it has. */
  format: NpmAuditFormat
  /** How many different advisories. */
  advisories: number
  /** The ids of the advisories: GitHub's where it is stated, otherwise npm's number. */
  ids: string[]
  /** Advisories by severity, in npm's words; `missing` where none is stated. */
  advisory_severity: Record<string, number>
  /** How many packages are affected, in version 2 those included that only depend on one that is. */
  packages: number
  /** Affected packages by severity, the worst of their advisories; `missing` where none is stated. */
  package_severity: Record<string, number>
  /** What the report's summary counts by severity: paths to advisories in version 1, packages in version 2. */
  metadata_vulnerabilities: Record<string, number>
  /** How many actions version 1 recommends; 0 in version 2, which has none. */
  actions: number
  /** How many packages were looked at; none where the summary is left out. */
  dependencies?: number | null
  /** How often a package is affected by way of another (version 2). */
  via_strings: number
  /** How often a package is affected by an advisory of its own (version 2). */
  via_objects: number
  /** Packages by whether there is a fix (version 2). */
  fix_available: FixAvailable
}

/** What was observed of a subject. */
export type Observation =
  | Metric
  | TestResults
  | CoverageReport
  | QualityGate
  | VulnerabilityReport
  | VexStatements
  | Sbom
  | ProvenanceStatement
  | EnvironmentState
  | Contract
  | ContractVerification
  | MeasurementSeries
  | CustomObservation

/** A criterion that nothing leads past but another version. */
export interface Obstacle {
  /** The gate. */
  gate: string
  /** The criterion, by its name. */
  criterion: string
  /** Why it does not hold. */
  reason: string
}

/** An occurrence of a window. */
export interface Occurrence {
  /** The window's name. */
  window: string
  /** When it starts, inclusive. */
  start: string
  /** When it ends, exclusive. */
  end: string
}

/** What an OpenVEX document states. */
export interface OpenVexInspection {
  /** Which kind it is. */
  kind: 'openvex'
  /** The context, which names the version of OpenVEX. */
  context: string
  /** When it was issued. */
  timestamp?: string | null
  /** The version of the document, as text: older ones wrote it so. */
  version?: string | null
  /** The statements, in order. */
  statements: OpenVexStatement[]
}

/** One statement of an OpenVEX document. */
export interface OpenVexStatement {
  /** The vulnerability's name. */
  vulnerability: string
  /** What is stated: `not_affected`, `affected`, `fixed` or `under_investigation`. */
  status: string
  /** Why a product is not affected, in OpenVEX' words. */
  justification?: string | null
  /** Of how many products. */
  products: number
}

/** What a rule decides for its components. In a document each is left to the rule's preset unless it is given. */
export interface Options {
  /** How a bump moves a version. */
  versioning?: Versioning | null
  /** What a commit asks for by its type, where that is not left to how the commits were read. */
  levels?: Levels | null
  /** The sections of changelogs, by the types of commits; none for greenboard's own. */
  changelog?: ChangelogLayout | null
  /** When a release calls for releases of its dependents. */
  propagation?: Propagation | null
  /** What it then asks of them. */
  dependents?: Dependents | null
  /** What it asks of those that have it as a peer. */
  peers?: Peers | null
  /**
   * Whether a prerelease is as good as the release that it leads to, when it is asked whether dependents have to
   * follow. Their requirements are rewritten all the same where they do not admit it.
   */
  prereleases_admitted?: boolean | null
  /** How requirements inside the workspace are read and written. */
  ranges?: Ranges | null
  /** Whether only requirements under `workspace:` count. */
  workspace_protocol_only?: boolean | null
  /** When requirements that admit the new version are rewritten. */
  rewrite?: Rewrite | null
  /** Whether a requirement on a peer is also rewritten where it admits the new version, for a release of any size. */
  rewrite_peers?: boolean | null
  /** Whether private components are versioned; otherwise they are left out as if ignored. */
  version_private?: boolean | null
  /** Whether releases of private components are tagged. */
  tag_private?: boolean | null
  /** Whether an arriving train also releases what the policy leaves alone, as version 2 of changesets does. */
  exit_ignored?: boolean | null
  /** The version of a first release. */
  first_release?: FirstRelease | null
  /**
   * Whether changeset files that name an unknown component, or ignored ones among others, are an error; otherwise
   * there is a warning.
   */
  strict?: boolean | null
  /**
   * How releases are tagged, with `{name}`, `{package}`, `{unscoped}` (the package without npm's scope), `{path}`
   * and `{version}` filled in, where the component does not say so itself; none for `v{version}` of a workspace's
   * only component in its root, and `{name}@{version}` otherwise.
   */
  tag?: string | null
  /** The dist-tag of releases, where neither a train nor the component says so. */
  dist_tag?: string | null
  /** What stands after the base of a snapshot's version, where the snapshot does not say so itself. */
  snapshot_template?: string | null
  /**
   * Whether the base of a snapshot is the version that a release would have, where the snapshot does not say so
   * itself.
   */
  snapshot_calculated?: boolean | null
  /** Who may install what is released, in the registry's own word, where the component does not say so itself. */
  access?: string | null
}

/**
 * Where a change comes from.
 *
 * - `commit`: A commit's message.
 * - `changeset`: A changeset file.
 * - `given`: Given outright by the caller.
 */
export type Origin = 'commit' | 'changeset' | 'given'

/** What osv-scanner, or a record of OSV, says: vulnerabilities of packages. */
export interface OsvInspection {
  /** Which kind it is. */
  kind: 'osv'
  /** How many sources (lockfiles, images) were scanned; 0 for a record. */
  sources: number
  /** How many packages, each counted in each of its sources. */
  packages: number
  /** How many vulnerabilities, each counted at each of its packages. */
  vulnerabilities: number
  /** The ids of the vulnerabilities, in order, one for each package that has it. */
  ids: string[]
  /** How many groups: ids of one vulnerability under its several names. */
  groups: number
  /** How many vulnerabilities state no CVSS vector. */
  without_severity: number
}

/**
 * What a criterion came to. Missing is never pass.
 *
 * - `pass`: It holds.
 * - `skipped`: It does not apply here; the reason says why.
 * - `waived`: It does not hold, and somebody who may has said that it need not.
 * - `warn`: It nearly does not hold.
 * - `pending`: Evidence or an approval is missing, out of date or contradictory.
 * - `fail`: It does not hold.
 */
export type Outcome = 'pass' | 'skipped' | 'waived' | 'warn' | 'pending' | 'fail'

/** How many of each outcome. */
export interface OutcomeCounts {
  /**
   * Those that hold.
   *
   * @default 0
   */
  pass?: number
  /**
   * Those that do not apply.
   *
   * @default 0
   */
  skipped?: number
  /**
   * Those that are passed over.
   *
   * @default 0
   */
  waived?: number
  /**
   * Those that nearly do not hold.
   *
   * @default 0
   */
  warn?: number
  /**
   * Those that wait for evidence or somebody's word.
   *
   * @default 0
   */
  pending?: number
  /**
   * Those that do not hold.
   *
   * @default 0
   */
  fail?: number
}

/** What was overridden in a gate: from what, to what, by whom and why. */
export interface Overridden {
  /** The gate. */
  gate: string
  /** The criterion, by its name; none where it is the gate itself. */
  criterion?: string | null
  /** The key. */
  key: string
  /** Its value before; null where it had none. */
  from?: unknown
  /** Its value since; null where it was taken away. */
  to?: unknown
  /** Why. */
  reason: string
  /** The file that says so; none where it has no name. */
  file?: string | null
}

/**
 * What a person decides for a component, in place of what its changes ask for.
 *
 * A version is taken as it is. A bump takes the place of the changes' own; what others ask of the component by
 * depending on each other still counts, since it would not fit them otherwise.
 */
export interface Override {
  /** The component's name. */
  component: string
  /** The bump, in place of what its changes ask for; `none` holds it back. */
  bump?: Bump | null
  /** The version it gets, as text of its scheme. */
  version?: string | null
  /** Who decided so. */
  by?: string | null
  /** Why. */
  reason?: string | null
}

/** A person's decision for the component, in place of what its changes ask for. */
export interface OverrideCause {
  /** Which kind it is. */
  kind: 'override'
  /** What this asks for. */
  bump: Bump
  /** The version that was decided. */
  version?: string | null
  /** Who decided so. */
  by?: string | null
  /** Why. */
  reason?: string | null
}

/** Something that somebody owes a release. */
export interface Owed {
  /** Of which kind it is. */
  kind: OwedKind
  /** What it is of: a task, a step, an item, a target, by what it is called by. */
  of: string
  /** Who owes it: a person, or a role where nobody is named. */
  who?: string | null
  /** Since when. */
  since?: string | null
  /** When it is due. */
  due: string
  /** When whoever owes it is reminded. */
  remind_at?: string | null
  /** Who else is told when it does not come. */
  escalate_to?: string | null
  /** When they are. */
  escalate_at?: string | null
  /** When it is no longer waited for, or when what it is about ends. */
  expires_at?: string | null
  /**
   * How it stands.
   *
   * @default "upcoming"
   */
  status?: OwedStatus
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/owed/1'
}

/**
 * Of which kind it is that is owed.
 *
 * - `task`: Something to be done.
 * - `readiness`: That it is ready in time.
 * - `gate`: That a gate holds.
 * - `approval`: A word before it goes out.
 * - `retrospective_approval`: A word after the fact.
 * - `exception`: A decision on an exception.
 * - `verification`: A look at whether it works.
 * - `review`: A look back.
 * - `action`: What was to be done after it.
 * - `hold`: A look at why it is stopped.
 * - `waiver`: A decision on a waiver that ends.
 */
export type OwedKind =
  | 'task'
  | 'readiness'
  | 'gate'
  | 'approval'
  | 'retrospective_approval'
  | 'exception'
  | 'verification'
  | 'review'
  | 'action'
  | 'hold'
  | 'waiver'

/**
 * How something stands that is owed.
 *
 * - `upcoming`: There is time.
 * - `due`: It is time to remind whoever owes it.
 * - `overdue`: It should be there.
 * - `escalated`: It should be there, and somebody else is told.
 */
export type OwedStatus = 'upcoming' | 'due' | 'overdue' | 'escalated'

/** One thing to see to. */
export interface OwnerTask {
  /** The component. */
  component: string
  /** The gate. */
  gate: string
  /** The criterion, by its name. */
  criterion: string
  /** What it came to. */
  outcome: Outcome
  /** What that means for the component. */
  signal: Signal
  /** What to do, in a sentence; none where nothing leads to a pass but another version. */
  action?: string | null
  /** Why, in a sentence. */
  reason: string
}

/** What one owner has to see to. */
export interface OwnerTasks {
  /** Who; none where nobody is named. */
  owner?: string | null
  /** What, the worst first, then by component and in the order of the gates. */
  tasks: OwnerTask[]
}

/** What a version of a consumer asks of a provider. */
export interface Pact {
  /** The consumer. */
  consumer: string
  /** Its version. */
  version: string
  /** The provider. */
  provider: string
  /**
   * The digest of what is asked: versions that ask the same share their verifications. Where left out, each asks
   * something of its own.
   */
  content?: string | null
}

/** Whether a version of a provider does what a version of a consumer asks. */
export interface PactVerification {
  /** The consumer. */
  consumer: string
  /** Its version. */
  version: string
  /** The provider. */
  provider: string
  /** Its version. */
  provider_version: string
  /** Whether it does. */
  success: boolean
}

/** What those who include a file may say. */
export interface Parameter {
  /** The value where they say nothing; they have to, where this is left out. */
  default?: unknown
  /** What it is for. */
  description?: string | null
}

/** A part of a plan that goes out without the others. */
export interface Part {
  /** Its components, by name. */
  components: string[]
  /**
   * The smallest steps in which it may go out, each after those before it: what has to go out at once stands
   * together, by name. One may stop after any of them.
   */
  increments: string[][]
}

/** The digest of content that is kept beside the ledger and can be erased. */
export interface PayloadRef {
  /** Its salted digest. */
  digest: string
  /** Its media type, such as `application/json`. */
  media: string
}

/**
 * What a provider's release asks of those that have it as a peer.
 *
 * - `follow`: The same as of any other dependent.
 * - `major`: A major release, when the provider moves by more than a patch.
 * - `major_out_of_range`: A major release, when the provider moves by more than a patch and out of the requirement.
 */
export type Peers = 'follow' | 'major' | 'major_out_of_range'

/** What would be released next. Made by `plan`; nothing in it depends on the order of what it was made of. */
export interface Plan {
  /** The time it was made for, UTC: the date of calendar versions and changelogs. */
  at: string
  /** The policy it was made under, with nothing left to defaults. */
  policy: Policy
  /** What goes out, in the order in which it goes out: by wave, then by name. */
  entries: Entry[]
  /**
   * The order of publication: all units of a wave may go out at once, after all waves before it. By name within
   * one.
   */
  waves: Unit[][]
  /** Requirements to be rewritten in manifests of components that are not released themselves. */
  rewrites: RequirementUpdate[]
  /** Components that the plan touches and does not release, by name. */
  kept: Kept[]
  /** What could not be taken into account. */
  warnings: Warning[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/plan/1'
}

/** Says that a draft is what is meant: it is planned, and its baseline is taken. */
export interface PlanCommand {
  /** Which kind it is. */
  kind: 'plan'
}

/** What goes out next of a repository, and what led to it. */
export interface Planned {
  /** The plan. */
  plan: Plan
  /** How the repository is released. */
  configuration: Configuration
  /** What should be known about the history that the changes were read from. */
  notices: Notice[]
}

/** A phase with its dates. */
export interface PlannedPhase {
  /** Its name. */
  phase: string
  /** Its first day, one to work on. */
  start: string
  /** Its last day, one to work on. */
  end: string
  /** How many days are worked in it. */
  working_days: number
  /** How many days it takes, both ends included. */
  calendar_days: number
}

/**
 * How a plan is made. An authored document, in one of four forms, in which unknown keys are refused:
 *
 * - a text: the name of a preset;
 * - a map without `rules`: one rule for all, whose options may stand beside its `preset`, and the keys below;
 * - a list: the rules;
 * - the whole map.
 *
 * | key | default | meaning |
 * |---|---|---|
 * | `rules` | the preset `greenboard` | what components live by; for each the last rule that selects it |
 * | `groups` | none | components whose versions go together, beside those of the workspace |
 * | `ignore` | none | components that are left alone |
 * | `trains` | none | series of prereleases |
 * | `snapshot` | none | whether all versions are snapshots |
 * | `only`, `except` | all, none | what goes out this time |
 * | `overrides` | none | what people decide against the rules |
 * | `unreleased` | none | components that were never released |
 * | `links` | none | where changelogs point at commits, pull requests and people |
 * | `branch` | none | what may be released from the branch that the plan is made on |
 */
export interface Policy {
  /**
   * What components live by: each by the last rule that selects it, and by the preset `greenboard` where none does.
   *
   * @default [{"preset":"greenboard"}]
   */
  rules?: Rule[]
  /**
   * Components whose versions go together, beside the groups of the workspace. Members may live by different rules.
   *
   * @default []
   */
  groups?: Group[]
  /**
   * Components that are left alone, selected as in a rule.
   *
   * @default []
   */
  ignore?: string[]
  /**
   * Series of prereleases.
   *
   * @default []
   */
  trains?: Train[]
  /** What makes all versions snapshots; none where they are not. */
  snapshot?: Snapshot | null
  /**
   * What goes out this time, selected as in a rule; empty for all.
   *
   * @default []
   */
  only?: string[]
  /**
   * What does not go out this time, selected as in a rule.
   *
   * @default []
   */
  except?: string[]
  /**
   * What people decide against the rules.
   *
   * @default []
   */
  overrides?: Override[]
  /**
   * Components that were never released, selected as in a rule.
   *
   * @default []
   */
  unreleased?: string[]
  /**
   * What may be released from the branch that the plan is made on, as `branches` says; a version that may not is an
   * error. None where every version may.
   */
  branch?: BranchRange | null
  /** Where a host shows what changelogs point at; none where they name it only. */
  links?: Links | null
  /**
   * Where each setting comes from, by its path in this document; an option that is not listed comes from its rule's
   * preset.
   *
   * @default {}
   */
  origins?: Record<string, string>
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/policy/1'
}

/** Several releases seen together: what they take from each other, and what goes out when. */
export interface Portfolio {
  /** As of when. */
  at: string
  /**
   * What several take at once, or may not take: what blocks first, then by time.
   *
   * @default []
   */
  collisions?: Conflict[]
  /**
   * Whether these are all.
   *
   * @default true
   */
  complete?: boolean
  /**
   * The forward schedule of change: what goes out from now on, by time; at the end what has no date.
   *
   * @default []
   */
  schedule?: ScheduledRelease[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/portfolio/1'
}

/**
 * The arrival of the train that the component rides: what it has out is a prerelease, and nothing else asks for its
 * release.
 */
export interface PreExitCause {
  /** Which kind it is. */
  kind: 'pre_exit'
  /** The train's word. */
  tag: string
  /** The prerelease that is out. */
  old: string
  /** What this asks for. */
  bump: Bump
}

/** How an action of a release before stands. */
export interface PreviousAction {
  /** The action. */
  id: string
  /** How it stands. */
  status: PreviousStatus
}

/**
 * How an action of a release before stands.
 *
 * - `addressed`: It is done.
 * - `ignored`: Nobody does it.
 * - `carried`: It is carried on.
 */
export type PreviousStatus = 'addressed' | 'ignored' | 'carried'

/**
 * When a release calls for a release of what depends on it.
 *
 * - `out_of_range`: When the dependent's requirement does not admit the new version.
 * - `always`: Always, so that every dependent ships with the newest.
 */
export type Propagation = 'out_of_range' | 'always'

/**
 * A builder that is trusted attests how the artefact came to be. One statement has to satisfy all that is asked.
 *
 * A statement whose signature nobody checked is pending, and so is the whole where it is not known which artefact
 * goes out; a signature that does not hold, another builder or another source fails.
 */
export interface ProvenanceCriterion {
  /** Which kind it is. */
  kind: 'provenance'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * The builders that are trusted; any, where left out.
   *
   * @default []
   */
  builders?: TrustedBuilder[]
  /**
   * The repositories that it may be built from, `*` for any characters: `https://github.com/acme/*`. Prefixes such
   * as `git+`, `.git` at the end and what follows `@` are left out on both sides. Any, where left out.
   *
   * @default []
   */
  sources?: string[]
  /**
   * The kinds of statement that pass, `*` for any characters; SLSA's provenance of any version, unless said
   * otherwise.
   *
   * @default ["https://slsa.dev/provenance/*"]
   */
  predicate_types?: string[]
  /**
   * Whether the statement has to be about the artefact that goes out, by digest; true, unless said otherwise.
   *
   * @default true
   */
  of_digest?: boolean
  /**
   * Whether its signature has to be checked, and to hold; true, unless said otherwise.
   *
   * @default true
   */
  verified?: boolean
  /**
   * The keys that may have signed it, by the digests of their SubjectPublicKeyInfo; any with which it was checked,
   * where left out.
   *
   * @default []
   */
  keys?: string[]
  /**
   * The least build level of SLSA, 1 to 3. A statement is of level 1 where its signature does not hold or was not
   * checked, and otherwise of the level that its builder is trusted with.
   */
  level?: number | null
}

/** What provenance says: what was built, by whom, from what. Who signed it is said by `verify`. */
export interface ProvenanceInspection {
  /** Which kind it is. */
  kind: 'provenance'
  /** Every statement, in order. */
  statements: InTotoStatement[]
}

/** How an artefact came to be, as its builder attests. */
export interface ProvenanceStatement {
  /** Which kind it is. */
  kind: 'provenance'
  /** Who built it. */
  builder?: string | null
  /** What it was built from. */
  source_uri?: string | null
  /** What kind of statement it is, as its address: `https://slsa.dev/provenance/v1`. */
  predicate_type?: string | null
  /** How it was built, as an address of the builder's. */
  build_type?: string | null
  /**
   * The digests that it is about, `sha256:…`.
   *
   * @default []
   */
  subjects?: string[]
  /** Whether its signature was checked, and held; none where nobody checked. */
  verified?: boolean | null
  /** The key with which it was checked, by the digest of its SubjectPublicKeyInfo. */
  key?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** How a component is published, as far as its manifest or its workspace says so. */
export interface Publishing {
  /** Who may install it, in the registry's own word (npm's `public` and `restricted`). */
  access?: string | null
  /** The registry it goes to, by address or by the name that its ecosystem's configuration gives it. */
  registry?: string | null
  /** The dist-tag that a release is found under. */
  dist_tag?: string | null
  /** The command that publishes it, program and arguments; none for its ecosystem's own. */
  command?: string[] | null
}

/** Another tool's own verdict. */
export interface QualityGate {
  /** Which kind it is. */
  kind: 'quality_gate'
  /** What it says. */
  status: QualityGateStatus
  /**
   * The conditions that do not hold there.
   *
   * @default []
   */
  failing?: string[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * Another tool's own gate is passed, such as SonarQube's: its newest word, and where several tools have one, each
 * of theirs.
 *
 * A gate that warns is a warning. A tool that has no gate for the component leaves this pending: that is no pass.
 * Monotone: a gate that is passed where it was not never makes it worse.
 */
export interface QualityGateCriterion {
  /** Which kind it is. */
  kind: 'quality_gate'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The tool whose gate is meant, such as `sonarqube`; every tool's, where left out. */
  tool?: string | null
}

/**
 * What another tool's gate says.
 *
 * - `passed`: All holds.
 * - `warned`: It holds with warnings.
 * - `failed`: It does not hold.
 * - `missing`: There is no gate.
 */
export type QualityGateStatus = 'passed' | 'warned' | 'failed' | 'missing'

/** A test that may fail for a while: it counts neither as passed nor as failed. */
export interface Quarantined {
  /** Its name as the report writes it, or with a `*` at the end the beginning of several names. */
  test: string
  /** Until when. From then on it counts again, and that it was quarantined is said. */
  until: string
  /** Why. */
  reason?: string | null
}

/**
 * How requirements inside the workspace are read and written.
 *
 * - `native`: As their ecosystem reads them: what is tied to the copy in the repository is always met by it, and a
 *   rewritten requirement keeps its operators and its precision.
 * - `changesets@2`: As version 2 of changesets does: a `workspace:` range that excludes the present version is no
 *   edge, `workspace:*` stands for exactly the present version, and a rewritten range is its operator and the whole
 *   new version.
 * - `changesets@3`: As version 3 of changesets does: likewise, with the upper bound of a range of two kept, and
 *   without what does not move.
 */
export type Ranges = 'native' | 'changesets@2' | 'changesets@3'

/** What is known of a report besides its text. All of it may be left out. */
export interface ReadOptions {
  /** Which of several suites of tests these are: `unit`, `end_to_end`. */
  suite?: string | null
  /** Where people look the report up. */
  uri?: string | null
  /** When the facts stop to count; never, where left out. */
  expires_at?: string | null
  /** The key with which signatures are checked; without one they stay unchecked. */
  key?: string | null
}

/** Records a deployment that happened, and opens, judges and closes its release at once. */
export interface RecordDeploymentCommand {
  /** Which kind it is. */
  kind: 'record_deployment'
  /** The release: what went out, and by which template. */
  release: Release
  /** Where to. */
  environment: string
  /** When it began. */
  started_at: string
  /** When it ended; when it began, where left out. */
  finished_at?: string | null
  /**
   * Whether it succeeded.
   *
   * @default false
   */
  succeeded?: boolean
  /**
   * What is known about it.
   *
   * @default []
   */
  facts?: Fact[]
}

/** Records what other systems observed. */
export interface RecordEvidenceCommand {
  /** Which kind it is. */
  kind: 'record_evidence'
  /**
   * What they observed.
   *
   * @default []
   */
  facts?: Fact[]
}

/** Says that something broke, or is whole again: with the same id it takes the place of what was said before. */
export interface RecordIncidentCommand {
  /** Which kind it is. */
  kind: 'record_incident'
  /** What broke. */
  incident: ReleaseIncident
}

/** Says how far a deployment is on a target. */
export interface RecordRolloutCommand {
  /** Which kind it is. */
  kind: 'record_rollout'
  /** The target. */
  target: string
  /** How far it is there. */
  status: TargetStatus
  /** The step of the rollout: `10%`, … */
  step?: string | null
  /**
   * Whether from here on there is no way back.
   *
   * @default false
   */
  point_of_no_return?: boolean
  /** What there is to say. */
  note?: string | null
}

/** Why a command is refused: every reason, and what would lift each. */
export interface Refusal {
  /** The release. */
  release: string
  /** The kind of the command. */
  command: string
  /** Where the release stands; none where there is none yet. */
  status?: ReleaseStatus | null
  /**
   * Every reason, in the order in which they were found.
   *
   * @default []
   */
  reasons?: RefusalReason[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/refusal/1'
}

/**
 * Why a command is refused.
 *
 * - `stale_version`: Somebody else was faster.
 * - `not_authorised`: They are not in a role that may.
 * - `wrong_state`: Not in this state.
 * - `terminal`: It has ended.
 * - `on_hold`: It is on hold.
 * - `no_release`: There is no such release yet.
 * - `already_created`: There is such a release.
 * - `missing_field`: Something has to be said.
 * - `template_unpublished`: There is no such template.
 * - `date_in_past`: That is over.
 * - `not_a_calendar_day`: Nothing goes out on that day.
 * - `scope_frozen`: The scope is frozen.
 * - `item_not_ready`: The item does not meet what is asked of items.
 * - `duplicate_item`: It is there already.
 * - `unknown_item`: There is no such item.
 * - `item_in_other_release`: Another release has it.
 * - `already_frozen`: It is frozen.
 * - `not_frozen`: It is not frozen.
 * - `window_closed`: The time to ask is over.
 * - `already_decided`: It was decided.
 * - `form_incomplete`: Something of the form is missing.
 * - `self_decision`: Nobody decides on what they asked for.
 * - `not_requested`: Nobody asked for it.
 * - `too_many_days`: More than was asked for.
 * - `dependency_open`: It waits for something.
 * - `dependency_aborted`: What it waits for will not come.
 * - `too_early`: Its time has not come.
 * - `tasks_open`: Something is still to be done.
 * - `gate_open`: A gate waits for evidence or approval.
 * - `gate_failed`: A gate does not hold.
 * - `gate_unknown`: There is no such gate or criterion.
 * - `wrong_stage`: The work is in another stage.
 * - `stage_required`: It may not be left out.
 * - `stage_not_completed`: It was not completed.
 * - `unknown_stage`: There is no such stage.
 * - `reason_missing`: A reason has to be given.
 * - `unknown_subject`: Nothing in the scope is called so.
 * - `untrusted_source`: That source is not trusted for this.
 * - `not_waivable`: Nobody may waive it.
 * - `expiry_missing`: It has to end.
 * - `not_in_role`: They are not in the role of the step.
 * - `self_approval`: Nobody approves what they asked for, wrote or deploy.
 * - `stale_subject`: That is not what would go out.
 * - `out_of_order`: A step before it is not done.
 * - `approval_expired`: Its time is over.
 * - `no_such_step`: There is no such step.
 * - `not_approved`: There is no such approval.
 * - `notice_too_short`: That is too soon.
 * - `conflict`: It collides with something.
 * - `checklist_open`: The checklist is not answered.
 * - `evidence_stale`: What it rests on is too old.
 * - `no_go`: It is not go.
 * - `go_expired`: The decision to go has ended.
 * - `outside_window`: Not in its window.
 * - `frozen_environment`: The environment is frozen.
 * - `environment_taken`: Another release has the environment.
 * - `digest_mismatch`: What went before is not what goes out.
 * - `approval_missing`: An approval is missing.
 * - `unknown_environment`: The release does not pass that environment.
 * - `unknown_target`: It is no target of this deployment.
 * - `targets_open`: Targets are not reached.
 * - `verification_missing`: Nobody verified it.
 * - `past_point_of_no_return`: There is no way back.
 * - `no_rollback_target`: Nobody knows what it goes back to.
 * - `not_rolling_back`: It is not on its way back.
 * - `still_observing`: The time of observation is not over.
 * - `criteria_open`: Acceptance criteria are not met.
 * - `open_incident`: Something is broken.
 * - `outcome_missing`: How it ended has to be said.
 * - `review_incomplete`: It has to be looked back on.
 * - `retro_approval_missing`: It has to be approved after the fact.
 * - `action_unowned`: Nobody does an action, or nobody said until when.
 * - `already_held`: It is on hold.
 * - `not_held`: It is not on hold.
 * - `in_flight`: It is on its way out: roll back first.
 * - `out_of_scale`: That is not on the scale.
 * - `owner_missing`: Nobody answers for it.
 * - `unknown_risk`: There is no such risk.
 * - `clock_went_back`: That is before what happened last.
 * - `type_locked`: Its type cannot change any more.
 * - `not_continuous`: Its template is not one that is opened and closed at once.
 */
export type RefusalCode =
  | 'stale_version'
  | 'not_authorised'
  | 'wrong_state'
  | 'terminal'
  | 'on_hold'
  | 'no_release'
  | 'already_created'
  | 'missing_field'
  | 'template_unpublished'
  | 'date_in_past'
  | 'not_a_calendar_day'
  | 'scope_frozen'
  | 'item_not_ready'
  | 'duplicate_item'
  | 'unknown_item'
  | 'item_in_other_release'
  | 'already_frozen'
  | 'not_frozen'
  | 'window_closed'
  | 'already_decided'
  | 'form_incomplete'
  | 'self_decision'
  | 'not_requested'
  | 'too_many_days'
  | 'dependency_open'
  | 'dependency_aborted'
  | 'too_early'
  | 'tasks_open'
  | 'gate_open'
  | 'gate_failed'
  | 'gate_unknown'
  | 'wrong_stage'
  | 'stage_required'
  | 'stage_not_completed'
  | 'unknown_stage'
  | 'reason_missing'
  | 'unknown_subject'
  | 'untrusted_source'
  | 'not_waivable'
  | 'expiry_missing'
  | 'not_in_role'
  | 'self_approval'
  | 'stale_subject'
  | 'out_of_order'
  | 'approval_expired'
  | 'no_such_step'
  | 'not_approved'
  | 'notice_too_short'
  | 'conflict'
  | 'checklist_open'
  | 'evidence_stale'
  | 'no_go'
  | 'go_expired'
  | 'outside_window'
  | 'frozen_environment'
  | 'environment_taken'
  | 'digest_mismatch'
  | 'approval_missing'
  | 'unknown_environment'
  | 'unknown_target'
  | 'targets_open'
  | 'verification_missing'
  | 'past_point_of_no_return'
  | 'no_rollback_target'
  | 'not_rolling_back'
  | 'still_observing'
  | 'criteria_open'
  | 'open_incident'
  | 'outcome_missing'
  | 'review_incomplete'
  | 'retro_approval_missing'
  | 'action_unowned'
  | 'already_held'
  | 'not_held'
  | 'in_flight'
  | 'out_of_scale'
  | 'owner_missing'
  | 'unknown_risk'
  | 'clock_went_back'
  | 'type_locked'
  | 'not_continuous'

/** One reason why a command is refused. */
export interface RefusalReason {
  /** What to branch on. */
  code: RefusalCode
  /** The reason, in a sentence. */
  message: string
  /** What would lift it, in a sentence; none where nothing would. */
  lift?: string | null
  /** What it is about: a gate, a task, a step, a component, by name. */
  of?: string | null
  /** Who can lift it. */
  who?: string | null
}

/** By a register of risks: the greatest that remains after what is done about it. */
export interface RegisterMethod {
  /** Which kind it is. */
  kind: 'register'
  /** The risks. */
  risks: RegisterRow[]
  /**
   * From which score on a risk is moderate, high, very high: 5, 10 and 17 (ours).
   *
   * @default {"moderate_from":5.0,"high_from":10.0,"very_high_from":17.0}
   */
  levels?: RiskThresholds
}

/** A risk of the register, as far as it is counted. */
export interface RegisterRow {
  /** What it is called by. */
  id: string
  /** How likely it is, 1–5. */
  likelihood: number
  /** How bad it would be, 1–5. */
  impact: number
  /**
   * How much of it what is done about it takes away, 0–1.
   *
   * @default 0.0
   */
  effectiveness?: number
}

/** A registry: an enum of kinds that a document chooses from. */
export interface Registry {
  /** Its name, such as `versioning`. */
  name: string
  /** What its kinds are kinds of. */
  summary: string
  /** Its kinds, in their own order. */
  kinds: Kind[]
}

/** Says no to what goes out: it goes back to work. */
export interface RejectCommand {
  /** Which kind it is. */
  kind: 'reject'
  /** The step of the approvals; the one whose turn it is, where left out. */
  step?: string | null
  /** Why. */
  reason?: string | null
}

/**
 * One delivery: what goes out, why, when, by whom and by which rules. What a person writes, and what `create`
 * carries; how far it came is the `ReleaseState`.
 */
export interface Release {
  /** What it is called by; the subject of its entries in the ledger. */
  id: string
  /** What people call it. */
  title?: string | null
  /** The version of the whole, where it has one. */
  version?: string | null
  /** The template that it follows, by name: `train`, `quarterly`, `hotfix`, `continuous`, or one of the context's. */
  template: string
  /** Standard, normal or emergency; as the template has it, where left out. */
  change_type?: ChangeType | null
  /** Who answers for it. */
  owner?: string | null
  /**
   * Who wrote what goes out, beside the authors of the items: none of them may approve.
   *
   * @default []
   */
  authors?: string[]
  /**
   * What it is to bring.
   *
   * @default []
   */
  objectives?: string[]
  /**
   * What has to be so for it to be accepted.
   *
   * @default []
   */
  criteria?: AcceptanceCriterion[]
  /**
   * What goes out.
   *
   * @default []
   */
  scope?: ScopeItem[]
  /**
   * The environments that it passes, in order; the last is where it is delivered to.
   *
   * @default []
   */
  environments?: string[]
  /** When its work is planned to begin. */
  starts_at?: string | null
  /** When it is planned to go out. */
  target?: string | null
  /** When it may go out. */
  window?: ReleaseWindow | null
  /**
   * Its dates.
   *
   * @default []
   */
  milestones?: Milestone[]
  /**
   * What has to be done for it.
   *
   * @default []
   */
  tasks?: Task[]
  /**
   * The approvals that it needs, in order; as its change type has it, where empty.
   *
   * @default []
   */
  approvals?: ApprovalStep[]
  /** How it is taken back: a reference to the plan for that. */
  backout?: string | null
  /**
   * What may go wrong.
   *
   * @default []
   */
  risks?: Risk[]
  /**
   * Who is called when something breaks.
   *
   * @default []
   */
  on_call?: string[]
  /**
   * What it needs: people, money, machines.
   *
   * @default []
   */
  resources?: Resource[]
  /**
   * Who has to be told.
   *
   * @default []
   */
  stakeholders?: Stakeholder[]
  /**
   * What it waits for.
   *
   * @default []
   */
  dependencies?: ReleaseDependency[]
  /**
   * Where to read more.
   *
   * @default []
   */
  links?: ReleaseLink[]
  /** The train that it is part of. */
  train?: string | null
  /** The release before it, whose open actions it carries on. */
  predecessor?: string | null
  /**
   * Actions that it carries on from releases before it.
   *
   * @default []
   */
  actions?: Action[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release/1'
}

/** It runs as it should. */
export interface ReleaseAccepted {
  /** Which kind it is. */
  kind: 'release_accepted'
  /** Why before the time of observation was over. */
  reason?: string | null
  /**
   * The acceptance criteria that were met, by id.
   *
   * @default []
   */
  criteria?: string[]
  /**
   * What the gates said.
   *
   * @default []
   */
  judged?: Judged[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * What is looked at.
 *
 * - `release_flag`: The flag of the release.
 * - `release_failed`: Whether the release fails, or did.
 * - `task_flag`: The flag of a task.
 * - `release_overdue`: Whether the release is past its due.
 * - `task_overdue`: Whether the task under way is past its due.
 * - `task_retries`: How often tasks were tried again.
 */
export type ReleaseAssessor =
  | 'release_flag'
  | 'release_failed'
  | 'task_flag'
  | 'release_overdue'
  | 'task_overdue'
  | 'task_retries'

/** A calendar: windows that are judged together, under a name. */
export interface ReleaseCalendar {
  /** Its name. */
  name: string
  /** The zone of its windows, where they name none; none for UTC. */
  zone?: string | null
  /** Whether the way is open where no window says anything; none for: unless there are windows that allow. */
  default_open?: boolean | null
  /**
   * Its windows.
   *
   * @default []
   */
  windows?: Window[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release_calendar/1'
}

/** It was given up. */
export interface ReleaseCancelled {
  /** Which kind it is. */
  kind: 'release_cancelled'
  /** Why. */
  reason: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It ended. */
export interface ReleaseClosed {
  /** Which kind it is. */
  kind: 'release_closed'
  /** How. */
  outcome: ReleaseOutcome
  /** What there is to say. */
  notes?: string | null
  /** What was learned. */
  review?: Review | null
  /**
   * What the gates said, of a release that was opened and closed at once.
   *
   * @default []
   */
  judged?: Judged[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** What the controls say of a release. */
export interface ReleaseCompliance {
  /** The release. */
  release: string
  /**
   * What each says, in the order of the catalogue.
   *
   * @default []
   */
  controls?: ControlResult[]
  /**
   * How many of each outcome.
   *
   * @default {}
   */
  totals?: Record<string, number>
  /**
   * Audit completeness: the controls that evidence backs, passed or not, by those that apply; none where none
   * applies.
   */
  completeness?: number | null
}

/** It was opened. */
export interface ReleaseCreated {
  /** Which kind it is. */
  kind: 'release_created'
  /** The release. */
  release: Release
  /** The template, as it was. */
  template: Template
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Something that a release waits for. */
export interface ReleaseDependency {
  /** The release that is waited for. */
  release: string
  /** Its stage that has to be completed; all of it, where left out. */
  stage?: string | null
  /** Its milestone that has to be reached. */
  milestone?: string | null
  /**
   * What waits.
   *
   * @default "start"
   */
  needed?: DependencyNeed
  /**
   * How it stands.
   *
   * @default "open"
   */
  status?: DependencyStatus
}

/** What changed in a release from one state to another. */
export interface ReleaseDiff {
  /** The release. */
  release: string
  /** The version of the first state. */
  from: number
  /** The version of the second. */
  to: number
  /**
   * What changed, by place.
   *
   * @default []
   */
  changes?: StateChange[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release-diff/1'
}

/** How long a release was in what: time that it waited is told apart from time in which something was done. */
export interface ReleaseDurations {
  /** It was written and planned. */
  planning: string
  /** It waited: for its start, for a decision, for its window, on hold. */
  waiting: string
  /** It was worked on. */
  work: string
  /** It went out, or back. */
  deployment: string
  /** It was watched. */
  observation: string
  /** It was looked back on. */
  review: string
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release-durations/1'
}

/**
 * What is written otherwise in a release than before; what is left out stays as it is. The scope, tasks,
 * milestones, dependencies and risks have commands of their own.
 */
export interface ReleaseEdit {
  /** What people call it. */
  title?: string | null
  /** The version of the whole. */
  version?: string | null
  /** Standard, normal or emergency. */
  change_type?: ChangeType | null
  /** Who answers for it. */
  owner?: string | null
  /** Who wrote what goes out, beside the authors of the items. */
  authors?: string[] | null
  /** What it is to bring. */
  objectives?: string[] | null
  /** What has to be so for it to be accepted. */
  criteria?: AcceptanceCriterion[] | null
  /** The environments that it passes, in order. */
  environments?: string[] | null
  /** When its work is planned to begin. */
  starts_at?: string | null
  /** When it is planned to go out; from when it is planned on, `reschedule` says so. */
  target?: string | null
  /** When it may go out; likewise. */
  window?: ReleaseWindow | null
  /** The approvals that it needs, in order. */
  approvals?: ApprovalStep[] | null
  /** How it is taken back. */
  backout?: string | null
  /** Who is called when something breaks. */
  on_call?: string[] | null
  /** What it needs. */
  resources?: Resource[] | null
  /** Who has to be told. */
  stakeholders?: Stakeholder[] | null
  /** Where to read more. */
  links?: ReleaseLink[] | null
  /** The train that it is part of. */
  train?: string | null
  /** The release before it. */
  predecessor?: string | null
}

/** Something of it was written otherwise. */
export interface ReleaseEdited {
  /** Which kind it is. */
  kind: 'release_edited'
  /** What is otherwise. */
  edit: ReleaseEdit
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Something that happened to a release: an entry of its ledger, as the release understands it. */
export interface ReleaseEvent {
  /** What it is called by: the command's id, a slash, and its number among the command's events from 0. */
  id: string
  /** The release. */
  release: string
  /** Who did it. */
  actor: Actor
  /** When they did it. */
  at: string
  /** The digest of the context that it was decided in: gates, roles, facts. */
  context?: string | null
  /** What happened. */
  what: Happening
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release-event/1'
}

/**
 * How a release looks.
 *
 * - `ok`: It is on its way.
 * - `attention`: Somebody should look.
 * - `at_risk`: It may not make it.
 */
export type ReleaseFlag = 'ok' | 'attention' | 'at_risk'

/** Why a release is stopped where it is. */
export interface ReleaseHold {
  /** Why. */
  reason: string
  /** Since when. */
  since: string
  /** Who stopped it. */
  by: string
  /** When somebody looks at it again. */
  review_at: string
}

/** Something that broke while or after a release went out. */
export interface ReleaseIncident {
  /** What it is called by. */
  id: string
  /** What broke. */
  title?: string | null
  /** How bad: `P1`, `P2`, … */
  severity?: string | null
  /** The component that broke. */
  component?: string | null
  /** When it was noticed. */
  detected_at: string
  /** When it was over. */
  resolved_at?: string | null
  /** What it came from. */
  cause?: RootCause | null
  /**
   * Whether this release caused it.
   *
   * @default false
   */
  caused_by_release?: boolean
}

/** Where to read more. */
export interface ReleaseLink {
  /** What is there. */
  title: string
  /** Where it is. */
  url: string
}

/**
 * How a release ended.
 *
 * - `successful`: As planned.
 * - `successful_with_issues`: Out, with some trouble.
 * - `unsuccessful`: It did not bring what it was to bring.
 * - `rolled_back`: It was taken back.
 */
export type ReleaseOutcome = 'successful' | 'successful_with_issues' | 'unsuccessful' | 'rolled_back'

/** It is planned. */
export interface ReleasePlanned {
  /** Which kind it is. */
  kind: 'release_planned'
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * The version moves as release-please moves it, by one of its versioning strategies. Unlike under `semantic`, what
 * stands behind the numbers stays: a prerelease is completed by a `Release-As` alone, or by the strategy
 * `prerelease`.
 *
 * A component without a version, or at 0.0.0, is released for the first time, at `initial_version`. Versions
 * outside the SemVer family have no suffixes to keep; they move by the steps of their scheme.
 */
export interface ReleasePlease {
  /** Which kind it is. */
  kind: 'release_please'
  /**
   * How the version moves: release-please's `versioning`.
   *
   * @default "default"
   */
  strategy?: Strategy
  /**
   * Below 1.0.0, a break raises the minor version.
   *
   * @default false
   */
  bump_minor_pre_major?: boolean
  /**
   * Below 1.0.0, an addition raises the patch version.
   *
   * @default false
   */
  bump_patch_for_minor_pre_major?: boolean
  /**
   * With the strategy `prerelease`: stay among prereleases, or else complete them.
   *
   * @default false
   */
  prerelease?: boolean
  /** With the strategy `prerelease`: what a new prerelease is called, such as `beta` or `rc.0`; none starts none. */
  prerelease_type?: string | null
  /**
   * The version of a first release.
   *
   * @default "1.0.0"
   */
  initial_version?: string
  /** The version of the next release, whatever changed; none where the changes decide. */
  release_as?: string | null
}

/** What release-please's files say. Made by `release_please`. */
export interface ReleasePleaseConfig {
  /** How versions move, and what goes together. */
  policy: Policy
  /** The configured paths, in the order of the file. */
  paths: ReleasePleasePath[]
  /** For a path that was never released: the commit after which commits count; none for all. */
  bootstrap_sha?: string | null
  /** For every path: the commit after which commits count at the earliest; none where the tags say it. */
  last_release_sha?: string | null
  /** Whether each path is released by a pull request of its own, so that they go out one by one. */
  separate_pull_requests: boolean
  /** What of the configuration is not followed, each key once. */
  left: LeftKey[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release_please_config/1'
}

/** What is configured for a path. */
export interface ReleasePleasePath {
  /** The folder, relative to the repository's root; empty for the root itself. */
  path: string
  /** What it is, in release-please's word: `node`, `rust`, `python`, `simple`, … */
  release_type: string
  /** What its releases are called, where that is configured: its component, else its package's name. */
  component?: string | null
  /** The version that the manifest states; none where it was never released. */
  version?: string | null
  /**
   * Whether a workspace plugin makes it follow what it depends on, at whatever version it requires that.
   *
   * @default false
   */
  follows?: boolean
  /** How releases are tagged, as in the options of a policy. */
  tag: string
  /** Whether release-please makes the tag, by a release on the host. */
  tagged: boolean
  /** The changelog, relative to the repository's root; none where it has none. */
  changelog?: string | null
  /** The sections of the changelog, by the types of commits; what is hidden calls for no release either. */
  changelog_sections: ChangelogSection[]
  /** Other files that state the version. */
  extra_files: ConfiguredFile[]
  /** How dates are written in those files, as strftime has it. */
  date_format?: string | null
  /** The file that states the version, for types that have one of their own; relative to the repository's root. */
  version_file?: string | null
  /**
   * Paths whose commits do not count, relative to the repository's root: a commit counts unless all that it touches
   * below this path is below one of them.
   */
  exclude_paths: string[]
}

/** The work is done: it may be decided on. */
export interface ReleaseReady {
  /** Which kind it is. */
  kind: 'release_ready'
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It went back from being ready to work. */
export interface ReleaseReopened {
  /** Which kind it is. */
  kind: 'release_reopened'
  /** Why. */
  cause: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** The work began. */
export interface ReleaseStarted {
  /** Which kind it is. */
  kind: 'release_started'
  /** Why before its date. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A release as it is: the fold of its events. */
export interface ReleaseState {
  /** The release, as it is by now. */
  release: Release
  /** The template that it follows. */
  template: Template
  /** Where it stands. */
  status: ReleaseStatus
  /** How many events it is made of. */
  version: number
  /** Who opened it. */
  requester: string
  /** When it was opened. */
  created_at: string
  /** When the last event was. */
  updated_at: string
  /** Why it is stopped, where it is. */
  hold?: ReleaseHold | null
  /**
   * How it looks.
   *
   * @default "ok"
   */
  flag?: ReleaseFlag
  /** Why it looks so. */
  flag_comment?: string | null
  /** When its scope was frozen. */
  scope_frozen_at?: string | null
  /**
   * How many items came in after that.
   *
   * @default 0
   */
  added_after_freeze?: number
  /**
   * How many items went after that.
   *
   * @default 0
   */
  removed_after_freeze?: number
  /**
   * What was planned, each time that was written down.
   *
   * @default []
   */
  baselines?: Baseline[]
  /**
   * How it was moved.
   *
   * @default []
   */
  reschedulings?: Rescheduling[]
  /**
   * Exceptions from the freeze.
   *
   * @default []
   */
  exceptions?: ScopeException[]
  /**
   * How far each stage is, in the order of the template.
   *
   * @default []
   */
  stages?: StageRecord[]
  /**
   * What was recorded of other systems; waivers and emergencies among it.
   *
   * @default []
   */
  facts?: Fact[]
  /**
   * What the gates said last, of each component at each stage.
   *
   * @default []
   */
  judged?: StandingJudgement[]
  /**
   * The exemptions that are said to have ended, by id, sorted.
   *
   * @default []
   */
  expired_waivers?: string[]
  /**
   * The round of approvals that it is in, from 1.
   *
   * @default 0
   */
  round?: number
  /** Since when it is in that round; since its work began, in the first. */
  round_since?: string | null
  /**
   * Every approval that was given, whether it counts or not.
   *
   * @default []
   */
  approvals?: GivenApproval[]
  /**
   * The steps of this round that enough said yes to.
   *
   * @default []
   */
  satisfied?: string[]
  /** The decision to go, where one holds. */
  go?: GoDecision | null
  /**
   * Its deployments; the last is the one that runs or ran.
   *
   * @default []
   */
  deployments?: DeploymentRecord[]
  /**
   * What broke.
   *
   * @default []
   */
  incidents?: ReleaseIncident[]
  /** When it was accepted. */
  accepted_at?: string | null
  /** How risky it is. */
  risk?: AssessedRisk | null
  /** When that was assessed. */
  risk_assessed_at?: string | null
  /** The digest of the scope that was assessed. */
  risk_digest?: string | null
  /** When it has to be looked back on. */
  review_due?: string | null
  /**
   * Whether it has to be looked back on.
   *
   * @default false
   */
  review_required?: boolean
  /** What was learned. */
  review?: Review | null
  /**
   * What is to be done after it, and what it carries on from others.
   *
   * @default []
   */
  actions?: Action[]
  /**
   * What people say.
   *
   * @default []
   */
  feedback?: Feedback[]
  /**
   * What people were told.
   *
   * @default []
   */
  notices?: SentNotice[]
  /**
   * What was said to be overdue, sorted.
   *
   * @default []
   */
  overdue?: string[]
  /**
   * What was escalated, sorted.
   *
   * @default []
   */
  escalated?: string[]
  /** How it ended. */
  outcome?: ReleaseOutcome | null
  /** When it was closed or cancelled. */
  ended_at?: string | null
  /**
   * The commands that it is made of, by id, sorted.
   *
   * @default []
   */
  commands?: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/release-state/1'
}

/**
 * Where a release stands.
 *
 * - `draft`: It is being written.
 * - `planned`: It is what is meant.
 * - `active`: It is being worked on.
 * - `ready`: It may be decided on.
 * - `deploying`: It is going out, or back.
 * - `observing`: It is out, and watched.
 * - `review`: It is looked back on.
 * - `closed`: It ended.
 * - `cancelled`: It was given up.
 */
export type ReleaseStatus =
  | 'draft'
  | 'planned'
  | 'active'
  | 'ready'
  | 'deploying'
  | 'observing'
  | 'review'
  | 'closed'
  | 'cancelled'

/** A span of time in which a release may go out: half-open, so that one may begin where another ends. */
export interface ReleaseWindow {
  /** When it opens. */
  starts_at: string
  /** When it closes. */
  ends_at: string
}

/** Asks for an item to come in, or to stay, after the freeze. */
export interface RequestExceptionCommand {
  /** Which kind it is. */
  kind: 'request_exception'
  /** The item. */
  item: ScopeItem
  /** How many days more it needs. */
  days: number
  /** Why it cannot wait for the next release. */
  why_now: string
  /** What may go wrong when it comes in late. */
  risk_of_adding: string
  /** What it costs to leave it out. */
  risk_of_cutting: string
  /** Where it is tracked. */
  tracking?: string | null
}

/** A requirement to be rewritten in a manifest. */
export interface RequirementUpdate {
  /** The component whose manifest it is. */
  component: string
  /** The component depended on. */
  dependency: string
  /** How it is depended on. */
  kind: DependencyKind
  /** The text in the manifest. */
  old: string
  /** The text that takes its place. */
  new: string
  /** The file that holds the text, relative to the repository's root. */
  file: string
}

/** Moves it to another time; later milestones move as much. */
export interface RescheduleCommand {
  /** Which kind it is. */
  kind: 'reschedule'
  /** When it is to go out. */
  target?: string | null
  /** When it may go out. */
  window?: ReleaseWindow | null
  /** Why. */
  reason?: string | null
}

/** It was moved to another time. */
export interface Rescheduled {
  /** Which kind it is. */
  kind: 'rescheduled'
  /** When it is to go out. */
  target?: string | null
  /** When it may go out. */
  window?: ReleaseWindow | null
  /**
   * The milestones that moved with it.
   *
   * @default []
   */
  milestones?: Milestone[]
  /** Why. */
  reason: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** How a release was moved. */
export interface Rescheduling {
  /** When that was decided. */
  at: string
  /** Why. */
  reason: string
  /** When it was to go out before. */
  from?: string | null
  /** When it is to go out since. */
  to?: string | null
}

/** The environments that it had booked are free. */
export interface ReservationsReleased {
  /** Which kind it is. */
  kind: 'reservations_released'
  /**
   * Which.
   *
   * @default []
   */
  environments?: string[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Something that a release needs. */
export interface Resource {
  /** What it is. */
  name: string
  /** Of which kind: `people`, `machines`, `money`, … */
  kind?: string | null
  /** How much of it. */
  amount?: number | null
  /** The unit of the amount. */
  unit?: string | null
  /** Who gives it. */
  owner?: string | null
}

/** Goes back to a stage that was completed: its tasks reopen, approvals are void. */
export interface RestartStageCommand {
  /** Which kind it is. */
  kind: 'restart_stage'
  /** The stage. */
  stage: string
  /** Why. */
  reason?: string | null
}

/** Lets it go on. */
export interface ResumeCommand {
  /** Which kind it is. */
  kind: 'resume'
  /** Why. */
  reason?: string | null
}

/** What people say of a release after it. */
export interface Review {
  /** What happened, in a few sentences. */
  summary: string
  /** Who was hit, how many, for how long. */
  impact?: string | null
  /** How it was noticed, and how long that took. */
  detection?: string | null
  /** What set it off. */
  trigger?: string | null
  /**
   * What contributed: more than one cause, as a rule.
   *
   * @default []
   */
  factors?: RootCause[]
  /**
   * What happened when.
   *
   * @default []
   */
  timeline?: ReviewEvent[]
  /**
   * What went well.
   *
   * @default []
   */
  went_well?: string[]
  /**
   * What went badly.
   *
   * @default []
   */
  went_badly?: string[]
  /**
   * Where we were lucky.
   *
   * @default []
   */
  lucky?: string[]
  /**
   * What is to be done so that it goes better.
   *
   * @default []
   */
  actions?: Action[]
  /**
   * How the actions of releases before it stand.
   *
   * @default []
   */
  previous_actions?: PreviousAction[]
}

/** Something that happened. */
export interface ReviewEvent {
  /** When. */
  at: string
  /** What. */
  text: string
  /** Who says so. */
  source?: string | null
}

/** It is to be looked back on. */
export interface ReviewOpened {
  /** Which kind it is. */
  kind: 'review_opened'
  /** When that has to be done. */
  due: string
  /**
   * Whether it has to be done.
   *
   * @default false
   */
  required?: boolean
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Takes one's own approval back. */
export interface RevokeCommand {
  /** Which kind it is. */
  kind: 'revoke'
  /** The step that it was given for; every one, where left out. */
  step?: string | null
  /** Why. */
  reason: string
}

/**
 * When a requirement on a released component is rewritten. One that does not admit the new version always is.
 *
 * - `out_of_range`: Only then.
 * - `patch`: Also in components that the plan touches, for a release of any size.
 * - `minor`: Also in components that the plan touches, for a minor or major release.
 * - `major`: Also in components that the plan touches, for a major release.
 */
export type Rewrite = 'out_of_range' | 'patch' | 'minor' | 'major'

/** Something that may go wrong, with what is done about it. */
export interface Risk {
  /** What it is called by. */
  id: string
  /** What may happen. */
  title: string
  /** How likely it is, 1–5. */
  likelihood: number
  /** How bad it would be, 1–5. */
  impact: number
  /**
   * How much of it the mitigation takes away, 0–1.
   *
   * @default 0.0
   */
  effectiveness?: number
  /** What is done about it. */
  mitigation?: string | null
  /** Who answers for it. */
  owner?: string | null
  /** By what one sees that it happens. */
  trigger?: string | null
  /**
   * How it stands.
   *
   * @default "open"
   */
  status?: RiskStatus
  /** Who is told when it gets worse. */
  escalate_to?: string | null
}

/** An answer, and what it weighs. */
export interface RiskAnswer {
  /** The question. */
  question: string
  /**
   * What it weighs.
   *
   * @default 1.0
   */
  weight?: number
  /** The answer, as a number. */
  answer: number
}

/** Somebody assessed how risky the whole is. */
export interface RiskAssessed {
  /** Which kind it is. */
  kind: 'risk_assessed'
  /** How risky it is. */
  assessment: AssessedRisk
  /** The digest of the scope that was assessed. */
  digest: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** How risky a release is, by which method, and from what. */
export interface RiskAssessment {
  /** The method, with its inputs. */
  method: RiskMethod
  /** What it gave, in the method's own unit. */
  score: number
  /** What that means; none where the method says nothing of it. */
  level?: RiskLevel | null
  /** What orders assessments of one method and score: the sum of the assessors' scores, where the method has them. */
  sum?: number | null
  /** Why, in a sentence. */
  reason: string
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/risk_assessment/1'
}

/** A risk changed. */
export interface RiskChanged {
  /** Which kind it is. */
  kind: 'risk_changed'
  /** The risk. */
  risk: Risk
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How risky.
 *
 * - `low`: Little.
 * - `moderate`: Some.
 * - `high`: Much.
 * - `very_high`: More than that.
 */
export type RiskLevel = 'low' | 'moderate' | 'high' | 'very_high'

/** Impact against the chance of success. */
export interface RiskLookup {
  /** The impact of the change, as the rows name it. */
  impact: string
  /** The chance that it succeeds, 0–1. */
  success_probability: number
  /** The table; the first row that fits says the level. */
  rows: RiskLookupRow[]
}

/** A row of the lookup. */
export interface RiskLookupRow {
  /** The impact that it is for; any, where left out. */
  impact?: string | null
  /**
   * The chance of success from which on it fits, 0–1.
   *
   * @default 0.0
   */
  from?: number
  /** What it says. */
  level: RiskLevel
}

/** How a release's risk is found, with what the method asks for. */
export type RiskMethod = RegisterMethod | StageMethod | AssessorsMethod | ChangeMethod | TrackRecordMethod

/** Answers that are weighed: the sum of weight × answer against thresholds. */
export interface RiskQuestionnaire {
  /** The answers. */
  answers: RiskAnswer[]
  /** From which sum on it is moderate, high, very high. */
  levels: RiskThresholds
}

/** Somebody said what may go wrong. */
export interface RiskRaised {
  /** Which kind it is. */
  kind: 'risk_raised'
  /** The risk. */
  risk: Risk
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A risk cannot happen any more. */
export interface RiskRetired {
  /** Which kind it is. */
  kind: 'risk_retired'
  /** The risk, by id. */
  risk: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A rule: when it holds, and what it says. */
export interface RiskRule {
  /** Its name. */
  name: string
  /**
   * Where it comes in the order; rules of one number come as they are written.
   *
   * @default 0
   */
  order?: number
  /** When it holds: a CEL expression over `change`; always, where left out. */
  when?: string | null
  /** What it says. */
  level: RiskLevel
}

/**
 * How a risk stands.
 *
 * - `open`: It may happen.
 * - `mitigated`: What can be done is done.
 * - `occurred`: It happened.
 * - `retired`: It cannot happen any more.
 */
export type RiskStatus = 'open' | 'mitigated' | 'occurred' | 'retired'

/** From which score on a risk is moderate, high and very high; below, it is low. */
export interface RiskThresholds {
  /** From this score on it is moderate. */
  moderate_from: number
  /** From this score on it is high. */
  high_from: number
  /** From this score on it is very high; never, where left out. */
  very_high_from?: number | null
}

/** Somebody in a role. */
export interface RoleMember {
  /** Who, by their name in the workspace. */
  person: string
  /** Since when; ever since, where left out. */
  from?: string | null
  /** Until when, which is not part of it; without end, where left out. */
  until?: string | null
}

/**
 * Who is in which role, since when and until when. A role that is not named here is anybody's, unless `strict`;
 * four eyes hold whatever the roles.
 */
export interface Roles {
  /**
   * The members of each role, by its name.
   *
   * @default {}
   */
  roles?: Record<string, RoleMember[]>
  /**
   * Whether a role that is not named here is nobody's.
   *
   * @default false
   */
  strict?: boolean
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/roles/1'
}

/** Takes it back. */
export interface RollBackCommand {
  /** Which kind it is. */
  kind: 'roll_back'
  /** Why. */
  reason?: string | null
  /** What it goes back to; what the items came from, where left out. */
  to?: string | null
  /**
   * Whether it goes back past the point of no return, which the go authority decides.
   *
   * @default false
   */
  override_point?: boolean
}

/** It could not be taken back. */
export interface RollbackFailed {
  /** Which kind it is. */
  kind: 'rollback_failed'
  /** What there is to say. */
  note?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It is taken back. */
export interface RollbackStarted {
  /** Which kind it is. */
  kind: 'rollback_started'
  /** Why. */
  reason: string
  /**
   * What each item goes back to, by id.
   *
   * @default {}
   */
  to?: Record<string, string>
  /**
   * Whether past the point of no return.
   *
   * @default false
   */
  overridden?: boolean
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It was taken back. */
export interface RolledBack {
  /** Which kind it is. */
  kind: 'rolled_back'
  /** What there is to say. */
  note?: string | null
  /** When it was back, where that is recorded later. */
  finished_at?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** It got further on a target. */
export interface RolloutStepRecorded {
  /** Which kind it is. */
  kind: 'rollout_step_recorded'
  /** The target. */
  target: string
  /** How far it is there. */
  status: TargetStatus
  /** The step of the rollout. */
  step?: string | null
  /**
   * Whether from here on there is no way back.
   *
   * @default false
   */
  point_of_no_return?: boolean
  /** What there is to say. */
  note?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Something that contributed to what went wrong. */
export interface RootCause {
  /** Of which sort it is. */
  class: CauseClass
  /** What it was. */
  text: string
}

/**
 * What the components that it selects live by. In a document a text is a preset for all, and options may stand
 * under `options` or beside the preset.
 */
export interface Rule {
  /**
   * The components that it is for: names, globs over names, `ecosystem:npm`, `path:services/**`, each taken out
   * again by a leading `!`; empty for all.
   *
   * @default []
   */
  select?: string[]
  /**
   * The preset that its options start from.
   *
   * @default "greenboard"
   */
  preset?: string
  /** What it decides; each option that is left out is as in the preset. */
  options?: Options | null
}

/** How a run stands. */
export interface RunAssessment {
  /** The worst phase of its metrics; running while any of them is, unless the run is terminating. */
  phase: MeasurementPhase
  /** What made it so: the first of the worst metrics, and the limit that it exceeded. None where none was. */
  message?: string | null
  /** How each metric stands, in order; none where measuring has not begun. */
  phases: (MeasurementPhase | null)[]
  /** Of the metrics that count. */
  summary: RunSummary
  /** Of those that are measured only to be looked at. */
  dry_run_summary: RunSummary
}

/** How many metrics came out how; those under way are counted and nothing else. */
export interface RunSummary {
  /** All of them. */
  count: number
  /** Those that exceeded no limit. */
  successful: number
  /** Those of which too many measurements went badly. */
  failed: number
  /** Those of which too many went neither well nor badly. */
  inconclusive: number
  /** Those of which too many could not be carried out. */
  error: number
}

/**
 * What tells that two commits are the same change.
 *
 * - `given`: It was said outright.
 * - `cherry_pick`: One message says that it was picked from the other (`git cherry-pick -x`).
 * - `pull_request`: Equal headers, of the same pull request.
 * - `header`: Equal headers of commits without a pull request, neither of which comes twice.
 */
export type Sameness = 'given' | 'cherry_pick' | 'pull_request' | 'header'

/** A SARIF log: what each run of an analysis found. */
export interface SarifInspection {
  /** Which kind it is. */
  kind: 'sarif'
  /** The version of the format. */
  version: string
  /** The runs; a log without any says nothing, not that nothing was found. */
  runs: SarifRun[]
}

/** One run of an analysis. */
export interface SarifRun {
  /** The name of the tool. */
  tool?: string | null
  /** Its version: `version`, else `semanticVersion`. */
  version?: string | null
  /** The rules that the tool itself declares. */
  rules: number
  /** The rules that its extensions declare. */
  extension_rules: number
  /** The results, suppressed ones and those that are no failures included. */
  results: number
  /**
   * The results by level: their own, else what their rule is configured to, else `warning`; `none` for what is no
   * failure.
   */
  effective_levels: Record<string, number>
  /** The results that state no level themselves. */
  results_without_level: number
  /** The results that are suppressed; not those whose suppression is under review or was rejected. */
  suppressed: number
  /** The highest `security-severity` (CVSS, 0–10) of the results; none where no result has one that is a number. */
  max_security_severity?: number | null
  /** The results that have a `security-severity`, of their own or of their rule. */
  results_with_security_severity: number
  /** Whether the analysis says that it ran to its end (`executionSuccessful`); none where it does not say. */
  execution_successful?: boolean | null
}

/** What a component is made of (a software bill of materials). */
export interface Sbom {
  /** Which kind it is. */
  kind: 'sbom'
  /** `cyclonedx` or `spdx`. */
  format: string
  /** The version of the format. */
  spec_version?: string | null
  /**
   * What it contains.
   *
   * @default []
   */
  packages?: SbomPackage[]
  /**
   * How many entries its graph of dependencies has.
   *
   * @default 0
   */
  dependencies?: number
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** There is a bill of materials of what goes out, and it says enough: the newest. */
export interface SbomCriterion {
  /** Which kind it is. */
  kind: 'sbom'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * The formats that pass, each with the least version of it: `{cyclonedx: "1.4", spdx: "2.3"}`; any, where left
   * out.
   *
   * @default {}
   */
  formats?: Record<string, string>
  /**
   * Whether the bill has to be of the very artefact that goes out, by digest.
   *
   * @default false
   */
  of_digest?: boolean
  /**
   * Whether the bill has to be of the very version that goes out.
   *
   * @default false
   */
  of_version?: boolean
  /**
   * The least number of packages in it; 1, unless said otherwise.
   *
   * @default 1
   */
  minimum_packages?: number
  /** The least share of its packages that state their version, 0 to 1. */
  with_version?: number | null
  /** The least share of its packages that state a package URL, 0 to 1. */
  with_purl?: number | null
  /** The least share of its packages that state a licence, 0 to 1. */
  with_licence?: number | null
  /**
   * Whether it has to say what depends on what.
   *
   * @default false
   */
  dependencies?: boolean
}

/** One package in a bill of materials. */
export interface SbomPackage {
  /** Its name. */
  name: string
  /** Its version. */
  version?: string | null
  /** Its package URL. */
  purl?: string | null
  /** Its licence, as an SPDX expression where the bill says it so. */
  licence?: string | null
}

/** A release on the forward schedule of change. */
export interface ScheduledRelease {
  /** The release. */
  release: string
  /** What it is called. */
  title?: string | null
  /** Where it stands. */
  status: ReleaseStatus
  /** When it goes out. */
  window?: ReleaseWindow | null
  /** When it is to be out. */
  target?: string | null
  /**
   * The components that it changes, sorted.
   *
   * @default []
   */
  components?: string[]
  /**
   * The environments that it goes to, in their order.
   *
   * @default []
   */
  environments?: string[]
  /**
   * Whether its time is over and it is not out.
   *
   * @default false
   */
  late?: boolean
}

/** The rules that a version and its requirements follow. */
export type Scheme = 'cargo' | 'npm' | 'pep440' | 'maven' | 'go' | 'calver' | 'nuget' | 'gem' | 'debian'

/** An exception from the freeze of the scope. */
export interface ScopeException {
  /** The item. */
  item: ScopeItem
  /** How many days it needs more; how many were granted, where it is. */
  days: number
  /** Who asked. */
  requested_by: string
  /** When. */
  requested_at: string
  /**
   * How it stands.
   *
   * @default "requested"
   */
  status?: ExceptionStatus
  /** Who decided. */
  decided_by?: string | null
  /** When. */
  decided_at?: string | null
  /** When it ends, where it is granted. */
  until?: string | null
}

/** The scope was frozen. */
export interface ScopeFrozen {
  /** Which kind it is. */
  kind: 'scope_frozen'
  /** Why before its date. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** One thing that goes out with a release. */
export interface ScopeItem {
  /** What it is called by. */
  id: string
  /**
   * What sort of thing it is.
   *
   * @default "component_version"
   */
  kind?: ItemKind
  /** What it is: component, version and the digest of the artefact, of the configuration, of the migration. */
  subject: Subject
  /** What people call it. */
  title?: string | null
  /** Who answers for it. */
  owner?: string | null
  /**
   * Who wrote it: none of them may approve.
   *
   * @default []
   */
  authors?: string[]
  /** The version that it takes the place of, to which it is rolled back. */
  from?: string | null
  /** The recorded change that it is for: a change request, a ticket. */
  change?: string | null
  /**
   * The commits that it is made of.
   *
   * @default []
   */
  commits?: string[]
  /** When the first of them was made. */
  first_commit_at?: string | null
  /**
   * How it stands.
   *
   * @default "proposed"
   */
  status?: ItemStatus
  /** Who accepted it. */
  accepted_by?: string | null
  /** When it was accepted. */
  accepted_at?: string | null
}

/** An item was accepted. */
export interface ScopeItemAccepted {
  /** Which kind it is. */
  kind: 'scope_item_accepted'
  /** The item, by id. */
  item: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An item came in, or took a new shape. */
export interface ScopeItemAdded {
  /** Which kind it is. */
  kind: 'scope_item_added'
  /** The item. */
  item: ScopeItem
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An item went. */
export interface ScopeItemRemoved {
  /** Which kind it is. */
  kind: 'scope_item_removed'
  /** The item, by id. */
  item: string
  /** Why. */
  reason?: string | null
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** The changes of one kind. */
export interface Section {
  /** What they have in common; `other` where only the title tells. */
  kind: SectionKind
  /** The heading for people. */
  title?: string | null
  /** The changes, in the order they were given in. */
  items: Item[]
}

/**
 * What the changes of a section have in common, in the order of the sections.
 *
 * - `breaking`: Consumers have to do something.
 * - `features`: Something new: `feat`, and changes without a type that ask for a minor version.
 * - `fixes`: Something right: `fix`, and changes without a type that ask for a patch.
 * - `performance`: Something faster: `perf`.
 * - `reverts`: Something undone: `revert`.
 * - `dependencies`: A release for the sake of what the component depends on.
 * - `other`: Any other type that asks for a release, or has a section of its own.
 */
export type SectionKind = 'breaking' | 'features' | 'fixes' | 'performance' | 'reverts' | 'dependencies' | 'other'

/** One section, for changes of one type. */
export interface SectionRule {
  /** The type, compared without case. */
  type: string
  /** The title of the section. */
  section: string
  /**
   * Whether they are left out of the changelog; those that break something never are.
   *
   * @default false
   */
  hidden?: boolean
}

/** Which components are meant. What is left out selects all; what is given has to hold all together. */
export interface Select {
  /**
   * Any of these components, by name or glob.
   *
   * @default []
   */
  components?: string[]
  /**
   * Any of these owners answers for it.
   *
   * @default []
   */
  owners?: string[]
  /**
   * It is in any of these tiers.
   *
   * @default []
   */
  tiers?: string[]
  /**
   * It is of any of these ecosystems.
   *
   * @default []
   */
  ecosystems?: string[]
  /**
   * None of these, by name or glob.
   *
   * @default []
   */
  except?: string[]
}

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
  /**
   * Below 0.1.0, everything raises the patch version: there, every version is a break for those who require the
   * last one.
   *
   * @default false
   */
  bump_patch_pre_minor?: boolean
}

/**
 * The version moves as semantic-release moves it: a break is major and an addition minor below 1.0.0 too, and the
 * first release is 1.0.0.
 *
 * On a prerelease branch the number is the highest of going on and of starting anew, so that it is kept neither
 * where the base nor where the branch changes.
 */
export interface SemanticRelease {
  /** Which kind it is. */
  kind: 'semantic_release'
  /** The identifier of the prerelease branch, such as `beta`; none on a release or maintenance branch. */
  prerelease?: string | null
}

/** That people were told. */
export interface SentNotice {
  /** When. */
  at: string
  /** By whom. */
  by: string
  /**
   * Who.
   *
   * @default []
   */
  audience?: string[]
  /** What of. */
  occasion: NoticeOccasion
  /** How. */
  channel?: string | null
  /** What they were told. */
  text?: string | null
}

/**
 * What stands between a footer's token and its value; the `#` is not part of the value.
 *
 * - `:`: `Refs: 12`.
 * - ` #`: `Refs #12`.
 */
export type Separator = ':' | ' #'

/** One measurement. */
export interface SeriesPoint {
  /** What was measured, as JSON. */
  value?: string | null
  /** What the tool made of it. */
  phase?: string | null
  /** When. */
  at?: string | null
}

/** Says what is to be done after it, or that it is done. */
export interface SetActionCommand {
  /** Which kind it is. */
  kind: 'set_action'
  /** The action. */
  action: Action
}

/** Says how something stands that it waits for. */
export interface SetDependencyCommand {
  /** Which kind it is. */
  kind: 'set_dependency'
  /** What it waits for. */
  dependency: ReleaseDependency
}

/** Says how it looks. */
export interface SetFlagCommand {
  /** Which kind it is. */
  kind: 'set_flag'
  /** How. */
  flag: ReleaseFlag
  /** Why. */
  comment?: string | null
}

/** Says that a milestone is reached, or adds one. */
export interface SetMilestoneCommand {
  /** Which kind it is. */
  kind: 'set_milestone'
  /** The milestone. */
  milestone: Milestone
}

/** Says what may go wrong, assesses it, or retires it. */
export interface SetRiskCommand {
  /** Which kind it is. */
  kind: 'set_risk'
  /** A risk; with the same id it takes the place of what was said before. */
  risk?: Risk | null
  /** A risk that cannot happen any more, by id. */
  retire?: string | null
  /** How risky the whole is. */
  assessment?: AssessedRisk | null
}

/** Says what is to be done, or how far it is: with the same id it takes the place of what was said before. */
export interface SetTaskCommand {
  /** Which kind it is. */
  kind: 'set_task'
  /** The task. */
  task: Task
}

/**
 * How much a gate weighs.
 *
 * - `info`: It is shown, and changes nothing.
 * - `warn`: What does not hold makes the verdict conditional.
 * - `block`: What does not hold stops the release.
 */
export type Severity = 'info' | 'warn' | 'block'

/**
 * The answer to "may it go out?", best first: of several, the worst wins.
 *
 * - `go`: Yes.
 * - `conditional`: Yes, with warnings or waivers.
 * - `pending`: Not yet: evidence or approvals are missing.
 * - `no_go`: No.
 */
export type Signal = 'go' | 'conditional' | 'pending' | 'no_go'

/** How many of each signal. */
export interface SignalCounts {
  /**
   * Those that are go.
   *
   * @default 0
   */
  go?: number
  /**
   * Those that are conditional.
   *
   * @default 0
   */
  conditional?: number
  /**
   * Those that are pending.
   *
   * @default 0
   */
  pending?: number
  /**
   * Those that are no-go.
   *
   * @default 0
   */
  no_go?: number
}

/**
 * What is known of signatures.
 *
 * - `verified`: A signature was made with the key that was given.
 * - `unverified`: No key was given, so nothing is known.
 * - `invalid`: A key was given, and no signature was made with it: there is none, or it is of something else, or by
 *   another key.
 */
export type SignatureState = 'verified' | 'unverified' | 'invalid'

/** What a branch has brought since it left another. */
export interface Since {
  /** The hash of the commit at which it left; none where the two have nothing in common. */
  base?: string | null
  /** The files that differ from there, sorted. */
  files: string[]
  /** The changes that it brings: its changesets, or what its commits tell. */
  changes: Change[]
}

/** Leaves out the stage that the work is in. */
export interface SkipStageCommand {
  /** Which kind it is. */
  kind: 'skip_stage'
  /** The stage; the one that the work is in, where left out. */
  stage?: string | null
  /** Why. */
  reason?: string | null
}

/** The value of an indicator, as whoever measured it says. */
export interface SliValue {
  /** The indicator: the name of a metric. */
  metric: string
  /**
   * Its value; means nothing where measuring it failed.
   *
   * @default 0.0
   */
  value?: number
  /**
   * Whether it could be measured.
   *
   * @default true
   */
  success?: boolean
  /**
   * What is said of it, such as why it could not.
   *
   * @default ""
   */
  message?: string
}

/** How far a date is from what was planned first. */
export interface Slip {
  /** The milestone; none for the target. */
  milestone?: string | null
  /** When it was to be at first. */
  first: string
  /** When it is to be now. */
  current: string
  /** The seconds between; below zero, where it is earlier. */
  seconds: number
  /**
   * For the target, those seconds by the reasons for which it was moved.
   *
   * @default {}
   */
  reasons?: Record<string, number>
}

/** What measured values are compared with: which of the evaluations before, and how many. */
export interface SloComparison {
  /**
   * One evaluation before, or several; where neither is said, three.
   *
   * @default "single_result"
   */
  compare_with?: CompareWith | null
  /**
   * Which evaluations before count; all, unless said otherwise.
   *
   * @default "all"
   */
  include_result_with_score?: IncludeResult
  /**
   * How many are compared with under `several_results`; 3, unless said otherwise.
   *
   * @default 1
   */
  number_of_comparison_results?: number
  /**
   * How their values become one; the mean, unless said otherwise.
   *
   * @default "avg"
   */
  aggregate_function?: Aggregate
}

/**
 * A criterion, read: an operator, and a number that is the target itself or its distance from what was measured
 * before.
 */
export interface SloCriterion {
  /** The operator. */
  operator: SloOperator
  /** The number, without its sign. */
  value: number
  /** Whether the number is a percentage of what was measured before. */
  percent: boolean
  /** Whether the target is relative to what was measured before: there is a sign, or a `%`. */
  is_comparison: boolean
  /**
   * Whether the number is added to what was measured before, and not taken off; of a percentage without a sign it
   * is.
   */
  increase: boolean
}

/** What came of all objectives together. */
export interface SloEvaluation {
  /** How the whole came out: pass, warning or fail. */
  result: SloResult
  /** The score, in percent of what could be reached; 100 where nothing could. */
  score: number
  /**
   * What could be reached: the weights of the objectives that count.
   *
   * @default 0.0
   */
  maximum?: number
  /**
   * The objectives, in the file's order.
   *
   * @default []
   */
  indicator_results?: SloIndicatorResult[]
  /**
   * The indicators of key objectives that failed.
   *
   * @default []
   */
  failed_keys?: string[]
  /**
   * The indicators that were measured and that no objective asks for.
   *
   * @default []
   */
  unused?: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/slo_evaluation/1'
}

/** Service level objectives, and when a whole release meets them. */
export interface SloFile {
  /**
   * The version of the file's format.
   *
   * @default ""
   */
  spec_version?: string
  /**
   * What the indicators are narrowed to, for those who measure them.
   *
   * @default {}
   */
  filter?: Record<string, string>
  /**
   * What values are compared with that have no target of their own.
   *
   * @default
   * {"compare_with":"single_result","include_result_with_score":"all","number_of_comparison_results":1,"aggregate_function":"avg"}
   */
  comparison?: SloComparison
  /**
   * The objectives.
   *
   * @default []
   */
  objectives?: SloObjective[]
  /** The scores to reach; needed as soon as any objective counts. */
  total_score?: TotalScore | null
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/slo_file/1'
}

/** What came of one objective. */
export interface SloIndicatorResult {
  /** The value. */
  value: SliValue
  /** What it was compared with: the values before in one; none where there are none. */
  compared_value?: number | null
  /**
   * The criteria to pass, set after set.
   *
   * @default []
   */
  pass_targets?: SloTarget[]
  /**
   * The criteria that make a miss a warning, set after set.
   *
   * @default []
   */
  warning_targets?: SloTarget[]
  /**
   * Whether nothing passes once it fails.
   *
   * @default false
   */
  key_sli?: boolean
  /** How it came out. */
  status: SloResult
  /**
   * Its part of the score: its weight, half of it, or nothing.
   *
   * @default 0.0
   */
  score?: number
}

/** One objective: an indicator, and what its value has to meet. */
export interface SloObjective {
  /** The indicator: the name of a metric. */
  sli: string
  /**
   * Its name for people; empty where it has none.
   *
   * @default ""
   */
  display_name?: string
  /**
   * The sets of criteria of which any one passes. Without any the objective is informative: it counts neither for
   * nor against.
   *
   * @default []
   */
  pass?: CriteriaSet[]
  /**
   * The sets of criteria of which any one makes a miss a warning.
   *
   * @default []
   */
  warning?: CriteriaSet[]
  /**
   * Its share of the score.
   *
   * @default 1.0
   */
  weight?: number
  /**
   * Whether nothing passes once it fails.
   *
   * @default false
   */
  key_sli?: boolean
}

/**
 * How a value is compared with its target.
 *
 * - `<`: Below the target.
 * - `<=`: At most the target.
 * - `=`: The target itself.
 * - `>=`: At least the target.
 * - `>`: Above the target.
 */
export type SloOperator = '<' | '<=' | '=' | '>=' | '>'

/**
 * How one objective, or all together, came out.
 *
 * - `pass`: Met.
 * - `warning`: Missed, but not by so much as to fail.
 * - `fail`: Missed.
 * - `info`: Of an objective that is informative: neither met nor missed.
 */
export type SloResult = 'pass' | 'warning' | 'fail' | 'info'

/** A score, and how the whole came out with it. */
export interface SloScore {
  /** Pass, warning or fail. */
  result: SloResult
  /** The score, in percent of what could be reached; 100 where nothing could. */
  score: number
}

/**
 * Service level objectives reach their score, on the newest value of each metric that still counts, as Keptn scores
 * them: by its lighthouse (`lighthouse`), or by its lifecycle toolkit (`lifecycle`).
 *
 * It copies Keptn, in this too: a comparison without history passes, and an objective without a value fails. Only
 * where no objective has a value the outcome is pending. The evaluations before are those of the component's
 * earlier versions, made from the values measured of each; of a metric that is measured without versions there are
 * none.
 */
export interface SloScoreCriterion {
  /** Which kind it is. */
  kind: 'slo'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The objectives in the dialect of Keptn's lighthouse: an SLO file. */
  lighthouse?: SloFile | null
  /** The objectives in the dialect of Keptn's lifecycle toolkit: an analysis. */
  lifecycle?: Analysis | null
}

/** One criterion, and what became of it. */
export interface SloTarget {
  /** The criterion, as it is written. */
  criteria: string
  /** The value to keep to; none where it depends on history and there is none, or where nothing was measured. */
  target_value?: number | null
  /**
   * Whether it was not kept to.
   *
   * @default false
   */
  violated?: boolean
}

/** Versions to try something out, which no requirement of others comes to by itself: `0.0.0-canary-20261102090000`. */
export interface Snapshot {
  /** The word in its versions. */
  tag?: string | null
  /**
   * What stands after the base, with `{tag}`, `{commit}`, `{commit-short}`, `{datetime}` and `{timestamp}` filled
   * in; none for what the rule says, and else for the tag and the date.
   */
  template?: string | null
  /** Whether the base is the version that a release would have, and not `0.0.0`; none for what the rule says. */
  calculated?: boolean | null
  /** The commit it is made of. */
  commit?: string | null
}

/**
 * A version has run long enough in the environments before this one, as Kargo asks of its freight: verified there,
 * in one of them or in all, for as long as asked.
 *
 * What has not run there long enough is pending, and says from when it has; what was taken back there, or failed,
 * fails. An approval for the environment that is asked about may stand in for it. Monotone: more time never makes
 * it worse.
 */
export interface SoakCriterion {
  /** Which kind it is. */
  kind: 'soak'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The environments before this one. */
  upstream: string[]
  /** How long it must have run there; none for any time. */
  required?: string | null
  /**
   * Whether in one of them or in all.
   *
   * @default "one_of"
   */
  availability?: Availability
  /**
   * Whether it must have been verified there.
   *
   * @default true
   */
  verified?: boolean
  /** The step of an approval that stands in for it; none for no such approval. */
  approval?: string | null
}

/**
 * What SonarQube says of a project: of its webhook the task and the gate, of `api/qualitygates/project_status` the
 * gate, of `api/measures/component` the measures, of `api/issues/search` the issues.
 *
 * The task's status says that the analysis ran, and nothing of what it found: the quality gate's own status does,
 * and where there is none the gate is not passed.
 */
export interface SonarQubeInspection {
  /** Which kind it is. */
  kind: 'sonarqube'
  /** How the analysis itself went: `SUCCESS`, `FAILED`, `CANCELED`, `PENDING`, `IN_PROGRESS`. */
  task_status?: string | null
  /**
   * What the quality gate came to: `OK`, `WARN`, `ERROR`, or `NONE` where the project has no gate; none where the
   * report does not say.
   */
  gate_status?: string | null
  /** When the project was analysed, as written. */
  analysedAt?: string | null
  /** The project's key. */
  project?: string | null
  /** The branch. */
  branch?: string | null
  /** The metrics whose conditions in the gate are not met (`ERROR`). */
  failing?: string[] | null
  /** The conditions of the gate. */
  conditions?: number | null
  /** The measures of the whole code by metric, as written; null for one of new code only. */
  measures?: Record<string, string | null> | null
  /** The measures of new code (`period`) by metric, as written. */
  new_measures?: Record<string, string> | null
  /** The issues that the report holds. */
  issues?: number | null
  /** The issues that there are, of which the report is a page. */
  total?: number | null
  /** The report's issues by severity. */
  severity?: Record<string, number> | null
  /** The report's issues by type. */
  type?: Record<string, number> | null
  /** The report's issues by status. */
  status?: Record<string, number> | null
}

/** Where a fact comes from: the tool that observed it, and where it may be looked up. */
export interface Source {
  /** The tool, as identities call it: `junit`, `trivy`, `github`, … */
  tool: string
  /** Where people look it up: a link, or the name of a file. */
  uri?: string | null
}

/**
 * What tells the changes of a repository.
 *
 * - `auto`: Changesets where there is a `.changeset/config.json`, commits elsewhere.
 * - `commits`: The messages of commits.
 * - `changesets`: Changeset files.
 * - `both`: Both.
 */
export type Sources = 'auto' | 'commits' | 'changesets' | 'both'

/** What an SPDX 2 document says: packages, files and their licences. */
export interface SpdxInspection {
  /** Which kind it is. */
  kind: 'spdx'
  /** The version of SPDX, such as `SPDX-2.3`. */
  spdx_version: string
  /** The document's name. */
  name?: string | null
  /** The document's namespace, which is unique to it. */
  namespace?: string | null
  /** When it was made. */
  created?: string | null
  /** Who, or what, made it. */
  creators: string[]
  /** The names of the packages that it describes. */
  describes: string[]
  /** How many packages, those that it describes included. */
  packages: number
  /** How many files. */
  files: number
  /** How many relationships. */
  relationships: number
  /** How many packages have a package URL. */
  with_purl: number
  /** How many packages have no licence, concluded or declared: left out, `NOASSERTION` or `NONE`. */
  without_licence: number
}

/** A plan cut into what may go out by itself. */
export interface Split {
  /** The parts, none of which needs another; by the first name in each. */
  parts: Part[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/split/1'
}

/** A stage was completed. */
export interface StageCompleted {
  /** Which kind it is. */
  kind: 'stage_completed'
  /** The stage. */
  stage: string
  /**
   * Whether something was passed over: a waiver, a warning.
   *
   * @default false
   */
  with_exception?: boolean
  /**
   * What its gates said.
   *
   * @default []
   */
  judged?: Judged[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A stage was entered. */
export interface StageEntered {
  /** Which kind it is. */
  kind: 'stage_entered'
  /** The stage. */
  stage: string
  /** The how manieth time, from 1. */
  attempt: number
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A freeze that a stage brings: a dated milestone after which what it freezes changes by exception only. */
export interface StageFreeze {
  /** What is frozen. */
  kind: FreezeKind
  /**
   * How long before the end of the stage it comes; at its end, where left out.
   *
   * @default "PT0S"
   */
  before_end?: string
  /**
   * What becomes of work in flight.
   *
   * @default "finish_step"
   */
  in_flight?: FreezeInFlight
  /** What people should know of it. */
  note?: string | null
}

/**
 * By the work of the stage under way, as ServiceNow has it: 0 to 100, of open tasks, failed policies, progress and
 * time left.
 */
export interface StageMethod {
  /** Which kind it is. */
  kind: 'servicenow_stage'
  /** The tasks of the stage. */
  tasks: number
  /** Those of them that are closed. */
  closed: number
  /**
   * The policies that ran.
   *
   * @default 0
   */
  policies_run?: number
  /**
   * Those of them that failed.
   *
   * @default 0
   */
  policies_failed?: number
  /** Days left to readiness, below zero when past; none where no date is set. */
  days_to_readiness?: number | null
  /**
   * From which score on it is moderate, high, very high: 25, 50 and 75 (ours).
   *
   * @default {"moderate_from":25.0,"high_from":50.0,"very_high_from":75.0}
   */
  levels?: RiskThresholds
}

/** How far a stage is. */
export interface StageRecord {
  /** The stage. */
  name: string
  /**
   * How far it is.
   *
   * @default "pending"
   */
  status?: StageStatus
  /**
   * The how manieth time, from 1; 0 before the first.
   *
   * @default 0
   */
  attempt?: number
  /** When it was entered. */
  entered_at?: string | null
  /** When it was completed or left out. */
  completed_at?: string | null
}

/** The work went back to a stage. */
export interface StageRestarted {
  /** Which kind it is. */
  kind: 'stage_restarted'
  /** The stage. */
  stage: string
  /** The how manieth time, from 1. */
  attempt: number
  /** Why. */
  reason: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * What is done in a stage, and so in which state a release is there.
 *
 * - `work`: It is made ready: completed by command while the release is Active.
 * - `deploy`: It is rolled out: the state Deploying.
 * - `monitor`: It is watched: the state Observing.
 * - `review`: It is looked back on: the state Review.
 */
export type StageRole = 'work' | 'deploy' | 'monitor' | 'review'

/** A stage was left out. */
export interface StageSkipped {
  /** Which kind it is. */
  kind: 'stage_skipped'
  /** The stage. */
  stage: string
  /** Why. */
  reason: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How far a stage is.
 *
 * - `pending`: Not entered.
 * - `active`: The work is in it.
 * - `completed`: Its gates held.
 * - `completed_with_exception`: Its gates held but for what was passed over.
 * - `skipped`: It was left out.
 * - `superseded`: It has to be done again, since the work went back to one before it.
 */
export type StageStatus = 'pending' | 'active' | 'completed' | 'completed_with_exception' | 'skipped' | 'superseded'

/** Somebody who has to be told. */
export interface Stakeholder {
  /** Who: a person or a group. */
  name: string
  /** How they are told: `email`, `slack`, … */
  channel?: string | null
  /** What it is to them. */
  interest?: string | null
}

/** What gates said of a component, and when. */
export interface StandingJudgement {
  /** When they were asked. */
  at: string
  /** What they said. */
  judged: Judged
}

/** Begins the work: the first stage is entered. */
export interface StartCommand {
  /** Which kind it is. */
  kind: 'start'
  /** Why it begins before its date. */
  reason?: string | null
}

/** Something that changed. */
export interface StateChange {
  /** Where: `stages[build].status`. Things in lists go by their id or name. */
  place: string
  /** What it was, as JSON; it was not there, where left out. */
  before?: string | null
  /** What it is, as JSON; it is not there, where left out. */
  after?: string | null
  /** Both in a sentence. */
  sentence: string
}

/**
 * A versioning strategy of release-please.
 *
 * - `default`: Major for a break, minor for an addition, else patch.
 * - `prerelease`: Likewise among prereleases, whose last number goes on.
 * - `always_bump_major`: The major version, whatever changed.
 * - `always_bump_minor`: The minor version, whatever changed.
 * - `always_bump_patch`: The patch version, whatever changed: for backports.
 * - `dependency_manifest`: As `default`; an update of a dependency counts for as much as the dependency itself
 *   moved.
 * - `service_pack`: `sp.1`, `sp.2`, … behind numbers that stay.
 */
export type Strategy =
  | 'default'
  | 'prerelease'
  | 'always_bump_major'
  | 'always_bump_minor'
  | 'always_bump_patch'
  | 'dependency_manifest'
  | 'service_pack'

/**
 * What a fact is about: a component, and as far as the fact says so its version, the environment and the artefact.
 *
 * A part that is left out is left open: evidence without a version is about every version of its component.
 */
export interface Subject {
  /** The component, by its name in the workspace or by the alias that the fact's tool has for it. */
  component: string
  /** The version: as the component's scheme writes it, or its tag, or the commit it was built from. */
  version?: string | null
  /** The environment, by its name or by the alias that the fact's tool has for it. */
  environment?: string | null
  /** The digest of the artefact, `sha256:…`. */
  digest?: string | null
}

/** A released version, as a tag names it. */
export interface Tag {
  /** The version, a SemVer one. */
  version: string
  /**
   * The channels that it is published on, null for the default channel; empty where on that alone.
   *
   * @default []
   */
  channels?: (string | null)[]
}

/**
 * How far a deployment is on a target.
 *
 * - `pending`: Not begun.
 * - `deployed`: It is there.
 * - `verified`: It is there, and works.
 * - `failed`: It is not there, or does not work.
 * - `restored`: What was there before is there again.
 */
export type TargetStatus = 'pending' | 'deployed' | 'verified' | 'failed' | 'restored'

/** Something to be done. */
export interface Task {
  /** What it is called by. */
  id: string
  /** What is to be done. */
  title: string
  /** The stage that it has to be done in; before the release is closed, where left out. */
  stage?: string | null
  /** Who does it. */
  assignee?: string | null
  /** When it is due; at the planned end of its stage, where left out. */
  due?: string | null
  /**
   * How far it is.
   *
   * @default "open"
   */
  status?: TaskStatus
}

/**
 * Whether a task is on hold, and by what.
 *
 * - `none`: It is not.
 * - `by_change`: Since its change request is.
 * - `by_hand`: Somebody put it on hold; it stays so when the change request goes on.
 */
export type TaskHold = 'none' | 'by_change' | 'by_hand'

/** A task is to be done again. */
export interface TaskReopened {
  /** Which kind it is. */
  kind: 'task_reopened'
  /** The task, by id. */
  task: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** A task was added, or got further. */
export interface TaskSet {
  /** Which kind it is. */
  kind: 'task_set'
  /** The task. */
  task: Task
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How far a task is.
 *
 * - `open`: Nobody began.
 * - `in_progress`: Somebody is at it.
 * - `done`: It is done.
 * - `dropped`: It need not be done.
 */
export type TaskStatus = 'open' | 'in_progress' | 'done' | 'dropped'

/** The stages that a release goes through, and the rules that they leave open. */
export interface Template {
  /** Its name. */
  name: string
  /**
   * Its version, as its authors count.
   *
   * @default 1
   */
  version?: number
  /** What it is for, for people. */
  summary?: string | null
  /**
   * The kind of change that its releases are: who has to approve, and when.
   *
   * @default "normal"
   */
  change_type?: ChangeType
  /** How often it comes, for people: `every 6 weeks`. */
  cadence?: string | null
  /**
   * Whether releases may be planned from it; a draft of a template is not published yet.
   *
   * @default true
   */
  published?: boolean
  /** The stages, in their order: work first, then deploy, then monitor, then review. */
  stages: TemplateStage[]
  /**
   * What the rules of the lifecycle leave open.
   *
   * @default
   * {"approval_days":3,"approval_remind":0.5,"approval_expire":1.5,"approval_validity":null,"retro_days":5,"observation":null,"review_due_days":10,"exception_window_days":3,"exception_decision_days":1,"churn_limit":0.1,"hold_review_days":7,"waiver_notice_days":7,"task_reminder_days":2,"readiness_days":1,"verification":"PT1H","go_validity":"PT24H","notice_days":0,"suspend_after_failures":null,"suspend_within_days":30}
   */
  options?: TemplateOptions
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/template/1'
}

/**
 * What the rules of the lifecycle leave open.
 *
 * Days are working days where it says so. Defaults marked *ours* have no source but judgement; the others are what
 * the tools and projects do that they are named after.
 */
export interface TemplateOptions {
  /**
   * Working days within which an approval is owed: 3 (ours).
   *
   * @default 3
   */
  approval_days?: number
  /**
   * After which share of those days the approver is reminded: 0.5 (ours). At the end it is escalated.
   *
   * @default 0.5
   */
  approval_remind?: number
  /**
   * After which multiple of those days the request expires: 1.5 (ours).
   *
   * @default 1.5
   */
  approval_expire?: number
  /** How long an approval holds; until what it is for changes, where left out. */
  approval_validity?: string | null
  /**
   * Working days within which an emergency is approved in retrospect: 5 (ours).
   *
   * @default 5
   */
  retro_days?: number
  /** How long a release is watched, where it is not as long as the stage that monitors. */
  observation?: string | null
  /**
   * Working days within which the review is due: 10 (ours).
   *
   * @default 10
   */
  review_due_days?: number
  /**
   * Days after a freeze within which an exception may be asked for: 3 (Kubernetes).
   *
   * @default 3
   */
  exception_window_days?: number
  /**
   * Days within which an exception is decided: 1 (Kubernetes' median).
   *
   * @default 1
   */
  exception_decision_days?: number
  /**
   * The share of items, added and removed after the scope freeze, of those at it, above which a release needs
   * attention: 0.1 (ours).
   *
   * @default 0.1
   */
  churn_limit?: number
  /**
   * Days after which a hold is to be reviewed, where it says no date: 7 (ours).
   *
   * @default 7
   */
  hold_review_days?: number
  /**
   * Days before its expiry at which a waiver is owed a decision: 7 (ours).
   *
   * @default 7
   */
  waiver_notice_days?: number
  /**
   * Days before a task is due at which its assignee is reminded: 2 (ServiceNow).
   *
   * @default 2
   */
  task_reminder_days?: number
  /**
   * Days before the target at which readiness is owed: 1 (ServiceNow).
   *
   * @default 1
   */
  readiness_days?: number
  /**
   * How long after a deployment it has to be verified: an hour (ours).
   *
   * @default "PT1H"
   */
  verification?: string
  /**
   * How long a decision to go holds: 24 hours (ours).
   *
   * @default "PT24H"
   */
  go_validity?: string
  /**
   * Days of notice before a new target: none (ours; Node gives 14).
   *
   * @default 0
   */
  notice_days?: number
  /** After how many failed releases the template is suspended; never, where none (continuous: 2, ours). */
  suspend_after_failures?: number | null
  /**
   * Within how many days those failures count: 30 (ours).
   *
   * @default 30
   */
  suspend_within_days?: number
}

/** One stage of a template. */
export interface TemplateStage {
  /** Its name, unique within the template. */
  name: string
  /**
   * What is done in it, and so the state of the release: work in Active, deploy in Deploying, monitor in Observing,
   * review in Review.
   *
   * @default "work"
   */
  role?: StageRole
  /** How long it takes: `6 weeks`, `PT4H`, `15 working days`; none where that is not planned. */
  duration?: string | null
  /**
   * What holds when it begins, for people.
   *
   * @default []
   */
  entry?: string[]
  /**
   * What holds when it ends, for people.
   *
   * @default []
   */
  exit?: string[]
  /**
   * The gates that guard its exit, by name.
   *
   * @default []
   */
  gates?: string[]
  /**
   * Whether it may be skipped.
   *
   * @default false
   */
  optional?: boolean
  /**
   * What is frozen in it.
   *
   * @default []
   */
  freezes?: StageFreeze[]
  /**
   * The shares, in percent, that a rollout reaches step by step; all at once, where empty.
   *
   * @default []
   */
  steps_pct?: number[]
  /**
   * From which of those steps on there is no way back without an override, counted from 1; none where there always
   * is one.
   */
  point_of_no_return?: number | null
  /** Who answers for it, by role. */
  owner_role?: string | null
}

/** What a run of tests came to, each test counted once. */
export interface TestResults {
  /** Which kind it is. */
  kind: 'tests'
  /** What was run, where there are several: `unit`, `end_to_end`. */
  suite?: string | null
  /**
   * Tests that passed in the end.
   *
   * @default 0
   */
  passed?: number
  /**
   * Tests that failed.
   *
   * @default 0
   */
  failed?: number
  /**
   * Tests that broke.
   *
   * @default 0
   */
  errored?: number
  /**
   * Tests that were not run.
   *
   * @default 0
   */
  skipped?: number
  /**
   * Names of tests that failed first and passed when run again.
   *
   * @default []
   */
  flaky?: string[]
  /**
   * Names of the tests that failed or broke.
   *
   * @default []
   */
  failures?: string[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * Tests passed: of the newest run, and where there are several suites, of the newest run of each.
 *
 * Tests that were skipped were not run. A run in which fewer were run than `minimum`, or none, leaves this pending.
 * Monotone: a test that passes where it failed never makes it worse.
 */
export interface TestsCriterion {
  /** Which kind it is. */
  kind: 'tests'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The suite; all suites together, where left out. */
  suite?: string | null
  /**
   * The fewest tests that have to be run.
   *
   * @default 1
   */
  minimum?: number
  /** The most tests that may fail; none where neither this nor another of the options below says otherwise. */
  maximum_failures?: number | null
  /** The least part of the tests that were run which has to pass. */
  pass_rate?: number | null
  /**
   * Whether only such tests may fail as failed in the newest run of another version. Where no run says of which
   * version it is, in the run before.
   *
   * @default false
   */
  no_new_failures?: boolean
  /** The most tests that may fail at first and pass when they are run again; any number, where left out. */
  maximum_flaky?: number | null
  /**
   * Tests that may fail for a while.
   *
   * @default []
   */
  quarantined?: Quarantined[]
}

/**
 * A metric lies within bounds: its newest value that still counts. Monotone: a value nearer to the bounds never
 * makes it worse.
 */
export interface ThresholdCriterion {
  /** Which kind it is. */
  kind: 'threshold'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /** The metric, by name. */
  metric: string
  /** The least that passes. */
  minimum?: number | null
  /** The most that passes. */
  maximum?: number | null
  /** What has to be exceeded to pass. */
  above?: number | null
  /** What must not be reached to pass. */
  below?: number | null
  /** The bounds within which a value that does not pass is a warning; none for no warnings. */
  warning?: Bounds | null
  /** The unit that the bounds are in. A value in another unit is not compared: the outcome is pending. */
  unit?: string | null
}

/** Lets time pass: what is overdue or expired is said. */
export interface TickCommand {
  /** Which kind it is. */
  kind: 'tick'
}

/**
 * A liberty that `Mode::Lenient` took with the specification.
 *
 * - `leading_space`: White space before the header.
 * - `empty_scope`: `feat(): x` has no scope.
 * - `square_scope`: `feat[scope]: x` has a scope.
 * - `no_space`: `feat:x` lacks the space.
 * - `footer_no_space`: A footer `token:value` lacks the space.
 * - `no_blank_line`: The body starts right under the header.
 * - `breaking_in_body`: `BREAKING CHANGE:` stood inside the body.
 * - `footers_in_body`: Footers stood right under the body.
 * - `further_message`: The message stood inside the body of another one; see `split`.
 */
export type Tolerance =
  | 'leading_space'
  | 'empty_scope'
  | 'square_scope'
  | 'no_space'
  | 'footer_no_space'
  | 'no_blank_line'
  | 'breaking_in_body'
  | 'footers_in_body'
  | 'further_message'

/** The scores from which the whole is passed. */
export interface TotalScore {
  /**
   * The score to pass, in percent, such as `90%`.
   *
   * @default ""
   */
  pass?: string
  /** The score from which a miss is a warning; none for no warnings. */
  warning?: string | null
}

/** By how the changes before it went, as ServiceNow scores success: the more, the better. */
export interface TrackRecordMethod {
  /** Which kind it is. */
  kind: 'track_record'
  /**
   * Changes that went as planned.
   *
   * @default 0
   */
  successful?: number
  /**
   * Changes that went as planned in the end, with issues.
   *
   * @default 0
   */
  successful_issues?: number
  /**
   * Changes that failed.
   *
   * @default 0
   */
  unsuccessful?: number
  /**
   * Incidents of priority 1 that they caused.
   *
   * @default 0
   */
  p1?: number
  /**
   * Incidents of priority 2 that they caused.
   *
   * @default 0
   */
  p2?: number
  /**
   * Incidents of priority 3 that they caused.
   *
   * @default 0
   */
  p3?: number
  /**
   * What each of them counts.
   *
   * @default {"successful":3,"successful_issues":-2,"unsuccessful":-5,"p1":-10,"p2":-5,"p3":-2}
   */
  weights?: TrackWeights
  /** How far below zero a score is moderate, high, very high; no level where left out. */
  levels?: RiskThresholds | null
}

/** What each change and incident counts. */
export interface TrackWeights {
  /**
   * A change that went as planned: 3.
   *
   * @default 3
   */
  successful?: number
  /**
   * One with issues: −2.
   *
   * @default -2
   */
  successful_issues?: number
  /**
   * One that failed: −5.
   *
   * @default -5
   */
  unsuccessful?: number
  /**
   * An incident of priority 1: −10.
   *
   * @default -10
   */
  p1?: number
  /**
   * An incident of priority 2: −5.
   *
   * @default -5
   */
  p2?: number
  /**
   * An incident of priority 3: −2.
   *
   * @default -2
   */
  p3?: number
}

/** A series of prereleases on the way to a release: `1.1.0-rc.0`, `1.1.0-rc.1`, and at last `1.1.0`. */
export interface Train {
  /** The word in its versions, such as `rc`; also the dist-tag of its releases. */
  tag: string
  /**
   * The components that ride it, as in a rule; empty for all. One that is selected by several rides the last.
   *
   * @default []
   */
  select?: string[]
  /**
   * Whether it is under way, or arriving.
   *
   * @default "pre"
   */
  mode?: TrainMode
  /**
   * How its prereleases are counted.
   *
   * @default "keep"
   */
  counter?: Counter
  /**
   * The ids of the changes that have gone out with it already. They ask for nothing more while it is under way, and
   * again when it arrives.
   *
   * @default []
   */
  changes?: string[]
  /**
   * The version of each component when the train set out.
   *
   * @default {}
   */
  initial_versions?: Record<string, string>
}

/**
 * Where a train is.
 *
 * - `pre`: Under way: what is released is a prerelease.
 * - `exit`: Arriving: what is released is a release, and so is everything that has a prerelease out.
 */
export type TrainMode = 'pre' | 'exit'

/** What a report of Trivy says: vulnerabilities, misconfigurations, secrets and licences. */
export interface TrivyInspection {
  /** Which kind it is. */
  kind: 'trivy'
  /** Which of Trivy's shapes it has. */
  shape: TrivyShape
  /** The version of the report's schema, as it states it; none where it states none. */
  schema_version?: number | null
  /** What was scanned: an image, a folder, a cluster; none where it is not said. */
  artifact?: string | null
  /** How many resources of a cluster were scanned. */
  k8s_resources: number
  /** How many results (targets) there are. */
  results: number
  /** How many results have no list of vulnerabilities, or null for it: nothing was found there. */
  results_with_null_vulns: number
  /** How many vulnerabilities, over all results. */
  vulnerabilities: number
  /** The ids of the vulnerabilities, in order, each once. */
  ids: string[]
  /** Vulnerabilities by severity, in Trivy's words; `missing` where none is stated. */
  severity: Record<string, number>
  /** How many vulnerabilities have a version that fixes them. */
  with_fix: number
  /** Vulnerabilities by status, in Trivy's words; `missing` where none is stated. */
  statuses: Record<string, number>
  /** Misconfigurations by `STATUS/SEVERITY`. */
  misconfig: Record<string, number>
  /** Secrets by severity. */
  secrets: Record<string, number>
  /** Findings about licences by severity. */
  licenses: Record<string, number>
  /** How many findings the user's ignore file or a VEX document took out. */
  suppressed: number
}

/**
 * The shape of a report of Trivy.
 *
 * - `legacy_list`: A bare list of results, as Trivy wrote it before version 0.20.
 * - `report`: A report about one artefact.
 * - `kubernetes`: A report about a cluster: results by resource.
 */
export type TrivyShape = 'legacy_list' | 'report' | 'kubernetes'

/** A builder that is trusted. */
export interface TrustedBuilder {
  /** Its address, `*` for any characters. */
  id: string
  /**
   * The build level of SLSA that it is trusted with; 2, unless said otherwise.
   *
   * @default 2
   */
  level?: number
}

/** A component that was touched, and no change asks for its release. */
export interface Uncovered {
  /** Its name. */
  component: string
  /** The files of it that were touched, sorted. */
  files: string[]
}

/** What is published together: one component, or several that need each other in a circle. */
export interface Unit {
  /** Their names, sorted. */
  components: string[]
}

/** A name in facts that is nobody's and nothing's here, or more than one's. */
export interface Unresolved {
  /** What it names. */
  what: UnresolvedName
  /** The tool that calls it so. */
  tool: string
  /** The name. */
  name: string
  /** Whether it is the name of several. */
  ambiguous: boolean
  /** What it is the name of, where that is several; else what is called much like it. Nothing is taken for it. */
  nearest: string[]
  /** How many facts use it. */
  facts: number
}

/**
 * What an unresolved name names.
 *
 * - `component`: A component.
 * - `person`: A person.
 * - `environment`: An environment.
 * - `version`: A version: the first digits of several candidates' commits.
 */
export type UnresolvedName = 'component' | 'person' | 'environment' | 'version'

/** Whether a component may go out, and why. */
export interface Verdict {
  /** The component. */
  component: string
  /** The version that would go out, where one is known. */
  version?: string | null
  /** The stage that was asked about. */
  stage?: string | null
  /** The environment that was asked about. */
  environment?: string | null
  /** The instant that was asked about. */
  at: string
  /** The answer. */
  verdict: Signal
  /** What each gate says. */
  gates: GateVerdict[]
  /** What each criterion came to, gate by gate. */
  findings: Finding[]
  /** What is otherwise in these gates than where they come from, and why. */
  overrides: Overridden[]
  /** What it was computed from. */
  basis: Basis
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/verdict/1'
}

/** What is otherwise about one component. */
export interface VerdictChange {
  /** The component. */
  component: string
  /** Its verdict before; none where it was not on the board. */
  from?: Signal | null
  /** Its verdict since; none where it is not on the board. */
  to?: Signal | null
  /** Its version before. */
  from_version?: string | null
  /** Its version since. */
  to_version?: string | null
  /** The findings that are not the same, gate by gate. */
  findings: FindingChange[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/verdict_change/1'
}

/** What is known of the signatures of a text. */
export interface Verification {
  /** The worst state of its envelopes. */
  state: SignatureState
  /** The key that was asked for, by `PublicKey::id`; none where none was given. */
  key?: string | null
  /** Each envelope, in order. */
  envelopes: EnvelopeVerification[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/verification/1'
}

/** What a ledger that holds together is. */
export interface Verified {
  /** How many entries it has. */
  entries: number
  /** Its last entry. */
  head?: Head | null
  /** The root of the tree over its entries. */
  root: string
}

/**
 * Where the present version of a component is to be found.
 *
 * - `manifest`: A file states it: its own manifest, or `Component::version_from`.
 * - `tag`: The tags of its repository, and no file (a Go module).
 * - `build`: Its build works it out (Python's `dynamic = ["version"]`); no file that can be read states it.
 */
export type VersionSource = 'manifest' | 'tag' | 'build'

/** How a component's next version is chosen. */
export type Versioning = Semantic | Calendar | Cargo | ReleasePlease | SemanticRelease

/** What a statement is about: a product, or parts of it. */
export interface VexProduct {
  /**
   * What it is called: package URLs, names, addresses, digests (`sha256:…`). Any of them will do: of the subject
   * itself, or of a package in it.
   */
  ids: string[]
  /**
   * The parts of it that are meant, by package URL or name; all, where left out.
   *
   * @default []
   */
  parts?: string[]
}

/** What is said of one vulnerability. */
export interface VexStatement {
  /** Its name. */
  vulnerability: string
  /**
   * Its other names.
   *
   * @default []
   */
  aliases?: string[]
  /** What is said. */
  status: VexStatus
  /** Why it does not affect the product: a code of the format's, or a sentence. */
  justification?: string | null
  /** When it was said, where that is not when the evidence was observed. Of several statements the latest counts. */
  at?: string | null
  /**
   * What it is said of; all that the subject contains, where left out.
   *
   * @default []
   */
  products?: VexProduct[]
}

/** What the makers of a product say of vulnerabilities in it (VEX). */
export interface VexStatements {
  /** Which kind it is. */
  kind: 'vex'
  /**
   * What they say.
   *
   * @default []
   */
  statements?: VexStatement[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * What is said of a vulnerability in a product.
 *
 * - `not_affected`: It does not affect the product.
 * - `fixed`: It did, and this version has the fix.
 * - `under_investigation`: It is not yet known whether it does.
 * - `affected`: It does.
 */
export type VexStatus = 'not_affected' | 'fixed' | 'under_investigation' | 'affected'

/**
 * At most so many vulnerabilities, by severity. What the scanners of a subject found counts once under all its
 * names; what VEX says does not affect it, or is fixed, does not count, and is shown.
 *
 * Fewer, or less severe, vulnerabilities never turn a pass into anything else. A scanner that has not reported is
 * pending.
 */
export interface VulnerabilitiesCriterion {
  /** Which kind it is. */
  kind: 'vulnerabilities'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * The most that pass, by severity: of that severity or worse. Without any limit, here or in `total`, none at all
   * passes.
   *
   * @default {"critical":null,"high":null,"medium":null,"low":null,"none":null}
   */
  maximum?: BySeverity
  /** The most that pass in all. */
  total?: number | null
  /** Only those with at least this CVSS base score count, and those without a score. */
  cvss?: number | null
  /**
   * Whether only those that have a fix count.
   *
   * @default false
   */
  fixable_only?: boolean
  /**
   * How many days after it became known one of a severity begins to count. Of one that does not say when, it counts
   * at once.
   *
   * @default {"critical":null,"high":null,"medium":null,"low":null,"none":null}
   */
  grace_days?: BySeverity
  /**
   * What one counts as whose severity nobody states and that has no CVSS score: `high`, unless said otherwise.
   *
   * @default "high"
   */
  unknown_as?: VulnerabilitySeverity
  /**
   * Whether VEX takes vulnerabilities out, those statements included that a report makes itself; true, unless said
   * otherwise.
   *
   * @default true
   */
  vex?: boolean
  /**
   * Whether a statement that one does not affect the product has to say why.
   *
   * @default false
   */
  justified?: boolean
  /**
   * Whether those count that a scanner was told to pass over.
   *
   * @default false
   */
  count_suppressed?: boolean
  /**
   * Those that do not count, until a day.
   *
   * @default []
   */
  ignore?: IgnoredVulnerability[]
}

/** A known weakness in something that a component contains. */
export interface Vulnerability {
  /** Its name: `CVE-2024-3094`, `GHSA-…`, `RUSTSEC-…`. */
  id: string
  /**
   * Its other names.
   *
   * @default []
   */
  aliases?: string[]
  /**
   * How severe it is.
   *
   * @default "unknown"
   */
  severity?: VulnerabilitySeverity
  /** Its CVSS base score, 0 to 10. */
  cvss?: number | null
  /** The package it is in: its purl, or its name. */
  package?: string | null
  /** The version of the package. */
  version?: string | null
  /**
   * The versions that mend it; empty where there is none.
   *
   * @default []
   */
  fixed_in?: string[]
  /** When it became known. */
  published_at?: string | null
  /** What is said of it here (VEX), by the report itself. */
  status?: VexStatus | null
  /** Why it does not affect the subject, where that is said. */
  justification?: string | null
  /**
   * Whether the tool was told to pass over it.
   *
   * @default false
   */
  suppressed?: boolean
}

/** What a scanner found. Nothing found is a clean report. */
export interface VulnerabilityReport {
  /** Which kind it is. */
  kind: 'vulnerabilities'
  /**
   * What was scanned, where a subject is scanned in several ways: an image, a folder. Of each the newest report
   * counts.
   */
  target?: string | null
  /**
   * What it found.
   *
   * @default []
   */
  findings?: Vulnerability[]
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * How severe a vulnerability is.
 *
 * - `unknown`: Nobody says.
 * - `none`: Not at all.
 * - `low`: Low.
 * - `medium`: Medium.
 * - `high`: High.
 * - `critical`: Critical.
 */
export type VulnerabilitySeverity = 'unknown' | 'none' | 'low' | 'medium' | 'high' | 'critical'

/** Grants an exemption from a criterion, until a date. */
export interface WaiveGateCommand {
  /** Which kind it is. */
  kind: 'waive_gate'
  /** What it is called by; made of the command's, where left out. */
  id?: string | null
  /** The gate. */
  gate: string
  /** The criterion, by its name. */
  criterion: string
  /** The component that it is for; all of the scope, where left out. */
  component?: string | null
  /** Why. */
  reason: string
  /** When it ends. */
  expires_at?: string | null
  /** Who asked for it. */
  requested_by?: string | null
}

/**
 * An exemption from a criterion: what for, why, by whom, until when. It never makes a board `go`, only
 * `conditional`.
 */
export interface Waiver {
  /** Which kind it is. */
  kind: 'waiver'
  /** What it is called by. */
  id: string
  /** The component that it is for, or a glob over names; all, where left out. */
  component?: string | null
  /** The version that it is for; any, where left out. */
  version?: string | null
  /** The environment that it is for; any, where left out. */
  environment?: string | null
  /** The gate that it is of; any, where left out. */
  gate?: string | null
  /** The criterion, by its name. */
  criterion: string
  /** Why it is granted. */
  reason: string
  /** Who granted it: nobody who wrote what it is for. */
  granted_by: string
  /** When it was granted. */
  granted_at: string
  /** When it ends; never, where left out. */
  expires_at?: string | null
  /** Who asked for it. */
  requested_by?: string | null
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * An exemption from a criterion: what for, why, by whom, until when. It never makes a board `go`, only
 * `conditional`.
 */
export interface Waiver2 {
  /** What it is called by. */
  id: string
  /** The component that it is for, or a glob over names; all, where left out. */
  component?: string | null
  /** The version that it is for; any, where left out. */
  version?: string | null
  /** The environment that it is for; any, where left out. */
  environment?: string | null
  /** The gate that it is of; any, where left out. */
  gate?: string | null
  /** The criterion, by its name. */
  criterion: string
  /** Why it is granted. */
  reason: string
  /** Who granted it: nobody who wrote what it is for. */
  granted_by: string
  /** When it was granted. */
  granted_at: string
  /** When it ends; never, where left out. */
  expires_at?: string | null
  /** Who asked for it. */
  requested_by?: string | null
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** An exemption ended. */
export interface WaiverExpired {
  /** Which kind it is. */
  kind: 'waiver_expired'
  /** The exemption, by id. */
  waiver: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/** Something that could not be taken into account. */
export interface Warning {
  /** The component it is about. */
  component: string
  /** What the matter is. */
  kind: WarningKind
  /** The sentence for people. */
  message: string
}

/**
 * What could not be taken into account.
 *
 * - `unknown_component`: Changes name a component that is not in the workspace.
 * - `no_version`: Changes ask for a release of a private component that has no version, so there is nothing to
 *   release.
 * - `requirement_left`: A requirement does not admit the new version and could not be rewritten.
 * - `held`: Something is asked of a component that is not released: it is ignored, or not selected this time.
 * - `left_behind`: A component that is not released is left behind: what is published of it does not admit the new
 *   version of a dependency.
 * - `without_dependency`: A component is released without what is asked of a dependency of it that is not.
 * - `version_left`: A version that is wanted next cannot be.
 * - `group_member`: A group names what is not in the workspace.
 */
export type WarningKind =
  | 'unknown_component'
  | 'no_version'
  | 'requirement_left'
  | 'held'
  | 'left_behind'
  | 'without_dependency'
  | 'version_left'
  | 'group_member'

/** One way: steps that turn the verdict together. */
export interface Way {
  /** What all its steps cost. */
  cost: number
  /** The steps, in the order of the gates. */
  steps: WayStep[]
}

/** One step of a way. */
export interface WayStep {
  /** The gate. */
  gate: string
  /** The criterion, by its name. */
  criterion: string
  /** What to do, in a sentence. */
  action: string
  /** Who. */
  owner?: string | null
  /** What it costs, in the unit of the gate file. */
  cost: number
}

/** The ways from a verdict to a better one. */
export interface Ways {
  /** The component. */
  component: string
  /** The instant that was asked about. */
  at: string
  /** The verdict now. */
  verdict: Signal
  /** The verdict to be reached. */
  target: Signal
  /**
   * The ways to it, the cheapest first: no step of a way can be left out. One without steps where it is reached
   * already; none where no way leads there.
   */
  ways: Way[]
  /** What stands in every way, where there is none. */
  obstacles: Obstacle[]
  /**
   * Whether there are no cheaper ways than these. False only where the steps of one criterion carry so many weights
   * that not all sums of them were looked at.
   */
  exhaustive: boolean
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/ways/1'
}

/** What is to be reached, and how many ways to it are wanted. */
export interface WhatIf {
  /**
   * The verdict to be reached, or a better one: `go` or `conditional`.
   *
   * @default "go"
   */
  target?: Signal
  /**
   * The most ways that are given.
   *
   * @default 3
   */
  most?: number
}

/** The reasons for one component's release, and for the releases behind those. `Display` tells them as a tree. */
export interface Why {
  /** The component asked about. */
  component: string
  /**
   * It, and every component whose release is part of the reason; nearest first, then in the order of the causes.
   * Each stands here once, also where components depend on each other in a circle.
   */
  links: Link[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/why/1'
}

/**
 * A window: a span of time, once or again and again, in which work may or may not go out.
 *
 * It is one of three: from `start` to `end`, or for `duration`, once; the same again by a `rule` of RFC 5545; or
 * for `duration` whenever a `cron` expression says so. Its start is in it, its end is not.
 */
export interface Window {
  /** Its name, for people. */
  name: string
  /** Whether work may go out in it, or may not. */
  kind: WindowKind
  /**
   * The zone of what is said without one: a name of the IANA database, an offset or a POSIX rule; none for the
   * calendar's, and else UTC.
   */
  zone?: string | null
  /**
   * When it starts, the first time; a window once may leave it out (from always on), and with `cron` nothing comes
   * before it. A date (its first moment), a time on the wall of the zone, or an instant.
   */
  start?: string | null
  /** When it ends, the first time, exclusive; a window once without end and duration has none. Not with `cron`. */
  end?: string | null
  /**
   * How long it lasts, instead of `end`: ISO 8601 or plain text. Days are as the wall counts them, hours as they
   * pass.
   */
  duration?: string | null
  /** When it comes again, an `RRULE` of RFC 5545 such as `FREQ=WEEKLY;BYDAY=FR`. */
  rule?: string | null
  /** When it comes, a cron expression of five fields in the zone. */
  cron?: string | null
  /** The last start there may be, inclusive, where it comes again. */
  until?: string | null
  /**
   * Starts that are left out; a date leaves out all starts of that day.
   *
   * @default []
   */
  except?: string[]
  /**
   * Starts besides those of the rule or expression.
   *
   * @default []
   */
  also?: string[]
  /**
   * Whether work that a person sets off may go out although this window blocks it.
   *
   * @default false
   */
  manual_override?: boolean
  /**
   * What becomes of work in flight when this window closes the way.
   *
   * @default "finish"
   */
  in_flight?: InFlight
  /** Why it is there, for people. */
  reason?: string | null
}

/**
 * What a window says of work.
 *
 * - `allow`: It may go out in the window; where a calendar has such windows, outside of all of them it may not.
 * - `deny`: It may not go out in the window, whatever others say.
 */
export type WindowKind = 'allow' | 'deny'

/**
 * What comes of too little history.
 *
 * - `pending`: Nothing is decided.
 * - `warn`: A warning, so that a first release can go out.
 */
export type WithoutHistory = 'pending' | 'warn'

/** On which days people work. */
export interface WorkCalendar {
  /**
   * The days of the week on which nobody works, ISO's: 1 is Monday; Saturday and Sunday, where left out.
   *
   * @default [6,7]
   */
  weekend?: number[]
  /**
   * Other days on which nobody works.
   *
   * @default []
   */
  holidays?: string[]
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/work_calendar/1'
}

/** A story, task or defect of the tracker. */
export interface WorkItem {
  /** Which kind it is. */
  kind: 'work_item'
  /** What it is called by: `PAY-123`. */
  id: string
  /**
   * `story`, `task`, `bug`, …, as the tracker says.
   *
   * @default "task"
   */
  item_type?: string
  /** Its title. */
  title?: string | null
  /**
   * Whether it is open.
   *
   * @default "open"
   */
  status?: WorkItemStatus
  /** How severe it is: `blocker`, `critical`, … as the tracker says. */
  severity?: string | null
  /**
   * The components that it is about.
   *
   * @default []
   */
  components?: string[]
  /**
   * The versions that it is to be done in.
   *
   * @default []
   */
  fix_versions?: string[]
  /**
   * Its labels.
   *
   * @default []
   */
  labels?: string[]
  /** Who works on it. */
  assignee?: string | null
  /**
   * The tool that says so; `given` where the caller does.
   *
   * @default {"tool":"given","uri":null}
   */
  source?: Source
  /** When this state was seen. */
  observed_at: string
  /**
   * What it says under other keys, as it was said.
   *
   * @default {}
   */
  extra?: Extra
  /** Whatever else the document says is kept. */
  [key: string]: unknown
}

/**
 * Whether a work item is open.
 *
 * - `open`: Not begun.
 * - `in_progress`: Begun.
 * - `done`: Done.
 * - `rejected`: Not to be done.
 */
export type WorkItemStatus = 'open' | 'in_progress' | 'done' | 'rejected'

/**
 * No more work items are open than may be: those that are to be done in this version, and those that name none.
 * Where the tracker said nothing of the component it is pending.
 */
export interface WorkItemsCriterion {
  /** Which kind it is. */
  kind: 'work_items'
  /** Its name, unique in its gate. */
  name: string
  /** What people call it. */
  title?: string | null
  /** How much it weighs; as much as its gate, where left out. */
  severity?: Severity | null
  /** Who acts where it does not hold; the gate's owner, where left out. */
  owner?: string | null
  /** What it costs to bring it about, in any unit that all criteria share; the kind's own, where left out. */
  cost?: number | null
  /** The environment whose evidence counts; the one that is asked about, where left out. */
  environment?: string | null
  /**
   * The types that count, such as `bug`; all, where left out. Upper and lower case are the same.
   *
   * @default []
   */
  types?: string[]
  /**
   * The severities that count, such as `blocker`; all, where left out.
   *
   * @default []
   */
  severities?: string[]
  /**
   * The labels of which one has to be there; none, where left out.
   *
   * @default []
   */
  labels?: string[]
  /**
   * Labels that take an item out: `accepted_risk`.
   *
   * @default []
   */
  except_labels?: string[]
  /**
   * How many of them may be open.
   *
   * @default 0
   */
  maximum?: number
  /**
   * How many may be open of a severity, in place of `maximum`; of severities that are not named, any number.
   *
   * @default {}
   */
  limits?: Record<string, number>
  /**
   * Whether an item counts that names no version.
   *
   * @default true
   */
  without_version?: boolean
  /**
   * Whether it holds where no work item of the component is known at all.
   *
   * @default false
   */
  may_be_unknown?: boolean
}

/** The components of one repository or organisation. */
export interface Workspace {
  /** The components, by name. */
  components: Component[]
  /**
   * The groups of components whose versions go together.
   *
   * @default []
   */
  groups?: Group[]
  /**
   * What tools call its components, people and environments.
   *
   * @default {"components":{},"people":{},"environments":{}}
   */
  identity?: Identity
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/workspace/1'
}

/** What one `greenboard.yaml` says, itself. */
export interface WorkspaceFile {
  /**
   * More files of this kind, relative to this one.
   *
   * @default []
   */
  include?: string[]
  /**
   * The folders to look for manifests in, and globs over folders, relative to this file; its own unless said
   * otherwise.
   *
   * @default []
   */
  roots?: string[]
  /**
   * The folders of the repositories of an organisation, by their names, relative to this file.
   *
   * @default {}
   */
  repositories?: Record<string, string>
  /**
   * What to say of components, by name or by a glob over names. A name that no manifest declares is a component of
   * its own. Where several say something, a name goes before a glob, and of two globs the one with more letters.
   *
   * @default {}
   */
  components?: Record<string, Declaration>
  /**
   * Edges that no manifest states.
   *
   * @default []
   */
  edges?: DeclaredEdge[]
  /**
   * Components whose versions go together.
   *
   * @default []
   */
  groups?: Group[]
  /**
   * What tools call components, people and environments.
   *
   * @default {"components":{},"people":{},"environments":{}}
   */
  identity?: Identity
  /** How plans are made, for those who make them. */
  policy?: unknown
  /** Which gates there are, for those who ask them: what a gate file says, or the name of one. */
  gates?: unknown
  /** What this document is, and the version of its format. */
  schema?: 'greenboard/workspace_file/1'
}
