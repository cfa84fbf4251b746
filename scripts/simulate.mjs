import { enter } from './lib/enter.mjs'

await enter('simulate.ts')
