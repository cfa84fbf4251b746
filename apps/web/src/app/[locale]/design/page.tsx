import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Logo } from '@/components/logo'
import { inDevelopment } from '@/env'
import { Choices } from '@/features/design/choices'
import { Colours } from '@/features/design/colours'
import { Forms } from '@/features/design/forms'
import { Overlays } from '@/features/design/overlays'
import { Presses } from '@/features/design/presses'
import { Seams } from '@/features/design/seams'
import { States } from '@/features/design/states'
import { Typography } from '@/features/design/typography'

export const metadata: Metadata = { title: 'Design', robots: { index: false, follow: false } }

const sections = { Colours, Typography, Presses, Forms, Choices, States, Overlays, Seams } as const

/** Every part of the shop in every state, for those who build pages from them; in development only. */
export default function DesignPage() {
  if (!inDevelopment) notFound()
  return (
    <main className="wrap py-10" lang="en">
      <Logo className="text-2xl" />
      <h1 className="mt-8 text-title">The parts of the shop</h1>
      <p className="mt-3 max-w-[33.5em] text-lead text-ink-2">
        Paper, ink and one seam of gold, which always means: this was made good. Look at this page in both colour
        schemes, at 320 px, by keyboard and with motion turned off.
      </p>
      {Object.entries(sections).map(([name, Section]) => (
        <section key={name} aria-labelledby={name} className="mt-14 border-t border-line pt-6">
          <h2 id={name} className="mb-6 text-head">
            {name}
          </h2>
          <Section />
        </section>
      ))}
    </main>
  )
}
