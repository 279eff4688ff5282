// Commit messages: greenboard from Node beside conventional-commits-parser, CPU time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CommitParser } from 'conventional-commits-parser'
import { parseCommit } from '../../bindings-node/esm.mjs'

const inputs = process.argv[2] ?? 'target/bench-inputs'

/** The median of `runs` runs, after one that is not counted, in milliseconds. */
function cpu(work, runs = 5) {
  work()
  const times = Array.from({ length: runs }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]
}

const pattern = '^(\\w*)(?:\\((.*)\\))?!?: (.*)$'
const parser = new CommitParser({
  headerPattern: new RegExp(pattern),
  breakingHeaderPattern: new RegExp(pattern.replace('!?', '!')),
})

for (const count of [2000, 20000, 200000]) {
  const texts = readFileSync(join(inputs, `commits-${count}.jsonl`), 'utf8').split('\n').map((line) => JSON.parse(line))
  const ours = cpu(() => {
    for (const text of texts) {
      try {
        parseCommit(text)
      } catch {
        // Not a conventional one.
      }
    }
  }, 3)
  const theirs = cpu(() => {
    for (const text of texts) parser.parse(text)
  }, 3)
  const name = `${count} messages, Node`.padEnd(40)
  console.log(`${name} ${ours.toFixed(1)} ms  conventional-commits-parser ${theirs.toFixed(1)} ms  ${(theirs / ours).toFixed(1)}x`)
}
