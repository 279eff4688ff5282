'use strict'
const { canonicalJson, digest, digestText } = require('./lib/document')
const { GreenboardError } = require('./lib/errors')
const { Requirement, Version } = require('./lib/version')

module.exports = { GreenboardError, Requirement, Version, canonicalJson, digest, digestText }
