import http from 'node:http'
import https from 'node:https'
import type { AppRequest } from './build-request.ts'

export type AppResponse = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** The app could not be reached, or went away before it had answered. */
export class AppAway extends Error {
  override name = 'AppAway'
  /** True where the request cannot have reached the app. */
  refused: boolean
  constructor(message: string, refused: boolean) {
    super(message)
    this.refused = refused
  }
}

/** The app answered, but not with anything that can be used. */
export class UnusableReply extends Error {
  override name = 'UnusableReply'
}

/** Calls an app once; `onReached` hears that it has taken the connection. */
export type CallApp = (request: AppRequest, onReached?: () => void) => Promise<AppResponse>

const refusals = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])

/** Calls apps over connections that are kept open; each call has a time limit and a limit on the reply's size. */
export function createCaller(options: { timeoutMs: number; maxReplyBytes: number }): {
  call: CallApp
  close(): void
} {
  const agents = {
    http: new http.Agent({ keepAlive: true, scheduling: 'lifo' }),
    https: new https.Agent({ keepAlive: true, scheduling: 'lifo' }),
  }
  const targets = new Map<string, { secure: boolean; target: http.RequestOptions }>()

  const targetOf = (url: string) => {
    const known = targets.get(url)
    if (known) return known
    const { protocol, hostname, port, pathname, search } = new URL(url)
    const secure = protocol === 'https:'
    const target = { hostname: hostname.replace(/^\[|\]$/g, ''), port, path: pathname + search }
    const made = { secure, target }
    if (targets.size < 10_000) targets.set(url, made)
    return made
  }

  const call: CallApp = ({ url, headers, body, method = 'POST' }, onReached) =>
    new Promise((resolve, reject) => {
      const { secure, target } = targetOf(url)
      const request = (secure ? https : http).request({
        ...target,
        method,
        agent: secure ? agents.https : agents.http,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      })
      const limit = setTimeout(
        () => request.destroy(new UnusableReply(`The app did not answer within ${options.timeoutMs / 1_000} s`)),
        options.timeoutMs,
      )
      const fail = (error: Error & { code?: string }) => {
        clearTimeout(limit)
        if (error instanceof UnusableReply) reject(error)
        else reject(new AppAway(error.message || String(error.code), refusals.has(error.code ?? '')))
      }
      if (onReached) {
        request.on('socket', socket => {
          if (socket.connecting) socket.once('connect', onReached)
          else onReached()
        })
      }
      request.on('error', fail)
      request.on('response', response => {
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size <= options.maxReplyBytes) parts.push(part)
          else request.destroy(new UnusableReply(`The app's reply is larger than ${options.maxReplyBytes} bytes`))
        })
        response.on('error', fail)
        response.on('end', () => {
          clearTimeout(limit)
          const text = Buffer.concat(parts).toString('utf8')
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text })
        })
        response.on('aborted', () => fail(new Error('The app closed the connection in the middle of its reply')))
      })
      request.end(body)
    })

  return {
    call,
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}
