import type { Tx } from '../../client.ts'
import { Prisma } from '../../generated/prisma/client.ts'

export const familyNames = Prisma.sql`array['김','이','박','최','정','강','조','윤','장','임','한','오','서','신','권','황']`
export const givenNames = Prisma.sql`array['하나','서연','준호','민재','유진','지우','도현','수아','예린','시우','하은','건우','채원','은서','지호','다은']`

/** So many accounts from one number on, without passwords, as they would have signed up over two years; half have an address. */
export const writePastPeople = async (tx: Tx, from: number, count: number): Promise<void> => {
  await tx.$executeRaw`
    insert into "user" (id, name, email, email_verified, locale, created_at, updated_at)
    select 'past-' || n, (${familyNames})[n % 16 + 1] || (${givenNames})[n / 16 % 16 + 1], 'past' || n || '@example.com', true,
      case when n % 9 = 0 then 'en' else 'ko' end, at, at
    from generate_series(${from}::int, ${from + count - 1}::int) n
    cross join lateral (select now() - interval '40 days' - (hashint4(n) & 1048575) * interval '60 seconds' as at) t
    on conflict do nothing`
  await tx.$executeRaw`
    insert into address (id, user_id, recipient, phone, postcode, address1, is_default)
    select 'adr_past' || n, 'past-' || n, u.name, '010-' || lpad((n / 10000 % 10000)::text, 4, '0') || '-' ||
      lpad((n % 10000)::text, 4, '0'), lpad((n % 60000 + 1000)::text, 5, '0'), 'Seocho-daero ' || n % 300 + 1, true
    from generate_series(${from}::int, ${from + count - 1}::int) n join "user" u on u.id = 'past-' || n
    where n % 2 = 0 on conflict do nothing`
}
