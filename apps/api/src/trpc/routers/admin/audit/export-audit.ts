import { toAuditCsv } from '@makegood/core/audit/audit-csv'
import { auditExportMax, auditExportSchema, auditFilter } from '@makegood/core/audit/views'
import { listAudit } from '@makegood/db/audit/list-audit'
import { writeAudit } from '@makegood/db/audit/write-audit'
import { operatorProcedure } from '../../../trpc.ts'

/** The entries that a filter finds as one CSV file; that somebody took them out is an entry itself. */
export const exportAudit = operatorProcedure('audit.export')
  .input(auditFilter)
  .output(auditExportSchema)
  .mutation(async ({ ctx, input }) => {
    const { entries, nextCursor } = await listAudit(ctx.api.db, { ...input, limit: auditExportMax })
    const actor = { actorKind: 'operator', actorId: ctx.user.id } as const
    const act = {
      action: 'audit.export',
      subject: 'audit',
      orderId: null,
      details: { ...input, rows: entries.length },
    } as const
    await writeAudit(ctx.api.db, { ...actor, ...act })
    const fileName = `audit-${new Date().toISOString().slice(0, 10)}.csv`
    return { fileName, csv: toAuditCsv(entries), rows: entries.length, more: nextCursor !== null }
  })
