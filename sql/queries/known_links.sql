-- Links both ends of which are public by a day, in the packs' order; one row a link. Only assertions and figures
-- have a day of their own; items and entities are always known.
-- $known_day integer
with

unknown_ends as (
  select id from assertion where known_day > $known_day
  union all
  select id from figure where known_day > $known_day
)

select source_end, relation, target_end
from link
where source_end not in (select id from unknown_ends)
  and target_end not in (select id from unknown_ends)
order by pack, position
