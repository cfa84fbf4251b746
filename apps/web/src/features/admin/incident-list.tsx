'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Moment } from './moment'
import type { OperatorOrderView } from './operator-view'
import { useWordsOr } from './use-words-or'

/** What needs a person, first on the page. */
export const IncidentList = ({ incidents }: { incidents: OperatorOrderView['incidents'] }) => {
  const t = useTranslations('admin')
  const kindOf = useWordsOr('admin.incidentKinds')
  const stepOf = useWordsOr('admin.steps')
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents" className="text-sub">
        {t('incidents')}
      </h2>
      <ul className="mt-3 space-y-3">
        {incidents.map(incident => (
          <li key={incident.id}>
            <Callout tone={incident.resolvedAt ? 'plain' : 'bad'} title={kindOf(incident.kind)}>
              <p>
                {stepOf(incident.stepId)} <code className="font-mono text-xs text-ink-2">{incident.stepId}</code>
              </p>
              <p className="break-words">{incident.detail}</p>
              <p className="text-ink-2">
                <Moment at={incident.openedAt} />
                {incident.resolvedAt && (
                  <>
                    {' · '}
                    {t('resolved')} <Moment at={incident.resolvedAt} />
                  </>
                )}
              </p>
            </Callout>
          </li>
        ))}
      </ul>
    </section>
  )
}
