-- AlterTable
ALTER TABLE "order" ADD COLUMN     "arrives_from" DATE,
ADD COLUMN     "arrives_to" DATE;

-- What follows Prisma's schema language cannot say.

-- Orders from before have no promise.
alter table "order" add constraint order_arrival
  check ((arrives_from is null) = (arrives_to is null) and arrives_from <= arrives_to);
