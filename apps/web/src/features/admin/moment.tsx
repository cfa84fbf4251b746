'use client'

import { useMomentText } from './use-moment-text'

/** A moment where the operator is, exact to the second with its zone on hover; `exact` for steps that took no second. */
export const Moment = ({ at, exact }: { at: string; exact?: boolean }) => {
  const textOf = useMomentText()
  return (
    <time dateTime={at} title={textOf(at, 'exactMoment')} className="figures whitespace-nowrap">
      {textOf(at, exact ? 'exactClock' : 'tableMoment')}
    </time>
  )
}
