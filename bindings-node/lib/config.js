'use strict'
// The configuration files of other tools, as policies.
const { given } = require('./document')
const { call } = require('./errors')
const native = require('./native')

function changesets(config, { pre, preset = 'changesets@2' } = {}) {
  return JSON.parse(call(() => native.changesetsPolicy(preset, config, pre)))
}

function check(workspace, policy) {
  call(() => native.checkPolicy(given(workspace), given(policy)))
}

function releasePlease(config, manifest) {
  return JSON.parse(call(() => native.configReleasePlease(config, manifest)))
}

function workspace(config, found) {
  return JSON.parse(call(() => native.configWorkspace(given(config), given(found))))
}

function touched(config, files) {
  return JSON.parse(call(() => native.configTouched(given(config), [...files])))
}

module.exports = { changesets, check, releasePlease, touched, workspace }
