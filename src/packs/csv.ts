export {formatCsvRecord, parseCsv} from "../base/csv.ts";
