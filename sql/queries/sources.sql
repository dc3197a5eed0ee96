-- All evidence records, in the packs' order; one row a source. No parameters.
select
  id, url, title, publisher, language, published, retrieved, locator, tier, quote, sha256, independent_of
from source
order by pack, position
