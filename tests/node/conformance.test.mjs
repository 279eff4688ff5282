// The cases of `tests/cases`, which Rust and Python run too: the results are equal to the byte.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import test from 'node:test'
import {
  Graph,
  GreenboardError,
  Requirement,
  Version,
  applied,
  backports,
  branches,
  cancelReverts,
  canonicalJson,
  changelog,
  changesetText,
  checkBranch,
  checkMerge,
  commitChanges,
  componentOf,
  config,
  diff,
  digest,
  digestText,
  editsSync,
  enrich,
  environmentOf,
  filterVersionsSync,
  graduate,
  lastRelease,
  ledger,
  matchMatrixSync,
  maxSatisfyingSync,
  measurement,
  mergeDuplicates,
  nextOnBranch,
  nextPrerelease,
  overrideCommits,
  parseCommit,
  personOf,
  planSync,
  planTable,
  readChangeset,
  readChangesets,
  readManifests,
  readRepositories,
  render,
  slo,
  soak,
  sortVersionsSync,
  tool,
  changeRequests,
  conflicts,
  dates,
  risk,
  templates,
  windows,
  uncovered,
  why,
  whyText,
  Facts,
  GateSet,
  boardSync,
  evaluateSync,
  signalsSync,
  whatWouldTurnItGreenSync,
} from 'greenboard'

const CASES = new URL('../cases/', import.meta.url)

/** The options that the case gives; the rest keep JavaScript's own defaults. */
const given = (args, ...names) => Object.fromEntries(names.filter((name) => name in args).map((name) => [name, args[name]]))

const gated = (args) => {
  const facts = new Facts()
  facts.addSync(args.facts)
  return [new GateSet(args.gates), facts]
}

const scheme = (args, name) => {
  const own = args[`${name}_scheme`] ?? args.scheme
  return own === undefined ? {} : { scheme: own }
}
const version = (args, name = 'version') => new Version(args[name], scheme(args, name))
const requirement = (args, name = 'requirement') => new Requirement(args[name], scheme(args, name))

const plan = (args) => planSync(args.workspace, args.changes, given(args, 'policy', 'at'))

/** The value as plain data, documents without their schema. */
const plain = (value) => JSON.parse(JSON.stringify(value, (key, item) => (key === 'schema' ? undefined : item)))
const graph = (args) => {
  const found = new Graph(args.workspace)
  return {
    names: found.names,
    wave_numbers: [...found.waveNumbers()],
    waves: found.waves(),
    longest_chain: found.longestChain(),
    units: found.units(),
    cycles: found.cycles(),
  }
}

const FIND = { component: componentOf, person: personOf, environment: environmentOf }

const bytes = (hex) => Buffer.from(hex, 'hex')
const signer = (args) => new ledger.Ed25519(args.name, bytes(args.seed), given(args, 'witness'))
const opened = ({ checkpoint, cosignatures }) => ({ ...checkpoint, cosignatures })

/** What a writer expects, as JavaScript says it. */
function expectation({ expect }) {
  if (expect === undefined) return {}
  if (typeof expect === 'string' || 'subject' in expect) return { expect }
  return { expect: 'seq' in expect ? expect.seq : { hash: expect.head } }
}

/** Commands to one ledger in memory, one after the other; what came of each. */
function appended({ commands }) {
  const store = ledger.Ledger.memory()
  return commands.map((command) => {
    try {
      const { entries, head, repeated } = store.appendSync(command.drafts, { now: command.now, ...expectation(command) })
      return { seqs: entries.map(({ seq }) => seq), head: head?.hash ?? null, repeated }
    } catch (error) {
      if (!(error instanceof GreenboardError)) throw error
      return { code: error.code, details: error.details }
    }
  })
}

const CALLS = {
  'version.parse': (a) => {
    const value = version(a, 'text')
    return { text: `${value}`, scheme: value.scheme, prerelease: value.isPrerelease }
  },
  'version.compare': (a) => version(a, 'a').compare(version(a, 'b')),
  'version.equal': (a) => version(a, 'a').equals(version(a, 'b')),
  'version.bump': (a) => version(a).bump(a.step, given(a, 'identifier', 'base')),
  'version.diff': (a) => version(a, 'a').diff(version(a, 'b')),
  'requirement.parse': (a) => {
    const value = requirement(a, 'text')
    return { text: `${value}`, scheme: value.scheme, empty: value.isEmpty }
  },
  'requirement.matches': (a) => requirement(a).matches(version(a)),
  'requirement.intersects': (a) => requirement(a, 'a').intersects(requirement(a, 'b')),
  'requirement.is_subset': (a) => requirement(a, 'a').isSubset(requirement(a, 'b')),
  'requirement.moved_to': (a) => requirement(a).movedTo(version(a)),
  'versions.sort': (a) => sortVersionsSync(a.versions, given(a, 'scheme', 'invalid')),
  'versions.filter': (a) => filterVersionsSync(a.versions, requirement(a), given(a, 'invalid')),
  'versions.max_satisfying': (a) => maxSatisfyingSync(a.versions, requirement(a), given(a, 'invalid')),
  'versions.matrix': (a) => {
    const matrix = matchMatrixSync(a.requirements, a.versions, given(a, 'scheme', 'invalid'))
    return a.requirements.map((_, row) => a.versions.map((_, column) => matrix.get(row, column)))
  },
  'document.canonical_json': (a) => canonicalJson(a.text),
  'document.digest': (a) => digest(a.text),
  'document.digest_text': (a) => digestText(a.text),
  'change.parse': (a) => parseCommit(a.text, given(a, 'mode')),
  'change.of_commit': (a) => plain(commitChanges(a.commit, a.components, given(a, 'mode', 'levels'))),
  'change.read_changeset': (a) => plain(readChangeset(a.name, a.text)),
  'change.read_changesets': (a) => plain(readChangesets(a.files)),
  'change.changeset_text': (a) => changesetText(a.change),
  'change.override': (a) => plain(overrideCommits(a.changes, a.overrides, given(a, 'mode', 'levels'))),
  'change.enrich': (a) => plain(enrich(a.changes, a.enrichment, given(a, 'mode', 'levels'))),
  'change.merge_duplicates': (a) => plain(mergeDuplicates(a.changes)),
  'change.cancel_reverts': (a) => plain(cancelReverts(a.changes)),
  'change.backports': (a) => plain(backports(a.history, a.rules)),
  'change.uncovered': (a) => plain(uncovered(a.workspace, a.changes, a.touched, a.coverage)),
  'component.read': (a) => readManifests(a.files, given(a, 'root')),
  'component.repositories': (a) => readRepositories(a.files, a.repositories),
  'component.graph': graph,
  'component.impact': (a) => new Graph(a.workspace).impact(a.component),
  'identity.find': (a) => FIND[a.kind](a.identity, a.tool, a.alias) ?? null,
  'risk.assess': (a) => risk.assess(a.method),
  'conflicts.find': (a) => conflicts.find(a.claims, a.rules, { at: a.at }),
  'conflicts.free_slots': (a) => conflicts.freeSlots(a.wanted, a.claims, a.rules, { at: a.at }),
  'change_requests.advance': (a) => changeRequests.advance(a.flow, a.step),
  'templates.builtin': (a) => templates.builtin(a.name),
  'templates.read': (a) => templates.read(a.template),
  'dates.plan_backward': (a) => dates.planBackward(a.phases, a.target, a.calendar),
  'windows.decide': (a) => windows.decide(a.windows, given(a, 'at', 'manual')),
  'windows.occurrences': (a) => windows.occurrences(a.windows, a.start, a.end, given(a, 'limit')),
  'windows.parse_icalendar': (a) => windows.parseIcalendar(a.text, a.options),
  'gate.evaluate': (a) => evaluateSync(...gated(a), a.component, given(a, 'at', 'stage', 'environment')),
  'gate.board': (a) => boardSync(...gated(a), given(a, 'at', 'stage', 'environment')).toJSON(),
  'gate.signals': (a) => signalsSync(...gated(a), given(a, 'at', 'stage', 'environment')),
  'gate.what_would_turn_it_green': (a) =>
    whatWouldTurnItGreenSync(...gated(a), a.component, given(a, 'at', 'stage', 'environment')),
  'tool.detect': (a) => tool.detectSync(a.payload),
  'tool.inspect': (a) => tool.inspectSync(a.payload, a.tool),
  'tool.read': (a) => plain(tool.readSync(a.payload, a.tool, a.subject, given(a, 'at', 'suite', 'uri', 'key'))),
  'tool.verify': (a) => plain(tool.verifySync(a.payload, a.key)),
  'slo.parse_criterion': (a) => slo.parseCriterion(a.text),
  'slo.parse_file': (a) => slo.parseFile(a.text),
  'slo.evaluate': (a) => slo.evaluate(a.file, a.values, a.previous),
  'slo.score': (a) => slo.score(a.achieved, a.maximum, a.total_score, { keyFailed: a.key_failed }),
  'slo.percentile': (a) => slo.percentile(a.values, a.p),
  'slo.analyse': (a) => slo.analyse(a.analysis, a.values),
  'measurement.evaluate_result': (a) =>
    measurement.evaluateResult(a.value, { success: a.success ?? undefined, failure: a.failure ?? undefined }),
  'measurement.assess': (a) =>
    measurement.assess(a.metric, measurement.count(a.phases), { terminating: a.terminating }),
  'measurement.limits': (a) => measurement.limits(a.metric, measurement.count(a.phases)),
  'measurement.assess_run': (a) => measurement.assessRun(a.metrics, { terminate: a.terminate }),
  'soak.is_available': (a) => soak.isAvailable(a.stage, a.requests, a.freight),
  'ledger.genesis': (a) => ledger.genesis(a.origin, a.actor, { at: a.at, nonce: bytes(a.nonce) }),
  'ledger.seal': (a) => {
    const { entries, head } = ledger.seal(a.drafts, a.head, { recordedAt: a.recorded_at })
    return { entries: entries.map((entry) => `${entry.body}`), head: head ?? null }
  },
  'ledger.append': appended,
  'ledger.verify': (a) => {
    const found = ledger.verify(a.entries.map((entry) => Buffer.from(entry)), { anchor: a.anchors, checkpoint: a.checkpoints })
    return { ...found, head: found.head ?? null }
  },
  'ledger.payload_digest': (a) => ledger.payloadDigest(bytes(a.salt), a.body),
  'tree.root': (a) => new ledger.Tree(a.leaves).root(),
  'tree.inclusion': (a) => new ledger.Tree(a.leaves).inclusion(a.index, a.size),
  'tree.consistency': (a) => new ledger.Tree(a.leaves).consistency(a.size1, a.size2),
  'tree.verify_inclusion': (a) => ledger.verifyInclusion(a.proof, a.leaf, a.root) ?? null,
  'tree.verify_consistency': (a) => ledger.verifyConsistency(a.proof, a.root1, a.root2) ?? null,
  'note.sign': (a) => ledger.signNote(a.text, signer(a)),
  'note.verify': (a) => ledger.verifyNote(a.note, a.keys),
  'note.sign_checkpoint': ({ origin, size, root, ...a }) =>
    ledger.signCheckpoint({ origin, size, root }, signer(a), given(a, 'previous', 'proof')),
  'note.cosign': (a) => ledger.cosign(a.note, signer(a), { log: a.log, at: a.at }),
  'note.open_checkpoint': (a) => opened(ledger.openCheckpoint(a.note, given(a, 'origin', 'key', 'witnesses'))),
  'note.verify_log_proof': (a) => opened(ledger.verifyLogProof(a.proof, a.entry, given(a, 'origin', 'key', 'witnesses'))),
  'plan.plan': (a) => plan(a),
  'plan.why': (a) => why(plan(a), a.component),
  'plan.why_text': (a) => whyText(why(plan(a), a.component)),
  'plan.table': (a) => planTable(plan(a)),
  'plan.render': (a) => render(plan(a), a.format, { limit: a.limit }),
  'edit.edits': (a) => editsSync(plan(a), a.files, given(a, 'options')),
  'edit.applied': (a) => applied(a.edits, a.files),
  'edit.diff': (a) => diff(a.old, a.new),
  'plan.branches': (a) => branches(a.branches),
  'plan.last_release': (a) => lastRelease(a.branch),
  'plan.next_on_branch': (a) => nextOnBranch(a.branch, a.bump),
  'plan.check_branch': (a) => checkBranch(a.ranges, a.branch, version(a), a.bump) ?? null,
  'plan.check_merge': (a) => checkMerge(a.range, version(a)) ?? null,
  'plan.next_prerelease': (a) => {
    const last = 'last' in a ? { last: version(a, 'last') } : {}
    return nextPrerelease(version(a, 'target'), a.identifier, { ...last, ...given(a, 'first') })
  },
  'plan.graduate': (a) => graduate(version(a)),
  'config.release_please': (a) => config.releasePlease(a.config, a.manifest),
  'config.workspace': (a) => config.workspace(config.releasePlease(a.config, a.manifest), a.workspace),
  'config.touched': (a) => config.touched(config.releasePlease(a.config, a.manifest), a.files),
  'config.plan': (a) => {
    const found = config.releasePlease(a.config, a.manifest)
    return planTable(planSync(config.workspace(found, a.workspace), a.changes, { policy: found.policy, at: a.at }))
  },
  'plan.changelog': (a) => changelog(plan(a), a.component, { style: a.style, template: a.template }),
}

async function outcome(call, args) {
  try {
    return { expected: await call(args) }
  } catch (error) {
    if (!(error instanceof GreenboardError)) throw error
    const { code, path, line, column } = error
    return { error: { code, message: error.toJSON().message, path, line, column } }
  }
}

for (const folder of readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const file of readdirSync(new URL(`${folder.name}/`, CASES))) {
    const cases = JSON.parse(readFileSync(new URL(`${folder.name}/${file}`, CASES), 'utf8'))
    for (const { name, call, args, ...wanted } of cases) {
      test(`${folder.name}/${file}: ${name}`, async () => {
        assert.equal(canonicalJson(await outcome(CALLS[call], args)), canonicalJson(wanted))
      })
    }
  }
}
