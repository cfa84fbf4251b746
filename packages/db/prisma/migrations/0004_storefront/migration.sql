-- Finds words and parts of words in names and descriptions, Korean ones included.
create extension if not exists pg_trgm;

-- AlterTable
ALTER TABLE "cart_line" ADD COLUMN     "seen_price_minor" BIGINT;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "country" CHAR(2) NOT NULL DEFAULT 'KR',
ADD COLUMN     "delivery_method" TEXT NOT NULL DEFAULT 'standard',
ADD COLUMN     "delivery_minor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "delivery_note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "colour" TEXT NOT NULL DEFAULT 'white',
ADD COLUMN     "initials" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "search_text" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "restock_request" (
    "id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "user_id" TEXT,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notified_at" TIMESTAMPTZ(3),

    CONSTRAINT "restock_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL DEFAULT 'KR',
    "postcode" TEXT NOT NULL,
    "address1" TEXT NOT NULL,
    "address2" TEXT NOT NULL DEFAULT '',
    "delivery_note" TEXT NOT NULL DEFAULT '',
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "restock_request_variant_id_notified_at_idx" ON "restock_request"("variant_id", "notified_at");

-- CreateIndex
CREATE INDEX "restock_request_user_id_idx" ON "restock_request"("user_id");

-- CreateIndex
CREATE INDEX "address_user_id_used_at_idx" ON "address"("user_id", "used_at" DESC);

-- CreateIndex
CREATE INDEX "product_published_created_at_id_idx" ON "product"("published", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "product_category_slug_published_position_idx" ON "product"("category_slug", "published", "position");

-- CreateIndex
CREATE INDEX "product_search_text_idx" ON "product" USING GIN ("search_text" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "restock_request" ADD CONSTRAINT "restock_request_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restock_request" ADD CONSTRAINT "restock_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma's schema language cannot say.

alter table product add constraint product_colour
  check (colour in ('white', 'celadon', 'blue', 'ink', 'brown', 'red', 'grey', 'wood'));
alter table cart_line add constraint cart_line_seen_price check (seen_price_minor >= 0);

alter table "order" drop constraint order_total_is_goods_less_discount;
alter table "order"
  add constraint order_total_is_goods_less_discount_and_delivery
    check (total_minor = goods_minor - discount_minor + delivery_minor
      and discount_minor >= 0 and goods_minor >= 0 and delivery_minor >= 0),
  add constraint order_delivery_method check (delivery_method in ('standard', 'express')),
  add constraint order_country check (country ~ '^[A-Z]{2}$');

alter table address add constraint address_country check (country ~ '^[A-Z]{2}$');
create unique index address_one_default on address (user_id) where is_default;
create unique index restock_request_one_open on restock_request (variant_id, email) where notified_at is null;

-- The first consonants of the Hangul in a text, everything else left out: 청자 대접 gives ㅊㅈㄷㅈ.
create function korean_initials(words text) returns text language sql immutable strict parallel safe as $$
  select coalesce(string_agg(
    substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(letter) - 44032) / 588 + 1, 1), '' order by place), '')
  from regexp_split_to_table(words, '') with ordinality as letters (letter, place)
  where ascii(letter) between 44032 and 55203
$$;

-- What a product is found by is written with it, whoever writes it. The Korean name stands in it a second time without its
-- spaces, because Korean is often typed without them.
create function write_product_search() returns trigger language plpgsql as $$
begin
  new.initials := korean_initials(new.name_ko);
  select lower(concat_ws(' ', new.name_ko, replace(new.name_ko, ' ', ''), new.name_en, c.name_ko, c.name_en,
    new.description_ko, new.description_en))
  into new.search_text from category c where c.slug = new.category_slug;
  new.search_text := coalesce(new.search_text, '');
  return new;
end $$;
create trigger product_search before insert or update on product
  for each row execute function write_product_search();

create function write_category_search() returns trigger language plpgsql as $$
begin
  update product set search_text = '' where category_slug = new.slug;
  return null;
end $$;
create trigger category_search after update of name_ko, name_en on category
  for each row execute function write_category_search();

update product set search_text = '';
