import { createServer } from 'node:net'
import { PlainError } from './plain-error.ts'
import { findPortOwner } from './processes/find-port-owner.ts'

export interface Ports {
  web: number
  api: number
  sandbox: number
  smtp: number
  engine: number
  postgres: number
  redis: number
}

const portNames = {
  web: 'WEB_PORT',
  api: 'API_PORT',
  sandbox: 'SANDBOX_PORT',
  smtp: 'SMTP_PORT',
  engine: 'ENGINE_PORT',
  postgres: 'POSTGRES_PORT',
  redis: 'REDIS_PORT',
} as const satisfies Record<keyof Ports, string>

const codeOf = (error: Error) => ('code' in error ? error.code : undefined)

const listen = (port: number, host: string): Promise<number | 'busy' | 'no such host'> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', error => {
      const code = codeOf(error)
      if (code === 'EADDRINUSE' || code === 'EACCES') resolve('busy')
      else if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') resolve('no such host')
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const taken = address !== null && typeof address === 'object' ? address.port : port
      server.close(() => resolve(taken))
    })
  })

/** Busy also means busy on the other loopback address only: a browser's "localhost" could reach the wrong one. */
export const isPortBusy = async (port: number): Promise<boolean> => {
  for (const host of ['127.0.0.1', '::1']) if ((await listen(port, host)) === 'busy') return true
  return false
}

/** Ports that were free a moment ago, all different. */
export const findFreePorts = async (): Promise<Ports> => {
  const chosen = new Set<number>()
  for (let tries = 0; chosen.size < 7 && tries < 100; tries++) {
    const port = await listen(0, '127.0.0.1')
    if (typeof port === 'number' && !(await isPortBusy(port))) chosen.add(port)
  }
  const [web, api, sandbox, smtp, engine, postgres, redis] = [...chosen]
  if (web && api && sandbox && smtp && engine && postgres && redis)
    return { web, api, sandbox, smtp, engine, postgres, redis }
  throw new PlainError('This machine gave no seven free ports in 100 tries.')
}

/** Ends the start with one sentence for each busy port: who has it, and the name that chooses another. */
export const refuseBusyPorts = async (ports: Partial<Ports>): Promise<void> => {
  const sentences: string[] = []
  for (const [name, port] of Object.entries(ports) as [keyof Ports, number][]) {
    if (!(await isPortBusy(port))) continue
    const owner = findPortOwner(port)
    const who = owner === undefined ? 'a process that this user may not see' : `process ${owner.pid} (${owner.command})`
    const example = `${portNames[name]}=${port + 1} npm start`
    sentences.push(`Port ${port}, for ${name}, is taken by ${who}. Stop it, or choose another port: ${example}`)
  }
  if (sentences.length > 0) throw new PlainError(sentences.join('\n'))
}
