import { getLocale, getTranslations } from 'next-intl/server'
import { readMe } from '@/features/shell/read-visitor'
import { dateText } from '@/lib/date-text'
import { priceText } from '@/lib/price-text'
import { getApi } from '@/lib/trpc/server'
import { CampaignCard } from './campaign-card'

/** The coupon that is given away now, the one that ends first; nothing where there is none or it cannot be read. */
export const Campaign = async () => {
  const locale = await getLocale()
  const t = await getTranslations('home.campaign')
  const api = await getApi()
  try {
    const [read, me] = await Promise.all([api.store.coupon.listCampaigns.query({ locale }), readMe()])
    const own = me ? (await api.store.coupon.listOwn.query({ locale })).coupons : []
    const now = new Date().toISOString()
    const open = read.campaigns.filter(({ terms, left }) => terms.validFrom <= now && left > 0)
    const [campaign] = open.filter(({ id }) => !own.some(coupon => coupon.campaignId === id)).concat(open)
    if (!campaign) return null
    const isClaimed = own.some(coupon => coupon.campaignId === campaign.id)
    const { kind, amount, minimum, validTo } = campaign.terms
    const terms = [
      minimum.amountMinor === '0' ? null : t('minimum', { minimum: priceText(minimum, locale) }),
      kind === 'PERCENT' && amount ? t('most', { most: priceText(amount, locale) }) : null,
      t('until', { until: dateText(validTo, 'day', locale) }),
    ]
    return (
      <CampaignCard
        campaign={campaign}
        read={read}
        terms={terms.filter(Boolean).join(' · ')}
        isGuest={!me}
        isClaimed={isClaimed}
      />
    )
  } catch (error) {
    console.error(JSON.stringify({ level: 40, time: Date.now(), msg: 'the coupon is left out', err: String(error) }))
    return null
  }
}
