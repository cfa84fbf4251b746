import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getEnv } from '@/env'
import { OperatorOrder } from '@/features/admin/operator-order'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { params: Promise<{ orderId: string }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('admin'))('order'))

export default async function OperatorOrderPage({ params }: Props) {
  await requireOperator()
  const { orderId } = await params
  const locale = await getLocale()
  const api = await getApi()
  const [order, story] = await readOrStop(
    Promise.all([api.admin.order.get.query({ orderId, locale }), api.admin.order.story.query({ orderId })]),
  )
  return <OperatorOrder orderId={orderId} first={order} firstStory={story} traceUrl={getEnv().traceUrl} />
}
