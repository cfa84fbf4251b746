/** A server that the scenarios run on. */
export type TargetServer = {
  name: 'engine' | 'Inngest'
  url: string
  /** Keys of a server in signed mode; without them it is in development mode. */
  keys: { eventKey: string; signingKey: string } | undefined
  /** Where the server finds the scenarios' apps. */
  appHost: string
  /** How long nothing must happen until we believe that it will not. */
  settleMs: number
  /** How many scenarios may run on it at once. */
  parallel: number
  close(): Promise<void>
}
