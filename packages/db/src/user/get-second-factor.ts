import type { Tx } from '../client.ts'

/** Whether a person has a second factor, and how many of its recovery codes are left. */
export const getSecondFactor = async (
  db: Tx,
  userId: string,
): Promise<{ readonly isOn: boolean; readonly recoveryCodesLeft: number }> => {
  const [row] = await db.$queryRaw<{ left: number }[]>`
    select split_part(t.backup_codes, ':', 1)::int as left
    from two_factor t join "user" u on u.id = t.user_id
    where t.user_id = ${userId} and t.verified and u.two_factor_enabled`
  return { isOn: row !== undefined, recoveryCodesLeft: row?.left ?? 0 }
}
