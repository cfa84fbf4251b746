-- DropIndex
DROP INDEX "order_line_variant_id_idx";

-- CreateTable
CREATE TABLE "order_state" (
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_state_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "order_note" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "console_view" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "console_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund_request" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "lines" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "order_state_status_placed_at_order_id_idx" ON "order_state"("status", "placed_at" DESC, "order_id" DESC);

-- CreateIndex
CREATE INDEX "order_note_order_id_written_at_idx" ON "order_note"("order_id", "written_at");

-- CreateIndex
CREATE INDEX "console_view_place_owner_id_idx" ON "console_view"("place", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "console_view_owner_id_place_name_key" ON "console_view"("owner_id", "place", "name");

-- CreateIndex
CREATE INDEX "refund_request_order_id_idx" ON "refund_request"("order_id");

-- CreateIndex
CREATE INDEX "order_line_variant_id_order_id_idx" ON "order_line"("variant_id", "order_id");

-- CreateIndex
CREATE INDEX "shipment_tracking_no_idx" ON "shipment"("tracking_no");

-- CreateIndex
CREATE INDEX "order_total_minor_idx" ON "order"("total_minor");

-- AddForeignKey
ALTER TABLE "order_note" ADD CONSTRAINT "order_note_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_request" ADD CONSTRAINT "refund_request_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- The state of each order but the completed and cancelled ones, which are most: a small copy, so that the order's own row
-- needs no index on its status and its moves go on touching none (docs/decisions/0023-console-lists.md).
create function keep_order_state() returns trigger language plpgsql as $$
begin
  if new.status in ('COMPLETED', 'CANCELLED') then
    delete from order_state where order_id = new.id;
  elsif tg_op = 'INSERT' then
    insert into order_state (order_id, status, placed_at) values (new.id, new.status, new.placed_at);
  else
    update order_state set status = new.status where order_id = new.id;
  end if;
  return null;
end $$;
create trigger order_state_is_kept after insert or update of status on "order"
  for each row execute function keep_order_state();
insert into order_state (order_id, status, placed_at)
  select id, status, placed_at from "order" where status not in ('COMPLETED', 'CANCELLED');

-- What operators look an order up by.
create index order_email_begins on "order" (lower(email) text_pattern_ops);
create index order_recipient_begins on "order" (recipient text_pattern_ops);
create index order_phone_ends on "order" (reverse(regexp_replace(phone, '\D', '', 'g')) text_pattern_ops);
create index payment_open on payment (order_id) where status = 'OPEN';
create index payment_refunded on payment (order_id) where card_refunded_minor > 0 or wallet_refunded_minor > 0;

alter table refund drop constraint refund_source;
alter table refund add constraint refund_source check (source in ('undo', 'late', 'cancellation', 'return', 'operator'));
alter table refund_request add constraint refund_request_amount check (amount_minor > 0);
