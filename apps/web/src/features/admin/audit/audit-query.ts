import { type AuditFilter, auditFilter } from '@makegood/core/audit/views'

const names = ['who', 'by', 'act', 'about', 'from', 'to'] as const

export type AuditQuery = AuditFilter & { readonly cursor?: string }

/** What an address asks of the audit log; what cannot be understood is left out. */
export const readAuditQuery = (search: Record<string, string | string[] | undefined>): AuditQuery => {
  const given = names.flatMap(name => {
    const value = search[name]
    const parsed = auditFilter.safeParse({ [name]: value })
    return typeof value === 'string' && parsed.success ? [parsed.data] : []
  })
  const cursor = typeof search.cursor === 'string' && search.cursor.length <= 100 ? { cursor: search.cursor } : {}
  return { ...Object.assign({}, ...given), ...cursor }
}

export const auditAddress = (query: AuditQuery): string => {
  const text = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()
  return text ? `/admin/audit?${text}` : '/admin/audit'
}
