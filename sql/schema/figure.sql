-- Figures in the flat form of figures.csv; one row a figure of a pack.
-- Ids are unique: the packs are checked before a load, so no index is kept.
create table figure (
  pack            integer   not null,  -- ordinal of the pack
  position        integer   not null,  -- order within the pack, from 0
  id              varchar   not null,
  indicator       varchar   not null,
  kind            varchar   not null,  -- level | change | ratio | share | count | price
  about           varchar,             -- register item that is measured
  economy         varchar,
  partner         varchar,
  reporter        varchar,             -- whose books
  coverage        varchar,             -- goods | services | goods+services | unstated
  valuation       varchar,             -- fob | cif | mixed | unstated
  prices          varchar,             -- current | constant:YEAR:SERIES
  unit            varchar   not null,
  product         varchar,             -- SCHEME:CODE; null for the total
  period          varchar   not null,
  base            varchar,             -- what a change is measured from
  value           double,              -- in plain units; null with a reason in status
  bound           varchar   not null,
  step            double,
  low             double,
  high            double,
  of_numerator    double,
  of_denominator  double,
  of_rule         varchar,
  status          varchar   not null,
  stage           varchar,
  evidence        varchar   not null,  -- sourced | derived | unverified
  known           varchar   not null,  -- date of any precision
  sources         varchar[] not null,
  formula         varchar,
  inputs          varchar[],
  note            varchar,
  known_day       integer   not null,  -- latest day of known, in days since 1970-01-01
  check (value is not null or status in ('closed', 'missing'))
);
