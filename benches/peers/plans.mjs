// Plans of the monorepos of benches/plans.rs by changesets itself. CPU time, median of five.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const assemble = require('@changesets/assemble-release-plan').default
console.error = () => {}

// The generator of the other bench (SplitMix64).
const MASK = (1n << 64n) - 1n
function random(seed) {
  let state = BigInt(seed)
  return (limit) => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK
    let z = state
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK
    return Number((z ^ (z >> 31n)) % BigInt(limit))
  }
}

const name = (index) => `@acme/p${index}`

function monorepo(count) {
  const below = random(7)
  const versions = Array.from({ length: count }, () => `${below(3)}.${below(9)}.${below(9)}`)
  const packages = []
  const changesets = []
  for (let index = 0; index < count; index++) {
    const packageJson = { name: name(index), version: versions[index] }
    const before = Math.floor(index / 100) * 100
    const seen = new Set()
    for (let edge = 0; edge < 4; edge++) {
      const [provider, kind, operator] = [below(Math.max(before, 1)), below(10), below(10)]
      if (before === 0 || seen.has(provider)) continue
      seen.add(provider)
      const table = ['devDependencies', 'peerDependencies'][kind] ?? 'dependencies'
      packageJson[table] ??= {}
      packageJson[table][name(provider)] = `${['', '~'][operator] ?? '^'}${versions[provider]}`
    }
    packages.push({ packageJson, dir: `/repo/packages/${name(index)}` })
    if (below(100) === 0) {
      const type = ['patch', 'minor', 'major'][below(3)]
      changesets.push({ id: `change-${index}`, summary: '', releases: [{ name: name(index), type }] })
    }
  }
  const root = { packageJson: { name: 'root-of-all', version: '0.0.0', private: true }, dir: '/repo' }
  return [changesets, { root, packages, tool: 'pnpm' }]
}

const config = {
  fixed: [],
  linked: [],
  ignore: [],
  updateInternalDependencies: 'patch',
  bumpVersionsWithWorkspaceProtocolOnly: false,
  privatePackages: { version: true, tag: false },
  snapshot: { useCalculatedVersion: false, prereleaseTemplate: null },
  ___experimentalUnsafeOptions_WILL_CHANGE_IN_PATCH: {
    onlyUpdatePeerDependentsWhenOutOfRange: false,
    updateInternalDependents: 'out-of-range',
  },
}

const counts = process.argv.slice(2).map(Number)
for (const count of counts.length > 0 ? counts : [1_000, 10_000]) {
  const [changesets, packages] = monorepo(count)
  const times = []
  let plan
  for (let run = 0; run < 5; run++) {
    const start = process.cpuUsage()
    plan = assemble(changesets, packages, config, undefined, undefined)
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1e3)
  }
  const released = plan.releases.filter((release) => release.type !== 'none').length
  const median = times.sort((a, b) => a - b)[2]
  console.log(`plan ${count} packages ${median.toFixed(2)} ms, ${released} released, ${plan.releases.length - released} kept`)
}
