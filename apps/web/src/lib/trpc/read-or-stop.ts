import { TRPCClientError } from '@trpc/client'
import { forbidden, notFound } from 'next/navigation'
import { shopCodeOf } from './shop-code'

/**
 * Waits for what a page cannot do without: what does not exist becomes the not-found page, what is not for this visitor
 * the not-for-you page, and any other failure goes on to the error page.
 */
export const readOrStop = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  try {
    return await answer
  } catch (error) {
    const code = error instanceof TRPCClientError ? shopCodeOf(error) : null
    if (code === 'not-found' || code === 'invalid-input') notFound()
    if (code === 'forbidden' || code === 'sign-in-required') forbidden()
    throw error
  }
}
