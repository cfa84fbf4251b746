import type { AuditRow } from './views.ts'

const columns = ['at', 'who', 'kind', 'act', 'order', 'subject', 'reason', 'details'] as const

/** The entries as a CSV file for a spreadsheet, which takes no field of it for a formula. */
export const toAuditCsv = (rows: readonly AuditRow[]): string => {
  const lines = rows.map(row =>
    [
      row.at,
      row.actorEmail ?? row.actorName ?? row.actorId ?? '',
      row.actorKind,
      row.action,
      row.orderNumber ?? row.orderId ?? '',
      row.subject,
      row.reason,
      JSON.stringify(row.details),
    ]
      .map(field)
      .join(','),
  )
  // The mark by which spreadsheets know UTF-8.
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

const field = (value: string): string => {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
