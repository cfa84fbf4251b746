import { currencies, type Money, money } from '@makegood/core/money/money'
import { GatewayMisuseError } from './gateway-misuse-error.ts'

/** An amount to move, as Stripe takes it; throws where it is not above zero or cannot be told exactly. */
export const toMinor = (amount: Money): number => {
  const minor = Number(amount.amountMinor)
  if (Number.isSafeInteger(minor) && minor > 0) return minor
  throw new GatewayMisuseError(
    `An amount to move must be above zero and exact, got ${amount.amountMinor} ${amount.currency}.`,
  )
}

export const toMoney = (minor: number, currency: string): Money => {
  const known = currencies.find(code => code === currency.toUpperCase())
  if (known !== undefined) return money(BigInt(minor), known)
  throw new GatewayMisuseError(`The gateway speaks of ${currency}, a currency that the shop does not use.`)
}
