import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { add, areEqual, calculate, compare, contains, fieldOf, isTruthy } from './loose-values.ts'

/** Says what in an expression has no meaning. */
class BadExpression extends Error {
  override name = 'BadExpression'
}

type Scope = Record<string, unknown>
type Evaluate = (scope: Scope) => unknown

/** Variables that expressions may name; `vars` is there for the SDK's sake and is empty. */
const variables = new Set(['event', 'async', 'vars'])

const library = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  .registerFunction('uppercase(string): string', (text: string) => text.toUpperCase())
  .registerFunction('lowercase(string): string', (text: string) => text.toLowerCase())

/**
 * Makes a parsed expression ready to be asked. Operators work on whatever an event may hold (see loose-values.ts);
 * functions and methods are the CEL library's own. Throws where a name means nothing.
 */
export function compileLoosely(node: ASTNode, names: ReadonlySet<string> = variables): Evaluate {
  const compile = (part: ASTNode) => compileLoosely(part, names)
  switch (node.op) {
    case 'value':
      return () => node.args
    case 'id':
      if (!names.has(node.args)) throw new BadExpression(`"${node.args}" is no variable: there are event and async`)
      return scope => scope[node.args]
    case '.': {
      const [owner, field] = [compile(node.args[0]), node.args[1]]
      return scope => fieldOf(owner(scope), field)
    }
    case '[]':
      return pair(node.args, compile, fieldOf)
    case 'list': {
      const parts = node.args.map(compile)
      return scope => parts.map(part => part(scope))
    }
    case 'map': {
      const entries = node.args.map(([key, value]) => [compile(key), compile(value)] as const)
      return scope => Object.fromEntries(entries.map(([key, value]) => [String(key(scope)), value(scope)]))
    }
    case '?:': {
      const [condition, yes, no] = [compile(node.args[0]), compile(node.args[1]), compile(node.args[2])]
      return scope => (isTruthy(tried(condition, scope)) ? yes : no)(scope)
    }
    case '||':
      return choose(node.args.map(compile), true)
    case '&&':
      return choose(node.args.map(compile), false)
    case '!_':
      return not(compile(node.args))
    case '-_': {
      const value = compile(node.args)
      return scope => calculate('*', value(scope), -1n)
    }
    case 'call':
      return compileCall(node.args[0], undefined, node.args[1], names)
    case 'rcall':
      return compileCall(node.args[0], node.args[1], node.args[2], names)
    case '.?':
    case '[?]':
      throw new BadExpression('Optional fields are not taken: a field that is absent counts as null')
    default:
      return compileOperator(node, compile)
  }
}

function compileOperator(
  node: Extract<ASTNode, { args: [ASTNode, ASTNode] }>,
  compile: (node: ASTNode) => Evaluate,
): Evaluate {
  const { op, args } = node
  switch (op) {
    case '==':
      return pair(args, compile, areEqual)
    case '!=':
      return pair(args, compile, (left, right) => !areEqual(left, right))
    case '<':
      return pair(args, compile, (left, right) => compare(left, right) < 0)
    case '<=':
      return pair(args, compile, (left, right) => compare(left, right) <= 0)
    case '>':
      return pair(args, compile, (left, right) => compare(left, right) > 0)
    case '>=':
      return pair(args, compile, (left, right) => compare(left, right) >= 0)
    case 'in':
      return pair(args, compile, (value, collection) => contains(collection, value))
    case '+':
      return pair(args, compile, add)
    default:
      return pair(args, compile, (left, right) => calculate(op, left, right))
  }
}

function pair(
  [left, right]: [ASTNode, ASTNode],
  compile: (node: ASTNode) => Evaluate,
  join: (left: unknown, right: unknown) => unknown,
): Evaluate {
  const [one, other] = [compile(left), compile(right)]
  return scope => join(one(scope), other(scope))
}

/** The first value that decides, or the last; one that cannot be evaluated is like one that is absent. */
function choose(parts: Evaluate[], decisive: boolean): Evaluate {
  return scope => {
    let value: unknown
    for (const part of parts) {
      value = tried(part, scope)
      if (isTruthy(value) === decisive) return value
    }
    return value
  }
}

function not(part: Evaluate): Evaluate {
  return scope => {
    const value = part(scope)
    if (value === undefined) return false
    if (typeof value !== 'boolean') throw new BadExpression('! needs true or false')
    return !value
  }
}

function tried(part: Evaluate, scope: Scope): unknown {
  try {
    return part(scope)
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

function compileCall(
  name: string,
  receiver: ASTNode | undefined,
  given: readonly ASTNode[],
  names: ReadonlySet<string>,
): Evaluate {
  const [first] = given
  if (name === 'has' && !receiver && first) {
    const field = compileLoosely(first, names)
    return scope => field(scope) !== undefined
  }
  if (receiver && first?.op === 'id' && given.length > 1) return compileMacro(name, receiver, first.args, given, names)
  const args = [...(receiver ? [receiver] : []), ...given].map(arg => compileLoosely(arg, names))
  const [subject, ...others] = args.map((_, place) => `value${place}`)
  const text = receiver ? `${subject}.${name}(${others})` : `${name}(${[subject, ...others].filter(Boolean)})`
  const call = library.parse(text)
  const checked = call.check()
  if (!checked.valid) throw checked.error ?? new BadExpression(`"${name}" is no function`)
  return scope => {
    const values = args.map(arg => arg(scope))
    // Nothing is known about what is absent: it has no length, and whatever else is asked of it is not so.
    if (values.some(value => value === undefined)) return name === 'size' ? 0n : false
    return call(Object.fromEntries(values.map((value, place) => [`value${place}`, value])))
  }
}

type Loop = (items: unknown[], passes: (item: unknown) => boolean) => boolean

const loops: Record<string, Loop> = {
  all: (items, passes) => items.every(passes),
  exists: (items, passes) => items.some(passes),
  exists_one: (items, passes) => items.filter(passes).length === 1,
}

/** list.exists(x, ...) and its like: the body is asked of each item by its name. */
function compileMacro(
  name: string,
  list: ASTNode,
  variable: string,
  [, ...bodies]: readonly ASTNode[],
  names: ReadonlySet<string>,
): Evaluate {
  const source = compileLoosely(list, names)
  const inner = new Set([...names, variable])
  const [body, value] = bodies.map(part => compileLoosely(part, inner))
  const loop = loops[name]
  if (!body || !(loop || name === 'filter' || name === 'map')) throw new BadExpression(`"${name}" is no macro`)
  return scope => {
    const items = itemsOf(source(scope))
    const within = (item: unknown) => ({ ...scope, [variable]: item })
    const passes = (item: unknown) => isTruthy(tried(body, within(item)))
    if (loop) return items !== undefined && loop(items, passes)
    if (!items) return []
    if (name === 'filter') return items.filter(passes)
    return value ? items.filter(passes).map(item => value(within(item))) : items.map(item => body(within(item)))
  }
}

function itemsOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? Object.keys(value) : undefined
}
