import { enter } from './lib/enter.mjs'

await enter('invariants.ts', { quiet: true })
