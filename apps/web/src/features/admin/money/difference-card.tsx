'use client'

import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/i18n/navigation'
import type { Outputs } from '@/lib/trpc/router'
import { attentionAddress } from '../attention/attention-query'
import { Moment } from '../moment'
import { useWordsOr } from '../use-words-or'
import { DifferenceActs } from './difference-acts'

type Difference = Outputs['admin']['reconciliation']['differences']['differences'][number]

/** One difference: the rule that is broken, what each side says, since when, and what can be done. */
export const DifferenceCard = ({ difference }: { difference: Difference }) => {
  const t = useTranslations('adminMoney')
  const ruleOf = useWordsOr('adminMoney.rules')
  const adviceOf = useWordsOr('adminMoney.byHand')
  const { sides, order, state } = difference
  const [one, other] = sides
  return (
    <article className="border-b border-line py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="max-w-[35.5em] text-base font-semibold">{ruleOf(difference.invariant)}</h3>
        <Badge tone={state === 'OPEN' ? 'bad' : state === 'REPAIRED' ? 'mended' : 'plain'} className="ml-auto">
          {t(`states.${state}`)}
        </Badge>
      </div>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <div>
          <dt className="text-ink-2">{t(`sides.${difference.area}.one`)}</dt>
          <dd lang="en" className="figures break-words font-mono text-xs">
            {one}
          </dd>
        </div>
        {other !== null && (
          <div>
            <dt className="text-ink-2">{t(`sides.${difference.area}.other`)}</dt>
            <dd lang="en" className="figures break-words font-mono text-xs">
              {other}
            </dd>
          </div>
        )}
      </dl>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 text-ink-2">
        <code className="break-all font-mono text-xs">{difference.subject}</code>
        {order && (
          <Link href={`/admin/orders/${order.id}`} className="inline-flex min-h-11 items-center text-link">
            {t('order', { number: order.number })}
          </Link>
        )}
        {order?.needsAttention && (
          <Link
            href={attentionAddress({ search: order.number })}
            className="inline-flex min-h-11 items-center text-link"
          >
            {t('toIncident')}
          </Link>
        )}
      </p>
      <p className="text-ink-2">
        {t('firstSeen')} <Moment at={difference.firstSeenAt} /> · {t('lastSeen')} <Moment at={difference.lastSeenAt} />
      </p>
      {difference.closedAt && (
        <p className="text-ink-2">
          {t('closed')} <Moment at={difference.closedAt} />
          {difference.closedBy && ` · ${difference.closedBy}`}
          {difference.reason && ` · ${difference.reason}`}
        </p>
      )}
      {state === 'OPEN' && (
        <>
          {difference.repair === 'look' && <p className="mt-2 max-w-[40.5em]">{adviceOf(difference.invariant)}</p>}
          <DifferenceActs difference={difference} />
        </>
      )}
    </article>
  )
}
