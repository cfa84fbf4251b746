import { isRecord } from '../json/read-json.ts'
import { callStep, cancelled, finishTimeout, startTimeout } from '../runs/run-state.ts'
import type { Op, ThrownError } from './reply.ts'

/** The operations in a reply or checkpoint; undefined where something else stands in their place. */
export function readOps(value: unknown): Op[] | undefined {
  const given = Array.isArray(value) ? value : [value]
  const ops = given.map(readOp)
  return ops.every(op => op !== undefined) ? ops : undefined
}

function readOp(value: unknown): Op | undefined {
  if (!isRecord(value) || typeof value.op !== 'string') return undefined
  if (typeof value.id !== 'string' || value.id === '' || value.id.length > 200 || !isStepId(value.id)) return undefined
  if (value.op === 'WaitForEvent' && !readName(value.name)) return undefined
  const name = readName(value.name) ?? readName(value.displayName) ?? value.id
  return {
    id: value.id,
    op: value.op,
    name,
    stepName: readName(value.displayName) ?? name,
    startedMs: readStart(value.timing),
    opts: isRecord(value.opts) ? value.opts : {},
    metadata: readMetadataKinds(value.metadata),
    data: value.data ?? null,
    error: value.error === undefined || value.error === null ? undefined : readThrown(value.error),
  }
}

/** The engine's own rows of a run must not be taken for steps. */
const ownRows = new Set([callStep, cancelled, startTimeout, finishTimeout])
const isStepId = (id: string) => !ownRows.has(id) && !id.includes('\0') && id.isWellFormed()

function readName(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value.replaceAll('\0', '').slice(0, 1_000).toWellFormed()
    : undefined
}

function readMetadataKinds(metadata: unknown): string[] {
  if (!Array.isArray(metadata)) return []
  return metadata.map(entry => (isRecord(entry) && readName(entry.kind)) || 'of no kind')
}

/** The SDK tells the start of a step in nanoseconds. */
function readStart(timing: unknown): number | undefined {
  if (!isRecord(timing) || typeof timing.a !== 'number' || timing.a <= 0) return undefined
  const milliseconds = Math.floor(timing.a / 1e6)
  return Number.isSafeInteger(milliseconds) ? milliseconds : undefined
}

/** An error in the form in which functions and the API show it, whatever was thrown. */
export function readThrown(value: unknown): ThrownError {
  if (!isRecord(value)) return { name: 'Error', message: typeof value === 'string' ? value : JSON.stringify(value) }
  const message = value.message ?? value.error
  return {
    ...value,
    name: typeof value.name === 'string' ? value.name : 'Error',
    message: typeof message === 'string' ? message : JSON.stringify(value),
  }
}
