import greenboard from './index.js'

export const { GreenboardError, Requirement, Version } = greenboard
