import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { RefusedScript } from './refused-script.ts'

const charType = 18
// A type that no catalogue query returns, and that the adapter lets through: it stands in for "char" on the way.
const uuidType = 2950

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/**
 * The driver adapter that the schema engine works through. It differs from Prisma's own in four points: a migration runs
 * as one script (theirs is split at every semicolon, which breaks functions and triggers), the catalogue's one-letter
 * `"char"` columns are read (theirs refuses them), a scratch database is left before it is dropped, and the database's
 * words about a refused script are kept.
 */
export class MigrationAdapterFactory extends PrismaPg {
  readonly databaseUrl: string
  readonly #open: Adapter[] = []
  refused: RefusedScript | null = null

  constructor(databaseUrl: string) {
    super({ connectionString: databaseUrl })
    this.databaseUrl = databaseUrl
  }

  override async connect(): Promise<Adapter> {
    const adapter = this.#keepRefusals(await connectTo(this.databaseUrl))
    this.#open.push(adapter)
    return adapter
  }

  /** Closes what the engine leaves open when it is done. */
  async close(): Promise<void> {
    await Promise.all(this.#open.splice(0).map(adapter => adapter.dispose()))
  }

  override async connectToShadowDb(): Promise<Adapter> {
    const name = `makegood_scratch_${globalThis.crypto.randomUUID().replaceAll('-', '')}`
    const admin = await connectTo(this.databaseUrl)
    await admin.executeScript(`create database "${name}"`)
    const url = new URL(this.databaseUrl)
    url.pathname = `/${name}`
    const adapter = this.#keepRefusals(await connectTo(url.href))
    const leave = adapter.dispose.bind(adapter)
    let dropped: Promise<void> | null = null
    adapter.dispose = () => {
      dropped ??= leave()
        .then(() => admin.executeScript(`drop database "${name}"`))
        .then(() => admin.dispose())
      return dropped
    }
    this.#open.push(adapter)
    return adapter
  }

  #keepRefusals(adapter: Adapter): Adapter {
    const execute = adapter.executeScript.bind(adapter)
    adapter.executeScript = async script => {
      try {
        await execute(script)
      } catch (error) {
        this.refused = new RefusedScript(script, error)
        throw error
      }
    }
    return adapter
  }
}

const connectTo = async (databaseUrl: string): Promise<Adapter> => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    application_name: 'makegood migrate',
    connectionTimeoutMillis: 5000,
  })
  pool.on('connect', announceCharAsUuid)
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  const query = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async request => {
    const result = await query(request)
    const columnTypes = result.columnTypes.map(type => (type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type))
    return { ...result, columnTypes }
  }
  adapter.executeScript = async script => {
    await pool.query(script)
  }
  return adapter
}

/** Rewrites the column types that the server announces, before anything reads them. */
const announceCharAsUuid = (client: pg.PoolClient): void => {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
  connection.prependListener('rowDescription', (message: { fields: { dataTypeID: number }[] }) => {
    for (const field of message.fields) if (field.dataTypeID === charType) field.dataTypeID = uuidType
  })
}
