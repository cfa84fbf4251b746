'use client'

import { line } from '@makegood/core/text'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useRouter } from '@/i18n/navigation'
import { authClient } from '@/lib/auth-client'
import { stopComposingEnter } from '@/lib/stop-composing-enter'
import { authWords } from './auth-words'

const nameSchema = line(80).min(1)

export const NameForm = ({ name }: { name: string }) => {
  const t = useTranslations('account.profile')
  const auth = useTranslations('auth')
  const router = useRouter()
  const [typed, setTyped] = useState(name)
  const [state, setState] = useState<'idle' | 'sending' | 'kept' | 'wrong' | 'failed'>('idle')
  const [failure, setFailure] = useState<ReturnType<typeof authWords>>('unknown')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (state === 'sending') return
    const parsed = nameSchema.safeParse(typed)
    if (!parsed.success) return setState('wrong')
    setState('sending')
    const { error } = await authClient.updateUser({ name: parsed.data })
    if (error) {
      setFailure(authWords(error))
      return setState('failed')
    }
    setState('kept')
    router.refresh()
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={stopComposingEnter}
      aria-busy={state === 'sending'}
      className="flex max-w-md flex-wrap items-end gap-3"
    >
      <Field
        label={auth('name')}
        name="name"
        autoComplete="name"
        spellCheck={false}
        maxLength={80}
        className="grow"
        value={typed}
        onChange={event => {
          setTyped(event.target.value)
          setState('idle')
        }}
        error={state === 'wrong' ? t('nameWrong') : state === 'failed' ? auth(`failures.${failure}`) : undefined}
      />
      <Button type="submit" kind="line" size="medium" className="min-h-12!" aria-disabled={state === 'sending'}>
        {state === 'sending' ? t('saving') : t('save')}
      </Button>
      <p role="status" className="w-full text-sm text-celadon">
        {state === 'kept' && t('kept')}
      </p>
    </form>
  )
}
