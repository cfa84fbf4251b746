-- Money that is on its way back or owed, which the list of orders asks for: few rows, told by what they have not got yet, so
-- that no step that asks for its own refund is planned through the index (docs/decisions/0027-indexes-beside-orders.md).
alter table refund add constraint refund_undone_open check (status = 'DONE' or done_at is null);
create index refund_undone on refund (order_id) where done_at is null;
