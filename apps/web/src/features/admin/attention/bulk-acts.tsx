'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { GuardedButton } from '../guarded-button'
import { isReason } from '../is-reason'
import { BulkOutcome } from './bulk-outcome'
import { ReasonField } from './reason-field'
import { useBulk } from './use-bulk'
import { useMany } from './use-many'

type Act = 'retry' | 'undo' | 'resolve'
type Props = { chosen: readonly string[]; onDone: () => void }

/** What can be done with all that are chosen: the exact number first, then each on its own. */
export const BulkActs = ({ chosen, onDone }: Props) => {
  const t = useTranslations('adminAttention.bulk')
  const { bulk, run, stop, forget } = useBulk()
  const many = useMany()
  const [asked, setAsked] = useState<Act | null>(null)
  const [reason, setReason] = useState('')
  const isReady = (act: Act) => act === 'retry' || isReason(reason)
  const start = async (event?: FormEvent) => {
    event?.preventDefault()
    const act = asked
    if (act === null || !isReady(act)) return
    setAsked(null)
    await run(chosen, many[act](reason))
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
            <GuardedButton permission="incident.undo" kind="line" size="small" onClick={() => setAsked('undo')}>
              {t('undo', { count: chosen.length })}
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
          <p className="mb-2">{t(`${asked}Means`)}</p>
          {asked !== 'retry' && <ReasonField reason={reason} onChange={setReason} />}
          <div className="mt-3 flex flex-wrap gap-2.5">
            <Button type="submit" size="small" aria-disabled={!isReady(asked) || undefined}>
              {t(`${asked}Now`, { count: chosen.length })}
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
