-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "event" JSONB,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "occurrences" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "resolved_by" TEXT,
ALTER COLUMN "order_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "cancelling" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "coupon_claim_id" TEXT,
ADD COLUMN     "discount_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "goods_minor" BIGINT,
ADD COLUMN     "taken_up_from" TEXT;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "discount_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "return_quantity" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "action_url" TEXT,
ADD COLUMN     "card_minor" BIGINT,
ADD COLUMN     "card_refunded_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "wallet_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "wallet_refunded_minor" BIGINT NOT NULL DEFAULT 0,
ALTER COLUMN "payment_method" DROP NOT NULL;

-- AlterTable
ALTER TABLE "saga" ADD COLUMN     "direction" TEXT NOT NULL DEFAULT 'FORWARD',
ADD COLUMN     "generation" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "input" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "lease_until" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "refusal" JSONB,
ALTER COLUMN "order_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "saga_step" ADD COLUMN     "reopened" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stock" ADD COLUMN     "written_off" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stock_reservation" ADD COLUMN     "restocked" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "written_off" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "coupon_campaign" (
    "id" TEXT NOT NULL,
    "name_ko" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "percent" INTEGER,
    "amount_minor" BIGINT,
    "minimum_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" CHAR(3) NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "quantity" INTEGER NOT NULL,
    "claimed" INTEGER NOT NULL DEFAULT 0,
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "coupon_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coupon_claim" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'CLAIMED',
    "order_id" TEXT,
    "payment_id" TEXT,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "redeemed_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupon_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "order_id" TEXT,
    "user_id" TEXT,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_preference" (
    "user_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "wanted" BOOLEAN NOT NULL,

    CONSTRAINT "notification_preference_pkey" PRIMARY KEY ("user_id","channel","topic")
);

-- CreateTable
CREATE TABLE "push_subscription" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "push_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_delivery" (
    "event_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "record" JSONB NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_delivery_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "order_limit" (
    "order_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "order_limit_pkey" PRIMARY KEY ("order_id","kind")
);

-- CreateTable
CREATE TABLE "cancellation" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "from_status" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "mover" TEXT NOT NULL,
    "mover_id" TEXT,
    "waive_fee" BOOLEAN NOT NULL DEFAULT false,
    "fee_minor" BIGINT NOT NULL DEFAULT 0,
    "refusal" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "cancellation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "leg" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" TEXT NOT NULL,
    "gateway_ref" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_request" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "whole" BOOLEAN NOT NULL,
    "requested_by" TEXT NOT NULL,
    "decision_reason" TEXT,
    "decided_by" TEXT,
    "without_goods" BOOLEAN NOT NULL DEFAULT false,
    "refund_minor" BIGINT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "picked_up_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "refunded_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_line" (
    "return_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "refund_minor" BIGINT NOT NULL,
    "restocked" INTEGER NOT NULL DEFAULT 0,
    "written_off" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "return_line_pkey" PRIMARY KEY ("return_id","variant_id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "event_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "order_id" TEXT,
    "subject" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "return_id" TEXT,
    "status" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "shipment_ref" TEXT NOT NULL,
    "tracking_no" TEXT NOT NULL,
    "tracking_url" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_over_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wallet" (
    "user_id" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "balance_minor" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wallet_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "wallet_entry" (
    "user_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "balance_after_minor" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "order_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wallet_entry_pkey" PRIMARY KEY ("user_id","version")
);

-- CreateTable
CREATE TABLE "wallet_top_up" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payment_method" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "charge_ref" TEXT,
    "refund_ref" TEXT,
    "action_url" TEXT,
    "failure_reason" TEXT,
    "correlation_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "wallet_top_up_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "coupon_claim_user_id_idx" ON "coupon_claim"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "coupon_claim_campaign_id_user_id_key" ON "coupon_claim"("campaign_id", "user_id");

-- CreateIndex
CREATE INDEX "notification_order_id_idx" ON "notification"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_event_id_channel_recipient_key" ON "notification"("event_id", "channel", "recipient");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscription_endpoint_key" ON "push_subscription"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscription_user_id_idx" ON "push_subscription"("user_id");

-- CreateIndex
CREATE INDEX "cancellation_order_id_idx" ON "cancellation"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_gateway_ref_key" ON "refund"("gateway_ref");

-- CreateIndex
CREATE INDEX "refund_order_id_idx" ON "refund"("order_id");

-- CreateIndex
CREATE INDEX "refund_payment_id_idx" ON "refund"("payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_source_source_id_leg_key" ON "refund"("source", "source_id", "leg");

-- CreateIndex
CREATE INDEX "return_request_order_id_idx" ON "return_request"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_event_id_key" ON "audit_entry"("event_id");

-- CreateIndex
CREATE INDEX "audit_entry_order_id_at_idx" ON "audit_entry"("order_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "shipment_key_key" ON "shipment"("key");

-- CreateIndex
CREATE UNIQUE INDEX "shipment_shipment_ref_key" ON "shipment"("shipment_ref");

-- CreateIndex
CREATE INDEX "shipment_order_id_idx" ON "shipment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_entry_key_key" ON "wallet_entry"("key");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_top_up_charge_ref_key" ON "wallet_top_up"("charge_ref");

-- CreateIndex
CREATE UNIQUE INDEX "wallet_top_up_refund_ref_key" ON "wallet_top_up"("refund_ref");

-- CreateIndex
CREATE INDEX "wallet_top_up_user_id_opened_at_idx" ON "wallet_top_up"("user_id", "opened_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "order_taken_up_from_key" ON "order"("taken_up_from");

-- AddForeignKey
ALTER TABLE "coupon_claim" ADD CONSTRAINT "coupon_claim_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "coupon_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coupon_claim" ADD CONSTRAINT "coupon_claim_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_limit" ADD CONSTRAINT "order_limit_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_request" ADD CONSTRAINT "return_request_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_line" ADD CONSTRAINT "return_line_return_id_fkey" FOREIGN KEY ("return_id") REFERENCES "return_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wallet" ADD CONSTRAINT "wallet_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wallet_entry" ADD CONSTRAINT "wallet_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "wallet"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wallet_top_up" ADD CONSTRAINT "wallet_top_up_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

-- Orders and payments from before the discount and the wallet: all of it goods, all of it card.
update "order" set goods_minor = total_minor;
update payment set card_minor = amount_minor;
update payment set card_refunded_minor = card_minor where status = 'REFUNDED';
insert into refund (id, order_id, payment_id, source, source_id, leg, amount_minor, currency, status, gateway_ref, done_at)
select 'ref_' || substr(id, 5), order_id, id, 'undo', id, 'card', card_minor, currency, 'DONE', refund_ref, settled_at
from payment where status = 'REFUNDED';

-- Sagas from before know what they are about by their ids; they go on from their recorded steps. Orders that were confirmed
-- before there was a carrier are brought to one now, and put-aside stock gets the limit that ends its waiting.
update saga set input = case name
  when 'reserve-order' then jsonb_build_object('orderId', order_id)
  else jsonb_build_object('orderId', order_id, 'paymentId', substr(id, length('pay-order:') + 1), 'card', true,
    'wallet', false, 'coupon', false)
end;
insert into saga (id, name, order_id, input, status, correlation_id)
select 'fulfil-order:' || id, 'fulfil-order', id, jsonb_build_object('orderId', id), 'RUNNING', correlation_id
from "order" where status = 'CONFIRMED';
insert into order_limit (order_id, kind, due_at)
select r.order_id, 'reservation', min(r.expires_at) from stock_reservation r join "order" o on o.id = r.order_id
where o.status = 'STOCK_RESERVED' group by r.order_id;
alter table "order" alter column goods_minor set not null;
alter table payment alter column card_minor set not null;

alter table "order"
  add constraint order_total_is_goods_less_discount
    check (total_minor = goods_minor - discount_minor and discount_minor >= 0 and goods_minor >= 0);
alter table order_line
  add constraint order_line_discount check (discount_minor between 0 and unit_price_minor * quantity),
  add constraint order_line_returns_no_more_than_bought check (return_quantity between 0 and quantity);

alter table stock drop constraint stock_counts_not_negative, drop constraint stock_conserved;
alter table stock
  add constraint stock_counts_not_negative
    check (received >= 0 and available >= 0 and reserved >= 0 and sold >= 0 and written_off >= 0),
  add constraint stock_conserved check (received = available + reserved + sold + written_off);
alter table stock_reservation
  add constraint stock_reservation_came_back
    check (restocked >= 0 and written_off >= 0 and restocked + written_off <= quantity);

-- No leg of a payment gives back more than it took. A payment of nothing is one that a coupon covers.
alter table payment drop constraint payment_amount;
alter table payment
  add constraint payment_amount_is_its_legs check (amount_minor = card_minor + wallet_minor),
  add constraint payment_legs check (card_minor >= 0 and wallet_minor >= 0),
  add constraint payment_refunds_at_most_what_it_took
    check (card_refunded_minor between 0 and card_minor and wallet_refunded_minor between 0 and wallet_minor);
alter table refund
  add constraint refund_amount check (amount_minor > 0),
  add constraint refund_leg check (leg in ('card', 'wallet')),
  add constraint refund_source check (source in ('undo', 'late', 'cancellation', 'return')),
  add constraint refund_status check (status in ('PLANNED', 'DONE'));

alter table order_limit
  add constraint order_limit_kind check (kind in ('reservation', 'payment', 'confirmation', 'shipping-start', 'completion')),
  add constraint order_limit_outcome check ((settled_at is null) = (outcome is null));
alter table cancellation
  add constraint cancellation_status check (status in ('REQUESTED', 'DONE', 'REFUSED')),
  add constraint cancellation_fee check (fee_minor >= 0);
create unique index cancellation_one_open_per_order on cancellation (order_id) where status = 'REQUESTED';
create index order_limit_due on order_limit (due_at) where settled_at is null;

alter table return_request
  add constraint return_status
    check (status in ('REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED', 'REFUNDED', 'REJECTED')),
  add constraint return_refund check (refund_minor >= 0);
alter table return_line
  add constraint return_line_quantity check (quantity between 1 and 999),
  add constraint return_line_came_back check (restocked >= 0 and written_off >= 0 and restocked + written_off <= quantity);
create unique index return_one_open_per_order on return_request (order_id)
  where status in ('REQUESTED', 'ACCEPTED', 'PICKED_UP', 'RECEIVED');

alter table shipment
  add constraint shipment_kind check (kind in ('DELIVERY', 'PICK_UP')),
  add constraint shipment_status check (status in ('REGISTERED', 'HANDED_OVER', 'IN_TRANSIT', 'DELIVERED', 'LOST',
    'REFUSED', 'RETURNED', 'CANCELLED'));
create unique index shipment_one_delivery_per_order on shipment (order_id) where kind = 'DELIVERY' and status <> 'CANCELLED';

alter table saga
  add constraint saga_direction check (direction in ('FORWARD', 'UNDOING')),
  add constraint saga_refusal check (direction = 'FORWARD' or refusal is not null);
-- Names only what a step's progress leaves alone, so that progress touches no index.
create index saga_running on saga (id) where status = 'RUNNING';
create index incident_all_open on incident (opened_at) where resolved_at is null;
alter table incident add constraint incident_resolution check ((resolved_at is null) = (resolution is null));

alter table coupon_campaign
  -- A check lets pass what it cannot tell: where percent or amount is missing, that is a no.
  add constraint coupon_campaign_kind check (coalesce(
    (kind = 'PERCENT' and percent between 1 and 100) or (kind = 'FIXED' and percent is null and amount_minor > 0), false)),
  add constraint coupon_campaign_not_over_issued check (claimed between 0 and quantity),
  add constraint coupon_campaign_validity check (valid_from < valid_to),
  add constraint coupon_campaign_amounts check (minimum_minor >= 0 and (amount_minor is null or amount_minor > 0));
alter table coupon_claim
  add constraint coupon_claim_status check (
    (status = 'CLAIMED' and payment_id is null) or (status = 'REDEEMED' and order_id is not null and payment_id is not null));

alter table wallet add constraint wallet_balance check (balance_minor >= 0);
alter table wallet_entry
  add constraint wallet_entry_kind check (kind in ('TOP_UP', 'TOP_UP_UNDONE', 'PAYMENT', 'PAYMENT_UNDONE', 'REFUND', 'ADJUSTMENT')),
  add constraint wallet_entry_amount check (amount_minor <> 0 and balance_after_minor >= 0);
alter table wallet_top_up
  add constraint wallet_top_up_amount check (amount_minor > 0),
  add constraint wallet_top_up_status check (status in ('OPEN', 'SUCCEEDED', 'DECLINED', 'FAILED', 'REFUNDED'));

alter table notification
  add constraint notification_channel check (channel in ('email', 'push', 'sms')),
  add constraint notification_status check (status in ('PENDING', 'SENT', 'FAILED', 'SKIPPED'));
create index notification_pending on notification (next_attempt_at) where status = 'PENDING';
create index notification_failed on notification (created_at) where status = 'FAILED';
create index data_delivery_waiting on data_delivery (next_attempt_at) where delivered_at is null;

-- The ledger cannot be changed, each entry continues the one before it, and a wallet is what its last entry says: by
-- induction the balance is the ledger's sum at every commit.
create trigger wallet_entry_is_append_only before update or delete on wallet_entry
  for each row execute function refuse_change();
create trigger audit_entry_is_append_only before update or delete on audit_entry
  for each row execute function refuse_change();

create function check_wallet_entry() returns trigger language plpgsql as $$
declare before bigint;
begin
  if new.version = 1 then
    before := 0;
  else
    select balance_after_minor into before from wallet_entry where user_id = new.user_id and version = new.version - 1;
    if not found then
      raise exception 'wallet entry % of % has none before it', new.version, new.user_id using errcode = '23514';
    end if;
  end if;
  if new.balance_after_minor <> before + new.amount_minor then
    raise exception 'wallet entry % of % does not continue the balance', new.version, new.user_id using errcode = '23514';
  end if;
  return new;
end $$;
create trigger wallet_entry_continues before insert on wallet_entry for each row execute function check_wallet_entry();

create function check_wallet() returns trigger language plpgsql as $$
declare kept record;
begin
  select w.balance_minor, w.version, (select max(version) from wallet_entry where user_id = w.user_id) as last,
    (select balance_after_minor from wallet_entry where user_id = w.user_id and version = w.version) as said
  into kept from wallet w where w.user_id = new.user_id;
  if not found or kept.version <> coalesce(kept.last, 0) or kept.balance_minor <> coalesce(kept.said, 0) then
    raise exception 'the wallet of % is not what its ledger says', new.user_id using errcode = '23514';
  end if;
  return null;
end $$;
create constraint trigger wallet_is_its_ledger after insert or update on wallet deferrable initially deferred
  for each row execute function check_wallet();
create constraint trigger ledger_is_in_its_wallet after insert on wallet_entry deferrable initially deferred
  for each row execute function check_wallet();

alter table wallet set (fillfactor = 70);
alter table payment set (fillfactor = 70);
alter table order_limit set (fillfactor = 70);
