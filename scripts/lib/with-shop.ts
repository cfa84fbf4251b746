import { createStripePaymentGateway } from '../../packages/adapters/src/payment/stripe-payment-gateway.ts'
import type { PaymentGateway } from '../../packages/core/src/ports/payment-gateway.ts'
import { createPrisma, type Db } from '../../packages/db/src/client.ts'
import { readEnv, readVariables } from '../env.ts'
import { findDatabaseUrl, withoutPassword } from './find-database.ts'
import { ensureKeys } from './keys.ts'
import { stateDir } from './paths.ts'
import { PlainError } from './plain-error.ts'
import { askDatabase } from './postgres/ensure-database.ts'
import { findRunning, readRunState } from './run-state.ts'

const askMs = 5000
const statementTimeoutMs = 10 * 60_000
const gatewayTimeoutMs = 10_000

export interface ShopParts {
  db: Db
  gateway: PaymentGateway
}

/** The shop's database and its payment gateway, for a command beside the running shop; both are closed after. */
export const withShop = async (use: (parts: ShopParts) => Promise<number>): Promise<number> => {
  const variables = readVariables()
  const env = readEnv(variables)
  const running = findRunning(readRunState(stateDir))
  const url = env.DATABASE_URL ?? findDatabaseUrl(env, running)
  try {
    await askDatabase(url, askMs)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PlainError(`There is no shop at ${withoutPassword(url)} (${reason}). DATABASE_URL names another one.`)
  }
  const apiUrl = variables.STRIPE_API_URL ?? `http://127.0.0.1:${running?.ports.sandbox ?? env.SANDBOX_PORT}`
  const secretKey = variables.STRIPE_SECRET_KEY ?? ensureKeys(stateDir).keys.STRIPE_SECRET_KEY
  const db = createPrisma(url, { poolMax: 2, applicationName: 'makegood command', statementTimeoutMs })
  try {
    return await use({ db, gateway: createStripePaymentGateway({ apiUrl, secretKey, timeoutMs: gatewayTimeoutMs }) })
  } finally {
    await db.$disconnect()
  }
}
