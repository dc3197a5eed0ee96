import {parentPort, workerData} from "node:worker_threads";
import {makeGazetteer} from "../../base/gazetteer.ts";
import {checkAnswer, checkForms} from "./answer.ts";
import type {CheckInput} from "./apart.ts";

/** Checks the one text that it was started for, gives the answer as it is to be sent, and ends. */
const {task, form} = workerData as CheckInput;
const gazetteer = makeGazetteer(task.knowledge.register.entities);
const body = new TextEncoder().encode(checkForms[form](checkAnswer(task, gazetteer)));
parentPort?.postMessage(body, [body.buffer]);
