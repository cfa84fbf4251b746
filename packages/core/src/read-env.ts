import type { z } from 'zod'

/**
 * Reads a process's environment once through its schema. Throws one Error whose message names every missing or wrong
 * name and says what it should be, for the process to print and stop on; values are never printed, they may be secrets.
 */
export const readEnv = <Schema extends z.ZodType>(
  schema: Schema,
  env: Record<string, string | undefined>,
): z.output<Schema> => {
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(issue => {
    const name = issue.path.join('.')
    return `${name} ${env[name] === undefined ? 'is missing' : 'is wrong'}: ${issue.message}`
  })
  throw new Error(`The environment is not complete.\n${faults.map(fault => `  ${fault}`).join('\n')}`)
}
