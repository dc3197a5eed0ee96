import {isPeriod} from "../base/period.ts";
import {type Assertion, stageSchema} from "../base/register.ts";
import {list, type Placed, type Report, show} from "./report.ts";

/** Notes what is wrong with one assertion beyond its schema; a figure in it is checked as figures are. */
export function checkAssertion({value: assertion, place}: Placed<Assertion>, report: Report): void {
  const {field, value, evidence, confidence} = assertion;
  if (evidence.length === 0 && confidence !== "unverified")
    report.note(place, ["evidence"], "nothing", `a source, or the confidence "unverified"`);
  if (assertion.translations && (typeof value !== "string" || field === "stage" || field === "due"))
    report.note(
      place,
      ["translations"],
      show(assertion.translations),
      "nothing, as the value is no text that people read"
    );
  if (field === "stage" && !stageSchema.safeParse(value).success)
    report.note(place, ["value"], show(value), list(stageSchema.options));
  if (field === "due" && !(typeof value === "string" && isPeriod(value)))
    report.note(place, ["value"], show(value), "a date or period as 2025-01-01, 2025-01 or 2025");
}
