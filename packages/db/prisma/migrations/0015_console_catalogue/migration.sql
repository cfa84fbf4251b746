-- AlterTable
ALTER TABLE "product" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "stock" ADD COLUMN     "low_at" INTEGER NOT NULL DEFAULT 5;

-- CreateTable
CREATE TABLE "stock_change" (
    "id" BIGSERIAL NOT NULL,
    "variant_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "operator_id" TEXT,
    "order_id" TEXT,
    "request_id" TEXT,
    "available_before" INTEGER NOT NULL,
    "available_after" INTEGER NOT NULL,
    "reserved_before" INTEGER NOT NULL,
    "reserved_after" INTEGER NOT NULL,
    "sold_before" INTEGER NOT NULL,
    "sold_after" INTEGER NOT NULL,
    "written_off_before" INTEGER NOT NULL,
    "written_off_after" INTEGER NOT NULL,

    CONSTRAINT "stock_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalogue_import" (
    "id" TEXT NOT NULL,
    "operator_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" TEXT,
    "status" TEXT NOT NULL DEFAULT 'PREVIEWED',
    "report" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalogue_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "product_created_at_id_idx" ON "product"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "product_category_slug_created_at_id_idx" ON "product"("category_slug", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "stock_change_variant_id_id_idx" ON "stock_change"("variant_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "stock_change_request_id_variant_id_key" ON "stock_change"("request_id", "variant_id");

-- CreateIndex
CREATE INDEX "catalogue_import_created_at_id_idx" ON "catalogue_import"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "shipment_status_registered_at_id_idx" ON "shipment"("status", "registered_at", "id");

-- CreateIndex
CREATE INDEX "cart_line_variant_id_idx" ON "cart_line"("variant_id");

-- What follows Prisma's schema language cannot say.

-- What is archived is not for sale, so everything that asks for `published` refuses it already.
alter table product add constraint product_archived_is_not_published check (not (published and archived_at is not null));
create index product_archived_idx on product (created_at desc, id desc) where archived_at is not null;
create index product_draft_idx on product (created_at desc, id desc) where not published and archived_at is null;
create index variant_sku_lower_idx on variant (lower(sku) text_pattern_ops);

alter table stock add constraint stock_low_at check (low_at between 0 and 100000);
create index stock_low_idx on stock (available, variant_id) where available <= low_at;

alter table catalogue_import add constraint catalogue_import_status check (status in ('PREVIEWED', 'APPLIED', 'DISCARDED'));

-- Every change of a stock row has its entry, whoever makes it: the one exists if and only if the other does. Who changes
-- it, and why, is what the transaction has set as `makegood.stock_why`; without it the counts themselves tell what it was.
create function write_stock_change() returns trigger language plpgsql as $$
declare
  why jsonb := coalesce(nullif(current_setting('makegood.stock_why', true), ''), '{}')::jsonb;
  was stock := case when tg_op = 'INSERT' then null else old end;
begin
  insert into stock_change (variant_id, kind, note, operator_id, order_id, request_id, available_before, available_after,
    reserved_before, reserved_after, sold_before, sold_after, written_off_before, written_off_after)
  values (new.variant_id, coalesce(why ->> 'kind', case
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
create trigger stock_opened after insert on stock for each row execute function write_stock_change();
create trigger stock_changed after update on stock
  for each row when (old.available is distinct from new.available or old.reserved is distinct from new.reserved
    or old.sold is distinct from new.sold or old.written_off is distinct from new.written_off)
  execute function write_stock_change();
create trigger stock_change_is_append_only before update or delete on stock_change
  for each row execute function refuse_change();

-- The ledger begins with what is there.
insert into stock_change (variant_id, kind, available_before, available_after, reserved_before, reserved_after, sold_before,
  sold_after, written_off_before, written_off_after)
select variant_id, 'opened', 0, available, 0, reserved, 0, sold, 0, written_off from stock;
