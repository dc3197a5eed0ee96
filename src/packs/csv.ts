export {type Csv, formatCsvRecord, parseCsv} from "../base/csv.ts";
