'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Menu, MenuItem, MenuNote } from '@/components/ui/menu'
import { Sheet } from '@/components/ui/sheet'

export const Overlays = () => {
  const [asking, setAsking] = useState(false)
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-wrap gap-3">
      <Button kind="line" size="medium" onClick={() => setAsking(true)}>
        Dialog
      </Button>
      <Dialog
        title="Cancel this order?"
        text="Nothing was charged yet."
        closeLabel="Close"
        open={asking}
        onOpenChange={setAsking}
      >
        <Button onClick={() => setAsking(false)}>Cancel the order</Button>
      </Dialog>
      <Button kind="line" size="medium" onClick={() => setOpen(true)}>
        Sheet
      </Button>
      <Sheet title="Menu" closeLabel="Close" open={open} onOpenChange={setOpen}>
        <p>What stands in a sheet.</p>
      </Sheet>
      <Menu
        trigger={
          <Button kind="line" size="medium">
            Menu
          </Button>
        }
      >
        <MenuNote>shopper@example.com</MenuNote>
        <MenuItem>Orders</MenuItem>
        <MenuItem>Sign out</MenuItem>
      </Menu>
    </div>
  )
}
