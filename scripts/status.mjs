import { enter } from './lib/enter.mjs'

await enter('status.ts', { quiet: true })
