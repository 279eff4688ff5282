'use strict'
// Finds the compiled core: beside this package where it was built here, else in the prebuilt package of the platform.
const { platformName } = require('./platform')

function load(name) {
  const causes = []
  for (const place of [`../greenboard.${name}.node`, `greenboard-${name}`]) {
    try {
      return require(place)
    } catch (error) {
      causes.push(error)
    }
  }
  throw new Error(
    `greenboard has no compiled core for ${name}: install it without --omit=optional, or build it with \`make build\``,
    { cause: new AggregateError(causes, causes.map(String).join('; ')) },
  )
}

module.exports = load(platformName())
