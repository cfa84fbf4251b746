'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { Suspense, useState } from 'react'
import { SearchBox } from './search-box'

/** The search over the whole width, for screens with no room for a field in the header. */
export const SearchPanel = ({ className }: { className?: string }) => {
  const t = useTranslations('search')
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger className={className} aria-label={t('open')}>
        <Search size={21} strokeWidth={1.5} aria-hidden="true" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="animate-in fixed inset-0 z-40 bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          className="animate-in fixed inset-x-0 top-0 z-50 flex max-h-dvh items-start gap-2 overflow-y-auto bg-sheet px-4.5 pt-3 pb-5 text-ink focus:outline-none"
        >
          <Dialog.Title className="sr-only">{t('label')}</Dialog.Title>
          <div className="min-w-0 grow">
            <Suspense>
              <SearchBox inPanel onDone={() => setOpen(false)} />
            </Suspense>
          </div>
          <Dialog.Close className="-mr-2.5 grid size-11 shrink-0 place-items-center" aria-label={t('close')}>
            <X size={22} strokeWidth={1.5} aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
