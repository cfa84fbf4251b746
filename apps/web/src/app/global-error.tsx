'use client'

import { useEffect } from 'react'
import './fonts.css'
import './globals.css'
import { supportMail } from '@/lib/support-mail'

/** The last net: stands where even the shop's frame failed, so it uses no words but its own, in both languages. */
export default function GlobalError({ error }: { error: unknown }) {
  useEffect(() => console.error(error), [error])
  return (
    <html lang="ko">
      <body>
        <main className="wrap max-w-2xl py-20">
          <p className="font-serif text-2xl font-bold">makegood</p>
          <h1 className="mt-10 text-title">페이지를 보여 드리지 못했습니다</h1>
          <p className="mt-3">잠시 뒤 다시 열어 주십시오. 주문과 장바구니는 그대로 있습니다.</p>
          <p lang="en" className="mt-8 text-ink-2">
            This page could not be shown. Please try again in a moment. Your orders and your cart are as they were.
          </p>
          <p className="mt-8">
            <a href="/" className="text-link">
              makegood
            </a>{' '}
            ·{' '}
            <a href={`mailto:${supportMail}`} className="text-link">
              {supportMail}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
