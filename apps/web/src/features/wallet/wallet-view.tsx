import { useLocale, useTranslations } from 'next-intl'
import { AccountSection } from '@/features/account/account-section'
import type { Gateway } from '@/features/order/order-live'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { TopUpPanel } from './top-up-panel'
import { WalletHistory } from './wallet-history'

type Props = {
  wallet: Outputs['store']['wallet']['get']
  page: Outputs['store']['wallet']['listEntries']
  gateway: Gateway
  comesBackWith: string | null
  older: boolean
}

/** What is in the wallet, how more comes into it, and what each entry was. */
export const WalletView = ({ wallet, page, gateway, comesBackWith, older }: Props) => {
  const t = useTranslations('account.wallet')
  const places = useTranslations('account.places')
  const locale = useLocale()
  return (
    <>
      <h1 className="text-title">{places('wallet')}</h1>
      <p className="mt-5 text-sm text-ink-2">{t('balance')}</p>
      <p className="figures font-serif text-hero" data-testid="balance">
        {priceText(wallet.balance, locale)}
      </p>
      <p className="mt-1 max-w-[31em] text-[0.9375rem] text-ink-2">{t('what')}</p>
      <TopUpPanel wallet={wallet} gateway={gateway} comesBackWith={comesBackWith} />
      <AccountSection title={t('history')}>
        <WalletHistory page={page} older={older} />
      </AccountSection>
    </>
  )
}
