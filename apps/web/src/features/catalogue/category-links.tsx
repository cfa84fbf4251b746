import { useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { cn } from '@/lib/cn'
import { type ListQuery, listAddress } from './list-query'

type Props = { categories: readonly { slug: string; name: string }[]; query: ListQuery }

const item = 'inline-flex min-h-11 min-w-11 items-center justify-center px-3'

/** Which kind of goods is shown; the choice is in the address. */
export const CategoryLinks = ({ categories, query }: Props) => {
  const t = useTranslations('list')
  const to = (slug: string | undefined, name: string) => {
    const chosen = query.category === slug
    return (
      <li key={slug ?? 'all'}>
        <Link
          href={listAddress({ ...query, category: slug, page: 1 })}
          aria-current={chosen ? 'true' : undefined}
          className={cn(item, chosen ? 'font-semibold' : 'text-ink-2 hover:text-ink')}
          scroll={false}
        >
          <span className={cn('border-b-2 py-1.5', chosen ? 'border-ink' : 'border-transparent')}>{name}</span>
        </Link>
      </li>
    )
  }
  return (
    <nav aria-label={t('categories')}>
      <ul className="-mx-3 flex flex-wrap">
        {to(undefined, t('everything'))}
        {categories.map(category => to(category.slug, category.name))}
      </ul>
    </nav>
  )
}
