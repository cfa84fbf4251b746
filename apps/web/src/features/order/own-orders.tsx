import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/i18n/navigation'
import type { Outputs } from '@/lib/trpc/router'
import { OrderCard } from './order-card'

type Props = {
  list: Outputs['store']['order']['list']
  path: '/orders' | '/account/orders'
  /** True on every page but the first. */
  older: boolean
  guest: boolean
}

/** The visitor's own orders, page by page; each page has its own address, so that going back finds it again. */
export const OwnOrders = ({ list: { orders, nextCursor }, path, older, guest }: Props) => {
  const t = useTranslations('orders')
  const nav = useTranslations('nav')
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      {orders.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t('none')} text={guest ? t('noneText') : undefined}>
            <ButtonLink href="/products" size="medium">
              {t('look')}
            </ButtonLink>
            {guest && (
              <ButtonLink href="/orders/find" kind="line" size="medium">
                {nav('findOrder')}
              </ButtonLink>
            )}
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-6 border-t border-line">
          {orders.map(order => (
            <OrderCard key={order.id} order={order} />
          ))}
        </ul>
      )}
      <nav aria-label={t('pages')} className="mt-5 flex flex-wrap gap-3 empty:hidden">
        {older && (
          <ButtonLink href={path} kind="line" size="medium">
            {t('newest')}
          </ButtonLink>
        )}
        {nextCursor && (
          <ButtonLink href={`${path}?after=${encodeURIComponent(nextCursor)}`} kind="line" size="medium">
            {t('older')}
          </ButtonLink>
        )}
      </nav>
      {guest && orders.length > 0 && (
        <p className="mt-7 text-[0.9375rem] text-ink-2">
          {t('noneText')}{' '}
          <Link href="/orders/find" className="in-text text-link">
            {nav('findOrder')}
          </Link>
        </p>
      )}
    </>
  )
}
