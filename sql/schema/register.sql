-- The register; one row an entity, item, assertion or link of a pack, whole as JSON in record.
create table entity (
  pack      integer not null,
  position  integer not null,
  id        varchar not null,
  kind      varchar not null,
  record    varchar not null
);

create table item (
  pack      integer not null,
  position  integer not null,
  id        varchar not null,
  kind      varchar not null,
  record    varchar not null
);

create table assertion (
  pack       integer not null,
  position   integer not null,
  id         varchar not null,
  item       varchar not null,
  field      varchar not null,
  known_day  integer not null,  -- latest day of saidAt, else of validAt, in days since 1970-01-01
  record     varchar not null
);

create table link (
  pack         integer not null,
  position     integer not null,
  source_end   varchar not null,  -- from
  relation     varchar not null,
  target_end   varchar not null   -- to
);
