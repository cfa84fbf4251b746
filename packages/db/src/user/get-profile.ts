import type { profileSchema } from '@makegood/core/user/views'
import type { z } from 'zod'
import type { Tx } from '../client.ts'

type Profile = z.infer<typeof profileSchema>

/** What a person's account knows of them; null where it was removed. */
export const getProfile = async (db: Tx, userId: string): Promise<Profile | null> => {
  const [row] = await db.$queryRaw<(Omit<Profile, 'since'> & { createdAt: Date })[]>`
    select name, email, locale, created_at as "createdAt" from "user" where id = ${userId} and deleted_at is null`
  if (!row) return null
  const { createdAt, ...profile } = row
  return { ...profile, since: createdAt.toISOString() }
}
