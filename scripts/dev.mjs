import { enter } from './lib/enter.mjs'

await enter('dev.ts')
