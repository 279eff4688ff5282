'use strict'
// Finds the compiled core: beside this package where it was built here, else in the prebuilt package of the platform.

/** What the platform is called in file and package names, such as `linux-x64-gnu`. */
function platformName() {
  const { platform, arch } = process
  if (platform === 'linux') {
    return `linux-${arch}-${process.report.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl'}`
  }
  return platform === 'win32' ? `win32-${arch}-msvc` : `${platform}-${arch}`
}

function load() {
  const name = platformName()
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
    { cause: new AggregateError(causes) },
  )
}

module.exports = load()
