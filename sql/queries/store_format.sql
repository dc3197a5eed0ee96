-- What the store is; one row. No parameters.
select format, content, made_by
from store
