'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Link } from '@/i18n/navigation'
import { priceText } from '@/lib/price-text'
import type { Outputs } from '@/lib/trpc/router'
import { attentionAddress } from '../attention/attention-query'
import { moneyAddress } from '../money/money-query'
import type { OperatorOrderView } from '../operator-view'

type Line = Outputs['admin']['order']['compare']['lines'][number]
type Of<About extends Line['about']> = Extract<Line, { about: About }>

/** Which of the books a review of money compares it in. */
const areas = { card: 'gateway', stock: 'stock' } as const

const tones = { same: 'good', different: 'bad', 'under-way': 'plain', unknown: 'plain' } as const

/** One payment, parcel or variant of an order: our record, theirs, and what to do where they are not the same. */
export const ComparedLine = ({ line, order }: { line: Line; order: OperatorOrderView }) => {
  const t = useTranslations('adminOrder.compare')
  const detail = line.about === 'stock' ? null : line.detail
  // A review of money leaves an order out that waits for a person.
  const isWithPerson = order.needsAttention && line.verdict === 'different' && line.about !== 'parcel'
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 break-words font-semibold">
          <LineName line={line} order={order} />
        </h3>
        <Badge tone={tones[line.verdict]}>{t(`verdicts.${line.verdict}`)}</Badge>
      </div>
      {line.about === 'card' ? (
        <CardSides line={line} />
      ) : line.about === 'parcel' ? (
        <ParcelSides line={line} />
      ) : (
        <StockSides line={line} />
      )}
      {line.finding && (
        <p className="mt-1.5 max-w-[40.5em]">
          {t(`findings.${line.finding}`)} {t(`advice.${isWithPerson ? 'incident' : line.finding}`)}
        </p>
      )}
      {detail && <p className="mt-0.5 break-words font-mono text-xs text-ink-2">{detail}</p>}
      {isWithPerson ? (
        <WayTo href={attentionAddress({ search: order.number })}>{t('toIncident')}</WayTo>
      ) : (
        line.verdict === 'different' &&
        line.about !== 'parcel' && <WayTo href={moneyAddress({ area: areas[line.about] })}>{t('toMoney')}</WayTo>
      )}
    </li>
  )
}

const LineName = ({ line, order }: { line: Line; order: OperatorOrderView }) => {
  const t = useTranslations('adminOrder.compare')
  const kinds = useTranslations('admin.shipments.kinds')
  if (line.about === 'card') return t('card', { number: line.attempt })
  if (line.about === 'parcel') return t('parcel', { kind: kinds(line.kind), trackingNo: line.trackingNo })
  const goods = order.lines.find(({ variantId }) => variantId === line.variantId)
  return t('stock', { name: [goods?.name, goods?.option].filter(Boolean).join(' · ') || line.variantId })
}

const Sides = ({ about, ours, theirs }: { about: Line['about']; ours: ReactNode; theirs: ReactNode }) => {
  const t = useTranslations('adminOrder.compare')
  const side = (name: string, value: ReactNode) => (
    <div>
      <dt className="text-ink-2">{name}</dt>
      <dd className="figures break-words">{value ?? t('verdicts.unknown')}</dd>
    </div>
  )
  return (
    <dl className="mt-1 grid grid-cols-2 gap-x-6">
      {side(t('ours'), ours)}
      {side(t(`theirs.${about}`), theirs)}
    </dl>
  )
}

const CardSides = ({ line: { ours, theirs } }: { line: Of<'card'> }) => {
  const t = useTranslations('adminOrder.compare')
  const locale = useLocale()
  const price = (money: typeof ours.kept) => priceText(money, locale)
  return (
    <Sides
      about="card"
      ours={t('kept', { amount: price(ours.kept) })}
      theirs={
        theirs && (
          <>
            {t('kept', { amount: price(theirs.kept) })}
            <span className="block text-ink-2">
              {theirs.status === 'succeeded'
                ? t('took', { taken: price(theirs.taken), back: price(theirs.back) })
                : t(`charges.${theirs.status}`)}
            </span>
          </>
        )
      }
    />
  )
}

const ParcelSides = ({ line: { ours, theirs } }: { line: Of<'parcel'> }) => {
  const t = useTranslations('adminOrder.compare')
  const statuses = useTranslations('admin.shipments.statuses')
  return (
    <Sides
      about="parcel"
      ours={statuses(ours)}
      theirs={theirs && (theirs === 'ABSENT' ? t('noParcel') : statuses(theirs))}
    />
  )
}

const StockSides = ({ line: { ours, theirs } }: { line: Of<'stock'> }) => {
  const t = useTranslations('adminOrder.compare')
  return <Sides about="stock" ours={t('units', ours)} theirs={theirs && t('units', theirs)} />
}

/** To the page on which a difference is put right. */
const WayTo = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="inline-flex min-h-11 items-center text-link">
    {children}
  </Link>
)
