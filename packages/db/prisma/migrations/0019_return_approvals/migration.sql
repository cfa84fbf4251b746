-- Money for goods that do not come back wants a second pair of eyes, too.
alter table approval
  drop constraint approval_kind,
  add constraint approval_kind check (kind in ('wallet-adjustment', 'refund', 'return-without-goods'));
