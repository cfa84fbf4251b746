import type { Db } from '@makegood/db/client'

/** How often what happened in the worlds that were played, so that one sees where the simulation goes and where it does not. */
export const countHappenings = async (db: Db): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ what: string; times: bigint }[]>`
    select 'orders that ended ' || status as what, count(*) as times from "order" group by 1
    union all select 'orders taken up again', count(*) from "order" where taken_up_from is not null
    union all select 'payments ' || status || coalesce(' for ' || failure_reason, ''), count(*) from payment group by 1
    union all select 'refunds for ' || source || ' by ' || leg || ' ' || status, count(*) from refund group by 1
    union all select 'cancellations from ' || from_status || ' by ' || mover || ' ' || status, count(*) from cancellation group by 1
    union all select 'returns ' || status || case when whole then ' of all' else ' of a part' end, count(*) from return_request group by 1
    union all select 'sagas ' || name || ' ' || status || case when generation > 1 then ', begun again' else '' end, count(*) from saga group by 1
    union all select 'incidents ' || kind || ' at ' || regexp_replace(step_id, '^shp_.*', 'a parcel'), count(*) from incident group by 1
    union all select 'limits of ' || kind || ' ' || coalesce(outcome, 'open'), count(*) from order_limit group by 1
    union all select 'top-ups ' || status, count(*) from wallet_top_up group by 1
    union all select 'coupons ' || status, count(*) from coupon_claim group by 1
    union all select 'acts of operators: ' || action, count(*) from audit_entry where event_id is null group by 1
    order by 1`
  return rows.map(({ what, times }) => `${String(times).padStart(7)}  ${what}`)
}
