import { enter } from './lib/enter.mjs'

await enter('reset.ts')
