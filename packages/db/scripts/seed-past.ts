// Fills the database at DATABASE_URL with products, accounts and past orders: node scripts/seed-past.ts --orders 1000000
import { parseArgs } from 'node:util'
import { createPrisma } from '../src/client.ts'
import { readDatabaseUrl } from '../src/env.ts'
import { seedPast } from '../src/seed/past/seed-past.ts'
import { runScript } from './run-script.ts'

const { values } = parseArgs({
  options: {
    products: { type: 'string', default: '0' },
    users: { type: 'string', default: '0' },
    orders: { type: 'string', default: '0' },
  },
})

const countOf = (name: keyof typeof values): number => {
  const count = Number(values[name])
  if (!Number.isInteger(count) || count < 0 || count > 10_000_000)
    throw new Error(`--${name} is for how many, such as 1000`)
  return count
}

await runScript('The past could not be put in', async () => {
  const asked = { products: countOf('products'), users: countOf('users'), orders: countOf('orders') }
  const db = createPrisma(readDatabaseUrl(), {
    poolMax: 1,
    applicationName: 'makegood past',
    statementTimeoutMs: 10 * 60_000,
  })
  const began = Date.now()
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1)
  console.log(
    'While a slice of orders is written, the rule that an order begins as PENDING is put aside, and nothing else.',
  )
  try {
    await seedPast(db, asked, ({ kind, written, of }) => console.log(`${seconds()} s  ${kind} ${written} of ${of}`))
    console.log(`Done in ${seconds()} s. \`npm run invariants\` says whether all of it holds.`)
  } finally {
    await db.$disconnect()
  }
})
