-- When a change of stock was is its own moment; whoever writes what has been before says so as `at`.
create or replace function write_stock_change() returns trigger language plpgsql as $$
declare
  why jsonb := coalesce(nullif(current_setting('makegood.stock_why', true), ''), '{}')::jsonb;
  was stock := case when tg_op = 'INSERT' then null else old end;
begin
  insert into stock_change (variant_id, at, kind, note, operator_id, order_id, request_id, available_before, available_after,
    reserved_before, reserved_after, sold_before, sold_after, written_off_before, written_off_after)
  values (new.variant_id, coalesce((why ->> 'at')::timestamptz, now()), coalesce(why ->> 'kind', case
      when tg_op = 'INSERT' then 'opened'
      when new.reserved > old.reserved and new.sold < old.sold then 'payment-undone'
      when new.reserved > old.reserved then 'reserved'
      when new.reserved < old.reserved and new.sold > old.sold then 'sold'
      when new.reserved < old.reserved then 'released'
      when new.sold < old.sold then 'came-back'
      else 'changed' end),
    coalesce(why ->> 'note', ''), why ->> 'operatorId', why ->> 'orderId', why ->> 'requestId',
    coalesce(was.available, 0), new.available, coalesce(was.reserved, 0), new.reserved,
    coalesce(was.sold, 0), new.sold, coalesce(was.written_off, 0), new.written_off);
  return null;
end $$;
