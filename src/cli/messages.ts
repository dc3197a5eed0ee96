import {type ApplicationText, ArgumentScannerError, text_en} from "@stricli/core";
import {ConcordError} from "../base/errors.ts";

/** The line that says what failed and, below it, the line that says what to do. */
function errorMessage(error: unknown, hint: string): string {
  if (error instanceof ConcordError) return lines(error.message, String(error.details.hint ?? hint));
  const message = error instanceof Error ? error.message : String(error);
  return lines(
    `Unexpected: ${message}`,
    `this is a fault in Concord; please report it with the command and ${trace(error)}`
  );
}

function lines(message: string, hint: string): string {
  return `error: ${message.replace(/\s*\n\s*/g, " ")}\n       ${hint}`;
}

/** Where in the code, in short: a stack is more than one line, and the rest of it rarely helps. */
function trace(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const place = /^\s+at (.+)$/m.exec(stack)?.[1];
  return place ? `"at ${place.replace(/file:\/\/\S*\/(?=src|dist)/, "")}"` : "what it printed";
}

/** The application's texts; `command` is the one that was asked for, so that the hint names its help. */
export function messages(command: string | undefined): ApplicationText {
  const help = `see \`${["concord", command].filter((word) => word !== undefined).join(" ")} --help\``;
  return {
    ...text_en,
    headers: {usage: "Usage", aliases: "Also", commands: "Commands", flags: "Options", arguments: "Arguments"},
    briefs: {
      ...text_en.briefs,
      help: "Show this help",
      helpAll: "Show this help with hidden options",
      version: "Show the version"
    },
    noCommandRegisteredForInput: ({input, corrections}) =>
      lines(
        `"${input}" is not a command`,
        corrections.length > 0 ? `did you mean ${corrections.map(unquoted).join(" or ")}?` : "see `concord --help`"
      ),
    exceptionWhileParsingArguments: (error) =>
      error instanceof ArgumentScannerError ? lines(kebab(usageMessage(error)), help) : errorMessage(error, help),
    exceptionWhileLoadingCommandFunction: (error) => errorMessage(error, help),
    exceptionWhileLoadingCommandContext: (error) => errorMessage(error, help),
    exceptionWhileRunningCommand: (error) => errorMessage(error, help),
    commandErrorResult: (error) => errorMessage(error, help)
  };
}

/** What the framework says of an argument, with the parser's own words where it has some. */
function usageMessage(error: ArgumentScannerError): string {
  const parsed = error as ArgumentScannerError & {exception?: unknown; externalFlagNameOrPlaceholder?: string};
  if (!(parsed.exception instanceof Error)) return error.message;
  return `${optionName(parsed.externalFlagNameOrPlaceholder)}: ${parsed.exception.message}`;
}

/** The framework suggests options by their names in code. */
function kebab(message: string): string {
  return message.replace(/--\w+/g, (option) => option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
}

function optionName(name: string | undefined): string {
  if (name === undefined) return "Argument";
  return name === name.toUpperCase() || name.includes(" ") ? name : `--${name}`;
}

function unquoted(name: string): string {
  return `\`concord ${name.replaceAll("`", "")}\``;
}
