import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '@makegood/core/errors'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'

/** Exactly the names that the shop gives: nothing of an address is ever a path. */
const fileName = /^pic_[0-7][0-9a-z]{25}(-(400|700))?\.webp$/

/** Serves the pictures that operators sent, under a name for ever and as nothing but WebP. */
export const uploadsRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  app.get<{ Params: { file: string } }>('/:file', async (request, reply) => {
    const { file } = request.params
    const path = join(api.env.UPLOADS_DIR, file)
    const size = fileName.test(file) ? await sizeOf(path) : null
    if (size === null) throw new DomainError('not-found', 'no such picture')
    return reply
      .header('content-type', 'image/webp')
      .header('content-length', size)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(createReadStream(path))
  })
}

const sizeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
