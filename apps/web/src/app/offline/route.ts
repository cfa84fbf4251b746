import { offlineWords, plainPage, plainPageHeaders } from '@/lib/plain-page'

/** Kept by the service worker for when a page cannot be reached. */
export const GET = (): Response => new Response(plainPage(offlineWords), { headers: plainPageHeaders })
