-- Where the approval page leads back to, kept after the answer has been given.
alter table payment_intent add column return_url text;

-- The shop finds an intent by the key that it wrote there, and charges and refunds by their intent.
create index payment_intent_key on payment_intent ((object -> 'metadata' ->> 'key'), id);
create index charge_intent on charge ((object ->> 'payment_intent'), id);
create index refund_intent on refund ((object ->> 'payment_intent'), id);

-- A refund that is not finished at once: when it will be, and how it ends.
alter table refund
  add column settles_at timestamptz,
  add column settles_as text check (settles_as in ('succeeded', 'failed')),
  add constraint settles_somehow check ((settles_at is null) = (settles_as is null));
create index refund_unsettled on refund (settles_at) where settles_at is not null;

-- An event that a switch has held back once is not held back again.
alter table webhook_event add column held boolean not null default false;
