import { Readable } from 'node:stream'
import { byteOrderMark } from '@makegood/core/csv/csv-line'
import { locales } from '@makegood/core/locale'
import type { ListOrders } from '@makegood/core/order/order-filters'
import { readOrderAddress } from '@makegood/core/order/read-order-address'
import { createOrderFileWriter, type OrderFileWriter, orderFileMax } from '@makegood/core/order/write-order-file'
import { shopDayOf, shopTimeZone } from '@makegood/core/shop-time'
import { writeAudit } from '@makegood/db/audit/write-audit'
import type { Db } from '@makegood/db/client'
import { walkOrders } from '@makegood/db/export/walk-orders'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ApiContext } from '../context.ts'
import { requirePermission } from './require-permission.ts'

const fileSchema = z.object({
  language: z.enum(locales).catch('ko'),
  zone: z.string().max(60).catch(shopTimeZone),
})

type Bounds = { readonly ordersMax: number; readonly atOnce: number }

/**
 * The list of orders as a file, by the same address as the list: streamed page by page as fast as it is taken, ended at once
 * when nobody takes it any more. Who takes out what is written down before the first row, and how much it was after the last.
 */
export const exportOrdersRoute =
  (api: ApiContext, { ordersMax, atOnce }: Bounds = { ordersMax: orderFileMax, atOnce: 500 }) =>
  async (app: FastifyInstance) => {
    app.get('/orders.csv', async (request, reply) => {
      const operator = await requirePermission(api, request, 'order.export')
      const search = request.query as Record<string, string | string[] | undefined>
      const { cursor: _, ...wanted } = readOrderAddress(search)
      const { language, zone } = fileSchema.parse(search)
      const note = (details: Record<string, unknown>) =>
        writeAudit(api.db, {
          actorKind: 'operator',
          actorId: operator.id,
          action: 'order.export',
          orderId: null,
          subject: 'orders.csv',
          details: { ...details, wanted },
        })
      await note({ file: 'begun' })
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const lines = linesOf(api.db, wanted, createOrderFileWriter(language, zone), {
        walk: { max: ordersMax, atOnce, signal: gone.signal },
        note,
      })
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="orders-${shopDayOf(new Date())}.csv"`)
        .send(Readable.from(lines))
    })
  }

type Walk = Parameters<typeof walkOrders>[2]
type Note = (details: Record<string, unknown>) => Promise<void>

async function* linesOf(
  db: Db,
  wanted: ListOrders,
  writer: OrderFileWriter,
  { walk, note }: { readonly walk: Walk; readonly note: Note },
): AsyncGenerator<string> {
  let ended: 'whole' | 'cut' | 'stopped' | 'failed' = 'stopped'
  const written = { orders: 0, rows: 0 }
  try {
    yield `${byteOrderMark}${writer.heading()}`
    let cut = false
    for await (const { orders, more } of walkOrders(db, wanted, walk)) {
      yield orders.map(writer.rows).join('')
      written.orders += orders.length
      written.rows += orders.reduce((sum, { lines }) => sum + lines.length, 0)
      cut = more
    }
    if (walk.signal.aborted) return
    if (cut) yield writer.ends(walk.max)
    ended = cut ? 'cut' : 'whole'
  } catch (error) {
    ended = 'failed'
    throw error
  } finally {
    await note({ file: 'ended', ended, ...written })
  }
}
