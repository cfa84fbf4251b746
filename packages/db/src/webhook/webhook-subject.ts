/** What the incident of a webhook stands under, in the place of a saga's id. */
export const webhookSubject = (provider: string, eventId: string): string => `handle-webhooks:${provider}:${eventId}`
