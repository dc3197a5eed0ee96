-- What the file is, and the packs in it; one row a store, one row a pack.
create table store (
  format   integer not null,  -- version of these tables; a reader refuses a newer one
  content  varchar not null,  -- sha256 over the packs' files and these tables
  made_by  varchar not null
);

create table pack (
  ordinal  integer not null,  -- order in which the packs were named, from 0
  name     varchar not null,
  title    varchar not null,
  version  varchar not null,
  licence  varchar not null,
  profile  varchar not null   -- JSON: economies, document, indicators, recordedTo
);
