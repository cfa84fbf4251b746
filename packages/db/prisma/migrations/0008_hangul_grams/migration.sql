-- AlterTable
ALTER TABLE "product" ADD COLUMN     "search_grams" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateIndex
CREATE INDEX "product_search_grams_idx" ON "product" USING GIN ("search_grams");

-- What follows Prisma's schema language cannot say.

drop index product_hangul_idx;
drop function hangul_grams(text);

-- The letters and the pairs of letters of the Hangul in a text, each as its own number: a letter by its place among the
-- 11172 syllables, counted down from -1, a pair by both places. Trigrams find no Korean in a database whose locale is C,
-- and Korean words of one and two letters have none anywhere.
create function hangul_grams(words text) returns integer[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct gram), '{}') from (
    select unnest(array[-1 - place, case when next between 0 and 11171 then place * 11172 + next end]) as gram
    from (
      select ascii(letter) - 44032 as place, lead(ascii(letter) - 44032) over (order by at) as next
      from regexp_split_to_table(words, '') with ordinality as letters (letter, at)
    ) places
    where place between 0 and 11171
  ) grams where gram is not null
$$;

create or replace function write_product_search() returns trigger language plpgsql as $$
begin
  new.initials := korean_initials(new.name_ko);
  select lower(concat_ws(' ', new.name_ko, replace(new.name_ko, ' ', ''), new.name_en, c.name_ko, c.name_en,
    new.description_ko, new.description_en))
  into new.search_text from category c where c.slug = new.category_slug;
  new.search_text := coalesce(new.search_text, '');
  new.search_grams := hangul_grams(new.search_text);
  return new;
end $$;

-- Only what is found by it makes it be written anew: a price that changes does not.
drop trigger product_search on product;
create trigger product_search
  before insert or update of name_ko, name_en, description_ko, description_en, category_slug, search_text on product
  for each row execute function write_product_search();

update product set search_text = '';
