import { Prisma } from '../../generated/prisma/client.ts'

/**
 * An id like the application's, in SQL: ten letters of time and sixteen of what it is of. The same kind, number and time give
 * the same id, so that what belongs together finds each other without being read.
 */
export const idInSql = (prefix: string, number: Prisma.Sql, at: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  ${prefix}::text || '_' || (
    select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((extract(epoch from ${at}) * 1000)::bigint >> shift & 31)::int + 1, 1), ''
      order by shift desc)
    from unnest(array[45, 40, 35, 30, 25, 20, 15, 10, 5, 0]) shift)
  || substr(md5(${prefix}::text || (${number})::text), 1, 16))`
