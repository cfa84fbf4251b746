import { useTranslations } from 'next-intl'
import { Suspense } from 'react'
import { Logo } from '@/components/logo'
import { SearchBox } from '@/features/search/search-box'
import { SearchPanel } from '@/features/search/search-panel'
import { Link } from '@/i18n/navigation'
import type { Outputs } from '@/lib/trpc/router'
import { AccountMenu } from './account-menu'
import { CartLink } from './cart-link'
import { LocaleLink } from './locale-link'
import { MenuSheet } from './menu-sheet'

export type Me = Outputs['store']['account']['me']
export type Categories = Outputs['store']['catalogue']['listCategories']['categories']

const item = 'inline-flex min-h-11 items-center px-2.5 underline-offset-8 hover:underline'

export const Header = ({ me, categories }: { me: Me; categories: Categories }) => {
  const t = useTranslations('nav')
  return (
    <header className="wrap flex min-h-18 items-center gap-2 max-lg:flex-wrap lg:min-h-22">
      <Link href="/" className="-ml-1 mr-auto flex min-h-11 items-center px-1" aria-label={t('home')}>
        <Logo className="text-[1.375rem] xs:text-2xl" />
      </Link>
      <nav aria-label={t('goods')} className="hidden text-[0.9375rem] lg:block">
        <ul className="flex items-center gap-1">
          <li>
            <Link href="/products" className={item}>
              {t('all')}
            </Link>
          </li>
          {categories.map(category => (
            <li key={category.slug}>
              <Link href={`/products?category=${category.slug}`} className={item}>
                {category.name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="hidden min-h-11 w-52 xl:ml-5 xl:block">
        <Suspense>
          <SearchBox />
        </Suspense>
      </div>
      <div className="flex items-center text-[0.9375rem] lg:ml-2 lg:gap-1">
        <SearchPanel className="grid size-11 place-items-center xl:hidden" />
        <span className="hidden items-center gap-1 lg:flex">
          <LocaleLink className={item} />
          <AccountMenu me={me} />
        </span>
        <CartLink className={`${item} max-xs:px-1.5 lg:-mr-2.5`} />
        <MenuSheet me={me} categories={categories} />
      </div>
    </header>
  )
}
