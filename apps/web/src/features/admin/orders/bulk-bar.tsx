'use client'

import { matchedOrdersMax } from '@makegood/core/order/order-filters'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { type BulkAct, bulkActNames, bulkActs, type ChosenOrder } from './bulk-acts'
import { BulkDialog } from './bulk-dialog'
import { askOf, type OrderQuery } from './order-query'

type Props = {
  chosen: readonly ChosenOrder[]
  /** Asks for all that the list has, on every page of it; null where that is this page, or they are chosen already. */
  widen: { readonly query: OrderQuery; readonly onWiden: (orders: readonly ChosenOrder[]) => void } | null
  onDone: () => void
}

/** What can be done with the chosen orders: exactly how many are meant is said before, what became of each after. */
export const BulkBar = ({ chosen, widen, onDone }: Props) => {
  const t = useTranslations('adminOrders.bulk')
  const [act, setAct] = useState<BulkAct | null>(null)
  if (chosen.length === 0) return null
  const fitting = (name: BulkAct) => chosen.filter(bulkActs[name].fits)
  // What is for orders that stopped is no question where none did.
  const shown = bulkActNames.filter(name => !['retry', 'undo'].includes(name) || fitting(name).length > 0)
  return (
    <section
      aria-label={t('title')}
      className="sticky bottom-0 z-20 mt-3 flex flex-wrap items-center gap-2.5 border-t border-edge bg-paper px-3 py-2"
    >
      <p className="font-semibold" role="status">
        {t('chosen', { count: chosen.length })}
      </p>
      <div className="mr-auto">{widen && <Widen {...widen} />}</div>
      {shown.map(name => (
        <GuardedButton
          key={name}
          permission={bulkActs[name].permission}
          refusal={fitting(name).length === 0 ? t(`none.${name}`) : null}
          kind="line"
          size="small"
          onClick={() => setAct(name)}
        >
          {t(`acts.${name}`, { count: fitting(name).length })}
        </GuardedButton>
      ))}
      <Button kind="quiet" size="small" onClick={onDone}>
        {t('clear')}
      </Button>
      {act && (
        <BulkDialog
          act={act}
          orders={fitting(act)}
          rest={chosen.length - fitting(act).length}
          onClose={acted => {
            setAct(null)
            if (acted) onDone()
          }}
        />
      )}
    </section>
  )
}

type Asked = { readonly kind: 'idle' | 'asking' | 'too-many' } | { readonly kind: 'failed'; readonly error: unknown }

const Widen = ({ query, onWiden }: NonNullable<Props['widen']>) => {
  const t = useTranslations('adminOrders.bulk')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked>({ kind: 'idle' })
  const ask = async () => {
    if (asked.kind === 'asking') return
    setAsked({ kind: 'asking' })
    const { sort: _, cursor: __, ...filters } = askOf(query)
    try {
      const { orders } = await client.fetchQuery({ ...api.admin.order.match.queryOptions(filters), staleTime: 0 })
      setAsked({ kind: orders ? 'idle' : 'too-many' })
      if (orders) onWiden(orders)
    } catch (error) {
      setAsked({ kind: 'failed', error })
    }
  }
  return (
    <>
      {asked.kind !== 'too-many' && (
        <button
          type="button"
          className="inline-flex min-h-11 items-center text-link lg:min-h-9"
          aria-disabled={asked.kind === 'asking'}
          onClick={() => void ask()}
        >
          {t(asked.kind === 'asking' ? 'counting' : 'widen')}
        </button>
      )}
      <span role="status">
        {asked.kind === 'too-many' && t('tooMany', { max: matchedOrdersMax })}
        {asked.kind === 'failed' && <span className="ml-3 text-rust">{errors(wordsKeyOf(asked.error))}</span>}
      </span>
    </>
  )
}
