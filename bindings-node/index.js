'use strict'
const branch = require('./lib/branch')
const bulk = require('./lib/bulk')
const catalogue = require('./lib/catalogue')
const change = require('./lib/change')
const changeRequests = require('./lib/change_requests')
const component = require('./lib/component')
const config = require('./lib/config')
const conflicts = require('./lib/conflicts')
const contracts = require('./lib/contracts')
const dates = require('./lib/dates')
const { canonicalJson, digest, digestText } = require('./lib/document')
const edit = require('./lib/edit')
const { GreenboardError, Refused } = require('./lib/errors')
const { Facts } = require('./lib/fact')
const { gatesOf: _gatesOf, ...gate } = require('./lib/gate')
const ledger = require('./lib/ledger')
const measurement = require('./lib/measurement')
const npm = require('./lib/npm')
const pep440 = require('./lib/pep440')
const { instant: _instant, ...plan } = require('./lib/plan')
const release = require('./lib/release')
const report = require('./lib/report')
const risk = require('./lib/risk')
const slo = require('./lib/slo')
const soak = require('./lib/soak')
const { Repository } = require('./lib/source')
const templates = require('./lib/templates')
const tool = require('./lib/tool')
const { Requirement, Version } = require('./lib/version')
const windows = require('./lib/windows')

module.exports = {
  ...branch,
  ...bulk,
  ...catalogue,
  ...change,
  ...component,
  ...edit,
  ...gate,
  ...plan,
  ...report,
  Facts,
  GreenboardError,
  Refused,
  Repository,
  Requirement,
  Version,
  canonicalJson,
  changeRequests,
  config,
  conflicts,
  contracts,
  dates,
  digest,
  digestText,
  ledger,
  measurement,
  npm,
  pep440,
  release,
  risk,
  slo,
  soak,
  templates,
  tool,
  windows,
}
