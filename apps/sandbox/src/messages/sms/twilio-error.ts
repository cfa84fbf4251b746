/** What the provider refuses, in Twilio's numbers and shape. */
export class TwilioError extends Error {
  override readonly name = 'TwilioError'
  readonly status: number
  readonly code: number
  constructor(status: number, code: number, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const twilioErrorBody = ({ status, code, message }: TwilioError): string =>
  JSON.stringify({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status })

export const twilioFailed = (): TwilioError =>
  new TwilioError(500, 20500, 'Internal Server Error. The sandbox was told to fail here.')
