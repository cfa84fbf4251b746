-- Events have more than one receiver now; each is sent to with its own secret and switch.
alter table webhook_event add column receiver text not null default 'payment';
drop index webhook_event_due;
create index webhook_event_due on webhook_event (receiver, next_attempt_at) where delivered_at is null and given_up_at is null;

-- A parcel as the carrier knows it. `answer` is the first answer to its key, `fingerprint` what was asked then.
create table shipment (
  ref text collate "C" primary key,
  key text not null unique,
  fingerprint text not null,
  answer text not null,
  order_id text not null,
  tracking_no text not null unique,
  kind text not null check (kind in ('delivery', 'pick-up')),
  status text not null check (status in ('registered', 'handed-over', 'in-transit', 'delivered', 'lost', 'refused', 'returned', 'cancelled')),
  parcel jsonb not null,
  items int not null check (items > 0),
  created_at timestamptz not null default now(),
  moved_at timestamptz not null default now()
);
create index shipment_order on shipment (order_id, ref);
create index shipment_under_way on shipment (moved_at) where status in ('registered', 'handed-over', 'in-transit', 'refused');

-- What happened to a parcel, oldest first by number.
create table shipment_event (
  number bigint generated always as identity primary key,
  shipment_ref text collate "C" not null references shipment on delete cascade,
  status text not null,
  at timestamptz not null
);
create index shipment_event_shipment on shipment_event (shipment_ref, number);
