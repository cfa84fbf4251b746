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
      <Dialog
        title="Cancel this order?"
        text="Nothing was charged yet."
        closeLabel="Close"
        open={asking}
        onOpenChange={setAsking}
        trigger={
          <Button kind="line" size="medium">
            Dialog
          </Button>
        }
      >
        <Button onClick={() => setAsking(false)}>Cancel the order</Button>
      </Dialog>
      <Sheet
        title="Menu"
        closeLabel="Close"
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button kind="line" size="medium">
            Sheet
          </Button>
        }
      >
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
