'use client'

import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { ConsequenceList } from '../consequence-list'
import { useOnce } from '../use-once'
import { useStepName } from '../use-step-name'
import type { RepairActView } from './views'

type Props = {
  /** What will be done, in words. */
  text: string
  /** The steps and what they do to the world; null where the act does nothing but close. */
  act: RepairActView | null
  /** What the button says: a verb. */
  sure: string
  ready: boolean
  pending: boolean
  error: unknown
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}

/** One act before it is done: what it means, its steps, its consequences, what it needs to know, then the button. */
export const ActPanel = ({ text, act, sure, ready, pending, error, onSubmit, onClose, children }: Props) => {
  const t = useTranslations('admin.repair')
  const errors = useTranslations('errors')
  const stepOf = useStepName()
  const once = useOnce(pending)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) once(onSubmit)
  }
  return (
    <form noValidate onSubmit={submit} className="mt-4 border-t border-line pt-4">
      <p className="max-w-[40.5em]">{text}</p>
      {act && act.steps.length > 0 && (
        <p className="mt-1.5">
          {t('steps')}:{' '}
          {act.steps
            .map(({ stepId, certain }) => (certain ? stepOf(stepId) : `${stepOf(stepId)} ${t('may')}`))
            .join(' → ')}
        </p>
      )}
      {act && (
        <div className="mt-1.5">
          <ConsequenceList consequences={act.consequences} perhaps={act.perhaps} />
        </div>
      )}
      {children && <div className="mt-3 max-w-xl space-y-3">{children}</div>}
      {error ? (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {errors(wordsKeyOf(error))}
        </Callout>
      ) : null}
      <div className="mt-4 flex flex-wrap gap-2.5">
        <Button type="submit" size="small" aria-disabled={!ready || pending || undefined}>
          {pending ? t('sending') : sure}
        </Button>
        <Button kind="line" size="small" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
