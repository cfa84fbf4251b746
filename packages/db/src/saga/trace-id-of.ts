import { createHash } from 'node:crypto'

/**
 * The trace of a correlation id: made from the id itself, which goes with every event, outbox row and saga. So everything
 * that one request begins is one trace, whichever process does it and however late.
 */
export const traceIdOf = (correlationId: string): string =>
  createHash('sha256').update(correlationId).digest('hex').slice(0, 32)
