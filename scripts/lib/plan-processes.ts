import { join } from 'node:path'
import type { Variables } from '../env.ts'
import { nextCli, webDir } from './build-web.ts'
import { rootDir } from './paths.ts'
import type { Ports } from './ports.ts'
import type { ProcessPlan } from './processes/keep-running.ts'

export type ProcessName = 'engine' | 'sandbox' | 'api' | 'web'

const dirs = { engine: 'packages/engine', sandbox: 'apps/sandbox', api: 'apps/api' } as const

export const healthUrlOf = (port: number): string => `http://127.0.0.1:${port}/health`

/**
 * Next takes every loopback address for "localhost" in its own addresses; told another one of them, it takes its own
 * rewrites for requests to a foreign server and sends the browser round in a circle.
 */
const toNextHost = (host: string): string => (['127.0.0.1', '::1'].includes(host) ? 'localhost' : host)

/** How each process is started: the servers as they are, the web app from its build, all of them watching in `dev`. */
export const planProcess = (name: ProcessName, env: Variables, ports: Ports, watch: boolean): ProcessPlan => {
  const common = { name, file: process.execPath, healthUrl: healthUrlOf(ports[name]) }
  const mode = { ...env, NODE_ENV: watch ? 'development' : 'production' }
  if (name === 'web') {
    const args = [
      nextCli,
      watch ? 'dev' : 'start',
      '--port',
      String(ports.web),
      '--hostname',
      toNextHost(env.HOST ?? '127.0.0.1'),
    ]
    const healthUrl = `http://localhost:${ports.web}/health`
    return { ...common, healthUrl, args, cwd: webDir, env: mode, healthBoundMs: watch ? 120_000 : 30_000 }
  }
  const args = [...(watch ? ['--watch', '--watch-preserve-output'] : []), 'src/main.ts']
  return { ...common, args, cwd: join(rootDir, dirs[name]), env: mode, healthBoundMs: 30_000 }
}
