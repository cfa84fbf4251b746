import { Inngest } from 'inngest'
import type { Logger } from 'pino'

export type InngestOptions = {
  readonly baseUrl: string
  readonly eventKey: string
  readonly signingKey: string
  readonly logger: Logger
}

/**
 * The one Inngest client. Steps are recorded in the shop's database (`saga_step`), so results may travel to the engine in
 * buffers: a lost buffer repeats a step, and a repeated step finds its recorded result.
 */
export const createInngest = (options: InngestOptions): Inngest =>
  new Inngest({
    id: 'makegood',
    baseUrl: options.baseUrl,
    eventKey: options.eventKey,
    signingKey: options.signingKey,
    isDev: false,
    logger: options.logger,
    internalLogger: options.logger,
    checkpointing: { bufferedSteps: 20, maxRuntime: '30s' },
  })
