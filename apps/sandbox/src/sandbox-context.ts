import type { CarrierContext } from './carrier/carrier-context.ts'
import type { GatewayContext } from './gateway/gateway-context.ts'
import type { MessageContext } from './messages/message-context.ts'

/** The parts of the outside world that one sandbox plays, each with what its operations work with. */
export type SandboxContext = {
  readonly gateway: GatewayContext
  readonly carrier: CarrierContext
  readonly messages: MessageContext
}
