'use client'

import { Printer } from 'lucide-react'
import { Button } from '@/components/ui/button'

export const PrintButton = ({ label }: { label: string }) => (
  <Button kind="line" size="medium" onClick={() => window.print()}>
    <Printer size={18} strokeWidth={1.5} aria-hidden="true" />
    {label}
  </Button>
)
