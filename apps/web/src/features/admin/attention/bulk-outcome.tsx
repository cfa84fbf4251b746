'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Progress } from '@/components/ui/progress'
import { Link } from '@/i18n/navigation'
import { useWordsOr } from '../use-words-or'
import type { BulkState } from './use-bulk'

type Props = { bulk: BulkState; onStop: () => void; onClose: () => void }

/** How far an act on many has come, and what became of each. */
export const BulkOutcome = ({ bulk, onStop, onClose }: Props) => {
  const t = useTranslations('adminAttention.bulk')
  const errorOf = useWordsOr('adminAttention.refusals')
  const { total, outcomes, state } = bulk
  const refused = outcomes.filter(({ refusal }) => refusal !== null)
  const counts = { done: outcomes.length - refused.length, refused: refused.length, total }
  const left = total - outcomes.length
  return (
    <Callout tone={state === 'running' ? 'plain' : refused.length > 0 || left > 0 ? 'bad' : 'good'} className="mt-4">
      <p role="status" className="figures font-semibold">
        {t(state === 'running' ? 'progress' : 'ended', counts)} {left > 0 && state === 'aborted' && t('left', { left })}
      </p>
      <Progress label={t('progress', counts)} value={outcomes.length} max={total} className="mt-2" />
      {outcomes.length > 0 && (
        <ul className="mt-2 max-h-60 overflow-y-auto">
          {outcomes.map(({ id, refusal }) => (
            <li key={id} className="break-words">
              <Link href={`/admin/attention/${id}`} className="font-mono text-xs text-link">
                {id}
              </Link>{' '}
              {refusal === null ? t('ok') : errorOf(refusal)}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3">
        {state === 'running' ? (
          <Button kind="line" size="small" onClick={onStop}>
            {t('stop')}
          </Button>
        ) : (
          <Button kind="line" size="small" onClick={onClose}>
            {t('close')}
          </Button>
        )}
      </div>
    </Callout>
  )
}
