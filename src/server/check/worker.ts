import {parentPort, workerData} from "node:worker_threads";
import {checkDocument} from "../../claims/check.ts";
import type {CheckInput} from "./apart.ts";

/** Checks the one text that it was started for, gives the answer, and ends. */
const {text, options} = workerData as CheckInput;
parentPort?.postMessage(checkDocument(text, options));
