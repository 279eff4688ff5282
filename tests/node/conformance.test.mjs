// The cases of `tests/cases`, which Rust and Python run too: the results are equal to the byte.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import test from 'node:test'
import {
  GreenboardError,
  Requirement,
  Version,
  applied,
  canonicalJson,
  changelog,
  diff,
  digest,
  digestText,
  editsSync,
  filterVersionsSync,
  matchMatrixSync,
  maxSatisfyingSync,
  planSync,
  planTable,
  render,
  sortVersionsSync,
  why,
  whyText,
} from 'greenboard'

const CASES = new URL('../cases/', import.meta.url)

/** The options that the case gives; the rest keep JavaScript's own defaults. */
const given = (args, ...names) => Object.fromEntries(names.filter((name) => name in args).map((name) => [name, args[name]]))

const scheme = (args, name) => {
  const own = args[`${name}_scheme`] ?? args.scheme
  return own === undefined ? {} : { scheme: own }
}
const version = (args, name = 'version') => new Version(args[name], scheme(args, name))
const requirement = (args, name = 'requirement') => new Requirement(args[name], scheme(args, name))

const plan = (args) => planSync(args.workspace, args.changes, given(args, 'policy', 'at'))

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
  'plan.plan': (a) => plan(a),
  'plan.why': (a) => why(plan(a), a.component),
  'plan.why_text': (a) => whyText(why(plan(a), a.component)),
  'plan.table': (a) => planTable(plan(a)),
  'plan.render': (a) => render(plan(a), a.format, { limit: a.limit }),
  'edit.edits': (a) => editsSync(plan(a), a.files, given(a, 'options')),
  'edit.applied': (a) => applied(a.edits, a.files),
  'edit.diff': (a) => diff(a.old, a.new),
  'plan.changelog': (a) => changelog(plan(a), a.component, { style: a.style, template: a.template }),
}

function outcome(call, args) {
  try {
    return { expected: call(args) }
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
      test(`${folder.name}/${file}: ${name}`, () => {
        assert.equal(canonicalJson(outcome(CALLS[call], args)), canonicalJson(wanted))
      })
    }
  }
}
