'use client'

import type { Consequences } from '@makegood/core/console/consequences'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { ConsequenceList } from '../consequence-list'
import { isReason } from '../is-reason'
import { ReasonArea } from '../reason-area'

type Props = {
  title: string
  /** What it will do, as the api tells it; or, where that is no question of the api, as lines. */
  consequences?: Consequences | undefined
  says?: readonly string[]
  /** True where it is only asked for now, and happens once somebody else agrees. */
  asks?: boolean
  /** What the button says: a verb. */
  sure: string
  withReason?: boolean
  /** True while what is filled in can be sent. */
  ready?: boolean
  pending: boolean
  error: unknown
  /** Why it cannot be done any more, in words. */
  refusal?: string | null
  /** What changed since the act was decided on. */
  movedOn?: ReactNode
  onRun: (reason: string) => void
  onClose: () => void
  children?: ReactNode
}

/** One act before it is done: what it will do to money, stock, parcels and messages, why, and then the button. */
export const ActDialog = (props: Props) => {
  const {
    title,
    consequences,
    says = [],
    asks = false,
    sure,
    withReason = false,
    ready = true,
    pending,
    error,
    refusal = null,
    movedOn = null,
    onRun,
    onClose,
  } = props
  const t = useTranslations('adminOrder.act')
  const errors = useTranslations('errors')
  const [reason, setReason] = useState('')
  // What an act changes itself while it is under way hinders nobody.
  const hindered = !pending && (movedOn || refusal !== null)
  const complete = ready && !hindered && (!withReason || isReason(reason))
  return (
    <Dialog open onOpenChange={onClose} title={title} closeLabel={t('close')}>
      <form
        noValidate
        onSubmit={event => {
          event.preventDefault()
          if (complete && !pending) onRun(reason.trim())
        }}
      >
        <p className="font-semibold">{t(asks ? 'willOnceAgreed' : 'will')}</p>
        {says.length > 0 && (
          <ul className="list-disc pl-5">
            {says.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {consequences && <ConsequenceList consequences={consequences} />}
        {props.children && <div className="mt-4 space-y-3">{props.children}</div>}
        {withReason && <ReasonArea reason={reason} onChange={setReason} />}
        {!pending && movedOn}
        {!pending && refusal !== null && <Callout className="mt-4">{refusal}</Callout>}
        {error && !movedOn ? (
          <Callout tone="bad" role="alert" className="mt-4" title={t('failed')}>
            {errors(wordsKeyOf(error))} {t('lookAgain')}
          </Callout>
        ) : null}
        <div className="mt-5 flex flex-wrap gap-2.5">
          <Button type="submit" size="small" aria-disabled={!complete || pending || undefined}>
            {pending ? t('working') : sure}
          </Button>
          <Button kind="line" size="small" onClick={onClose}>
            {t('leave')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
