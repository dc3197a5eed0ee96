import {checkText, ensureStore, itemState, makeGazetteer, readKnowledge, turnover} from "@concord-observatory/concord";

const store = await ensureStore(["packs/union-state"]); // loads the pack, unless it is loaded
const engine = await store.open();
const knowledge = await readKnowledge(engine, {asOf: "2024-02-23"}); // what was public by that day
engine.close();

const text = "Trade turnover of Belarus and Russia grew to $50bn in 2022.";
for (const {text: said, verdict, why} of checkText(text, {posted: "2024-02-23", knowledge}).claims)
  console.log(`${said}: ${verdict}. ${why}`);

const naming = makeGazetteer(knowledge.register.entities);
const {series, gaps} = turnover(knowledge, {economy: "BLR", partner: "RUS", period: "2022"}, {naming});
for (const {label, figures} of series.slice(0, 2)) console.log(label, figures[0].value);
for (const {direction, absolute} of gaps.filter(({absolute}) => absolute !== null)) console.log(direction, absolute);

const {stage} = itemState(knowledge.register, "us.market.gas", {on: "2024-02-23", sources: knowledge.sources});
console.log(`common market of gas: ${stage}`);
