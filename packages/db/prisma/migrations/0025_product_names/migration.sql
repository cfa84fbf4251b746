-- What Prisma's schema language cannot say: operators find a product by its names alone, in either language, without spaces
-- too. Latin words by their trigrams; Hangul is narrowed first by the grams that shoppers' search has.
create index product_names on product using gin (lower(name_ko || ' ' || replace(name_ko, ' ', '') || ' ' || name_en) gin_trgm_ops);
