import { enter } from './lib/enter.mjs'

await enter('crash-outbox.ts')
