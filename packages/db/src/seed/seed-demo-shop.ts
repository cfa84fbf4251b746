import type { Db } from '../client.ts'
import { seedCampaigns } from './seed-campaigns.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedDemoLogins } from './seed-demo-logins.ts'
import { seedDemoWallet } from './seed-demo-wallet.ts'

// Any number will do as long as nothing else in the database uses it for a lock.
const lockNumber = 7_204_013

export type Seeded = {
  readonly products: number
  readonly logins: number
  readonly campaigns: number
  readonly wallets: number
}

/** Puts the demo shop in, where it is not yet: all of it or nothing, and twice, also at once, the same as once. The
 * logins, whose passwords everybody knows, may be left out. */
export const seedDemoShop = (db: Db, choose: { readonly logins: boolean } = { logins: true }): Promise<Seeded> =>
  db.$transaction(
    async tx => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${lockNumber}::bigint)`
      return {
        products: await seedCatalogue(tx),
        logins: choose.logins ? await seedDemoLogins(tx) : 0,
        campaigns: await seedCampaigns(tx),
        wallets: await seedDemoWallet(tx),
      }
    },
    { maxWait: 5000, timeout: 60_000 },
  )
