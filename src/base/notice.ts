import {z} from "zod";

/** What was left aside or is doubtful in the input, said once for each kind. */
export const noticeSchema = z.strictObject({
  code: z.string(),
  text: z.string(),
  count: z.int(),
  examples: z.array(z.string())
});
export type Notice = z.infer<typeof noticeSchema>;
