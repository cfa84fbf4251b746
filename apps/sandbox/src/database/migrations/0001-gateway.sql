-- Ids begin with their time in base 62, so that with the "C" collation the order of ids is the order of making.

-- A card as the gateway knows it: what it shows and how it behaves. The number is never here.
create table payment_method (
  id text collate "C" primary key,
  brand text not null,
  last4 text not null check (last4 ~ '^[0-9]{4}$'),
  exp_month int not null,
  exp_year int not null,
  behaviour text not null,
  used_by text,
  faults_shown int not null default 0,
  created_at timestamptz not null default now()
);

-- An intent and a charge are kept as the object that the API answers with; what is searched or guarded is read from it.
create table payment_intent (
  id text collate "C" primary key,
  object jsonb not null,
  error_on_requires_action boolean not null default false
);

create table charge (
  id text collate "C" primary key,
  object jsonb not null,
  transfer_group text generated always as (object ->> 'transfer_group') stored,
  order_id text generated always as (object -> 'metadata' ->> 'orderId') stored,
  amount bigint generated always as ((object ->> 'amount')::bigint) stored,
  amount_refunded bigint generated always as ((object ->> 'amount_refunded')::bigint) stored,
  constraint refunded_at_most_charged check (amount_refunded between 0 and amount)
);
create index charge_transfer_group on charge (transfer_group, id) where transfer_group is not null;
create index charge_order on charge (order_id, id) where order_id is not null;

create table refund (
  id text collate "C" primary key,
  charge_id text collate "C" not null references charge,
  object jsonb not null
);
create index refund_charge on refund (charge_id);

-- The first answer to each idempotency key, written in the transaction of its effect.
create table recorded_answer (
  key text primary key,
  fingerprint text not null,
  request_id text not null,
  status int not null,
  body text not null,
  created_at timestamptz not null default now()
);
create index recorded_answer_age on recorded_answer (created_at);

-- Events still to be delivered or delivered lately, written in the transaction of the change they tell of.
create table webhook_event (
  id text collate "C" primary key,
  type text not null,
  payload text not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_error text,
  created_at timestamptz not null default now()
);
create index webhook_event_due on webhook_event (next_attempt_at) where delivered_at is null and given_up_at is null;

create table fault_switch (
  target text primary key,
  mode text not null,
  times_left int check (times_left > 0),
  delay_ms int not null check (delay_ms >= 0)
);
