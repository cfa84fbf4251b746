// Puts the demo shop into the database at DATABASE_URL: goods with their stock, coupons and, with
// SEED_DEMO_LOGINS=on, the demo logins and a filled wallet.
// Changes nothing that is there.
import { createPrisma } from '../src/client.ts'
import { readSeedEnv } from '../src/env.ts'
import { seedDemoShop } from '../src/seed/seed-demo-shop.ts'
import { runScript } from './run-script.ts'

await runScript('The demo shop could not be put in', async () => {
  const env = readSeedEnv()
  const db = createPrisma(env.DATABASE_URL, { poolMax: 1, applicationName: 'makegood seed' })
  try {
    const { products, logins, campaigns, wallets } = await seedDemoShop(db, { logins: env.SEED_DEMO_LOGINS === 'on' })
    console.log(
      products + logins + campaigns + wallets > 0
        ? `Added ${products} products, ${logins} logins, ${campaigns} coupon campaigns and ${wallets} wallets.`
        : 'The demo shop is there already.',
    )
  } finally {
    await db.$disconnect()
  }
})
