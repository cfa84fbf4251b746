import { enter } from './lib/enter.mjs'

await enter('bench-engine.ts')
