import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { type ListQuery, listAddress } from './list-query'
import { pageNumbers } from './page-numbers'

type Props = { query: ListQuery; pages: number }

const item = 'inline-flex min-h-11 min-w-11 items-center justify-center px-2'

/** The pages of the list, each with its own address, so that going back finds the same goods at the same place. */
export const Pager = ({ query, pages }: Props) => {
  const t = useTranslations('list')
  if (pages <= 1) return null
  const to = (page: number, words: ReactNode, rel?: 'prev' | 'next') => (
    <Link
      href={listAddress({ ...query, page })}
      aria-current={page === query.page ? 'page' : undefined}
      aria-label={rel ? undefined : t('pageNumber', { page })}
      {...(rel ? { rel } : {})}
      prefetch={false}
      className={cn(
        item,
        rel && 'px-4 text-link',
        page === query.page ? 'border-b-2 border-ink font-semibold' : 'text-ink-2 hover:text-ink',
      )}
    >
      {words}
    </Link>
  )
  return (
    <nav aria-label={t('pages')} className="mt-14 flex flex-wrap items-center justify-center gap-x-2 gap-y-1">
      {query.page > 1 && to(query.page - 1, t('previous'), 'prev')}
      <ol className="figures flex flex-wrap items-center">
        {pageNumbers(query.page, pages).map((page, at) => (
          <li key={page ?? `gap-${at}`}>{page === null ? <span className={item}>…</span> : to(page, page)}</li>
        ))}
      </ol>
      {query.page < pages && to(query.page + 1, t('next'), 'next')}
    </nav>
  )
}
