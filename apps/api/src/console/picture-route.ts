import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addPictureQuery, pictureBytesMax } from '@makegood/core/catalogue/picture-rules'
import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { addPicture } from '@makegood/db/catalogue/add-picture'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'
import { convertPicture } from './convert-picture.ts'
import { requirePermission } from './require-permission.ts'

/** Takes a picture of a product: drawn anew, stored under a name of the shop's own, added at the end of the product's. */
export const pictureRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  for (const type of ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'])
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: pictureBytesMax }, (_request, body, done) =>
      done(null, body),
    )
  app.post<{ Body: Buffer }>(
    '/pictures',
    {
      // Whoever may not is told so before the picture is read.
      onRequest: async request => {
        await requirePermission(api, request, 'catalogue.write')
        if (Number(request.headers['content-length'] ?? 0) > pictureBytesMax)
          throw new DomainError('invalid-input', 'the picture is too large', { reason: 'too-large' })
      },
    },
    async request => {
      const operator = await requirePermission(api, request, 'catalogue.write')
      const asked = addPictureQuery.safeParse(request.query)
      if (!asked.success)
        throw new DomainError('invalid-input', 'which product is not said', {}, { cause: asked.error })
      const { width, height, files } = await convertPicture(request.body ?? Buffer.alloc(0))
      const pictureId = newId('picture', new Date())
      const paths = files.map(file => join(api.env.UPLOADS_DIR, `${pictureId}${file.suffix}.webp`))
      await mkdir(api.env.UPLOADS_DIR, { recursive: true })
      try {
        for (const [at, file] of files.entries()) await writeFile(paths[at] ?? '', file.bytes, { flag: 'wx' })
        const path = `/pictures/uploads/${pictureId}.webp`
        const { version } = await addPicture(api.db, { ...asked.data, pictureId, path, width, height }, operator.id)
        return { pictureId, version }
      } catch (error) {
        // Nobody knows these names: a picture that was not added leaves no file behind.
        for (const path of paths) await rm(path, { force: true })
        throw error
      }
    },
  )
}
