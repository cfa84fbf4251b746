'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { Callout } from '@/components/ui/callout'
import { AccountSection } from '@/features/account/account-section'
import type { Gateway } from '@/features/order/order-live'
import { declineWords } from '@/features/order/order-words'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { TopUpForm } from './top-up-form'
import { useTopUp } from './use-top-up'

type Props = { wallet: Outputs['store']['wallet']['get']; gateway: Gateway; comesBackWith: string | null }

/** Puts money into the wallet by card, and tells how far that is until it has ended. */
export const TopUpPanel = ({ wallet, gateway, comesBackWith }: Props) => {
  const t = useTranslations('account.wallet')
  const declined = useTranslations('order.declined')
  const locale = useLocale()
  const { topUp, lost, follow, forget } = useTopUp(comesBackWith)
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const status = topUp?.status ?? null
  const waits = status === 'OPEN'
  const approval = waits ? (topUp?.actionUrl ?? null) : null
  useEffect(() => {
    if (status) box.current?.focus()
  }, [status])
  const again = () => {
    forget()
    setOpen(true)
  }
  return (
    <div className="mt-6">
      {topUp && (
        <Callout
          ref={box}
          tabIndex={-1}
          role="status"
          tone={status === 'SUCCEEDED' ? 'good' : waits ? 'plain' : 'bad'}
          title={t(approval ? 'states.APPROVAL' : `states.${topUp.status}`, {
            amount: priceText(topUp.amount, locale),
          })}
          className="mb-5 max-w-xl"
        >
          {status === 'SUCCEEDED' && t('succeededText')}
          {approval && t('approvalText')}
          {waits && !approval && t('waitingText')}
          {(status === 'DECLINED' || status === 'FAILED') &&
            `${declined(`${declineWords(topUp.failureReason)}.title`)}. ${t('nothingTaken')}`}
          {status === 'REFUNDED' && t('refundedText')}
          {lost && <p className="mt-2 text-rust">{t('lost')}</p>}
          <div className="mt-3 flex flex-wrap gap-3 empty:hidden">
            {approval && (
              <a href={approval} className={buttonLook({ size: 'medium' })}>
                {t('approve')}
              </a>
            )}
            {!waits && (
              <Button kind="line" size="medium" onClick={again}>
                {t('again')}
              </Button>
            )}
          </div>
        </Callout>
      )}
      {!topUp && !open && <Button onClick={() => setOpen(true)}>{t('topUp')}</Button>}
      {!topUp && open && (
        <AccountSection title={t('topUp')} className="mt-0! max-w-xl rounded-sm border border-line bg-sheet p-5 sm:p-7">
          <TopUpForm wallet={wallet} gateway={gateway} onSent={follow} onClose={() => setOpen(false)} />
        </AccountSection>
      )}
    </div>
  )
}
