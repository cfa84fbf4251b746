'use client'

import { useStepName } from '../use-step-name'
import { isParcel } from './is-parcel'

type Props = { stepId: string; parcel: { readonly carrier: string; readonly trackingNo: string } | null | undefined }

/** Where an incident arose: a step in words with its own name behind it, or the parcel as the carrier calls it. */
export const StepOrParcel = ({ stepId, parcel }: Props) => {
  const stepOf = useStepName()
  if (parcel)
    return (
      <span className="figures">
        {parcel.carrier} {parcel.trackingNo}
      </span>
    )
  return (
    <>
      {!isParcel(stepId) && stepOf(stepId)} <code className="font-mono text-xs text-ink-2">{stepId}</code>
    </>
  )
}
