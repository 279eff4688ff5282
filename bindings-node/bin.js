#!/usr/bin/env node
'use strict'
const native = require('./lib/native')

process.exitCode = native.main(process.argv.slice(2))
