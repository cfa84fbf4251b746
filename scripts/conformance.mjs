import { enter } from './lib/enter.mjs'

await enter('conformance.ts')
