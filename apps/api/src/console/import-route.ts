import { importBytesMax } from '@makegood/core/catalogue/import-columns'
import { planImport } from '@makegood/core/catalogue/plan-import'
import { summarizeImport } from '@makegood/core/catalogue/summarize-import'
import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { keepImport } from '@makegood/db/catalogue-import/import-record'
import { readImportTargets } from '@makegood/db/catalogue-import/read-import-targets'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'
import { decodeFile, readProductsFile } from './read-products-file.ts'
import { requirePermission } from './require-permission.ts'

const nameCharsMax = 120

/** Takes a file of products, keeps it, and answers what it would do; it changes nothing of the catalogue. */
export const importRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: importBytesMax }, (_request, body, done) =>
    done(null, body),
  )
  app.post<{ Body: Buffer; Querystring: { name?: string } }>(
    '/imports',
    {
      // Whoever may not is told so before the file is read.
      onRequest: async request => {
        await requirePermission(api, request, 'catalogue.write')
        if (Number(request.headers['content-length'] ?? 0) > importBytesMax)
          throw new DomainError('invalid-input', 'the file is too large', { reason: 'too-large' })
      },
    },
    async request => {
      const operator = await requirePermission(api, request, 'catalogue.write')
      const content = decodeFile(request.body ?? new Uint8Array())
      const file = await readProductsFile(content)
      const targets = await readImportTargets(api.db, {
        products: file.rows.map(row => row.product),
        skus: file.rows.map(row => row.sku),
      })
      const plan = planImport(file.rows, targets)
      const report = summarizeImport(plan, [...file.problems, ...plan.problems])
      const importId = newId('catalogueImport', new Date())
      const fileName = nameOf(request.query.name)
      await keepImport(api.db, { importId, operatorId: operator.id, fileName, content, report })
      return { importId }
    },
  )
}

const nameOf = (name: unknown): string =>
  typeof name === 'string'
    ? name.replaceAll(/[\p{Cc}/\\]/gu, '').slice(0, nameCharsMax) || 'products.csv'
    : 'products.csv'
