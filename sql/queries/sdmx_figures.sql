-- Figures of some statuses with all their vintages, in the order of SDMX series; one row a figure.
-- Rows of a series stand together, by period, then by the day they became known. A publisher that states several figures
-- on one basis, for one period, on one day, states them as statement 1, 2, ….
-- $statuses varchar[]
with

publisher as (
  select id, any_value(publisher) as publisher
  from source
  group by id
),

stated as (
  select
    figure.*,
    publisher.publisher,
    case
      when contains(period, '/') then '_O'
      when regexp_matches(period, '^\d{4}$') then 'A'
      when regexp_matches(period, '^\d{4}-?[SH]\d$') then 'S'
      when regexp_matches(period, '^\d{4}-?Q\d$') then 'Q'
      when regexp_matches(period, '^\d{4}-\d{2}-\d{2}$') then 'D'
      else 'M'
    end as freq
  from figure
  left join publisher on publisher.id = figure.sources[1]
  where status = any($statuses)
),

numbered as (
  select
    *,
    row_number() over (
      partition by
        freq, indicator, kind, economy, partner, reporter, coverage, valuation, product, prices, unit, about, base,
        publisher, period, known_day
      order by pack, position
    ) as statement
  from stated
)

select
  id, indicator, kind, about, economy, partner, reporter, coverage, valuation, prices, unit, product,
  period, base, value, bound, step, low, high, of_numerator, of_denominator, of_rule,
  status, stage, evidence, known, sources, formula, inputs, note, publisher, statement::integer as statement
from numbered
order by
  freq, indicator, kind, economy, partner, reporter, coverage, valuation, product, prices, unit, about, base,
  publisher, statement, period, known_day, pack, position
