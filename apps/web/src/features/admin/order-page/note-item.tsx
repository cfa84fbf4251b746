'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { Moment } from '../moment'
import type { OrderStoryView } from './build-timeline'
import { EarlierTexts } from './earlier-texts'
import { useReadAgain } from './use-read-again'

type Note = OrderStoryView['notes'][number]

/** A note of an operator; its author can change it. */
export const NoteItem = ({ note }: { note: Note }) => {
  const t = useTranslations('adminOrder.notes')
  const [editing, setEditing] = useState(false)
  return (
    <div className="rounded-sm bg-paper px-3 py-2">
      {editing ? (
        <EditNote note={note} onClose={() => setEditing(false)} />
      ) : (
        <p className="break-words whitespace-pre-line">{note.text}</p>
      )}
      <p className="text-ink-2">
        {t('by', { author: note.author })} · <Moment at={note.writtenAt} />
        {note.mine && !editing && (
          <Button kind="quiet" size="small" onClick={() => setEditing(true)}>
            {t('edit')}
          </Button>
        )}
      </p>
      {note.editedAt && <EarlierTexts key={note.editedAt} noteId={note.id} editedAt={note.editedAt} />}
    </div>
  )
}

const EditNote = ({ note, onClose }: { note: Note; onClose: () => void }) => {
  const t = useTranslations('adminOrder.notes')
  const errors = useTranslations('errors')
  const api = useTRPC()
  const onSettled = useReadAgain()
  const [seen] = useState(note.text)
  const [text, setText] = useState(note.text)
  const edit = useMutation(api.admin.order.editNote.mutationOptions({ onSettled, onSuccess: onClose }))
  const ready = text.trim() !== '' && text.trim() !== seen && !edit.isPending
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (ready) edit.mutate({ noteId: note.id, seen, text: text.trim() })
      }}
    >
      <TextArea
        label={t('text')}
        maxLength={500}
        value={text}
        onChange={event => setText(event.target.value)}
        error={edit.error ? errors(wordsKeyOf(edit.error)) : undefined}
      />
      <div className="mt-2 flex gap-2.5">
        <Button type="submit" size="small" aria-disabled={!ready}>
          {t('save')}
        </Button>
        <Button kind="line" size="small" onClick={onClose}>
          {t('leave')}
        </Button>
      </div>
    </form>
  )
}
