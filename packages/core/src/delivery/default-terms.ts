import { policySchema, toPolicy } from '../policy.ts'
import type { DeliveryTerms } from './delivery-terms.ts'

/** The shop's own terms as they are by default, for tests and the bench. */
export const defaultDeliveryTerms: DeliveryTerms = toPolicy(policySchema.parse({})).delivery

/** Terms by which no delivery at home costs anything, for tests of other money. */
export const freeDelivery: DeliveryTerms = { ...defaultDeliveryTerms, standardMinor: 0n, expressMinor: 0n }
