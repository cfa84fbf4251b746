/** An outside system refused a request that should never have been sent: a defect or a wrong setting of ours, never a shopper's matter. */
export class OutsideMisuseError extends Error {
  override readonly name = 'OutsideMisuseError'
}
