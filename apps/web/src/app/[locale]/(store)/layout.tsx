import type { ReactNode } from 'react'
import { CartShell } from '@/features/cart/cart-shell'
import { Footer } from '@/features/shell/footer'
import { Header } from '@/features/shell/header'
import { RareLetters } from '@/features/shell/rare-letters'
import { readFrame } from '@/features/shell/read-visitor'
import { SkipLink } from '@/features/shell/skip-link'

// On a phone a bar at the lower edge covers what is beneath it: the page's end stands clear of it.
const clearOfBars =
  'has-[[data-pay-bar]]:max-lg:pb-[calc(10rem+env(safe-area-inset-bottom))] has-[[data-buy-bar]]:max-md:pb-[calc(5rem+env(safe-area-inset-bottom))]'

export default async function StoreLayout({ children }: { children: ReactNode }) {
  const { me, cart, known, categories } = await readFrame()
  return (
    <CartShell cart={cart} known={known} email={me?.email ?? null}>
      <RareLetters />
      <div className={`flex min-h-dvh flex-col ${clearOfBars}`}>
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
