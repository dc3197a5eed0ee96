import {type Application, buildApplication, buildRouteMap} from "@stricli/core";
import {briefCommand} from "./brief.ts";
import {checkCommand} from "./check.ts";
import type {CliContext} from "./context.ts";
import {diffCommand} from "./diff.ts";
import {exitCodeOfError} from "./exit-codes.ts";
import {gravityRoutes} from "./gravity.ts";
import {messages} from "./messages.ts";
import {packRoutes} from "./pack.ts";
import {pullRoutes} from "./pull.ts";
import {serveCommand} from "./serve.ts";
import {simulateRoutes} from "./simulate.ts";
import {sourceRoutes} from "./source.ts";
import {startCommand} from "./start.ts";
import {turnoverCommand} from "./turnover.ts";
import {packageVersion} from "./version.ts";

const routes = {
  start: startCommand,
  turnover: turnoverCommand,
  check: checkCommand,
  gravity: gravityRoutes,
  brief: briefCommand,
  simulate: simulateRoutes,
  serve: serveCommand,
  pack: packRoutes,
  pull: pullRoutes,
  diff: diffCommand,
  source: sourceRoutes
};

/** The `concord` application; `inputs` are what it will be run with, so that errors can name the help to read. */
export function makeApp(inputs: readonly string[]): Application<CliContext> {
  return buildApplication(
    buildRouteMap({
      routes,
      docs: {
        brief: "Concord: every number with its basis, every claim with its evidence",
        fullDescription: [
          "Concord reads official statistics and public agreements of two or more",
          "economies and answers questions about them, each with its evidence. A number",
          "is true on a basis – whose books, goods or services, which valuation, prices",
          "and vintage – so no number is shown without it.",
          "",
          "Examples",
          "  concord turnover BLR RUS --pack packs/union-state",
          "  concord check article.txt --pack packs/union-state",
          "  concord simulate energy docs/examples/energy/gas.json",
          '  concord gravity trade.csv --formula "trade ~ rta | exporter^year + importer^year"',
          "  concord brief packs/union-state -o concord-report.html",
          "  concord serve",
          "  concord pack new kenya-uganda --economy KEN --economy UGA",
          "",
          "Exit codes: 0 it ran, whatever it found; 1 bad data; 2 bad usage."
        ].join("\n")
      }
    }),
    {
      name: "concord",
      versionInfo: {currentVersion: packageVersion()},
      determineExitCode: exitCodeOfError,
      scanner: {caseStyle: "allow-kebab-for-camel"},
      documentation: {caseStyle: "convert-camel-to-kebab", onlyRequiredInUsageLine: true},
      localization: {text: messages(commandIn(inputs))}
    }
  );
}

/** The command that inputs begin with: "turnover", "simulate energy"; undefined where they begin with none. */
function commandIn([first, second]: readonly string[]): string | undefined {
  const route = first !== undefined && Object.hasOwn(routes, first) ? routes[first as keyof typeof routes] : undefined;
  if (!route) return undefined;
  const isGroup = "getRoutingTargetForInput" in route;
  const isKnown = isGroup && second !== undefined && route.getAllEntries().some(({name}) => name.original === second);
  return isKnown ? `${first} ${second}` : first;
}
