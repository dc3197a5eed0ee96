import {plural} from "./plural.ts";

const count = (n: number, one: string, other: string) => plural("en", n, {one, other});

/** The brief's words in English. */
export const en = {
  brief: "Brief",
  asOf: (date: string) => `As known on ${date}`,
  made: "Made by Concord, an open observatory of economic integration. A number is true on a basis: whose books, what is counted, in which prices, as known when.",
  contents: "Contents",
  findings: "Findings",
  turnover: "Turnover by basis",
  checked: "The checked text",
  register: "What was agreed, and what came of it",
  methods: "How this was made",
  sources: "Sources",
  data: "Data",

  and: "and",

  findTurnover: (year: string, parties: string) => `In ${year} the turnover of ${parties} was`,
  findGrowth: (year: string, base: string) => `Change from ${base} to ${year}, worked out from the levels:`,
  findGap: (year: string, more: string, less: string, amount: string, percent: string, coverage: string) =>
    `For ${year}, ${more} show ${amount} (${percent}) more turnover in ${coverage} than ${less}`,
  gapOpen: "; rounding and words such as “almost” leave open whether they differ at all",
  findRecord: (year: string, amount: string, basis: string, since: string) =>
    `${year}, with ${amount}, is the highest year on ${basis}, current prices, ${since}`,
  sinceStart: (start: string) => `since the series starts in ${start}`,
  since: (year: string) => `since ${year}`,
  gapsStated: (years: string) => ` (no figures for ${years})`,
  noGaps: "",
  recordReal: (year: string, unit: string) => ` In ${unit} the highest year of the series is ${year}.`,
  findText: (total: number, title: string) => `Of ${count(total, "statement", "statements")} in “${title}”,`,
  findRow: (row: string, splices: number) =>
    ` The row ${row} is not one series: it changes basis ${splices === 1 ? "once" : `${splices} times`}.`,
  findSlip: (items: number, moved: number, title: string, first: string, last: string, days: string) =>
    `Of ${count(items, "item", "items")} in the register, dates due were moved for ${moved}; the furthest is “${title}”: first due ${first}, last ${last} (${days}).`,
  findNoSlip: (items: number, inForce: number) =>
    `Of ${count(items, "item", "items")} in the register, ${inForce} are in force or reported implemented.`,
  days: (n: number) => count(n, "day", "days"),

  turnoverLead:
    "Each column is one basis; numbers on different bases are not comparable. Growth is worked out within a column only.",
  chartNote:
    "Reported numbers are filled points, derived ones hollow, unverified ones crosses on dashed lines, forecasts dotted. Years without a number are gaps. The shaded band is the mirror gap between the two sides’ books.",
  notDrawn: (years: string) => `In the table only: ${years}.`,
  period: "Period",
  mirrorGap: "Mirror gap",
  gapHead: (unit: string) => `Mirror gap, ${unit} (per cent of the first)`,
  inUnit: (unit: string) => `In ${unit}`,
  changeNote: "Percentages are the change on the year before.",
  marks: {derived: "derived", unverified: "unverified: no source carries it", forecast: "forecast"},
  also: "also",
  noTurnover: "The pack holds no turnover of this pair.",
  highest: "Highest and lowest years",
  usedSources: (n: number) => `${count(n, "source", "sources")}, numbered at the end.`,

  checkedAgainst: (date: string) => `Checked as known on ${date}`,
  posted: (date: string) => `posted ${date}`,
  elided: "[…]",
  statement: "Statement",
  verdict: "Verdict",
  holdsOn: "Holds on",
  failsOn: "Does not hold on",
  today: (verdict: string) => `as known today: ${verdict}`,
  noText: "The pack names no document to check.",
  noClaims: "No checkable statement was found in the text.",
  rowHead: "The row of numbers",
  rowMixed: (splices: number) => `Not one series: the fewest changes of basis that explain it are ${splices}.`,
  rowOne: "One basis holds every number of the row.",
  rowStep: "basis it stands on",
  noBasis: "no basis holds it",
  implied: "change it implies",
  onBasis: (basis: string) => `change on ${basis}`,
  spliceNote:
    "The thick line is the row as quoted, with its rounding as a grey bar; ≠ marks where it changes basis. The axis does not start at 0.",

  registerLead:
    "A stage is what sources report; “verified” needs evidence independent of the parties or of tier 1 or 2. Of several parties the last one counts.",
  timelineNote:
    "Bars begin at the first dated stage and end where the evidence ends; they darken with the stages, whose numbers stand on them. Filled diamonds are dates due, hollow ones dates that were moved, hatching the slip. Dashed discs are unverified; the dashed line is the day of knowledge.",
  countHead: "Items by stage",
  kind: "Kind",
  total: "All",
  item: "Item",
  stage: "Stage",
  sinceHead: "Since",
  due: "Due",
  slip: "Slip",
  firstDue: "first",
  passed: (days: string) => `passed ${days} ago`,
  undated: "No dated stage on file",
  noRegister: "The pack holds no register.",
  conflicts: "Statements that differ",
  conflictsLead: "Side by side; none is preferred.",

  unverifiedTitle: "title not verified",
  retrieved: (date: string) => `retrieved ${date}`,
  tier: (n: number) => `tier ${n}`,
  further: "Further sources of the pack, not cited above",
  sourcesLead: "Tiers: 1 legal text, 2 official statistics, 3 official statement, 4 press, 5 other.",
  dataLead:
    "The figures, the register and the verdicts behind this page, as tables with a basis in every row. The page also carries its figures as JSON-LD (schema.org Dataset).",
  figuresFile: "Figures",
  registerFile: "Register",
  verdictsFile: "Verdicts",
  rows: (n: number) => count(n, "row", "rows"),
  notEmbedded: "The tables are too large to be carried in this page; they are in the pack.",
  licence: (licence: string) => `Licence of the data: ${licence}.`
} as const;
