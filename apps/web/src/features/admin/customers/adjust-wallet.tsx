'use client'

import { newId } from '@makegood/core/ids'
import type { WireMoney } from '@makegood/core/money/wire-money'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { priceText } from '@/lib/price-text'
import { useTRPCClient } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { InPlace } from '../in-place'
import { ReasonForm } from '../reason-form'

type Props = { userId: string; aloneUpTo: WireMoney; refusal: string | null; onDone: () => Promise<unknown> }

const directions = ['in', 'out'] as const

/** Puts money into a wallet or takes it out, after saying whether it happens at once or somebody else decides. */
export const AdjustWallet = ({ userId, aloneUpTo, refusal, onDone }: Props) => {
  const t = useTranslations('adminCustomers')
  const locale = useLocale()
  const caller = useTRPCClient()
  const [adjustmentId, setAdjustmentId] = useState<string | null>(null)
  const [amount, setAmount] = useState('')
  const [direction, setDirection] = useState<'in' | 'out'>('in')
  const [outcome, setOutcome] = useState<string | null>(null)
  const amountMinor = /^\d{1,13}$/.test(amount) ? BigInt(amount) : 0n
  const isAbove = amountMinor > BigInt(aloneUpTo.amountMinor)
  const sum = priceText({ ...aloneUpTo, amountMinor: amountMinor.toString() }, locale)
  const plain = { in: t('putIn'), out: t('takeOut') }
  const act = t(`${isAbove ? 'ask' : 'adjustNow'}.${direction}`, { amount: sum })
  return (
    <div className="mt-3">
      {outcome && <Callout tone="good" role="status" className="mb-3" title={outcome} />}
      <InPlace open={adjustmentId && 'adjust'}>
        {adjustmentId === null ? (
          <GuardedButton
            permission="wallet.adjust"
            refusal={refusal}
            kind="line"
            size="small"
            data-opens="adjust"
            onClick={() => {
              setOutcome(null)
              setAmount('')
              setDirection('in')
              setAdjustmentId(newId('approval', new Date()))
            }}
          >
            {t('adjust')}
          </GuardedButton>
        ) : (
          <ReasonForm
            permission="wallet.adjust"
            act={amountMinor > 0n ? act : plain[direction]}
            effect={
              <p aria-live="polite">
                {t(isAbove ? 'aboveLimit' : 'withinLimit', { limit: priceText(aloneUpTo, locale) })}
              </p>
            }
            onClose={() => setAdjustmentId(null)}
            send={async ({ reason }) => {
              const sign = direction === 'out' ? '-' : ''
              const done = await caller.admin.customer.adjustWallet.mutate({
                adjustmentId,
                userId,
                amountMinor: `${sign}${amountMinor}`,
                reason,
              })
              setOutcome(t(`outcomes.${done.outcome}.${direction}`, { amount: sum }))
              await onDone()
            }}
          >
            <Select
              label={t('direction')}
              name="direction"
              options={directions.map(value => ({ value, label: plain[value] }))}
              value={direction}
              onChange={event => setDirection(directions.find(value => value === event.target.value) ?? 'in')}
            />
            <Field
              label={t('amount')}
              name="amount"
              inputMode="numeric"
              pattern="0*[1-9][0-9]{0,11}"
              required
              autoComplete="off"
              value={amount}
              onChange={event => setAmount(event.target.value.trim())}
            />
          </ReasonForm>
        )}
      </InPlace>
    </div>
  )
}
