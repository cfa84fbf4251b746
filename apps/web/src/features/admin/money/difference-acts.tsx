'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { priceText } from '@/lib/price-text'
import { useTRPC } from '@/lib/trpc/context'
import type { Outputs } from '@/lib/trpc/router'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { InPlace } from '../in-place'

type Difference = Outputs['admin']['reconciliation']['differences']['differences'][number]

const reasonCharsMin = 3
const reasonCharsMax = 500

/** What can be done about a difference, what it will do, and why somebody does it. */
export const DifferenceActs = ({ difference }: { difference: Difference }) => {
  const t = useTranslations('adminMoney')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const api = useTRPC()
  const client = useQueryClient()
  const [open, setOpen] = useState<'repair' | 'accept' | null>(null)
  const [reason, setReason] = useState('')
  const onSettled = () => client.invalidateQueries({ queryKey: api.admin.reconciliation.pathKey() })
  const refund = useMutation(api.admin.reconciliation.refundCharge.mutationOptions({ onSettled }))
  const repair = useMutation(api.admin.reconciliation.repair.mutationOptions({ onSettled }))
  const accept = useMutation(api.admin.reconciliation.accept.mutationOptions({ onSettled }))
  const repairing = difference.repair === 'refund-charge' ? refund : repair
  const acting = open === 'accept' ? accept : repairing
  const amount = difference.refund ? priceText(difference.refund, locale) : ''
  const ready = reason.trim().length >= reasonCharsMin && !acting.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) acting.mutate({ differenceId: difference.id, detail: difference.detail, reason })
  }
  return (
    <InPlace open={open}>
      {open === null ? (
        <div className="mt-3 flex flex-wrap gap-2.5">
          {difference.repair !== 'look' && (
            <GuardedButton permission="money.repair" size="small" data-opens="repair" onClick={() => setOpen('repair')}>
              {t(`repairs.${difference.repair}`, { amount })}
            </GuardedButton>
          )}
          <GuardedButton
            permission="money.repair"
            kind="line"
            size="small"
            data-opens="accept"
            onClick={() => setOpen('accept')}
          >
            {t('accept')}
          </GuardedButton>
        </div>
      ) : (
        <form noValidate onSubmit={submit} className="mt-3 max-w-xl border-t border-line pt-3">
          <p>{open === 'accept' ? t('acceptMeans') : t(`means.${difference.repair}`, { amount })}</p>
          <Field
            className="mt-2"
            label={t('reason')}
            hint={t('reasonHint')}
            value={reason}
            maxLength={reasonCharsMax}
            onChange={event => setReason(event.target.value)}
          />
          {acting.error && (
            <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
              {errors(wordsKeyOf(acting.error))}
            </Callout>
          )}
          <div className="mt-3 flex flex-wrap gap-2.5">
            <Button type="submit" size="small" aria-disabled={!ready || undefined}>
              {acting.isPending ? t('sending') : open === 'accept' ? t('acceptNow') : t('repairNow')}
            </Button>
            <Button kind="line" size="small" onClick={() => setOpen(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </InPlace>
  )
}
