'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { GuardedButton } from '../guarded-button'
import { BulkOutcome } from './bulk-outcome'
import { useBulk } from './use-bulk'
import { useMany } from './use-many'

const reasonCharsMax = 500
const reasonCharsMin = 3

type Props = { chosen: readonly string[]; onDone: () => void }

/** What can be done with all that are chosen: the exact number first, then each on its own. */
export const BulkActs = ({ chosen, onDone }: Props) => {
  const t = useTranslations('adminAttention.bulk')
  const { bulk, run, stop, forget } = useBulk()
  const { retryMany, resolveMany } = useMany()
  const [asked, setAsked] = useState<'retry' | 'resolve' | null>(null)
  const [reason, setReason] = useState('')
  const start = async (event?: FormEvent) => {
    event?.preventDefault()
    const act = asked
    if (act === null || (act === 'resolve' && reason.trim().length < reasonCharsMin)) return
    setAsked(null)
    await run(chosen, act === 'retry' ? retryMany : resolveMany(reason))
    setReason('')
    onDone()
  }
  if (bulk) return <BulkOutcome bulk={bulk} onStop={stop} onClose={forget} />
  if (chosen.length === 0) return null
  return (
    <div className="sticky bottom-0 z-10 -mx-4 mt-3 border-t border-edge bg-sheet px-4 py-3 sm:mx-0 sm:px-0">
      <div className="flex flex-wrap items-center gap-2.5">
        <p role="status" className="figures mr-2 font-semibold">
          {t('chosen', { count: chosen.length })}
        </p>
        {asked === null && (
          <>
            <GuardedButton permission="incident.retry" size="small" onClick={() => setAsked('retry')}>
              {t('retry', { count: chosen.length })}
            </GuardedButton>
            <GuardedButton permission="incident.resolve" kind="line" size="small" onClick={() => setAsked('resolve')}>
              {t('resolve', { count: chosen.length })}
            </GuardedButton>
            <Button kind="line" size="small" onClick={onDone}>
              {t('clear')}
            </Button>
          </>
        )}
      </div>
      {asked && (
        <form noValidate onSubmit={start} className="mt-2 max-w-xl">
          <p>{t(asked === 'retry' ? 'retryMeans' : 'resolveMeans')}</p>
          {asked === 'resolve' && (
            <Field
              className="mt-2"
              label={t('reason')}
              hint={t('reasonHint')}
              value={reason}
              maxLength={reasonCharsMax}
              onChange={event => setReason(event.target.value)}
            />
          )}
          <div className="mt-3 flex flex-wrap gap-2.5">
            <Button
              type="submit"
              size="small"
              aria-disabled={(asked === 'resolve' && reason.trim().length < reasonCharsMin) || undefined}
            >
              {t(asked === 'retry' ? 'retryNow' : 'resolveNow', { count: chosen.length })}
            </Button>
            <Button kind="line" size="small" onClick={() => setAsked(null)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
