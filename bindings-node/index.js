'use strict'
const bulk = require('./lib/bulk')
const { canonicalJson, digest, digestText } = require('./lib/document')
const { GreenboardError } = require('./lib/errors')
const { Requirement, Version } = require('./lib/version')

module.exports = { ...bulk, GreenboardError, Requirement, Version, canonicalJson, digest, digestText }
