import { parseArgs } from 'node:util'
import { checkShop } from '../packages/events/src/reconcile/check-shop.ts'
import { PlainError } from './lib/plain-error.ts'
import { runPart } from './lib/run-part.ts'
import { sayShopCheck } from './lib/say-shop-check.ts'
import { withShop } from './lib/with-shop.ts'

const dayMs = 24 * 60 * 60 * 1000
const { values: options } = parseArgs({ options: { days: { type: 'string', default: '30' } } })

/** Checks the shop's invariants on its own database, and its books against the gateway's charges of so many days; ends with 1 on a breach. */
await runPart(async () => {
  const days = Number(options.days)
  if (!(days > 0)) throw new PlainError('--days is for how many days back the charges are compared, such as 30.')
  return await withShop(async parts => {
    const check = await checkShop(parts, new Date(Date.now() - days * dayMs))
    return sayShopCheck(check) ? 0 : 1
  })
})
