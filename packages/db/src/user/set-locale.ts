import type { Locale } from '@makegood/core/locale'
import type { Tx } from '../client.ts'

/** Keeps the language in which a person wants to be written to. */
export const setLocale = async (
  db: Tx,
  { userId, locale }: { readonly userId: string; readonly locale: Locale },
): Promise<void> => {
  await db.$executeRaw`update "user" set locale = ${locale}, updated_at = now() where id = ${userId} and deleted_at is null`
}
