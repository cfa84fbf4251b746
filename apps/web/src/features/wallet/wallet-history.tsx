import { useLocale, useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Link } from '@/i18n/navigation'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'

type Page = Outputs['store']['wallet']['listEntries']

/** Every entry in words: what it was, when, how much, and what was in the wallet afterwards. */
export const WalletHistory = ({ page: { entries, nextCursor }, older }: { page: Page; older: boolean }) => {
  const t = useTranslations('account.wallet')
  const locale = useLocale()
  if (entries.length === 0) return <p className="border-y border-line py-6 text-ink-2">{t('noEntries')}</p>
  return (
    <>
      <ul className="border-t border-line">
        {entries.map(entry => {
          const out = entry.amount.amountMinor.startsWith('-')
          return (
            <li
              key={entry.version}
              className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 border-b border-line py-3.5"
            >
              <span>
                {t(`kinds.${entry.kind}`)}
                {entry.orderId && entry.orderNumber && (
                  <>
                    {' '}
                    <Link href={`/orders/${entry.orderId}`} className="in-text figures text-[0.9375rem] text-link">
                      {t('order', { number: entry.orderNumber })}
                    </Link>
                  </>
                )}
                <span className="figures block text-sm text-ink-2">{dateText(entry.at, 'moment', locale)}</span>
              </span>
              <span className="figures ml-auto text-right">
                <span className={out ? '' : 'font-semibold text-celadon'}>
                  {out ? '−' : '+'}
                  {priceText({ ...entry.amount, amountMinor: entry.amount.amountMinor.replace('-', '') }, locale)}
                </span>
                <span className="block text-sm text-ink-2">
                  {t('after', { amount: priceText(entry.balanceAfter, locale) })}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      <p className="mt-5 flex flex-wrap gap-3 empty:hidden">
        {older && (
          <ButtonLink href="/account/wallet" kind="line" size="medium">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={`/account/wallet?after=${nextCursor}`} kind="line" size="medium">
            {t('older')}
          </ButtonLink>
        )}
      </p>
    </>
  )
}
