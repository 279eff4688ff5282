// Verification of a ledger's export beside greenboard's own: JSON.parse and node:crypto, the tree as a frontier. CPU time.
//
// Once with the check that bytes are canonical, as far as parsing and writing tell it, and once without.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ZERO = Buffer.from([0])
const ONE = Buffer.from([1])

function verify(file, canonical) {
  let prev = '0'.repeat(64)
  let recorded = ''
  const ids = new Set()
  const frontier = []
  let seq = 0
  for (let start = 0, end; (end = file.indexOf(10, start)) >= 0; start = end + 1, seq++) {
    const bytes = file.subarray(start, end)
    const text = bytes.toString('utf8')
    const entry = JSON.parse(text)
    if (canonical && JSON.stringify(entry) !== text) throw new Error(`entry ${seq}: not canonical`)
    if (entry.seq !== seq || entry.prev !== prev) throw new Error(`entry ${seq}: broken chain`)
    if (entry.recorded_at < recorded || ids.has(entry.id)) throw new Error(`entry ${seq}: order of time, or id`)
    recorded = entry.recorded_at
    ids.add(entry.id)
    let digest = createHash('sha256').update(ZERO).update(bytes).digest()
    prev = digest.toString('hex')
    for (let size = seq; size & 1; size >>= 1) {
      digest = createHash('sha256').update(ONE).update(frontier.pop()).update(digest).digest()
    }
    frontier.push(digest)
  }
  let root = frontier.pop()
  while (frontier.length > 0) root = createHash('sha256').update(ONE).update(frontier.pop()).update(root).digest()
  return { root: root.toString('hex'), count: seq }
}

const file = readFileSync(join(process.argv[2], 'ledger.jsonl'))
for (const canonical of [true, false]) {
  const start = process.cpuUsage()
  const { root, count } = verify(file, canonical)
  const { user, system } = process.cpuUsage(start)
  const ms = (user + system) / 1000
  const what = 'JSON.parse and node:crypto' + (canonical ? '' : ', canonical form unchecked')
  console.log(`verify ${count} entries: ${what} ${ms.toFixed(0)} ms, ${((ms / count) * 1e6).toFixed(0)} ns each (${root.slice(0, 8)})`)
}
