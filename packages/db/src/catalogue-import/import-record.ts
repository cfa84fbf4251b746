import type { ImportView } from '@makegood/core/catalogue/import-views'
import { DomainError } from '@makegood/core/errors'
import type { Tx } from '../client.ts'

export type ImportReport = Pick<ImportView, 'counts' | 'changes' | 'problems'>
type Row = { id: string; fileName: string; status: ImportView['status']; report: ImportReport }

export type NewImport = {
  readonly importId: string
  readonly operatorId: string
  readonly fileName: string
  readonly content: string
  readonly report: ImportReport
}

/** Keeps a file that was previewed, with what it would do. */
export const keepImport = async (db: Tx, { importId, operatorId, fileName, content, report }: NewImport) => {
  await db.$executeRaw`
    insert into catalogue_import (id, operator_id, file_name, content, report)
    values (${importId}, ${operatorId}, ${fileName}, ${content}, ${JSON.stringify(report)}::jsonb)`
}

/** A file with what it would do or has done; throws `not-found`. */
export const getImport = async (db: Tx, importId: string): Promise<ImportView> => {
  const [row] = await db.$queryRaw<Row[]>`
    select id, file_name as "fileName", status, report from catalogue_import where id = ${importId}`
  if (!row) throw new DomainError('not-found', `no import ${importId}`)
  return { importId: row.id, fileName: row.fileName, status: row.status, ...row.report }
}

/** Locks a file for the caller's transaction and answers its text; one that has ended is refused. */
export const lockImport = async (
  tx: Tx,
  importId: string,
): Promise<{ readonly fileName: string; readonly content: string }> => {
  const [row] = await tx.$queryRaw<{ fileName: string; content: string | null; status: string }[]>`
    select file_name as "fileName", content, status from catalogue_import where id = ${importId} for update`
  if (!row) throw new DomainError('not-found', `no import ${importId}`)
  if (row.status !== 'PREVIEWED' || row.content === null)
    throw new DomainError('conflict', `the import is ${row.status}`, { reason: 'import-ended' })
  return { fileName: row.fileName, content: row.content }
}

/** Ends a file: its text goes, what it did stays. */
export const endImport = async (
  tx: Tx,
  importId: string,
  { status, report }: { readonly status: 'APPLIED' | 'DISCARDED'; readonly report: ImportReport | null },
): Promise<void> => {
  await tx.$executeRaw`
    update catalogue_import set status = ${status}, content = null, ended_at = now(),
      report = coalesce(${report && JSON.stringify(report)}::jsonb, report)
    where id = ${importId}`
}
