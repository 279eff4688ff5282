'use strict'
const { call } = require('./errors')
const native = require('./native')

function catalogue() {
  return JSON.parse(call(() => native.catalogue()))
}

function errorCodes() {
  return native.errorCodes()
}

function schemas() {
  return JSON.parse(call(() => native.schemas()))
}

module.exports = { catalogue, errorCodes, schemas }
