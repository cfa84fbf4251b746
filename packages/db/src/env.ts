import { readEnv } from '@makegood/core/read-env'
import { z } from 'zod'

const postgresUrl = (what: string) =>
  z.url({
    protocol: /^postgres(ql)?$/,
    error: `should be the address of ${what}: postgres://user:password@host:port/database`,
  })

const shopEnv = z.object({ DATABASE_URL: postgresUrl("the shop's Postgres database") })
const seedEnv = shopEnv.extend({
  SEED_DEMO_LOGINS: z
    .enum(['on', 'off'], 'should be on or off: their passwords are known to everybody, so only a demo shop has them')
    .default('off'),
})
const webUrl = z
  .url({ protocol: /^https?$/, error: 'should be the address of the shop' })
  .default('http://localhost:3000')
const storyEnv = shopEnv.extend({
  WEB_URL: webUrl,
  SANDBOX_URL: z.url({ protocol: /^https?$/, error: 'should be the sandbox’s address' }),
})
const invitationEnv = shopEnv.extend({ WEB_URL: webUrl })
const testEnv = z.object({
  TEST_DATABASE_URL: postgresUrl('a Postgres on which databases may be created (`npm test` brings its own)'),
})
const testRedisEnv = z.object({
  TEST_REDIS_URL: z.url({
    protocol: /^rediss?$/,
    error: 'should be the address of a Redis (`npm test` brings its own)',
  }),
})

/** The shop's database, or an error that names what is missing or wrong. */
export const readDatabaseUrl = (): string => readEnv(shopEnv, process.env).DATABASE_URL

/** The shop's database and whether the demo logins belong into it, or an error that names what is missing or wrong. */
export const readSeedEnv = (): z.output<typeof seedEnv> => readEnv(seedEnv, process.env)

/** The demo shop's database and its outside world, or an error that names what is missing or wrong. */
export const readStoryEnv = (): z.output<typeof storyEnv> => readEnv(storyEnv, process.env)

/** The shop's database and the address under which people reach it, or an error that names what is missing or wrong. */
export const readInvitationEnv = (): z.output<typeof invitationEnv> => readEnv(invitationEnv, process.env)

/** A Postgres on which scratch databases may be created, or an error that names what is missing or wrong. */
export const readTestDatabaseUrl = (): string => readEnv(testEnv, process.env).TEST_DATABASE_URL

/** A Redis for tests, or an error that names what is missing or wrong. */
export const readTestRedisUrl = (): string => readEnv(testRedisEnv, process.env).TEST_REDIS_URL

/** Where a scratch database may be made beside the one named: TEST_DATABASE_URL where it is set, else DATABASE_URL. */
export const readScratchServerUrl = (): string =>
  process.env.TEST_DATABASE_URL === undefined ? readDatabaseUrl() : readTestDatabaseUrl()
