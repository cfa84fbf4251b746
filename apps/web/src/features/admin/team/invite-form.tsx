'use client'

import { newId } from '@makegood/core/ids'
import { operatorRoles } from '@makegood/core/team/inputs'
import { useMutation } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { useTRPC } from '@/lib/trpc/context'
import { wordsKeyOf } from '@/lib/trpc/shop-code'
import { GuardedButton } from '../guarded-button'
import { useMay } from '../operator-role'
import { useConsoleFaults } from '../use-console-faults'
import { roleIn } from './operator-row'

/** Invites somebody by mail; the link in it works once. */
export const InviteForm = ({ onChanged }: { onChanged: () => Promise<unknown> }) => {
  const t = useTranslations('adminTeam')
  const roleOf = useTranslations('adminShell.roles')
  const errors = useTranslations('errors')
  const locale = useLocale()
  const may = useMay('team.manage')
  const api = useTRPC()
  const { check, forget, errorOf } = useConsoleFaults()
  const invite = useMutation(api.admin.team.invite.mutationOptions({ onSettled: onChanged }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (invite.isPending || !check(event.currentTarget)) return
    const form = event.currentTarget
    const fields = new FormData(form)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    invite.mutate(
      {
        invitationId: newId('invitation', new Date()),
        name: text('name'),
        email: text('email'),
        role: roleIn(fields),
        locale,
      },
      { onSuccess: () => form.reset() },
    )
  }
  return (
    <form
      noValidate
      onInput={forget}
      onSubmit={submit}
      aria-busy={invite.isPending}
      className="mt-3 grid max-w-3xl gap-4 sm:grid-cols-3"
    >
      {invite.isSuccess && <Callout tone="good" role="status" className="sm:col-span-3" title={t('invited')} />}
      {invite.error && (
        <Callout tone="bad" role="alert" className="sm:col-span-3" title={t('failed')}>
          {errors(wordsKeyOf(invite.error))}
        </Callout>
      )}
      <Field
        label={t('name')}
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        disabled={!may}
        error={errorOf('name')}
      />
      <Field
        label={t('email')}
        name="email"
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        disabled={!may}
        error={errorOf('email')}
      />
      <Select
        label={t('role')}
        name="role"
        disabled={!may}
        options={operatorRoles.map(value => ({ value, label: roleOf(value) }))}
      />
      <GuardedButton
        permission="team.manage"
        type="submit"
        size="small"
        className="w-max"
        aria-disabled={invite.isPending}
      >
        {t('invite')}
      </GuardedButton>
    </form>
  )
}
