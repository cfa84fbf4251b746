import type { z } from 'zod'

/**
 * An output whose check is remembered with the answer: one that is given to many callers is checked for the first of them.
 * For answers that nobody changes after they were given.
 */
export const checkedOnce = <Schema extends z.ZodType>(schema: Schema): ((answer: unknown) => z.output<Schema>) => {
  const checked = new WeakMap<object, z.output<Schema>>()
  return answer => {
    if (typeof answer !== 'object' || answer === null) return schema.parse(answer)
    const known = checked.get(answer)
    if (known !== undefined) return known
    const fresh = schema.parse(answer)
    checked.set(answer, fresh)
    return fresh
  }
}
