import type { Db } from '@makegood/db/client'
import type { Breach } from '@makegood/db/invariants/check-invariants'

/** Every difference between the carrier's parcels and the shop's: nothing travels that the shop does not know of or has taken back. */
export const compareParcels = async (db: Db): Promise<readonly Breach[]> => {
  const rows = await db.$queryRaw<Omit<Breach, 'invariant'>[]>`
    select c.order_id as subject, format('parcel %s of %s is %s at the carrier, %s in the shop', c.ref, c.key, c.status,
      coalesce(s.status, 'unknown')) as detail
    from sandbox.shipment c left join shipment s on s.shipment_ref = c.ref
    where (c.status <> 'cancelled' and coalesce(s.status, 'CANCELLED') = 'CANCELLED')
      or (c.status = 'cancelled' and s.status <> 'CANCELLED')
      or (c.status not in ('cancelled', 'registered') and s.status is distinct from upper(replace(c.status, '-', '_')))`
  return rows.map(row => ({ invariant: 'the carrier and the shop know the same of a parcel', ...row }))
}
