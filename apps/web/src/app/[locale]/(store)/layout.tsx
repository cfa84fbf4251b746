import type { ReactNode } from 'react'
import { CartSeed } from '@/features/cart/cart-seed'
import { Footer } from '@/features/shell/footer'
import { Header } from '@/features/shell/header'
import { readFrame } from '@/features/shell/read-visitor'
import { SkipLink } from '@/features/shell/skip-link'

export default async function StoreLayout({ children }: { children: ReactNode }) {
  const { me, cart, categories } = await readFrame()
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      {cart && <CartSeed cart={cart} />}
      <Header me={me} categories={categories} />
      <main id="content" tabIndex={-1} className="grow">
        {children}
      </main>
      <Footer />
    </div>
  )
}
