import { runPart } from './lib/run-part.ts'
import { runShop } from './lib/run-shop.ts'

await runPart(() => runShop({ watch: false }))
