-- CreateTable
CREATE TABLE "cart" (
    "id" TEXT NOT NULL,
    "user_id" TEXT,
    "visitor_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "cart_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("cart_id","variant_id")
);

-- CreateTable
CREATE TABLE "category" (
    "slug" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "category_slug" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "description_ko" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "details_ko" TEXT NOT NULL,
    "details_en" TEXT NOT NULL,
    "mended" BOOLEAN NOT NULL DEFAULT false,
    "published" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture" (
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "alt_ko" TEXT NOT NULL,
    "alt_en" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "option_ko" TEXT NOT NULL,
    "option_en" TEXT NOT NULL,
    "price_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" TEXT NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "user_id" TEXT,
    "visitor_hash" TEXT,
    "cart_id" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "currency" CHAR(3) NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "address1" TEXT NOT NULL,
    "address2" TEXT NOT NULL DEFAULT '',
    "request_hash" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "needs_attention" BOOLEAN NOT NULL DEFAULT false,
    "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "variant_id" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "option_ko" TEXT NOT NULL,
    "option_en" TEXT NOT NULL,
    "picture_path" TEXT NOT NULL,
    "unit_price_minor" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("order_id","position")
);

-- CreateTable
CREATE TABLE "order_history" (
    "order_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "from_status" TEXT,
    "to_status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "mover" TEXT NOT NULL,
    "mover_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_history_pkey" PRIMARY KEY ("order_id","version")
);

-- CreateTable
CREATE TABLE "order_transition" (
    "from_status" TEXT NOT NULL,
    "to_status" TEXT NOT NULL,

    CONSTRAINT "order_transition_pkey" PRIMARY KEY ("from_status","to_status")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payment_method" TEXT NOT NULL,
    "charge_ref" TEXT,
    "refund_ref" TEXT,
    "failure_reason" TEXT,
    "gateway_code" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_inbox" (
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_inbox_pkey" PRIMARY KEY ("provider","event_id")
);

-- CreateTable
CREATE TABLE "saga" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "current_step" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "saga_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saga_step" (
    "saga_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "undo_status" TEXT,
    "undo_attempts" INTEGER NOT NULL DEFAULT 0,
    "undo_error" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "saga_step_pkey" PRIMARY KEY ("saga_id","step_id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "saga_id" TEXT NOT NULL,
    "step_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "correlation_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock" (
    "variant_id" TEXT NOT NULL,
    "received" INTEGER NOT NULL,
    "available" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "sold" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_pkey" PRIMARY KEY ("variant_id")
);

-- CreateTable
CREATE TABLE "stock_reservation" (
    "order_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "payment_id" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_reservation_pkey" PRIMARY KEY ("order_id","variant_id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'shopper',
    "locale" TEXT NOT NULL DEFAULT 'ko',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "cart_user_id_key" ON "cart"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_visitor_hash_key" ON "cart"("visitor_hash");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_published_position_idx" ON "product"("published", "position");

-- CreateIndex
CREATE UNIQUE INDEX "picture_product_id_position_key" ON "picture"("product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "variant_sku_key" ON "variant"("sku");

-- CreateIndex
CREATE INDEX "variant_product_id_position_idx" ON "variant"("product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE INDEX "order_user_id_placed_at_idx" ON "order"("user_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "order_placed_at_id_idx" ON "order"("placed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "order_line_variant_id_idx" ON "order_line"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_variant_id_key" ON "order_line"("order_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_charge_ref_key" ON "payment"("charge_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payment_refund_ref_key" ON "payment"("refund_ref");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_id_attempt_key" ON "payment"("order_id", "attempt");

-- CreateIndex
CREATE INDEX "saga_order_id_started_at_idx" ON "saga"("order_id", "started_at");

-- CreateIndex
CREATE INDEX "incident_order_id_idx" ON "incident"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "incident_saga_id_step_id_kind_key" ON "incident"("saga_id", "step_id", "kind");

-- CreateIndex
CREATE INDEX "stock_reservation_variant_id_idx" ON "stock_reservation"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_category_slug_fkey" FOREIGN KEY ("category_slug") REFERENCES "category"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture" ADD CONSTRAINT "picture_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saga" ADD CONSTRAINT "saga_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saga_step" ADD CONSTRAINT "saga_step_saga_id_fkey" FOREIGN KEY ("saga_id") REFERENCES "saga"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock" ADD CONSTRAINT "stock_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_reservation" ADD CONSTRAINT "stock_reservation_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What follows Prisma's schema language cannot say.

-- Stock is conserved: what was received is available, reserved or sold, and nothing is ever negative.
alter table stock
  add constraint stock_counts_not_negative check (received >= 0 and available >= 0 and reserved >= 0 and sold >= 0),
  add constraint stock_conserved check (received = available + reserved + sold);

alter table cart_line add constraint cart_line_quantity check (quantity between 1 and 999);
alter table order_line
  add constraint order_line_quantity check (quantity between 1 and 999),
  add constraint order_line_price check (unit_price_minor >= 0);
alter table stock_reservation
  add constraint stock_reservation_quantity check (quantity between 1 and 999),
  add constraint stock_reservation_status check (status in ('HELD', 'CONFIRMED', 'RELEASED'));
alter table variant add constraint variant_price check (price_minor >= 0);
alter table payment
  add constraint payment_amount check (amount_minor > 0),
  add constraint payment_status check (status in ('OPEN', 'SUCCEEDED', 'DECLINED', 'FAILED', 'REFUNDED'));
alter table saga add constraint saga_status check (status in ('RUNNING', 'COMPLETED', 'UNDONE', 'NEEDS_ATTENTION'));
alter table saga_step
  add constraint saga_step_kind check (kind in ('undoable', 'pivot', 'forward-only')),
  add constraint saga_step_status check (status in ('STARTED', 'DONE', 'REFUSED', 'FAILED')),
  add constraint saga_step_undo_status check (undo_status in ('DONE', 'FAILED'));
alter table "user" add constraint user_role check (role in ('shopper', 'support', 'finance', 'operations', 'admin'));
alter table cart add constraint cart_has_one_owner check ((user_id is null) <> (visitor_hash is null));
alter table "order"
  add constraint order_has_owner check (user_id is not null or visitor_hash is not null),
  add constraint order_total check (total_minor >= 0),
  add constraint order_status check (status in ('PENDING', 'STOCK_RESERVED', 'PAYMENT_PROCESSING', 'PAID', 'CONFIRMED',
    'PREPARING', 'SHIPPING', 'DELIVERED', 'COMPLETED', 'RETURNED', 'REFUNDED', 'CANCELLED'));

-- One live attempt to pay an order, whatever the application believes.
create unique index payment_one_live_per_order on payment (order_id) where status in ('OPEN', 'SUCCEEDED');
create index outbox_unsent on outbox (id) where sent_at is null;
create index webhook_inbox_unhandled on webhook_inbox (received_at) where handled_at is null;
create index incident_open on incident (order_id) where resolved_at is null;
create index order_needs_attention on "order" (id) where needs_attention;
create index order_visitor on "order" (visitor_hash, placed_at desc) where visitor_hash is not null;
create index stock_reservation_held on stock_reservation (expires_at) where status = 'HELD';

alter sequence order_number_seq restart with 100001;

-- The table of order states, as in core; the trigger below lets no order move outside it.
insert into order_transition (from_status, to_status) values
  ('PENDING', 'STOCK_RESERVED'),
  ('PENDING', 'CANCELLED'),
  ('STOCK_RESERVED', 'PAYMENT_PROCESSING'),
  ('STOCK_RESERVED', 'CANCELLED'),
  ('PAYMENT_PROCESSING', 'PAID'),
  ('PAYMENT_PROCESSING', 'STOCK_RESERVED'),
  ('PAYMENT_PROCESSING', 'CANCELLED'),
  ('PAID', 'CONFIRMED'),
  ('PAID', 'CANCELLED'),
  ('CONFIRMED', 'PREPARING'),
  ('CONFIRMED', 'CANCELLED'),
  ('PREPARING', 'SHIPPING'),
  ('PREPARING', 'CANCELLED'),
  ('SHIPPING', 'DELIVERED'),
  ('SHIPPING', 'RETURNED'),
  ('DELIVERED', 'COMPLETED'),
  ('DELIVERED', 'RETURNED'),
  ('RETURNED', 'REFUNDED');

create function refuse_illegal_order_transition() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'PENDING' or new.version <> 1 then
      raise exception 'illegal order start: % at version %', new.status, new.version using errcode = '23514';
    end if;
    return new;
  end if;
  if new.status = old.status and new.version = old.version then
    return new;
  end if;
  if new.version <> old.version + 1 or new.status = old.status then
    raise exception 'illegal order version: % at % -> % at %', old.status, old.version, new.status, new.version
      using errcode = '23514';
  end if;
  if not exists (select 1 from order_transition where from_status = old.status and to_status = new.status) then
    raise exception 'illegal order transition: % -> %', old.status, new.status using errcode = '23514';
  end if;
  return new;
end $$;
create trigger order_moves_by_the_table before insert or update of status, version on "order"
  for each row execute function refuse_illegal_order_transition();

-- History is written once and never again.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '23514';
end $$;
create trigger order_history_is_append_only before update or delete on order_history
  for each row execute function refuse_change();

-- Rows that are updated often keep room on their page, so that an update touches no index. For the same reason no index
-- names an order's status.
alter table "order" set (fillfactor = 70);
alter table stock set (fillfactor = 50);
alter table saga set (fillfactor = 70);
alter table saga_step set (fillfactor = 70);
alter table outbox set (fillfactor = 70);

-- The outbox turns over quickly: clean its dead rows early, so that finding unsent events stays cheap.
alter table outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
