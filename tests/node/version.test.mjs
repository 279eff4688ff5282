// Versions and requirements: what JavaScript adds to them.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import test from 'node:test'
import { inspect } from 'node:util'
import * as greenboard from 'greenboard'
import { GreenboardError, Requirement, Version } from 'greenboard'

const require = createRequire(import.meta.url)

test('import and require give the same names', () => {
  const { default: _, ...named } = greenboard
  assert.deepEqual({ ...named }, { ...require('greenboard') })
})

test('a version is its normalised text', () => {
  const version = new Version('1.2.3-rc.1', { scheme: 'npm' })
  assert.equal(version.toString(), '1.2.3-rc.1')
  assert.equal(`${version}`, '1.2.3-rc.1')
  assert.equal(JSON.stringify({ version }), '{"version":"1.2.3-rc.1"}')
  assert.equal(inspect(version), 'Version(1.2.3-rc.1, npm)')
  assert.equal(version.scheme, 'npm')
  assert.equal(version.isPrerelease, true)
})

test('equals is identity, compare is precedence', () => {
  const texts = ['1.0.0-alpha', '1.0.0-rc.1', '1.0.0', '1.10.0', '2.0.0']
  const versions = texts.map((text) => new Version(text))
  assert.deepEqual([...versions].reverse().sort((a, b) => a.compare(b)).map(String), texts)
  assert.ok(new Version('1.0.0').equals(new Version('1.0.0')))
  assert.ok(!new Version('1.0.0').equals(new Version('1.0.0', { scheme: 'npm' })))
  assert.ok(!new Version('1.0.0').equals('1.0.0'))
  assert.throws(() => versions[0] < versions[1], { name: 'TypeError', message: /a\.compare\(b\)/ })
  assert.throws(() => versions[0].compare(new Version('1.0.0', { scheme: 'npm' })), { code: 'version.scheme_mismatch' })
  assert.throws(() => versions[0].compare('1.0.0'), { name: 'TypeError', message: /expected a Version/ })
})

test('bump and diff', () => {
  const version = new Version('1.2.3')
  assert.equal(String(version.bump('minor')), '1.3.0')
  assert.equal(String(version.bump('premajor', { identifier: 'rc' })), '2.0.0-rc.0')
  assert.equal(String(version.bump('premajor', { identifier: 'rc', base: 1 })), '2.0.0-rc.1')
  assert.equal(String(version.bump('premajor', { identifier: 'rc', base: null })), '2.0.0-rc')
  assert.throws(() => version.bump('premajor', { base: 1.5 }), TypeError)
  assert.throws(() => version.bump('bigger'), GreenboardError)
  assert.equal(version.diff(version.bump('minor')), 'minor')
})

test('requirements', () => {
  const requirement = new Requirement('^1.2')
  assert.ok(requirement.matches('1.9.0') && requirement.matches(new Version('1.9.0')))
  assert.ok(!requirement.matches('2.0.0'))
  assert.ok(requirement.movedTo('2.0.0').matches('2.1.0'))
  assert.ok(requirement.intersects(new Requirement('>=1.4')))
  assert.ok(new Requirement('=1.3.0').isSubset(requirement))
  assert.ok(new Requirement('>1, <1').isEmpty && !requirement.isEmpty)
  assert.equal(JSON.stringify([requirement]), '["^1.2"]')
  assert.equal(inspect(requirement), 'Requirement(^1.2, cargo)')
})

test('vers is the common notation', () => {
  assert.equal(new Requirement('^1.2 || 3.0.0', { scheme: 'npm' }).toVers(), 'vers:npm/>=1.2.0|<2.0.0|3.0.0')
  const affected = Requirement.fromVers('vers:maven/>=1.0|!=1.4|<2.0')
  assert.ok(affected.equals(new Requirement('[1.0,1.4),(1.4,2.0)', { scheme: 'maven' })))
  assert.throws(() => Requirement.fromVers('vers:gem/|>=2.2.0'), { column: 10 })
})

test('errors arrive whole', () => {
  assert.throws(
    () => new Version('x'),
    (error) => {
      assert.ok(error instanceof GreenboardError && error instanceof Error)
      assert.equal(error.name, 'GreenboardError')
      assert.match(error.code, /^version\./)
      assert.equal(error.details.input, 'x')
      assert.equal(error.retryable, false)
      assert.ok(error.message.endsWith(error.toJSON().message))
      const { code, column, details, retryable } = error
      assert.deepEqual({ ...error.toJSON(), message: '' }, { code, message: '', path: null, line: null, column, details, retryable })
      return true
    },
  )
  assert.throws(() => new Version(1), TypeError)
  assert.throws(() => new Version('1.0.0', { scheme: 'perl' }), { code: 'version.unknown_scheme' })
})
