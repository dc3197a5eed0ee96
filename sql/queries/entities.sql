-- Entities that the packs add, in the packs' order; one row an entity. No parameters.
select record
from entity
order by pack, position
