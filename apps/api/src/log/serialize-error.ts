type ErrorView = { type: string; code?: string; message: string; stack: string; cause?: ErrorView }

const causesMax = 4

/**
 * An error as the log keeps it: kind, code, words and frames. A database error's words quote the values of the statement
 * (a person's e-mail, an address), so only its code is kept.
 */
export const serializeError = (error: unknown, depth = 0): ErrorView => {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something was thrown that is no error', stack: '' }
  const code = readCode(error)
  const cause = error.cause !== undefined && depth < causesMax ? serializeError(error.cause, depth + 1) : undefined
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: isDatabaseError(error) ? 'the database refused' : error.message,
    stack: framesOf(error),
    ...(cause === undefined ? {} : { cause }),
  }
}

const isDatabaseError = (error: Error): boolean =>
  error.name.startsWith('PrismaClient') || error.name === 'DriverAdapterError' || error.name === 'error'

// The first lines of a stack repeat the message.
const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .slice(0, 30)
    .join('\n')

const readCode = (error: Error): string | undefined => {
  const codes = [
    read(error, 'code'),
    read(read(read(read(error, 'meta'), 'driverAdapterError'), 'cause'), 'originalCode'),
  ]
  return codes.filter(code => typeof code === 'string' || typeof code === 'number').join(' ') || undefined
}

const read = (from: unknown, key: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined
