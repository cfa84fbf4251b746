'use client'

import { byHandSteps, isByHandStep } from '@makegood/core/saga/by-hand'
import { adviseOn, type SuggestedAct } from '@makegood/core/saga/incident-advice'
import { attentionCountMax } from '@makegood/core/today/views'
import { isPermitted, type Permission } from '@makegood/core/user/permissions'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { Link } from '@/i18n/navigation'
import type { Outputs } from '@/lib/trpc/router'
import { attentionAddress } from '../attention/attention-query'
import { isParcel } from '../attention/is-parcel'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { useRole } from '../operator-role'
import { RetryIncident } from '../retry-incident'
import { useCause } from '../use-cause'
import { useStepName } from '../use-step-name'

type Problem = Outputs['admin']['today']['attention']['problems'][number]

/** The first problems, the oldest on top, those of one cause as one; each with the act that is usually right. */
export const ProblemList = ({ problems, open }: { problems: readonly Problem[]; open: number }) => {
  const t = useTranslations('adminToday.attention')
  const shown = problems.reduce((sum, { count }) => sum + count, 0)
  const every = open >= attentionCountMax ? `${attentionCountMax}+` : String(open)
  return (
    <div className="rounded-sm border border-l-2 border-line border-l-rust">
      <ol aria-label={t('problems')}>
        {problems.map(problem => (
          <ProblemRow key={problem.incidentId} problem={problem} />
        ))}
      </ol>
      {open > shown && (
        <Link
          href="/admin/attention"
          className="mx-4 inline-flex min-h-11 items-center text-link"
          aria-label={t('everyLabel', { count: every })}
        >
          {t('every', { count: every })}
        </Link>
      )}
    </div>
  )
}

const ProblemRow = ({ problem }: { problem: Problem }) => {
  const t = useTranslations('adminToday.attention')
  const kinds = useTranslations('admin.incidentKinds')
  const stepOf = useStepName()
  const causeOf = useCause()
  const [retrying, setRetrying] = useState(false)
  const { incidentId, kind, stepId, code, detail, openedAt, nextTryAt, orderId, orderNumber, count } = problem
  const step = isParcel(stepId) || kind === 'dispute' ? null : stepId
  return (
    <li className="border-b border-line px-4 py-2 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <div className="min-w-0 grow basis-80">
          <p>
            <span className="font-semibold">{kinds(kind)}</span>
            {count > 1 && <span className="figures ml-2 font-semibold text-rust">{t('times', { count })}</span>}
          </p>
          <p className="break-words text-ink-2">
            {step && `${stepOf(step)}: ${causeOf(detail)} · `}
            <Moment at={openedAt} />
            {nextTryAt && (
              <>
                {' · '}
                {t('tries')} <Moment at={nextTryAt} />
              </>
            )}
          </p>
        </div>
        {count === 1 && orderId && orderNumber && (
          <Link href={`/admin/orders/${orderId}`} className="figures inline-flex min-h-11 items-center text-link">
            {t('order', { number: orderNumber })}
          </Link>
        )}
        {count > 1 ? (
          <ButtonLink
            href={attentionAddress({ kind, ...(step ? { step } : {}), ...(code ? { code } : {}) })}
            kind="line"
            size="small"
          >
            {t('together', { count })}
          </ButtonLink>
        ) : (
          <Act
            act={adviseOn(problem).act}
            stepId={stepId}
            orderId={orderId}
            incidentId={incidentId}
            name={`${kinds(kind)}${orderNumber ? ` ${orderNumber}` : ''}`}
            onRetry={() => setRetrying(true)}
          />
        )}
      </div>
      {retrying && <RetryIncident incidentId={incidentId} onClose={() => setRetrying(false)} />}
    </li>
  )
}

const permissionOf: Partial<Record<SuggestedAct, Permission>> = {
  'ask-return': 'return.request',
  'decide-return': 'return.decide',
  'receive-return': 'return.receive',
  resolve: 'incident.resolve',
}

type ActProps = {
  act: SuggestedAct
  stepId: string
  orderId: string | null
  incidentId: string
  name: string
  onRetry: () => void
}

/**
 * Trying again is done here, what it will do said first; a return is asked for on the order's page, opened at it; anything else
 * on the problem's own page, where its story is. A role that may not do what is advised is not sent to do it.
 */
const Act = ({ act, stepId, orderId, incidentId, name, onRetry }: ActProps) => {
  const t = useTranslations('adminToday.attention.acts')
  const role = useRole()
  const settle = isByHandStep(stepId) ? byHandSteps[stepId] : 'incident.settle'
  const permission = act === 'settle' ? settle : permissionOf[act]
  const shown = permission && !isPermitted(role, permission) ? 'look' : act
  const href = `/admin/attention/${incidentId}`
  const asks = shown === 'ask-return' && orderId !== null
  if (shown !== 'retry' && !asks)
    return (
      <ButtonLink href={href} kind="line" size="small" aria-label={`${t(shown)}: ${name}`}>
        {t(shown)}
      </ButtonLink>
    )
  return (
    <>
      <Link href={href} className="inline-flex min-h-11 items-center text-link" aria-label={`${t('look')}: ${name}`}>
        {t('look')}
      </Link>
      {asks ? (
        <ButtonLink
          href={`/admin/orders/${orderId}?act=requestReturn`}
          kind="line"
          size="small"
          aria-label={`${t('ask-return')}: ${name}`}
        >
          {t('ask-return')}
        </ButtonLink>
      ) : (
        <GuardedButton
          permission="incident.retry"
          kind="line"
          size="small"
          aria-label={`${t('retry')}: ${name}`}
          onClick={onRetry}
        >
          {t('retry')}
        </GuardedButton>
      )}
    </>
  )
}
