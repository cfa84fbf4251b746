'use client'

import { operatorRoles } from '@makegood/core/team/inputs'
import type { OperatorView } from '@makegood/core/team/views'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '@/components/ui/select'
import { useTRPCClient } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { ReasonForm } from '../reason-form'
import { OperatorSessions } from './operator-sessions'

type Act = 'changeRole' | 'resetSecondFactor' | 'remove' | 'sessions'
type Props = { operator: OperatorView; isSelf: boolean; onChanged: () => Promise<unknown> }

/** One operator: role, second factor, when they were last seen, and what an admin may do about it. */
export const OperatorRow = ({ operator, isSelf, onChanged }: Props) => {
  const t = useTranslations('adminTeam')
  const roleOf = useTranslations('adminShell.roles')
  const caller = useTRPCClient()
  const [open, setOpen] = useState<Act | null>(null)
  const { id: userId, name, email, role, hasSecondFactor, lastSeenAt, sessions } = operator
  const close = () => setOpen(null)
  const afterwards = async (act: Promise<unknown>) => {
    await act
    await onChanged()
  }
  const refusal = isSelf ? t('notYourself') : null
  const acts = [
    ['changeRole', refusal],
    ['resetSecondFactor', refusal ?? (hasSecondFactor ? null : t('noSecondFactor'))],
    ['sessions', null],
    ['remove', refusal],
  ] as const
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span className="font-semibold">{name}</span>
        <span className="break-all text-ink-2">{email}</span>
        <span>{roleOf(role)}</span>
        {isSelf && <span className="text-ink-2">{t('you')}</span>}
      </div>
      <p className="mt-1 text-ink-2">
        {hasSecondFactor ? t('secondFactorOn') : t('secondFactorOff')}
        {' · '}
        {lastSeenAt ? (
          <>
            {t('lastSeen')} <Moment at={lastSeenAt} />
          </>
        ) : (
          t('neverSeen')
        )}
        {' · '}
        {t('sessionCount', { count: sessions })}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {acts.map(([act, why]) => (
          <GuardedButton
            key={act}
            permission="team.manage"
            refusal={why}
            kind="line"
            size="small"
            aria-expanded={open === act}
            aria-label={`${t(`acts.${act}`)}: ${name}`}
            onClick={() => setOpen(open === act ? null : act)}
          >
            {t(`acts.${act}`)}
          </GuardedButton>
        ))}
      </div>
      {open === 'sessions' && <OperatorSessions userId={userId} onChanged={onChanged} />}
      {open !== null && open !== 'sessions' && (
        <ReasonForm
          permission="team.manage"
          act={t(`acts.${open}`)}
          effect={t(`effects.${open}`, { name })}
          onClose={close}
          send={({ reason, form }) =>
            afterwards(
              open === 'changeRole'
                ? caller.admin.team.changeRole.mutate({ userId, reason, role: roleIn(form) })
                : caller.admin.team[open].mutate({ userId, reason }),
            )
          }
        >
          {open === 'changeRole' && (
            <Select
              label={t('role')}
              name="role"
              defaultValue={role}
              options={operatorRoles.map(value => ({ value, label: roleOf(value) }))}
            />
          )}
        </ReasonForm>
      )}
    </li>
  )
}

export const roleIn = (form: FormData) => operatorRoles.find(role => role === form.get('role')) ?? 'support'
