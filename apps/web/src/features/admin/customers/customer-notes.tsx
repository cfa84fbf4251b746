'use client'

import type { CustomerView } from '@makegood/core/customer/views'
import { newId } from '@makegood/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { TextArea } from '@/components/ui/text-area'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { useConsoleFaults } from '../use-console-faults'

type Props = { userId: string; notes: CustomerView['notes']; onDone: () => Promise<unknown> }

/** What operators told each other about a customer; notes are added and never changed. */
export const CustomerNotes = ({ userId, notes, onDone }: Props) => {
  const t = useTranslations('adminCustomers')
  const errors = useTranslations('errors')
  const { check, forget, errorOf } = useConsoleFaults()
  const [noteId, setNoteId] = useState(() => newId('customerNote', new Date()))
  const add = useMutation(useTRPC().admin.customer.addNote.mutationOptions())
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (add.isPending || !check(event.currentTarget)) return
    const form = event.currentTarget
    const text = String(new FormData(form).get('text') ?? '')
    add.mutate(
      { userId, noteId, text },
      {
        onSuccess: async () => {
          form.reset()
          setNoteId(newId('customerNote', new Date()))
          await onDone()
        },
      },
    )
  }
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" className="text-sub">
        {t('notes')}
      </h2>
      <ul className="mt-2">
        {notes.map(({ id, author, text, at }) => (
          <li key={id} className="border-b border-line py-2">
            <p className="whitespace-pre-line">{text}</p>
            <p className="text-ink-2">
              {author} · <Moment at={at} />
            </p>
          </li>
        ))}
      </ul>
      <form
        noValidate
        onInput={forget}
        onSubmit={submit}
        aria-busy={add.isPending}
        className="mt-3 grid max-w-md gap-3"
      >
        {add.error && (
          <Callout tone="bad" role="alert" title={t('failed')}>
            {errors(wordsKeyOf(add.error))}
          </Callout>
        )}
        <TextArea label={t('newNote')} name="text" required maxLength={500} rows={2} error={errorOf('text')} />
        <GuardedButton permission="customer.note" type="submit" kind="line" size="small" className="w-max">
          {t('addNote')}
        </GuardedButton>
      </form>
    </section>
  )
}
