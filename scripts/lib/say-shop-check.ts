import { type ShopCheck, shopInvariants } from '../../packages/events/src/reconcile/check-shop.ts'

const breachesMax = 50

/** Prints every invariant and whether it holds, then the breaches; answers whether all was looked at and all holds. */
export const sayShopCheck = ({ breaches, notCompared, unfinished }: ShopCheck): boolean => {
  const width = Math.max(...shopInvariants.map(name => name.length))
  const counts = Map.groupBy(breaches, breach => breach.invariant)
  for (const name of shopInvariants) {
    const count = counts.get(name)?.length ?? 0
    console.log(`  ${name.padEnd(width)}   ${count === 0 ? 'holds' : `${count} BREACHED`}`)
  }
  for (const { invariant, subject, detail } of breaches.slice(0, breachesMax))
    console.log(`\n  ${invariant}\n    ${subject}: ${detail}`)
  if (breaches.length > breachesMax) console.log(`\n  and ${breaches.length - breachesMax} more`)
  if (notCompared !== null) console.log(`\n  The gateway's charges were NOT compared: ${notCompared}`)
  if (unfinished.sagas > 0 || unfinished.events > 0)
    console.log(`\n  Under way meanwhile: ${unfinished.sagas} sagas, ${unfinished.events} events.`)
  return breaches.length === 0 && notCompared === null
}
