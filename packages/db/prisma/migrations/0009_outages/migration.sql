-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "next_try_at" TIMESTAMPTZ(3),
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "saga_step" ADD COLUMN     "away" BOOLEAN NOT NULL DEFAULT false;

-- What is closed is not tried again.
alter table incident add constraint incident_next_try check (next_try_at is null or resolved_at is null);
create index incident_due on incident (next_try_at) where next_try_at is not null;
