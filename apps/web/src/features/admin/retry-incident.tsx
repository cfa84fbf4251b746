'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { ConsequenceList } from './consequence-list'
import { useOnce } from './use-once'
import { useRepair } from './use-repair'
import { useStepName } from './use-step-name'

type Props = { incidentId: string; onClose: (went?: boolean) => void }

/** Tries again what stopped, after saying which steps are taken and what they do. */
export const RetryIncident = ({ incidentId, onClose }: Props) => {
  const t = useTranslations('admin.repair')
  const errors = useTranslations('errors')
  const stepOf = useStepName()
  const locale = useLocale()
  const api = useTRPC()
  const reading = useQuery({ ...api.admin.incident.get.queryOptions({ incidentId, locale }), staleTime: 0 })
  const { retry } = useRepair()
  const once = useOnce(retry.isPending)
  const act = reading.data?.acts.retry
  const wrong = retry.error ?? reading.error
  return (
    <div tabIndex={-1} className="mt-3 border-t border-line pt-3">
      {reading.isPending && <p className="text-ink-2">{t('reading')}</p>}
      {act?.refusal && <p>{t(`refusals.${act.refusal}`)}</p>}
      {act && !act.refusal && (
        <>
          {act.steps.length > 0 && (
            <p>
              {t('steps')}:{' '}
              {act.steps
                .map(({ stepId, certain }) => (certain ? stepOf(stepId) : `${stepOf(stepId)} ${t('may')}`))
                .join(' → ')}
            </p>
          )}
          <div className="mt-1.5">
            <ConsequenceList consequences={act.consequences} perhaps={act.perhaps} />
          </div>
        </>
      )}
      {wrong && (
        <Callout tone="bad" role="alert" className="mt-3" title={t('failed')}>
          {errors(wordsKeyOf(wrong))}
        </Callout>
      )}
      <div className="mt-3 flex flex-wrap gap-2.5">
        {act && !act.refusal && (
          <Button
            size="small"
            aria-disabled={retry.isPending}
            onClick={() => once(() => retry.mutate({ incidentId }, { onSuccess: () => onClose(true) }))}
          >
            {retry.isPending ? t('sending') : t('sure')}
          </Button>
        )}
        <Button kind="line" size="small" onClick={() => onClose()}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
