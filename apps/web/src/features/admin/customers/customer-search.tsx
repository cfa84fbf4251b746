import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { getPathname } from '@/i18n/navigation'

/** Looks for how a name, an e-mail or a number begins; the address keeps it, so that the page can be passed on. */
export const CustomerSearch = ({ search }: { search: string }) => {
  const t = useTranslations('adminCustomers')
  const action = getPathname({ href: '/admin/customers', locale: useLocale() })
  return (
    <search>
      <form action={action} className="mb-5 flex max-w-lg flex-wrap items-start gap-3">
        <Field
          label={t('search')}
          hint={t('searchHint')}
          name="search"
          type="search"
          defaultValue={search}
          maxLength={100}
          className="min-w-0 grow"
        />
        <Button type="submit" size="medium" className="mt-[1.86rem]">
          {t('find')}
        </Button>
      </form>
    </search>
  )
}
