import type { ComponentProps } from 'react'
import type { CheckoutField } from './checkout-fields'

type Traits = Pick<
  ComponentProps<'input'>,
  'type' | 'inputMode' | 'autoComplete' | 'autoCapitalize' | 'autoCorrect' | 'spellCheck' | 'enterKeyHint'
>

const asTyped = { autoCapitalize: 'off', autoCorrect: 'off', spellCheck: false } as const

/** The right keyboard for each field, and the words by which a browser knows what to fill in. */
export const fieldTraits: Record<CheckoutField, Traits> = {
  email: { type: 'email', inputMode: 'email', autoComplete: 'email', ...asTyped },
  country: { autoComplete: 'shipping country' },
  recipient: { autoComplete: 'shipping name', autoCorrect: 'off', spellCheck: false },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'shipping tel' },
  postcode: { inputMode: 'numeric', autoComplete: 'shipping postal-code', ...asTyped },
  address1: { autoComplete: 'shipping address-line1', autoCorrect: 'off', spellCheck: false },
  address2: { autoComplete: 'shipping address-line2', autoCorrect: 'off', spellCheck: false },
  deliveryNote: { autoComplete: 'off' },
}
