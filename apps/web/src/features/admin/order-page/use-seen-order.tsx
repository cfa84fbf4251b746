'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { OperatorOrderView } from '../operator-view'
import { useWordsOr } from '../use-words-or'
import { MovedOn } from './moved-on'

type Order = Pick<OperatorOrderView, 'version' | 'history'>
type Seen = { readonly seenVersion: number; readonly movedOn: ReactNode }

/**
 * The version of an order that an act was decided on: the one that was shown when it was opened, or looked at since. Where the
 * order has moved on, `movedOn` says how and by whom. `onLook` forgets what was refused meanwhile.
 */
export const useSeenOrder = ({ version, history }: Order, onLook: () => void): Seen => {
  const t = useTranslations('adminOrder.moved')
  const statusOf = useWordsOr('order.statuses')
  const moverOf = useWordsOr('admin.movers')
  const [seenVersion, setSeen] = useState(version)
  if (version === seenVersion) return { seenVersion, movedOn: null }
  const look = () => {
    setSeen(version)
    onLook()
  }
  const movedOn = (
    <MovedOn onLook={look}>
      <ul>
        {history
          .filter(move => move.version > seenVersion)
          .map(({ version, toStatus, mover, by }) => (
            <li key={version}>{t('move', { status: statusOf(toStatus), by: by ?? moverOf(mover) })}</li>
          ))}
      </ul>
    </MovedOn>
  )
  return { seenVersion, movedOn }
}
