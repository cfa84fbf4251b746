/**
 * The outside could not be reached, or did not say: nothing that anybody decided. What fails by it for good is tried again
 * by the shop itself later.
 */
export class OutsideAway extends Error {
  override readonly name = 'OutsideAway'
}

export const isAway = (error: unknown): boolean => error instanceof OutsideAway

type Answer = { readonly outcome: string; readonly detail?: string }

/** An answer of the outside with which a step cannot go on, as the error to throw: away, or a no that nobody expected. */
export const toFailure = (what: string, answer: Answer): Error => {
  const away = answer.outcome === 'retryable' || answer.outcome === 'unknown'
  return away
    ? new OutsideAway(`${what}: ${answer.outcome}, ${answer.detail ?? 'without a word'}`)
    : new Error(`${what}: ${JSON.stringify(answer)}`)
}
