import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { systemClock } from './clock.ts'
import { composeEngine } from './compose-engine.ts'
import { connectDatabase } from './database/connect.ts'
import { holdInstance } from './database/hold-instance.ts'
import { createTroubleLog } from './database/trouble-log.ts'
import { checkOptions, type EngineOptions } from './engine-options.ts'
import { type EngineApp, listApps } from './functions/list-apps.ts'

export type Engine = {
  /** Where it listens. */
  url: string
  /** In development nobody is asked for a key; otherwise (cloud) everybody is. */
  mode: 'dev' | 'cloud'
  /** The apps that have registered. */
  apps(): EngineApp[]
  /** Starts nothing more, waits a little for the calls under way, and gives the database up. */
  close(): Promise<void>
}

/**
 * The engine, composed and listening. Only one may work on a database: the second waits, then refuses. One that cannot
 * start gives the database up before it says why.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const mode = checkOptions(options)
  const { databaseUrl, host = '127.0.0.1', port = 8288, clock = systemClock } = options
  const log = options.log ?? pino({ level: 'silent' })
  const onTrouble = createTroubleLog(log)
  let lost = false
  const onLost = (reason: string) => {
    if (lost) return
    lost = true
    log.fatal({ reason }, 'The engine has lost its database')
    void close().finally(() => options.onLost?.(reason))
  }

  const instance = await holdInstance({ url: databaseUrl, clock, onLost, onTrouble })
  const database = connectDatabase(databaseUrl, onTrouble)
  let stopWork: () => Promise<void> = async () => undefined
  let closing: Promise<void> | undefined
  const giveUp = async () => {
    await stopWork()
    await instance.release()
    await database.close()
  }
  const close = () => {
    closing ??= giveUp()
    return closing
  }
  try {
    const work = await composeEngine({ options, mode, clock, log, instance, database, onLost, onTrouble })
    stopWork = work.stop
    const url = await listen(work.http, host, port)
    await work.begin()
    log.info({ url, epoch: instance.epoch, mode }, 'The engine listens')
    return { url, mode, apps: () => listApps(work.registry), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(http: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await http.listen({ host, port })
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!taken) throw error
    throw new Error(`Port ${port} on ${host} is taken by another process: stop it, or choose another port`, {
      cause: error,
    })
  }
}
