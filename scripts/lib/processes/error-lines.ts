const pinoError = 50
const lineMax = 100_000
const shownMax = 10
const windowMs = 10_000

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What a line of a process's output says to the person at the terminal, or undefined when it is no error. */
export const readErrorLine = (line: string, source: 'stdout' | 'stderr'): string | undefined => {
  const entry = line.startsWith('{') ? parse(line) : undefined
  if (entry === undefined) return source === 'stderr' && line.trim() !== '' ? line : undefined
  const level = fieldOf(entry, 'level')
  if (typeof level !== 'number' || level < pinoError) return undefined
  const message = textOf(fieldOf(entry, 'msg'))
  const cause = textOf(fieldOf(fieldOf(entry, 'err'), 'message'))
  return [message, cause === message ? undefined : cause].filter(part => part !== undefined).join(': ') || line
}

/** Cuts output into lines and gives each error among them to `show`, at most ten in ten seconds, then says so once. */
export const createErrorFilter = (show: (text: string) => void, now: () => number = () => performance.now()) => {
  const rests = { stdout: '', stderr: '' }
  let windowBegan = Number.NEGATIVE_INFINITY
  let shown = 0
  const tell = (text: string) => {
    if (now() - windowBegan > windowMs) {
      windowBegan = now()
      shown = 0
    }
    shown += 1
    if (shown <= shownMax) show(text)
    else if (shown === shownMax + 1) show('… more of these are only in its log')
  }
  return (chunk: Buffer, source: 'stdout' | 'stderr') => {
    const lines = (rests[source] + chunk.toString('utf8')).split('\n')
    rests[source] = (lines.pop() ?? '').slice(0, lineMax)
    for (const line of lines) {
      const text = readErrorLine(line, source)
      if (text !== undefined) tell(text)
    }
  }
}
