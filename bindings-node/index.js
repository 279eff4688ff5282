'use strict'
const bulk = require('./lib/bulk')
const catalogue = require('./lib/catalogue')
const { canonicalJson, digest, digestText } = require('./lib/document')
const { GreenboardError } = require('./lib/errors')
const plan = require('./lib/plan')
const { Repository } = require('./lib/source')
const { Requirement, Version } = require('./lib/version')

module.exports = {
  ...bulk,
  ...catalogue,
  ...plan,
  GreenboardError,
  Repository,
  Requirement,
  Version,
  canonicalJson,
  digest,
  digestText,
}
