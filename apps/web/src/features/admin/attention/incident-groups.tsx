'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Link } from '@/i18n/navigation'
import { Moment } from '../moment'
import { useCause } from '../use-cause'
import { useStepName } from '../use-step-name'
import { useWordsOr } from '../use-words-or'
import { attentionAddress } from './attention-query'
import { GroupActs } from './group-acts'
import type { IncidentGroupView } from './views'

const keyOf = ({ kind, stepId, code }: IncidentGroupView) => `${kind} ${stepId} ${code}`

/** What failed by one cause, together: try one of them, then all. One that was tried stays with its outcome until that is put away. */
export const IncidentGroups = ({ groups }: { groups: readonly IncidentGroupView[] }) => {
  const t = useTranslations('adminAttention')
  const kindOf = useWordsOr('admin.incidentKinds')
  const stepOf = useStepName()
  const causeOf = useCause()
  const [tried, setTried] = useState<readonly IncidentGroupView[]>([])
  const isTried = (group: IncidentGroupView) => tried.some(other => keyOf(other) === keyOf(group))
  const gone = tried.filter(group => !groups.some(other => keyOf(other) === keyOf(group)))
  const many = [...groups.filter(group => group.count > 1 || isTried(group)), ...gone]
  if (many.length === 0) return null
  return (
    <section aria-labelledby="groups" className="mb-8">
      <h2 id="groups" className="text-sub">
        {t('groups')}
      </h2>
      <ul className="mt-3 grid gap-3 lg:grid-cols-2">
        {many.map(group => {
          const { kind, stepId, code } = group
          const cause = { kind, ...(stepId ? { step: stepId } : {}), ...(code ? { code } : {}) }
          return (
            <li key={keyOf(group)} className="rounded-sm border border-line bg-paper p-4">
              <div className="flex items-baseline gap-3">
                {!gone.includes(group) && <span className="figures text-head text-rust">{group.count}</span>}
                <h3 className="font-semibold">{kindOf(kind)}</h3>
              </div>
              <p className="text-ink-2">
                {[stepId && stepOf(stepId), causeOf(group.detail)].filter(Boolean).join(': ')}
              </p>
              <p className="text-ink-2">
                {t('firstSeen')} <Moment at={group.firstAt} />
                <br />
                {t('lastSeen')} <Moment at={group.lastAt} />
              </p>
              <Link href={attentionAddress(cause)} className="inline-flex min-h-11 items-center text-link">
                {t('showGroup')}
              </Link>
              <GroupActs
                group={group}
                onTried={() => setTried([...tried.filter(other => keyOf(other) !== keyOf(group)), group])}
                onPutAway={() => setTried(tried.filter(other => keyOf(other) !== keyOf(group)))}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
