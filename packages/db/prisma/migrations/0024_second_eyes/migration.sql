-- What is said to have been settled outside of the shop, and goods that are received before the carrier has them, want a second
-- pair of eyes above the refund's limit, too.
alter table approval
  drop constraint approval_kind,
  add constraint approval_kind check (kind in ('wallet-adjustment', 'refund', 'return-without-goods', 'settle-by-hand',
    'return-not-picked-up'));
-- How much of an order somebody has settled by hand alone: it counts with what was given back of it alone.
alter table incident
  add column settled_alone_minor bigint not null default 0,
  add constraint incident_settled_alone check (settled_alone_minor >= 0);
