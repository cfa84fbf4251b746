/** The gateway refused a request that should never have been sent: a defect or a wrong setting of ours, never a shopper's matter. */
export class GatewayMisuseError extends Error {
  override readonly name = 'GatewayMisuseError'
}
