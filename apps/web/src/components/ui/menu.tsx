'use client'

import { DropdownMenu } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn'

type Props = { trigger: ReactNode; defaultOpen?: boolean; children: ReactNode }

export const Menu = ({ trigger, defaultOpen = false, children }: Props) => (
  <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        className="animate-in z-50 min-w-52 rounded-sm border border-line bg-sheet py-1.5 text-ink"
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
)

export const MenuItem = ({ className, ...props }: ComponentProps<typeof DropdownMenu.Item>) => (
  <DropdownMenu.Item
    className={cn(
      'flex min-h-11 cursor-pointer items-center px-4 text-[0.9375rem] data-highlighted:bg-paper-2',
      className,
    )}
    {...props}
  />
)

export const MenuNote = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="border-b border-line px-4 pb-2.5 pt-1.5 text-sm text-ink-2">
    {children}
  </DropdownMenu.Label>
)
