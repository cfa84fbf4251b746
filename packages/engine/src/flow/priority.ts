import type { Expression } from '../functions/expression.ts'

const mostSeconds = 600

/** Seconds by which a run goes before others, within ten minutes either way; 0 where the expression gives no number. */
export function priorityOf(expression: Expression | undefined, event: unknown): number {
  if (!expression) return 0
  const seconds = numberFrom(expression, event)
  return Number.isFinite(seconds) ? Math.max(-mostSeconds, Math.min(mostSeconds, Math.trunc(seconds))) : 0
}

function numberFrom(expression: Expression, event: unknown): number {
  try {
    const value = expression.evaluate({ event })
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : Number.NaN
  } catch (error) {
    if (error instanceof Error) return Number.NaN
    throw error
  }
}
