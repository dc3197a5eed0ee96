-- Evidence records; one row a source of a pack.
create table source (
  pack            integer not null,
  position        integer not null,
  id              varchar not null,
  url             varchar not null,
  title           varchar,
  publisher       varchar not null,
  language        varchar not null,
  published       varchar,
  retrieved       varchar not null,
  locator         varchar,
  tier            integer not null,  -- 1 legal text, 2 official statistics, 3 official statement, 4 press, 5 other
  quote           varchar,
  sha256          varchar,
  independent_of  varchar[]
);
