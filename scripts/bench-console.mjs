import { enter } from './lib/enter.mjs'

await enter('bench-console.ts')
