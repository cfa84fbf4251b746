import type { ReactNode } from 'react'
import { CartShell } from '@/features/cart/cart-shell'
import { Footer } from '@/features/shell/footer'
import { Header } from '@/features/shell/header'
import { readFrame } from '@/features/shell/read-visitor'
import { SkipLink } from '@/features/shell/skip-link'

export default async function StoreLayout({ children }: { children: ReactNode }) {
  const { me, cart, known, categories } = await readFrame()
  return (
    <CartShell cart={cart} known={known} email={me?.email ?? null}>
      <div className="flex min-h-dvh flex-col">
        <SkipLink />
        <Header me={me} categories={categories} />
        <main id="content" tabIndex={-1} className="grow">
          {children}
        </main>
        <Footer />
      </div>
    </CartShell>
  )
}
