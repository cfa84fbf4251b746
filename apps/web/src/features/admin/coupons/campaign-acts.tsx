'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { GuardedButton } from '@/features/admin/guarded-button'
import { InPlace } from '@/features/admin/in-place'
import { ReasonForm } from '@/features/admin/reason-form'
import { useTRPC } from '@/lib/trpc/context'
import type { Campaign } from './campaign-state'
import { changedLocalField, toLocalField } from './local-moment'

/** Stops a campaign or lets it grow, each with its reason. */
export const CampaignActs = ({ campaign }: { campaign: Campaign }) => {
  const t = useTranslations('adminBoards.coupons')
  const api = useTRPC()
  const client = useQueryClient()
  const [open, setOpen] = useState<'stop' | 'extend' | null>(null)
  const onSettled = () => client.invalidateQueries({ queryKey: api.admin.coupon.pathKey() })
  const stop = useMutation(api.admin.coupon.stop.mutationOptions({ onSettled }))
  const extend = useMutation(api.admin.coupon.extend.mutationOptions({ onSettled }))
  const campaignId = campaign.id
  const refusal = campaign.terms.stopped ? t('stoppedAlready') : null
  const close = () => setOpen(null)
  const endsAt = new Date(campaign.terms.validTo)
  const grow = (reason: string, form: FormData) => {
    const quantity = Number(form.get('quantity'))
    const validTo = changedLocalField(String(form.get('validTo') ?? ''), endsAt)
    return extend.mutateAsync({ campaignId, reason, quantity, ...(validTo ? { validTo } : {}) })
  }
  return (
    <InPlace open={open}>
      {!open &&
        (['extend', 'stop'] as const).map(act => (
          <GuardedButton
            key={act}
            permission="coupon.manage"
            kind="line"
            size="small"
            refusal={refusal}
            data-opens={act}
            onClick={() => setOpen(act)}
          >
            {t(act)}
          </GuardedButton>
        ))}
      {open === 'stop' && (
        <div className="w-full">
          <ReasonForm
            permission="coupon.manage"
            effect={t('stopEffect')}
            act={t('stopAct')}
            send={({ reason }) => stop.mutateAsync({ campaignId, reason })}
            onClose={close}
          />
        </div>
      )}
      {open === 'extend' && (
        <div className="w-full">
          <ReasonForm
            permission="coupon.manage"
            effect={t('extendEffect')}
            act={t('extendAct')}
            send={({ reason, form }) => grow(reason, form)}
            onClose={close}
          >
            <Field
              label={t('quantity')}
              name="quantity"
              type="number"
              required
              min={campaign.quantity}
              max={100_000}
              defaultValue={campaign.quantity}
            />
            <Field label={t('validTo')} name="validTo" type="datetime-local" defaultValue={toLocalField(endsAt)} />
          </ReasonForm>
        </div>
      )}
    </InPlace>
  )
}
