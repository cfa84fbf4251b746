import type { ImportProblem } from '@makegood/core/catalogue/import-columns'
import { planImport } from '@makegood/core/catalogue/plan-import'
import type { ImportRow } from '@makegood/core/catalogue/read-import-row'
import { summarizeImport } from '@makegood/core/catalogue/summarize-import'
import { DomainError } from '@makegood/core/errors'
import { newId } from '@makegood/core/ids'
import { writeAudit } from '../audit/write-audit.ts'
import { type Db, inTransaction, type Tx } from '../client.ts'
import { endImport, getImport, lockImport } from './import-record.ts'
import { readImportTargets } from './read-import-targets.ts'
import { nameThings, writePlanned } from './write-planned.ts'

export type ApplyImport = {
  readonly importId: string
  readonly operatorId: string
  readonly allOrNothing: boolean
  /** Reads the file's text: its rows, and what is wrong with those that are none. */
  readonly read: (
    content: string,
  ) => Promise<{ readonly rows: readonly ImportRow[]; readonly problems: readonly ImportProblem[] }>
}

/** Twenty thousand new products take some seconds, on a busy machine a minute. */
const timeoutMs = 120_000

/**
 * Applies a previewed file, once, in one transaction with its audit entries: all good lines, or none at all. It is planned
 * anew with the products held; where more lines are wrong than the operator saw, because the shop has changed meanwhile,
 * nothing is written and it wants another look. With `allOrNothing` one wrong line is enough for that.
 */
export const applyImport = (db: Db, { importId, operatorId, allOrNothing, read }: ApplyImport): Promise<void> =>
  inTransaction(
    db,
    async tx => {
      const { fileName, content } = await lockImport(tx, importId)
      const seen = await getImport(tx, importId)
      const file = await read(content)
      const keys = { products: file.rows.map(row => row.product), skus: file.rows.map(row => row.sku) }
      await lockProducts(tx, keys.products)
      const targets = await readImportTargets(tx, keys)
      const plan = planImport(file.rows, targets)
      const report = summarizeImport(plan, [...file.problems, ...plan.problems])
      if (report.counts.bad > seen.counts.bad)
        throw new DomainError('conflict', 'the shop has changed since the preview', { reason: 'import-changed' })
      if (allOrNothing && report.counts.bad > 0)
        throw new DomainError('conflict', 'the file has bad lines', { reason: 'import-has-bad-lines' })
      const lines = plan.lines.filter(line => line.what !== 'unchanged')
      const at = new Date()
      const ids = nameThings({ lines, targets, at })
      await writePlanned(tx, lines, ids, { note: fileName, operatorId, requestId: importId })
      await auditLines(tx, { importId, operatorId, fileName, counts: report.counts })
      await auditProducts(tx, lines, ids.products, { importId, operatorId })
      await endImport(tx, importId, { status: 'APPLIED', report })
    },
    timeoutMs,
  )

const lockProducts = async (tx: Tx, slugs: readonly string[]): Promise<void> => {
  await tx.$queryRaw`select 1 from product where slug = any(${[...slugs]}::text[]) order by id for update`
}

type Applied = { importId: string; operatorId: string; fileName: string; counts: object }

const auditLines = (tx: Tx, { importId, operatorId, fileName, counts }: Applied): Promise<void> =>
  writeAudit(tx, {
    actorKind: 'operator',
    actorId: operatorId,
    action: 'catalogue.import',
    orderId: null,
    subject: importId,
    details: { fileName, ...counts },
  })

/** One entry a product, so that its own history tells of the file. */
const auditProducts = async (
  tx: Tx,
  lines: Parameters<typeof writePlanned>[1],
  products: ReadonlyMap<string, string>,
  { importId, operatorId }: { readonly importId: string; readonly operatorId: string },
): Promise<void> => {
  const at = new Date()
  const rows = [...Map.groupBy(lines, line => line.product)].map(([slug, ofProduct]) => ({
    id: newId('audit', at),
    subject: products.get(slug),
    details: { importId, lines: ofProduct.map(({ line, sku, what, changes }) => ({ line, sku, what, changes })) },
  }))
  await tx.$executeRaw`
    insert into audit_entry (id, actor_kind, actor_id, action, order_id, subject, reason, details)
    select w.id, 'operator', ${operatorId}, 'catalogue.import-product', null, w.subject, '', w.details
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id text, subject text, details jsonb)`
}
