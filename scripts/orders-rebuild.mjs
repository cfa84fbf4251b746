import { enter } from './lib/enter.mjs'

await enter('orders-rebuild.ts', { quiet: true })
