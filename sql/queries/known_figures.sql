-- Figures public by a day, in the packs' order; one row a figure.
-- A figure passes $economies when every economy it names, as economy or as partner, is among them.
-- $known_day integer, $indicators varchar[] or null for all, $economies varchar[] or null for all
with

known_figures as (
  select *
  from figure
  where known_day <= $known_day
)

select
  id, indicator, kind, about, economy, partner, reporter, coverage, valuation, prices, unit, product,
  period, base, value, bound, step, low, high, of_numerator, of_denominator, of_rule,
  status, stage, evidence, known, sources, formula, inputs, note
from known_figures
where ($indicators is null or indicator = any($indicators))
  and ($economies is null or economy is null or economy = any($economies))
  and ($economies is null or partner is null or partner = any($economies))
order by pack, position
