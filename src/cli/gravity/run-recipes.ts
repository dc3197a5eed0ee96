import {ConcordError} from "../../base/errors.ts";
import {type Recipe, recipes} from "../../gravity/recipes.ts";
import {type CliContext, stdoutScreen, writeJson, writeText} from "../context.ts";
import type {Screen} from "../terminal/output.ts";
import {wrap} from "../terminal/width.ts";
import type {RecipesFlags} from "./flags.ts";
import {gravityWords} from "./words.ts";

/** Answers `concord gravity recipes`. */
export function runRecipes(this: CliContext, {language, color, json}: RecipesFlags, name?: string): void {
  const found = recipes.filter((recipe) => name === undefined || recipe.name === name);
  if (found.length === 0)
    throw new ConcordError("invalid_query", `Recipe "${name}" is not known`, {
      details: {hint: `the recipes are ${recipes.map((recipe) => recipe.name).join(", ")}`}
    });
  if (json) {
    writeJson(this, found);
    return;
  }
  const screen = stdoutScreen(this, color);
  writeText(this, found.map((recipe) => recipeText(recipe, language, screen)).join("\n\n"));
}

function recipeText(recipe: Recipe, language: RecipesFlags["language"], {width, style}: Screen): string {
  const words = gravityWords[language];
  const lines = [
    `${style.bold(recipe.name)} – ${recipe.title[language]}`,
    wrap(`  ${recipe.about[language]}`, width, "  "),
    wrap(`  ${words.columns}: ${recipe.columns.join(", ")}`, width, "  "),
    style.dim(wrap(`  ${words.source}: ${recipe.source}`, width, "  ")),
    `  concord gravity DATA \\`,
    ...optionsOf(recipe).map((option, index, all) => `    ${option}${index < all.length - 1 ? " \\" : ""}`)
  ];
  return lines.join("\n");
}

function optionsOf({formula, family, lets, where, clusters, totals}: Recipe): string[] {
  return [
    ...lets.map((text) => `--let "${text}"`),
    ...(where ? [`--where "${where}"`] : []),
    ...(family === "ols" ? ["--family ols"] : []),
    ...(clusters.length > 0 ? [`--cluster "${clusters.join(" + ")}"`] : []),
    ...totals.map((names) => `--total "${names.join(" + ")}"`),
    `--formula "${formula}"`
  ];
}
