import { enter } from './lib/enter.mjs'

await enter('test/main.ts')
