import type { Locale } from '@makegood/core/locale'
import type { MessageData, MessageTemplate } from '@makegood/core/messages/message-data'
import type { ReactNode } from 'react'

/** What one message says in one language, before it has a form. */
export type MessageContent = {
  readonly subject: string
  /** The line that a mailbox shows beside the subject. */
  readonly preview: string
  readonly heading: string
  /** True only for news of something that went wrong and was put right: it gets the gold seam. */
  readonly mended: boolean
  readonly body: readonly ReactNode[]
  /** What the button to the order's or the product's page says. */
  readonly action: string
  /** Why it was sent, where that is not an order. */
  readonly why?: string
  readonly short: { readonly title: string; readonly body: string }
}

export type Template<Name extends MessageTemplate> = (data: MessageData<Name>, locale: Locale) => MessageContent
