/** An end that the reader can do something about: its message is the whole answer, a stack would only hide it. */
export class PlainError extends Error {
  override name = 'PlainError'
}

export const errorText = (error: unknown): string => {
  if (error instanceof PlainError) return error.message
  if (error instanceof AggregateError) return error.errors.map(errorText).join('\n')
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
