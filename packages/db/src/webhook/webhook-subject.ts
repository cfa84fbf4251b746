import { Prisma } from '../generated/prisma/client.ts'

const prefix = 'handle-webhooks'

/** What the incident of a webhook stands under, in the place of a saga's id. */
export const webhookSubject = (provider: string, eventId: string): string => `${prefix}:${provider}:${eventId}`

/** The same of the webhook `w`, in the database's words. */
export const webhookSubjectSql = Prisma.sql`${`${prefix}:`} || w.provider || ':' || w.event_id`
