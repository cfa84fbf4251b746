import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BoardPages } from '@/features/admin/boards/board-pages'
import { CouponBoard } from '@/features/admin/coupons/coupon-board'
import { requireOperator } from '@/features/admin/require-operator'
import { privateMetadata } from '@/lib/page-metadata'
import { readOrStop } from '@/lib/trpc/read-or-stop'
import { getApi } from '@/lib/trpc/server'

type Props = { searchParams: Promise<{ cursor?: string | string[] }> }

export const generateMetadata = async (): Promise<Metadata> =>
  privateMetadata((await getTranslations('adminBoards.coupons'))('title'))

export default async function CouponsPage({ searchParams }: Props) {
  await requireOperator()
  const { cursor: asked } = await searchParams
  const cursor = typeof asked === 'string' && /^cpn_\w{26}$/.test(asked) ? asked : undefined
  const page = await readOrStop((await getApi()).admin.coupon.list.query(cursor ? { cursor } : {}))
  return (
    <>
      <CouponBoard first={page} readAt={new Date().toISOString()} {...(cursor ? { cursor } : {})} />
      <BoardPages
        first={cursor ? '/admin/coupons' : null}
        next={page.nextCursor ? `/admin/coupons?cursor=${page.nextCursor}` : null}
      />
    </>
  )
}
