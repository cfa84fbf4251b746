import { enter } from './lib/enter.mjs'

await enter('docs/generate-docs.ts', { quiet: true })
