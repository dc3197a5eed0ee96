export {ConcordError, type ErrorCode, formatViolation, type Violation} from "./base/errors.ts";
