'use client'

import { newId } from '@makegood/core/ids'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { useWhoMay } from '../guarded-button'
import { useMay } from '../operator-role'
import { TabLink } from '../tab-link'
import { fromStart, type OrderQuery, orderListSearch } from './order-query'

/** The views that were kept of this list, one's own and the shared ones, and a way to keep the present one. */
export const SavedViews = ({ query }: { query: OrderQuery }) => {
  const t = useTranslations('adminOrders.views')
  const api = useTRPC()
  const client = useQueryClient()
  const [saving, setSaving] = useState(false)
  const { data } = useQuery(api.admin.view.list.queryOptions({ place: 'orders' }))
  const readAgain = () => client.invalidateQueries({ queryKey: api.admin.view.pathKey() })
  const remove = useMutation(api.admin.view.remove.mutationOptions({ onSettled: readAgain }))
  const here = orderListSearch(fromStart(query))
  const views = data?.views ?? []
  const isKept = here === '' || views.some(view => view.settings.query === here)
  return (
    <div className="mb-3 flex flex-wrap items-end gap-x-5 border-b border-line">
      <ul aria-label={t('title')} className="contents">
        <li>
          <TabLink href="/admin/orders" open={here === ''}>
            {t('all')}
          </TabLink>
        </li>
        {views.map(view => {
          const open = here === view.settings.query
          return (
            <li key={view.id} className="inline-flex items-center">
              <TabLink href={`/admin/orders?${view.settings.query}`} open={open}>
                {view.name}
                {view.shared && <span className="ml-1.5 text-xs font-normal text-ink-2">{t('shared')}</span>}
              </TabLink>
              {view.mine && open && (
                <button
                  type="button"
                  aria-label={t('remove', { name: view.name })}
                  className="grid size-11 place-items-center text-ink-2 hover:text-ink lg:size-9"
                  onClick={() => remove.mutate({ viewId: view.id })}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {!isKept && (
        <button
          type="button"
          className="ml-auto inline-flex min-h-11 items-center text-link lg:min-h-9"
          onClick={() => setSaving(true)}
        >
          {t('save')}
        </button>
      )}
      {saving && <SaveView query={query} onClose={() => setSaving(false)} onSaved={readAgain} />}
    </div>
  )
}

type Props = { query: OrderQuery; onClose: () => void; onSaved: () => Promise<void> }

const SaveView = ({ query, onClose, onSaved }: Props) => {
  const t = useTranslations('adminOrders.views')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const mayShare = useMay('view.share')
  const whoMay = useWhoMay('view.share')
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [viewId] = useState(() => newId('view', new Date()))
  const save = useMutation(
    api.admin.view.save.mutationOptions({
      onSuccess: async () => {
        await onSaved()
        onClose()
      },
    }),
  )
  const ready = name.trim() !== '' && !save.isPending
  return (
    <Dialog open onOpenChange={onClose} title={t('save')} text={t('saveText')} closeLabel={t('close')}>
      <form
        onSubmit={event => {
          event.preventDefault()
          const settings = { query: orderListSearch(fromStart(query)), columns: [...query.columns] }
          if (ready) save.mutate({ viewId, place: 'orders', name: name.trim(), shared, settings })
        }}
      >
        <Field
          label={t('name')}
          maxLength={60}
          value={name}
          onChange={event => setName(event.target.value)}
          error={save.error ? errors(wordsKeyOf(save.error)) : undefined}
        />
        <label className="mt-3 flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-4.5 accent-ink"
            disabled={!mayShare}
            checked={shared}
            onChange={event => setShared(event.target.checked)}
          />
          <span>
            {t('forAll')}
            {!mayShare && <span className="block text-ink-2">{whoMay}</span>}
          </span>
        </label>
        <Button type="submit" size="small" className="mt-4" aria-disabled={!ready}>
          {t('keep')}
        </Button>
      </form>
    </Dialog>
  )
}
