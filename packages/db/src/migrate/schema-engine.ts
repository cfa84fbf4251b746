import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { MigrationAdapterFactory } from './migration-adapter.ts'

const require = createRequire(import.meta.url)

// The engine reports a fault of its own through this global before it stops.
const faults = { set_message: (message: string) => process.stderr.write(`schema engine: ${message}\n`) }
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: faults })

/**
 * Lends Prisma's own schema engine, from its WebAssembly package, on the given database: what `prisma migrate` runs,
 * without the binary that the CLI would download. Its connections are closed when the work is done.
 */
export const withSchemaEngine = async <Result>(
  databaseUrl: string,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> => {
  const glue = await loadEngine()
  const adapters = new MigrationAdapterFactory(databaseUrl)
  const factory = bindMigrationAwareSqlAdapterFactory(adapters)
  try {
    return await work(await glue.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory))
  } catch (error) {
    throw adapters.refused ?? error
  } finally {
    await adapters.close()
  }
}

// One for the whole process: the JavaScript half is a module that knows a single WebAssembly instance, and a second
// instance would pull the memory from under whatever the first one still has to do.
let loading: ReturnType<typeof instantiateEngine> | null = null

const loadEngine = () => {
  loading ??= instantiateEngine()
  return loading
}

const instantiateEngine = async () => {
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'))
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  const wasm = new WebAssembly.Module(await readFile(join(folder, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': { ...glue, ...quietTimers(glue) } })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start !== 'function') throw new Error('the schema engine has no start function')
  start()
  return glue
}

// The engine gives up on its lock after ten seconds and never clears that timer: it may not keep the process alive.
const quietTimers = (glue: object) => {
  const names = Object.keys(glue).filter(name => name.startsWith('__wbg_setTimeout_'))
  if (names.length === 0) throw new Error('the schema engine sets its timers in another way than before')
  return Object.fromEntries(
    names.map(name => [name, (work: () => void, waitMs: number) => setTimeout(work, waitMs).unref()]),
  )
}
