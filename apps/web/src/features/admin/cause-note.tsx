'use client'

import { useTranslations } from 'next-intl'
import { OnDemand } from './on-demand'
import { useCause } from './use-cause'

/** Why something failed, in words, and on demand exactly as it was recorded. */
export const CauseNote = ({ recorded }: { recorded: string }) => {
  const t = useTranslations('admin')
  const causeOf = useCause()
  const words = causeOf(recorded)
  return (
    <>
      <p className="mt-1 break-words text-rust">{words}</p>
      {words !== recorded && <OnDemand title={t('asRecorded')} value={recorded} />}
    </>
  )
}
