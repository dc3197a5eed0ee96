-- The packs of the store in the order in which they were named; one row a pack. No parameters.
select name, title, version, licence, profile
from pack
order by ordinal
