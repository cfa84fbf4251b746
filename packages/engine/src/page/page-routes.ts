import type { FastifyInstance } from 'fastify'
import { type PageFile, pagePaths, readPageFile } from './page-files.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
  vary: 'accept-encoding',
}

/** The page at / and its files. They hold no secret, so everyone who reaches the engine may have them. */
export function addPageRoutes(app: FastifyInstance): void {
  for (const path of pagePaths) {
    let reading: Promise<PageFile> | undefined
    app.get(path, async (request, reply) => {
      reading ??= readPageFile(path)
      const file = await reading
      reply.headers({ ...headers, etag: file.tag })
      if (request.headers['if-none-match'] === file.tag) return reply.code(304).send()
      reply.type(file.type)
      const accepted = String(request.headers['accept-encoding'] ?? '')
      if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli)
      if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip)
      return reply.send(file.plain)
    })
  }
}
