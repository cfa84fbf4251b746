'use client'

import type { RemovalObstacle, RemovalTerms } from '@makegood/core/user/removal'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { Link } from '@/i18n/navigation'
import { useTRPC } from '@/lib/trpc/context'
import { AccountSection } from './account-section'
import { RemoveForm } from './remove-form'

const waysOut: Readonly<Record<RemovalObstacle, string | null>> = {
  'open-order': '/account/orders',
  'money-under-way': '/account/orders',
  'wallet-holds-money': '/account/wallet',
  operator: null,
}

/** What goes and what stays, what stands against it, and the last question. */
export const RemoveAccount = ({ first, email }: { first: RemovalTerms; email: string }) => {
  const t = useTranslations('account.removal')
  const api = useTRPC()
  const { data, refetch } = useQuery(api.store.account.getRemovalTerms.queryOptions(undefined, { initialData: first }))
  const { obstacles, orders } = data
  return (
    <div className="max-w-2xl">
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-3 text-lead text-ink-2">{t('lead')}</p>
      <AccountSection title={t('goes')} className="mt-8!">
        <ul className="list-disc pl-5 space-y-1">
          {(['person', 'addresses', 'choices', 'cart', 'messages'] as const).map(part => (
            <li key={part}>{t(`parts.${part}`)}</li>
          ))}
        </ul>
      </AccountSection>
      <AccountSection title={t('stays')} text={t('staysText', { count: orders })}>
        <p className="text-[0.9375rem] text-ink-2">{t('coupons')}</p>
      </AccountSection>
      {obstacles.length > 0 ? (
        <Callout tone="bad" className="mt-10" title={t('notYet')}>
          <ul className="list-disc pl-5">
            {obstacles.map(obstacle => {
              const way = waysOut[obstacle]
              return (
                <li key={obstacle}>
                  {t(`obstacles.${obstacle}`)}{' '}
                  {way && (
                    <Link href={way} className="in-text font-semibold text-link">
                      {t('look')}
                    </Link>
                  )}
                </li>
              )
            })}
          </ul>
        </Callout>
      ) : (
        <RemoveForm email={email} onRefused={refetch} />
      )}
    </div>
  )
}
