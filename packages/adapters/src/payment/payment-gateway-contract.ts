import { describeApproval } from './contract/describe-approval.ts'
import { describeCharging } from './contract/describe-charging.ts'
import { describeListing } from './contract/describe-listing.ts'
import { describeRefunding } from './contract/describe-refunding.ts'
import type { GatewayUnderTest } from './contract/gateway-under-test.ts'

/** The promises of the payment port; every adapter is held to all of them. */
export const describePaymentGateway = (name: string, under: GatewayUnderTest): void => {
  describeCharging(name, under)
  describeApproval(name, under)
  describeRefunding(name, under)
  describeListing(name, under)
}
