// The same types through `require`.
import greenboard = require('greenboard')

const text: string = new greenboard.Version('1.2.3').toString()
void text
