import { z } from 'zod'
import { waitingApprovalSchema } from '../approval/views.ts'
import { consequencesSchema } from '../console/consequences.ts'
import { wireMoneySchema } from '../money/wire-money-schema.ts'

/** What people and messages add to the story of an order. */
export const orderStorySchema = z.object({
  notes: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      author: z.string(),
      mine: z.boolean(),
      writtenAt: z.iso.datetime(),
      editedAt: z.iso.datetime().nullable(),
    }),
  ),
  messages: z.array(
    z.object({
      id: z.string(),
      channel: z.string(),
      template: z.string(),
      recipient: z.string(),
      status: z.enum(['PENDING', 'SENT', 'FAILED', 'SKIPPED']),
      attempts: z.int(),
      nextAttemptAt: z.iso.datetime(),
      lastError: z.string().nullable(),
      createdAt: z.iso.datetime(),
      sentAt: z.iso.datetime().nullable(),
      /** Whether it says what still is so; only then is it offered to be sent once more. */
      stillTrue: z.boolean(),
    }),
  ),
  /** What operators did, as the audit log has it. */
  acts: z.array(
    z.object({
      id: z.string(),
      action: z.string(),
      by: z.string(),
      reason: z.string(),
      at: z.iso.datetime(),
    }),
  ),
  /** What waits for a second pair of eyes. */
  approvals: z.array(waitingApprovalSchema),
  /** What may still be given back of what was paid, and why nothing can be now: the code with which it would be refused. */
  refundable: z.object({
    left: wireMoneySchema,
    /** The card's and the wallet's part of it. */
    card: wireMoneySchema,
    wallet: wireMoneySchema,
    /** The most of it that whoever looks may give without a second pair of eyes. */
    alone: wireMoneySchema,
    /** What the shopper will be told. */
    messages: consequencesSchema.shape.messages,
    refusal: z.string().nullable(),
  }),
  handOver: z.object({ refusal: z.string().nullable() }),
  correctAddress: z.object({ refusal: z.string().nullable() }),
})
export type OrderStory = z.infer<typeof orderStorySchema>

/** What a note said, and until when. */
export const earlierTextsSchema = z.object({
  texts: z.array(z.object({ id: z.string(), text: z.string(), until: z.iso.datetime() })),
})
