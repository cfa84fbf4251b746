-- CreateTable
CREATE TABLE "order_pause" (
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "paused_by" TEXT NOT NULL,
    "paused_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resumed_by" TEXT,
    "resumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pause_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "saga_step" ADD COLUMN     "failures" JSONB NOT NULL DEFAULT '[]';

-- CreateIndex
CREATE INDEX "order_pause_order_id_paused_at_idx" ON "order_pause"("order_id", "paused_at");

-- AddForeignKey
ALTER TABLE "order_pause" ADD CONSTRAINT "order_pause_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One pause of an order is open at a time; each step of a saga asks this index.
create unique index order_pause_open on order_pause (order_id) where resumed_at is null;

alter table order_pause
  add constraint order_pause_reason check (length(btrim(reason)) >= 3),
  add constraint order_pause_resumed check ((resumed_at is null) = (resumed_by is null)),
  add constraint order_pause_times check (resumed_at >= paused_at);

-- A pause that was ended is history: it is neither changed nor opened again.
create function keep_ended_pause() returns trigger language plpgsql as $$
begin
  raise exception 'order_pause_ended: pause % has ended', old.id;
end $$;
create trigger order_pause_ended before update on order_pause
  for each row when (old.resumed_at is not null) execute function keep_ended_pause();
