// Versions in bulk through the Node binding, beside node-semver. CPU time, median of the runs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import { filterVersionsSync, matchMatrixSync, sortVersionsSync } from 'greenboard'

const semver = createRequire(import.meta.url)('semver')

/** The median CPU time of `work` in milliseconds. */
function cpu(work, runs) {
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e3
  })
  return times.sort((a, b) => a - b)[runs >> 1]
}

function report(name, ours, theirs) {
  const [a, b] = [ours, theirs].map((ms) => ms.toFixed(2).padStart(10))
  console.log(`${name.padEnd(58)} ${a} ms  ${'node-semver'.padEnd(16)} ${b} ms  ${(theirs / ours).toFixed(1).padStart(7)}x`)
}

const read = (name) => readFileSync(join(process.argv[2], `${name}.txt`), 'utf8').split('\n')
const texts = read('semver')
for (const count of [10_000, 100_000, 1_000_000]) {
  const some = texts.slice(0, count)
  const ours = cpu(() => sortVersionsSync(some, { scheme: 'npm' }), 5)
  const theirs = cpu(() => semver.sort([...some]), count > 100_000 ? 1 : 3)
  report(`sort ${count} SemVer texts, array to array`, ours, theirs)
}

const some = texts.slice(0, 100_000)
report(
  'filter 100000 SemVer texts by one range',
  cpu(() => filterVersionsSync(some, '>=10.1 <20', { scheme: 'npm' }), 5),
  cpu(() => some.filter((text) => semver.satisfies(text, '>=10.1 <20')), 3),
)

const [ranges, versions] = [read('npm_ranges'), read('npm_versions')]
const matched = () => {
  let met = 0
  for (const range of ranges) for (const version of versions) if (semver.satisfies(version, range)) met += 1
  return met
}
report(
  '1000 npm ranges x 1000 versions, from text',
  cpu(() => matchMatrixSync(ranges, versions, { scheme: 'npm' }), 5),
  cpu(matched, 1),
)
// What a careful user of node-semver does: each text is parsed once.
const parsedOnce = () => {
  const parsedRanges = ranges.map((range) => new semver.Range(range))
  const parsedVersions = versions.map((version) => new semver.SemVer(version))
  let met = 0
  for (const range of parsedRanges) for (const version of parsedVersions) if (range.test(version)) met += 1
  return met
}
report(
  '1000 npm ranges x 1000 versions, peer parses each text once',
  cpu(() => matchMatrixSync(ranges, versions, { scheme: 'npm' }), 5),
  cpu(parsedOnce, 1),
)
