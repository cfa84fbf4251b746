import { Environment } from '@marcbachmann/cel-js'
import { isRecord } from '../json/read-json.ts'

// How values of events behave in expressions. Beyond CEL, and as on the SDK's own server: a field that is absent
// (undefined here) is like null, numbers of all kinds mix, and text takes in whatever is added to it.

export function isTruthy(value: unknown): boolean {
  if (isNumber(value)) return Number(value) !== 0
  return value !== undefined && value !== null && value !== false && value !== ''
}

export function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

/** The field or element; undefined where there is none, however far up the path it ends. */
export function fieldOf(owner: unknown, key: unknown): unknown {
  if (Array.isArray(owner)) return isNumber(key) ? owner[Number(key)] : undefined
  return isRecord(owner) && typeof key === 'string' && Object.hasOwn(owner, key) ? owner[key] : undefined
}

/** An absent field equals null and nothing else, not even another one. */
export function areEqual(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === null || right === null
  if (isNumber(left) && isNumber(right)) return Number(left) === Number(right)
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((part, place) => areEqual(part, right[place]))
  }
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime()
  if (isPlain(left) && isPlain(right)) {
    const keys = Object.keys(left)
    return keys.length === Object.keys(right).length && keys.every(key => areEqual(left[key], right[key]))
  }
  return left === right
}

/** Negative, zero or positive; null counts as the nothing of the other's type, and an absent field is less than all. */
export function compare(left: unknown, right: unknown): number {
  if (left === undefined) return -1
  if (right === undefined) return 1
  const [one, other] = [left ?? emptyLike(right), right ?? emptyLike(left)]
  if (isNumber(one) && isNumber(other)) return one < other ? -1 : one > other ? 1 : 0
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other))
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other)
  return strictly('<', one, other) ? -1 : strictly('>', one, other) ? 1 : 0
}

export function add(left: unknown, right: unknown): unknown {
  if (left === undefined || right === undefined) return left ?? right
  if (typeof left === 'string' || typeof right === 'string') return asText(left) + asText(right)
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right]
  return calculate('+', left, right)
}

type Operation = { whole(left: bigint, right: bigint): bigint; broken(left: number, right: number): number }

const operations: Record<string, Operation> = {
  '+': { whole: (left, right) => left + right, broken: (left, right) => left + right },
  '-': { whole: (left, right) => left - right, broken: (left, right) => left - right },
  '*': { whole: (left, right) => left * right, broken: (left, right) => left * right },
  '/': { whole: (left, right) => left / right, broken: (left, right) => left / right },
  '%': { whole: (left, right) => left % right, broken: (left, right) => left % right },
}

/** Whole numbers are those of the expression; an event's numbers are JSON's, and so is what is calculated with them. */
export function calculate(operator: string, left: unknown, right: unknown): unknown {
  const operation = operations[operator]
  if (left === undefined || right === undefined) return undefined
  if (operation && typeof left === 'bigint' && typeof right === 'bigint') return operation.whole(left, right)
  if (operation && isNumber(left) && isNumber(right)) return operation.broken(Number(left), Number(right))
  return strictly(operator, left, right)
}

export function contains(collection: unknown, value: unknown): boolean {
  if (Array.isArray(collection)) return collection.some(part => areEqual(part, value))
  return isRecord(collection) && typeof value === 'string' && Object.hasOwn(collection, value)
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  if (isNumber(value)) return String(value)
  return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part)) ?? ''
}

function emptyLike(value: unknown): unknown {
  if (isNumber(value)) return 0
  return typeof value === 'string' ? '' : null
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
}

const library = new Environment({ unlistedVariablesAreDyn: true })
const strictOperators = new Map<string, (scope: { left: unknown; right: unknown }) => unknown>()

/** CEL's own operator, for times, durations and the like; it throws where there is none for such values. */
function strictly(operator: string, left: unknown, right: unknown): unknown {
  const known = strictOperators.get(operator) ?? library.parse(`left ${operator} right`)
  strictOperators.set(operator, known)
  return known({ left, right })
}
