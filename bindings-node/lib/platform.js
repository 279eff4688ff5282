'use strict'

/** What the platform is called in file and package names, such as `linux-x64-gnu`. */
function platformName({ platform, arch } = process) {
  if (platform === 'win32') return `win32-${arch}-msvc`
  if (platform !== 'linux') return `${platform}-${arch}`
  return `linux-${arch}-${process.report.getReport().header.glibcVersionRuntime ? 'gnu' : 'musl'}`
}

module.exports = { platformName }
