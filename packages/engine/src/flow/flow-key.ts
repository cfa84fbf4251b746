import { createHash } from 'node:crypto'
import { type Expression, keyOf } from '../functions/expression.ts'

const longestKey = 300

/** The key as it is stored: long ones by their hash. */
export function shortKey(key: string): string {
  return key.length > longestKey ? createHash('sha256').update(key).digest('hex') : key
}

/**
 * The key under which an event counts, as the SDK's own server reads it; undefined where the expression is false or
 * its field is absent, which leaves the event out.
 */
export function flowKey(expression: Expression | undefined, event: unknown): string | undefined {
  if (!expression) return ''
  return isFalse(expression, event) ? undefined : shortKey(keyOf(expression, { event }))
}

function isFalse(expression: Expression, event: unknown): boolean {
  try {
    const value = expression.evaluate({ event })
    return value === false || value === undefined
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
