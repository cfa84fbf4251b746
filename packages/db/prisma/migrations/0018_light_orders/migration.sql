-- DropIndex
DROP INDEX "audit_entry_action_at_id_idx";

-- DropIndex
DROP INDEX "audit_entry_actor_id_at_id_idx";

-- DropIndex
DROP INDEX "audit_entry_actor_kind_at_id_idx";

-- DropIndex
DROP INDEX "audit_entry_subject_at_id_idx";

-- DropIndex
DROP INDEX "stock_change_request_id_variant_id_key";

-- What follows Prisma's schema language cannot say: which few rows an index of the console is about, so that an order's own
-- steps write and read as few of them as before there was a console (docs/decisions/0027-indexes-beside-orders.md).

-- Told by what a saga or a payment has not got yet, and not by its status alone: a step that asks for one RUNNING saga or
-- one OPEN payment by its id would else be planned through these indexes, and walk all that is unfinished.
alter table saga add constraint saga_ended check (status <> 'RUNNING' or ended_at is null);
drop index saga_unfinished;
create index saga_unfinished on saga (started_at desc, id desc) where ended_at is null or status = 'NEEDS_ATTENTION';
alter table payment add constraint payment_settles check (status <> 'OPEN' or settled_at is null);
drop index payment_open;
create index payment_open on payment (order_id) where settled_at is null;

-- What is for sale of a variant that runs low, and nothing of all others: what is sold of those changes no index.
alter table stock add column low_available int generated always as (case when available <= low_at then available end) stored;
drop index stock_low_idx;
create index stock_low_idx on stock (low_available, variant_id) where low_available is not null;

-- Almost all changes of stock are an order's, and no operator's request.
create unique index stock_change_request_id_variant_id_key on stock_change (request_id, variant_id) where request_id is not null;

-- Each order has one of the two.
drop index order_email_begins;
create index order_member_email_begins on "order" (lower(email) text_pattern_ops) where user_id is not null;

-- What every order leaves behind at once is met on the way through all entries; an index has what is rare among them.
create function is_of_every_order(action text) returns boolean language sql immutable parallel safe as $$
  select action in ('order/created', 'stock/reserved', 'order/payment.requested', 'order/processing', 'order/payment',
    'order/processed', 'payment/completed', 'order/confirmed')
$$;
create index audit_entry_action on audit_entry (action, at desc, id desc) where not is_of_every_order(action);
create index audit_entry_kind on audit_entry (actor_kind, at desc, id desc) where actor_kind in ('operator', 'carrier');
create index audit_entry_actor on audit_entry (actor_id, at desc, id desc) where actor_id is not null;
-- An event is found by its order, whichever of the order's things it is about.
create index audit_entry_subject on audit_entry (subject, at desc, id desc) where event_id is null or order_id is null;
