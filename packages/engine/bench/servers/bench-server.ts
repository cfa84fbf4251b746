/** A server under measurement, in a process of its own. */
export type BenchServer = {
  name: string
  url: string
  /** Empty in development mode. */
  eventKey: string
  signingKey: string
  pid: number | undefined
  databaseUrl: string | undefined
  close(): Promise<void>
}
