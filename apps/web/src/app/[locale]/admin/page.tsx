import { getLocale } from 'next-intl/server'
import { requireOperator } from '@/features/admin/require-operator'
import { redirect } from '@/i18n/navigation'

/** The console opens with its orders. */
export default async function ConsoleEntry() {
  await requireOperator()
  redirect({ href: '/admin/orders', locale: await getLocale() })
}
