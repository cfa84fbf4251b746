-- AlterTable
ALTER TABLE "product" ADD COLUMN     "price_high_minor" BIGINT,
ADD COLUMN     "price_low_minor" BIGINT;

-- CreateIndex
CREATE INDEX "product_published_price_low_minor_position_id_idx" ON "product"("published", "price_low_minor", "position", "id");

-- What follows Prisma's schema language cannot say.

-- What a list is sorted and filtered by: the lowest and the highest price that a product is offered at, null where nothing
-- of it is for sale. The product is locked first, so that two writers of its variants do not each miss the other's.
create function write_product_prices() returns trigger language plpgsql as $$
declare
  touched text;
begin
  foreach touched in array
    case tg_op when 'INSERT' then array[new.product_id] when 'DELETE' then array[old.product_id]
      else array[old.product_id, new.product_id] end
  loop
    perform 1 from product where id = touched for update;
    update product p set price_low_minor = o.low, price_high_minor = o.high
    from (select min(price_minor) as low, max(price_minor) as high from variant where product_id = touched and active) o
    where p.id = touched
      and (p.price_low_minor is distinct from o.low or p.price_high_minor is distinct from o.high);
  end loop;
  return null;
end $$;
create trigger variant_prices after insert or delete or update of price_minor, active, product_id on variant
  for each row execute function write_product_prices();

update product p set price_low_minor = o.low, price_high_minor = o.high
from (select product_id, min(price_minor) as low, max(price_minor) as high from variant where active group by product_id) o
where o.product_id = p.id;

-- Single letters and pairs of letters of the Hangul in a text. Trigrams find no Korean in a database whose locale is C,
-- and Korean words of one and two letters have none anywhere. The cost keeps the planner from computing it row by row.
create function hangul_grams(words text) returns text[] language sql immutable strict parallel safe cost 100000 as $$
  select coalesce(array_agg(distinct gram), '{}') from (
    select substr(run[1], place, size) as gram
    from regexp_matches(words, '([가-힣]+)', 'g') as runs (run), generate_series(1, 2) as size,
      generate_series(1, length(run[1]) - size + 1) as place
  ) grams
$$;
create index product_hangul_idx on product using gin (hangul_grams(search_text));

-- Tells every process that remembers something of the catalogue what changed, once the change is committed.
-- `product:<id>` something of a product that lists are made of; `few:<id>` only how many there are, so few that shoppers
-- are told the number; `stock:<id>` only how many there are; `catalogue` anything.
create function tell_catalogue_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'category' then
    perform pg_notify('catalogue_changed', 'catalogue');
  elsif tg_table_name = 'product' then
    perform pg_notify('catalogue_changed', 'product:' || coalesce(new.id, old.id));
  else
    perform pg_notify('catalogue_changed', 'product:' || coalesce(new.product_id, old.product_id));
    if tg_op = 'UPDATE' and new.product_id is distinct from old.product_id then
      perform pg_notify('catalogue_changed', 'product:' || old.product_id);
    end if;
  end if;
  return null;
end $$;
create trigger category_change after insert or delete or update on category
  for each row execute function tell_catalogue_change();
create trigger product_change after insert or delete on product
  for each row execute function tell_catalogue_change();
create trigger product_update after update on product
  for each row when (old.* is distinct from new.*) execute function tell_catalogue_change();
create trigger variant_change after insert or delete or update on variant
  for each row execute function tell_catalogue_change();
create trigger picture_change after insert or delete or update on picture
  for each row execute function tell_catalogue_change();

create function tell_stock_change() returns trigger language plpgsql as $$
declare
  before int := case when tg_op = 'INSERT' then 0 else old.available end;
  after int := case when tg_op = 'DELETE' then 0 else new.available end;
  kind text := case when (before > 0) <> (after > 0) then 'product' when least(before, after) <= 5 then 'few' else 'stock' end;
begin
  perform pg_notify('catalogue_changed', kind || ':' || v.product_id)
  from variant v where v.id = case when tg_op = 'DELETE' then old.variant_id else new.variant_id end;
  return null;
end $$;
create trigger stock_change after insert or delete on stock
  for each row execute function tell_stock_change();
create trigger stock_update after update on stock
  for each row when (old.available is distinct from new.available) execute function tell_stock_change();
