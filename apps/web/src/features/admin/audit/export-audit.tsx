'use client'

import { type AuditFilter, auditExportMax } from '@makegood/core/audit/views'
import { useMutation } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useTRPC } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'

const save = ({ fileName, csv }: { fileName: string; csv: string }): void => {
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: fileName })
  link.click()
  // The browser may begin to read it only after this.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Saves what the filter finds as a file. */
export const ExportAudit = ({ filter }: { filter: AuditFilter }) => {
  const t = useTranslations('adminAudit')
  const format = useFormatter()
  const api = useTRPC()
  const making = useMutation(api.admin.audit.export.mutationOptions({ onSuccess: save }))
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <span role="status">
        {making.data && t('exported', { count: making.data.rows })}
        {making.data?.more && ` ${t('more', { count: format.number(auditExportMax) })}`}
        {making.isError && <span className="text-rust">{t('failed')}</span>}
      </span>
      <GuardedButton
        permission="audit.export"
        kind="line"
        size="small"
        aria-disabled={making.isPending}
        onClick={() => {
          if (!making.isPending) making.mutate(filter)
        }}
      >
        {making.isPending ? t('exporting') : t('export')}
      </GuardedButton>
    </div>
  )
}
