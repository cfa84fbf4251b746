/** The carrier refused a request that should never have been sent: a defect or a wrong setting of ours, never a shopper's matter. */
export class CarrierMisuseError extends Error {
  override readonly name = 'CarrierMisuseError'
}
