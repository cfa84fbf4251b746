-- CreateTable
CREATE TABLE "sales_hour" (
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "confirmed" INTEGER NOT NULL DEFAULT 0,
    "confirmed_minor" BIGINT NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "unreserved" INTEGER NOT NULL DEFAULT 0,
    "paid" INTEGER NOT NULL DEFAULT 0,
    "unpaid" INTEGER NOT NULL DEFAULT 0,
    "incidents" INTEGER NOT NULL DEFAULT 0,
    "refunds" INTEGER NOT NULL DEFAULT 0,
    "refunded_minor" BIGINT NOT NULL DEFAULT 0,
    "carts" INTEGER NOT NULL DEFAULT 0,
    "confirm_times" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "sales_hour_pkey" PRIMARY KEY ("hour")
);

-- CreateTable
CREATE TABLE "sales_product_day" (
    "day" DATE NOT NULL,
    "product_id" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "sales_product_day_pkey" PRIMARY KEY ("day","product_id")
);

-- CreateTable
CREATE TABLE "sales_rolled" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "rolled_from" TIMESTAMPTZ(3) NOT NULL,
    "rolled_to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sales_rolled_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "worst" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_mail" (
    "alert_id" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_mail_pkey" PRIMARY KEY ("alert_id","moment","recipient")
);

-- CreateTable
CREATE TABLE "api_process" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "said" JSONB NOT NULL,

    CONSTRAINT "api_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "ok_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("job")
);

-- CreateIndex
CREATE INDEX "alert_opened_at_id_idx" ON "alert"("opened_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "api_process_seen_at_idx" ON "api_process"("seen_at");

-- CreateIndex
CREATE INDEX "order_history_at_idx" ON "order_history"("at");

-- CreateIndex
CREATE INDEX "cart_updated_at_idx" ON "cart"("updated_at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_id_idx" ON "audit_entry"("actor_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_action_at_id_idx" ON "audit_entry"("action", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_at_id_idx" ON "audit_entry"("subject", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "alert_mail" ADD CONSTRAINT "alert_mail_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The figures of Today are asked by the moment at which something happened.
create index payment_settled on payment (settled_at) where settled_at is not null;
create index refund_done on refund (done_at) where done_at is not null;
create index incident_opened on incident (opened_at);
-- What an operator looks at first: sagas that do not go by themselves.
create index saga_unfinished on saga (started_at desc, id desc) where status in ('RUNNING', 'NEEDS_ATTENTION');

alter table sales_rolled add constraint sales_rolled_one check (id = 1);
alter table sales_rolled add constraint sales_rolled_order check (rolled_from <= rolled_to);
alter table alert add constraint alert_closed check (closed_at is null or closed_at >= opened_at);
alter table alert_mail add constraint alert_mail_moment check (moment in ('opened', 'closed'));
-- One open alert a rule, whoever evaluates it and however many at once.
create unique index alert_one_open on alert (rule) where closed_at is null;
create index alert_mail_waiting on alert_mail (created_at) where sent_at is null;
