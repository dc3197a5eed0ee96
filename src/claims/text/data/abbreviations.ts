const inner =
  "mr mrs ms dr prof gen sen rep gov st no nos vs approx ca fig art sec vol ch pp p ed eds inc ltd co jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k e.g i.e cf al u.n s.a " +
  "им ул д стр п пп ст гл рис см напр т.е т.н т.к проф акад гос г-н г-жа обл р-н куб кв янв фев февр мар апр авг сент окт нояб дек ок св";
const final = "bn mln m etc тыс млн млрд трлн долл руб проц гг г т.д т.п др пр коп чел шт евро км кг a.m p.m";

/** Words that a point may follow inside a sentence: "inner" never end one, "final" do when a capital letter follows. */
export const abbreviations: ReadonlyMap<string, "inner" | "final"> = new Map([
  ...inner.split(" ").map((word) => [word, "inner"] as const),
  ...final.split(" ").map((word) => [word, "final"] as const)
]);
