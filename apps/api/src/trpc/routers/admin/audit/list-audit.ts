import { auditPageSchema, listAuditInput } from '@makegood/core/audit/views'
import { listAudit as readPage } from '@makegood/db/audit/list-audit'
import { operatorProcedure } from '../../../trpc.ts'

const pageSize = 50

/** A page of who did what, by person, act, order or subject, and time. */
export const listAudit = operatorProcedure('audit.read')
  .input(listAuditInput)
  .output(auditPageSchema)
  .query(({ ctx, input }) => readPage(ctx.api.db, { ...input, limit: pageSize }))
