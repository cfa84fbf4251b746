import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { compileLoosely } from './compile-loosely.ts'

/** What an expression is asked about: the event that starts a run, and the one that has come while it goes on. */
export type Subject = { event: unknown; async?: unknown }

export type Expression = { text: string; ast: ASTNode; evaluate(subject: Subject): unknown }

const environment = new Environment({ unlistedVariablesAreDyn: true })

/** A CEL expression ready to be asked often, or an error that says where its text is wrong. */
export function compileExpression(text: string): Expression {
  const { ast } = environment.parse(text)
  return { text, ast, evaluate: compileLoosely(ast) }
}

/** Whether the expression holds. One that cannot be evaluated, for example over a field that is absent, does not. */
export function holds(expression: Expression, subject: Subject): boolean {
  try {
    return expression.evaluate(subject) === true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** The expression's value as the text of a key; an absent field gives the empty key, as the real server does. */
export function keyOf(expression: Expression, subject: Subject): string {
  try {
    const value = expression.evaluate(subject)
    if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
    return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? Number(part) : part)) ?? ''
  } catch (error) {
    if (error instanceof Error) return ''
    throw error
  }
}
