import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const folder = new URL('./browser/', import.meta.url)

/** Every file of the page by the path at which it is served; nothing else is. */
const files: Record<string, string> = {
  '/': 'page.html',
  '/ui/page.css': 'page.css',
  '/ui/head.css': 'head.css',
  '/ui/runs.css': 'runs.css',
  '/ui/run.css': 'run.css',
  '/ui/views.css': 'views.css',
  '/ui/icon.svg': 'icon.svg',
  '/ui/api.js': 'api.js',
  '/ui/app.js': 'app.js',
  '/ui/ask-first.js': 'ask-first.js',
  '/ui/dom.js': 'dom.js',
  '/ui/event-list.js': 'event-list.js',
  '/ui/find-by-id.js': 'find-by-id.js',
  '/ui/function-list.js': 'function-list.js',
  '/ui/json-box.js': 'json-box.js',
  '/ui/overview.js': 'overview.js',
  '/ui/places.js': 'places.js',
  '/ui/run-detail.js': 'run-detail.js',
  '/ui/run-link.js': 'run-link.js',
  '/ui/run-list.js': 'run-list.js',
  '/ui/sign-in.js': 'sign-in.js',
  '/ui/status.js': 'status.js',
  '/ui/timeline.js': 'timeline.js',
  '/ui/times.js': 'times.js',
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export type PageFile = { type: string; tag: string; plain: Buffer; gzip: Buffer; brotli: Buffer }

/** The paths of all files of the page. */
export const pagePaths = Object.keys(files)

/** A file of the page in all forms in which a browser may want it. */
export async function readPageFile(path: string): Promise<PageFile> {
  const name = files[path] ?? ''
  const plain = await readFile(new URL(name, folder))
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  ])
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { type: types[extname(name)] ?? 'application/octet-stream', tag, plain, gzip: gzipped, brotli }
}
