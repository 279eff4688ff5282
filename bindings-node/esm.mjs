import greenboard from './index.js'

export const { GreenboardError, Requirement, Version, canonicalJson, digest, digestText } = greenboard
