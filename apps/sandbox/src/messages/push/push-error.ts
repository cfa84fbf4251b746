/** What the push service refuses; push services answer in plain words. */
export class PushError extends Error {
  override readonly name = 'PushError'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
