'use strict'
const { GreenboardError } = require('./lib/errors')
const { Requirement, Version } = require('./lib/version')

module.exports = { GreenboardError, Requirement, Version }
