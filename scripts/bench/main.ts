import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createStripePaymentGateway } from '../../packages/adapters/src/payment/stripe-payment-gateway.ts'
import type { PaymentGateway } from '../../packages/core/src/ports/payment-gateway.ts'
import { createPrisma, type Db } from '../../packages/db/src/client.ts'
import { countUnfinished } from '../../packages/db/src/invariants/check-invariants.ts'
import { seedProductWithStock } from '../../packages/db/src/seed/scenarios/product-with-stock.ts'
import { checkShop } from '../../packages/events/src/reconcile/check-shop.ts'
import { readVariables, withoutNamedServers } from '../env.ts'
import { bringUpStack } from '../lib/bring-up-stack.ts'
import { ensureKeys } from '../lib/keys.ts'
import { onInterrupt } from '../lib/on-interrupt.ts'
import { findFreePorts } from '../lib/ports.ts'
import { runPart } from '../lib/run-part.ts'
import { sayStage } from '../lib/stages.ts'
import { listStatements, resetStatements } from './count-statements.ts'
import { readCpuUse } from './cpu-use.ts'
import { measureReads } from './measure-reads.ts'
import { type LevelResult, runLevel } from './run-level.ts'
import { watchOrders } from './wait-for-orders.ts'

const { values: options } = parseArgs({
  options: {
    shoppers: { type: 'string', default: '1,8,32' },
    seconds: { type: 'string', default: '15' },
    statements: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
  },
})
const levels = options.shoppers.split(',').map(Number)
const secondsPerLevel = Number(options.seconds)
const secondsPerRead = 5
const productCount = 40
const unitsPerProduct = 100_000
const settleMsMax = 60_000
const unlimited = '1000000'

/** Complete orders a second and the time to place one, on this machine with everything on it; then the invariants. */
const bench = async (): Promise<number> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'makegood-bench-'))
  const interrupted = new AbortController()
  onInterrupt(
    () => interrupted.abort(),
    () => process.exit(130),
  )
  const pids = new Map<string, number>()
  const stack = await bringUpStack({
    variables: {
      ...withoutNamedServers(readVariables()),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_CHECKOUT_PER_MINUTE: unlimited,
      RATE_LIMIT_CART_PER_MINUTE: unlimited,
      // The parcels of one level would else travel, and weigh, in the next.
      CARRIER_STEP_SECONDS: '0',
    },
    keys: ensureKeys(dataDir).keys,
    ports: await findFreePorts(),
    host: '127.0.0.1',
    dataDir,
    logDir: join(dataDir, 'logs'),
    durable: true,
    web: options.pages,
    watch: false,
    ownEngine: true,
    postgresSettings: { shared_preload_libraries: 'pg_stat_statements' },
    stage: sayStage,
    say: console.log,
    onIdentity: (name, identity) => identity && pids.set(name, identity.pid),
    onGivenUp: undefined,
    signal: interrupted.signal,
  })
  const db = createPrisma(stack.urls.database, { poolMax: 4, applicationName: 'bench' })
  const secretKey = stack.env.STRIPE_SECRET_KEY ?? ''
  const gateway = createStripePaymentGateway({ apiUrl: stack.urls.sandbox, secretKey, timeoutMs: 10_000 })
  try {
    await db.$executeRaw`create extension if not exists pg_stat_statements`
    const began = new Date()
    await measure(db, { apiUrl: stack.urls.api, webUrl: stack.urls.web }, pids, interrupted.signal)
    return await judge({ db, gateway }, began)
  } finally {
    await db.$disconnect()
    await stack.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const measure = async (
  db: Db,
  shop: { apiUrl: string; webUrl: string },
  pids: ReadonlyMap<string, number>,
  signal: AbortSignal,
): Promise<void> => {
  const products = []
  for (let n = 0; n < productCount; n += 1) products.push(await seedProductWithStock(db, { units: unitsPerProduct }))
  const waiting = watchOrders(db)
  console.log('\n  shoppers   orders/s   place p50   place p95   confirmed p50   confirmed p95   statements/order')
  try {
    await runLevel(shop, products, waiting, { shoppers: 8, seconds: 3 })
    for (const shoppers of levels) {
      signal.throwIfAborted()
      await untilSettled(db)
      await resetStatements(db)
      const before = readCpuUse(pids)
      const result = await runLevel(shop, products, waiting, { shoppers, seconds: secondsPerLevel })
      await untilSettled(db)
      await sayLevel(db, result)
      const use = [...readCpuUse(pids)].map(
        ([name, ms]) => `${name} ${((ms - (before.get(name) ?? 0)) / result.orders).toFixed(1)} ms`,
      )
      if (use.length > 0) console.log(`            processor time an order: ${use.join(', ')}`)
    }
  } finally {
    waiting.stop()
  }
  await readShop(shop, products[0]?.slug ?? '', signal)
}

/** How often a second shoppers may look at the list, a product and what they search for; with `--pages` at the list's page too. */
const readShop = async (
  shop: { readonly apiUrl: string; readonly webUrl: string },
  slug: string,
  signal: AbortSignal,
): Promise<void> => {
  const query = (procedure: string, input: object): string =>
    `${shop.apiUrl}/trpc/store.catalogue.${procedure}?input=${encodeURIComponent(JSON.stringify({ locale: 'ko', ...input }))}`
  const reads = [
    ['product list', query('list', {}), 'application/json'],
    ['one product', query('get', { slug }), 'application/json'],
    ['suggestions', query('suggest', { q: '대접' }), 'application/json'],
    ...(options.pages ? [['list page', `${shop.webUrl}/products`, 'text/html'] as const] : []),
  ] as const
  console.log('\n  reads             a second         p50         p95   failed')
  for (const [name, url, accept] of reads) {
    const result = await measureReads(name, url, { seconds: secondsPerRead, accept, signal })
    const cells = [result.perSecond.toFixed(0), `${result.p50.toFixed(1)} ms`, `${result.p95.toFixed(1)} ms`]
    console.log(
      `  ${name.padEnd(14)}${cells.map(text => text.padStart(12)).join('')}${String(result.failed).padStart(9)}`,
    )
  }
}

const judge = async (shop: { readonly db: Db; readonly gateway: PaymentGateway }, began: Date): Promise<number> => {
  const { breaches, notCompared } = await checkShop(shop, began)
  for (const breach of breaches.slice(0, 20))
    console.error(`  ${breach.invariant}: ${breach.subject}: ${breach.detail}`)
  if (notCompared !== null) console.error(`  The gateway's charges were not compared: ${notCompared}`)
  console.log(
    `\n  ${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, everything on this machine.`,
  )
  const isSound = breaches.length === 0 && notCompared === null
  console.log(`  Invariants after the run: ${isSound ? 'all hold' : `${breaches.length} breaches`}.`)
  return isSound ? 0 : 1
}

const sayLevel = async (db: Db, result: LevelResult): Promise<void> => {
  const statements = await listStatements(db)
  const calls = statements.reduce((sum, row) => sum + row.calls, 0)
  const ms = (value: number) => `${value.toFixed(1)} ms`
  const cells: readonly (readonly [string, number])[] = [
    [String(result.shoppers), 10],
    [(result.orders / result.seconds).toFixed(1), 11],
    [ms(result.place.p50), 12],
    [ms(result.place.p95), 12],
    [ms(result.confirmed.p50), 16],
    [ms(result.confirmed.p95), 16],
    [(calls / result.orders).toFixed(1), 19],
  ]
  console.log(cells.map(([text, width]) => text.padStart(width)).join(''))
  if (!options.statements) return
  for (const row of statements.slice(0, 45))
    console.log(
      `    ${(row.calls / result.orders).toFixed(2)} an order, ${(row.totalMs / row.calls).toFixed(3)} ms: ${row.query.slice(0, 140)}`,
    )
}

/** Waits until no saga runs and no event waits; what is measured and judged then is complete. */
const untilSettled = async (db: Db): Promise<void> => {
  for (const deadline = performance.now() + settleMsMax; performance.now() < deadline; await sleep(50)) {
    const { sagas, events } = await countUnfinished(db)
    if (sagas === 0 && events === 0) return
  }
  throw new Error('sagas or events are still unfinished a minute after the last order')
}

await runPart(bench)
