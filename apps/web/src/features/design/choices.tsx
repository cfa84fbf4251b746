'use client'

import { useState } from 'react'
import { Chip, RemovableChip } from '@/components/ui/chip'
import { RadioCards } from '@/components/ui/radio-cards'
import { Stepper } from '@/components/ui/stepper'
import { Switch } from '@/components/ui/switch'

export const Choices = () => {
  const [quantity, setQuantity] = useState(2)
  const [method, setMethod] = useState('standard')
  const [pressed, setPressed] = useState(true)
  const [on, setOn] = useState(true)
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <RadioCards
        legend="Delivery"
        value={method}
        onChange={setMethod}
        cards={[
          { value: 'standard', title: 'Standard', text: '2 to 3 working days', aside: 'free' },
          { value: 'express', title: 'Express', text: 'next working day', aside: '₩6,000' },
          { value: 'abroad', title: 'Abroad', text: 'not to this address', disabled: true },
        ]}
      />
      <div className="grid content-start gap-5">
        <div className="flex flex-wrap gap-2">
          <Chip pressed={pressed} onClick={() => setPressed(!pressed)}>
            Bowls
          </Chip>
          <Chip>Cups</Chip>
          <RemovableChip removeLabel="Remove the filter white">white</RemovableChip>
        </div>
        <div className="flex flex-wrap gap-6">
          <Switch label="On" checked={on} onCheckedChange={setOn} />
          <Switch label="Off for good" disabled />
        </div>
        <div className="flex gap-4">
          <Stepper
            quantity={quantity}
            max={5}
            onChange={setQuantity}
            label="Quantity"
            lessLabel="One less"
            moreLabel="One more"
          />
          <Stepper quantity={1} max={1} onChange={setQuantity} label="Off" lessLabel="Less" moreLabel="More" disabled />
        </div>
      </div>
    </div>
  )
}
