import { readDuration } from '../runs/duration.ts'
import { compileExpression, type Expression } from './expression.ts'

/** A function that cannot be registered as it is; its app's registration changes nothing. */
export class RefusedFunction extends Error {
  override name = 'RefusedFunction'
}

export function refuse(slug: string, option: string, reason: string): never {
  throw new RefusedFunction(`Function ${slug}: option ${option} is refused: ${reason}`)
}

/** The expression ready to use; the function is refused where it is no CEL. */
export function compileOption(slug: string, option: string, text: string): Expression {
  try {
    return compileExpression(text)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return refuse(slug, option, `"${text}" is no CEL expression: ${reason}`)
  }
}

/** Milliseconds of a duration; the function is refused where it is none. */
export function readDurationOption(slug: string, option: string, text: string): number {
  return readDuration(text) ?? refuse(slug, option, `"${text}" is no duration such as "90s" or "1h30m"`)
}

/** For a registration that Postgres refuses because another app has a function of the same id. */
export function refuseTakenId(slug: string | undefined): never {
  return refuse(slug ?? '(it is not said which)', 'id', 'a function of another app has it')
}
