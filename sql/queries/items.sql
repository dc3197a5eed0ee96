-- Register items, in the packs' order; one row an item. No parameters.
select record
from item
order by pack, position
