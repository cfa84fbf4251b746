'use client'

import type { ApprovalView } from '@makegood/core/approval/views'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import { useTRPCClient } from '@/lib/trpc/context'
import { GuardedButton } from '../guarded-button'
import { InPlace } from '../in-place'
import { Moment } from '../moment'
import { ReasonForm } from '../reason-form'

type Props = { approvals: readonly ApprovalView[]; selfId: string; onDone: () => Promise<unknown> }

/** Requests for a second pair of eyes: who asks for what and why, and the two answers for somebody else. */
export const ApprovalList = ({ approvals, selfId, onDone }: Props) => (
  <ul className="mt-2 border-t border-line">
    {approvals.map(approval => (
      <ApprovalRow key={approval.id} approval={approval} selfId={selfId} onDone={onDone} />
    ))}
  </ul>
)

const ApprovalRow = ({ approval, selfId, onDone }: Omit<Props, 'approvals'> & { approval: ApprovalView }) => {
  const t = useTranslations('adminCustomers')
  const locale = useLocale()
  const caller = useTRPCClient()
  const [open, setOpen] = useState<'approve' | 'refuse' | null>(null)
  const {
    id: approvalId,
    kind,
    state,
    customer,
    orderId,
    orderNumber,
    guest,
    amount,
    reason,
    requestedBy,
    requestedAt,
    incident,
  } = approval
  const isOwn = requestedBy.id === selfId
  return (
    <li className="border-b border-line py-3">
      <p>
        <span className="font-semibold">{t(`kinds.${kind}`)}</span>{' '}
        <span className="figures">{priceText(amount, locale)}</span>{' '}
        {customer && (
          <Link href={`/admin/customers/${encodeURIComponent(customer.id)}`} className="in-text text-link">
            {customer.name}
          </Link>
        )}{' '}
        {orderId && guest && (
          <Link href={`/admin/customers/guest/${orderId}`} className="in-text text-link">
            {t('guestNamed', { name: guest })}
          </Link>
        )}{' '}
        {orderId && (
          <Link href={`/admin/orders/${orderId}`} className="in-text figures text-link">
            {t('orderNumbered', { number: orderNumber ?? '' })}
          </Link>
        )}{' '}
        {incident && (
          <Link href={`/admin/attention/${incident.id}`} className="in-text text-link">
            {t('toIncident')}
          </Link>
        )}
      </p>
      <p className="break-words">{reason}</p>
      {incident && (
        <p className="break-words">
          {incident.reference ? t('proof', { reference: incident.reference }) : t('noProof')}
        </p>
      )}
      <p className="text-ink-2">
        {t('askedBy', { name: requestedBy.name })} <Moment at={requestedAt} /> · {t(`approvalStates.${state}`)}
        {approval.decidedBy && state !== 'WITHDRAWN' && ` · ${approval.decidedBy.name}: ${approval.decisionReason}`}
      </p>
      <InPlace open={open}>
        {state === 'WAITING' && !open && (
          <div className="mt-2 flex flex-wrap gap-2">
            {(['approve', 'refuse'] as const).map(act => (
              <GuardedButton
                key={act}
                permission="approval.decide"
                refusal={isOwn ? t('notYourOwn') : null}
                kind="line"
                size="small"
                data-opens={act}
                onClick={() => setOpen(act)}
              >
                {t(act)}
              </GuardedButton>
            ))}
            {isOwn && (
              <GuardedButton
                permission="approval.read"
                kind="line"
                size="small"
                onClick={() => caller.admin.approval.withdraw.mutate({ approvalId }).then(onDone, onDone)}
              >
                {t('withdraw')}
              </GuardedButton>
            )}
          </div>
        )}
        {open && (
          <ReasonForm
            permission="approval.decide"
            act={open === 'approve' ? t('approveAct', { amount: priceText(amount, locale) }) : t('refuse')}
            effect={t(`decisionEffects.${incident && open === 'approve' ? 'settle' : open}`, {
              amount: priceText(amount, locale),
            })}
            onClose={() => setOpen(null)}
            send={async ({ reason: why }) => {
              await caller.admin.approval.decide.mutate({ approvalId, decision: open, reason: why })
              await onDone()
            }}
          />
        )}
      </InPlace>
    </li>
  )
}
