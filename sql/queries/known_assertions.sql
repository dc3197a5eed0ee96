-- Assertions said by a day, in the packs' order; one row an assertion.
-- $known_day integer
select record
from assertion
where known_day <= $known_day
order by pack, position
