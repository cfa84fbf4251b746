'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { useRepair } from './use-repair'

const reasonCharsMax = 500

/** Closes an incident with a reason, and does nothing else; says beforehand where it cannot be closed, and what to do instead. */
export const ResolveIncident = ({ incidentId, onClose }: { incidentId: string; onClose: () => void }) => {
  const t = useTranslations('admin.repair')
  const errors = useTranslations('errors')
  const [reason, setReason] = useState('')
  const { resolve } = useRepair()
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({ ...api.admin.incident.get.queryOptions({ incidentId, locale }), staleTime: 0 })
  const refusal = reading.data?.acts.resolve.refusal
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '' || resolve.isPending) return
    resolve.mutate({ incidentId, reason }, { onSuccess: onClose })
  }
  if (refusal)
    return (
      <div tabIndex={-1} className="mt-3 border-t border-line pt-3">
        <p>{t(`refusals.${refusal}`)}</p>
        <Button kind="line" size="small" className="mt-3" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    )
  return (
    <form noValidate onSubmit={submit} className="mt-3 border-t border-line pt-3">
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        maxLength={reasonCharsMax}
        onChange={event => setReason(event.target.value)}
      />
      {resolve.error && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {errors(wordsKeyOf(resolve.error))}
        </Callout>
      )}
      <div className="mt-3 flex flex-wrap gap-2.5">
        <Button type="submit" size="small" aria-disabled={reason.trim() === '' || resolve.isPending}>
          {resolve.isPending ? t('sending') : t('close')}
        </Button>
        <Button kind="line" size="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
