import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { type ListQuery, listAddress } from './list-query'

type Props = { query: ListQuery; total: number; pageSize: number }

const step = 'inline-flex min-h-11 items-center px-4 text-link'

export const Pager = ({ query, total, pageSize }: Props) => {
  const t = useTranslations('list')
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (pages === 1 && query.page === 1) return null
  return (
    <nav aria-label={t('pages')} className="mt-14 flex items-center justify-center gap-3">
      {query.page > 1 && (
        <Link href={listAddress({ ...query, page: Math.min(query.page - 1, pages) })} rel="prev" className={step}>
          {t('previous')}
        </Link>
      )}
      <span className="figures text-ink-2">{t('pageOf', { page: query.page, pages })}</span>
      {query.page < pages && (
        <Link href={listAddress({ ...query, page: query.page + 1 })} rel="next" className={step}>
          {t('next')}
        </Link>
      )}
    </nav>
  )
}
