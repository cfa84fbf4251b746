'use client'

import { newId } from '@makegood/core/ids'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { TextArea } from '@/components/ui/text-area'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { useAskedAct } from './use-asked-act'
import { useReadAgain } from './use-read-again'

const freshId = () => newId('note', new Date())

/** A note for the other operators; no shopper sees it. */
export const NewNote = ({ orderId }: { orderId: string }) => {
  const t = useTranslations('adminOrder.notes')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const onSettled = useReadAgain()
  const [noteId, setNoteId] = useState(freshId)
  const [text, setText] = useState('')
  const add = useMutation(
    api.admin.order.addNote.mutationOptions({
      onSettled,
      onSuccess: () => {
        setText('')
        setNoteId(freshId())
      },
    }),
  )
  const asked = useAskedAct()
  const field = useRef<HTMLTextAreaElement>(null)
  const isAsked = asked.act === 'note'
  useEffect(() => {
    if (isAsked) field.current?.focus()
  }, [isAsked])
  const ready = text.trim() !== '' && !add.isPending
  return (
    <form
      className="mt-6"
      onSubmit={event => {
        event.preventDefault()
        if (ready) add.mutate({ orderId, noteId, text: text.trim() })
      }}
    >
      <TextArea
        ref={field}
        onBlur={isAsked ? asked.forget : undefined}
        label={t('add')}
        hint={t('hint')}
        maxLength={500}
        rows={2}
        value={text}
        onChange={event => setText(event.target.value)}
        error={add.error ? errors(wordsKeyOf(add.error)) : undefined}
      />
      <GuardedButton
        permission="order.note"
        type="submit"
        size="small"
        kind="line"
        className="mt-2"
        aria-disabled={!ready}
      >
        {t('write')}
      </GuardedButton>
    </form>
  )
}
