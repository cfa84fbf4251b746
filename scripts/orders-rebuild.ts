import { parseArgs } from 'node:util'
import { compareWithHistory, type OrderDifference } from '../packages/db/src/order/compare-with-history.ts'
import { runPart } from './lib/run-part.ts'
import { seconds } from './lib/stages.ts'
import { withShop } from './lib/with-shop.ts'

const { values: options } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const say = ({ orderId, status, version, history }: OrderDifference): void => {
  const said = history.rebuilt ? `${history.status} at version ${history.version}` : `no state: ${history.fault}`
  console.log(`  ${orderId} is ${status} at version ${version}; its history says ${said}`)
}

/**
 * Rebuilds every order's state and version from its history alone and compares them with the order's row; ends with 1 where
 * they differ. It never changes an order: which of the two is right depends on where the goods and the money are.
 */
await runPart(() =>
  withShop(async ({ db }) => {
    const began = performance.now()
    let orders = 0
    let differ = 0
    for await (const page of compareWithHistory(db)) {
      orders += page.orders
      differ += page.differences.length
      for (const difference of page.differences) say(difference)
    }
    const count = orders.toLocaleString('en')
    console.log(`  ${count} orders rebuilt in ${seconds(performance.now() - began)}, ${differ} differ from their rows.`)
    if (differ > 0 && !options.check)
      console.log(
        '\n  Nothing was changed. Whether the row or the history is right, a person must say, who knows where the goods and\n' +
          '  the money are: see "When an order and its history differ" in docs/operations.md.',
      )
    return differ === 0 ? 0 : 1
  }),
)
