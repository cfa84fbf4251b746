import { Readable } from 'node:stream'
import { writeCell } from '@makegood/core/catalogue/csv-cells'
import { importColumns } from '@makegood/core/catalogue/import-columns'
import { writeAudit } from '@makegood/db/audit/write-audit'
import { listExportRows } from '@makegood/db/catalogue/list-export-rows'
import type { Db } from '@makegood/db/client'
import { stringify } from 'csv-stringify/sync'
import type { FastifyInstance } from 'fastify'
import type { ApiContext } from '../context.ts'
import { requirePermission } from './require-permission.ts'

/** All products, prices and stock as a file that a spreadsheet opens and the import takes back; streamed, for those who may take it out. */
export const exportRoute = (api: ApiContext) => async (app: FastifyInstance) => {
  app.get('/products.csv', async (request, reply) => {
    const operator = await requirePermission(api, request, 'catalogue.export')
    await writeAudit(api.db, {
      actorKind: 'operator',
      actorId: operator.id,
      action: 'catalogue.export',
      orderId: null,
      subject: 'products.csv',
    })
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="products.csv"')
      .send(Readable.from(linesOf(api.db)))
  })
}

// A spreadsheet takes a file for Korean only with this mark.
const byteOrderMark = '\uFEFF'

async function* linesOf(db: Db): AsyncGenerator<string> {
  yield `${byteOrderMark}${stringify([[...importColumns]])}`
  for (let after: string | null = null; ; ) {
    const rows = await listExportRows(db, after)
    const last = rows.at(-1)
    if (!last) return
    yield stringify(rows.map(({ values }) => importColumns.map(column => writeCell(values[column]))))
    after = last.id
  }
}
