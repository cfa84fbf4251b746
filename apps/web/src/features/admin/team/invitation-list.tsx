'use client'

import type { InvitationView } from '@makegood/core/team/views'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPCClient } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { Moment } from '../moment'
import { ReasonForm } from '../reason-form'

type Props = { invitations: readonly InvitationView[]; onChanged: () => Promise<unknown> }

/** Who is invited and has not come yet. */
export const InvitationList = ({ invitations, onChanged }: Props) => {
  const t = useTranslations('adminTeam')
  const roleOf = useTranslations('adminShell.roles')
  const caller = useTRPCClient()
  const [revoking, setRevoking] = useState<string | null>(null)
  return (
    <ul className="mt-4 border-t border-line empty:hidden">
      {invitations.map(({ id, name, email, role, expiresAt }) => (
        <li key={id} className="border-b border-line py-2.5">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="min-w-0">
              {name} <span className="break-all text-ink-2">{email}</span> {roleOf(role)}
              <span className="block text-ink-2">
                {t('openUntil')} <Moment at={expiresAt} />
              </span>
            </span>
            <GuardedButton permission="team.manage" kind="line" size="small" onClick={() => setRevoking(id)}>
              {t('revoke')}
            </GuardedButton>
          </div>
          {revoking === id && (
            <ReasonForm
              permission="team.manage"
              act={t('revoke')}
              effect={t('revokeEffect')}
              onClose={() => setRevoking(null)}
              send={async ({ reason }) => {
                await caller.admin.team.revokeInvitation.mutate({ invitationId: id, reason })
                await onChanged()
              }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
