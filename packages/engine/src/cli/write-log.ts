import { type Logger, pino } from 'pino'
import { isRecord, parseJson } from '../json/read-json.ts'
import type { Settings } from './options.ts'

type Output = NodeJS.WriteStream & { fd: number }

/** The command's log: JSON lines, or lines for people where the output is a terminal and nobody asked for JSON. */
export function createLog(settings: Pick<Settings, 'json' | 'log-level' | 'verbose'>, output: Output): Logger {
  const level = settings['log-level'] ?? (settings.verbose ? 'debug' : 'info')
  const options = { name: 'engine', level }
  if (settings.json || !output.isTTY) return pino(options, pino.destination({ fd: output.fd, sync: true }))
  return pino(options, { write: line => output.write(forPeople(line)) })
}

const names: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }
const known = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err'])

/** A log line as people read it: time, level, sentence, then what belongs to it. */
export function forPeople(line: string): string {
  const entry = parseJson(line)?.value
  if (!isRecord(entry)) return line
  const time = new Date(Number(entry.time)).toTimeString().slice(0, 8)
  const level = (names[Number(entry.level)] ?? String(entry.level)).padEnd(5)
  const rest = Object.entries(entry)
    .filter(([key]) => !known.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const error = isRecord(entry.err)
    ? `\n  ${String(entry.err.stack ?? entry.err.message).replaceAll('\n', '\n  ')}`
    : ''
  return `${[time, level, entry.msg, ...rest].join(' ')}${error}\n`
}
