import type { ASTNode } from '@marcbachmann/cel-js'
import { isRecord } from '../json/read-json.ts'

/** A path into an event, such as data, orderId. */
export type Path = string[]

/** One comparison that a condition asks of the awaited event: what stands at `path` equals a value known beforehand. */
export type Equality = {
  path: Path
  other: { literal: unknown } | { path: Path }
  /** Whether this comparison is the whole condition. */
  whole: boolean
}

/**
 * The first comparison of the form `async.a.b == value` that must hold for the condition to hold; the value is a
 * literal or a field of the event that started the run. Undefined where the condition has none.
 */
export function findEquality(condition: ASTNode): Equality | undefined {
  if (condition.op === '&&') {
    const found = findEquality(condition.args[0]) ?? findEquality(condition.args[1])
    return found && { ...found, whole: false }
  }
  if (condition.op !== '==') return undefined
  const [left, right] = condition.args
  return readEquality(left, right) ?? readEquality(right, left)
}

function readEquality(awaited: ASTNode, other: ASTNode): Equality | undefined {
  const path = pathUnder('async', awaited)
  if (!path) return undefined
  if (other.op === 'value') return { path, other: { literal: other.args }, whole: true }
  const known = pathUnder('event', other)
  return known && { path, other: { path: known }, whole: true }
}

function pathUnder(variable: string, node: ASTNode): Path | undefined {
  if (node.op === 'id') return node.args === variable ? [] : undefined
  if (node.op === '.') {
    const parent = pathUnder(variable, node.args[0])
    return parent && [...parent, node.args[1]]
  }
  if (node.op !== '[]' || node.args[1].op !== 'value' || typeof node.args[1].args !== 'string') return undefined
  const parent = pathUnder(variable, node.args[0])
  return parent && [...parent, node.args[1].args]
}

/** What stands at the path; undefined where nothing does. */
export function valueAt(subject: unknown, path: Path): unknown {
  let value = subject
  for (const part of path) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined
    value = value[part]
  }
  return value
}

/** A text that is the same for values that CEL holds equal; undefined for values that are not compared by text. */
export function hashOf(value: unknown): string | undefined {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'boolean') return `b${value}`
  if (typeof value === 'bigint' || typeof value === 'number') return `n${Number(value)}`
  return undefined
}
