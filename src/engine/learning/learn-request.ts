import * as v from 'valibot';
import { describeIssue } from '../describe-issue.ts';

const learnSchema = v.object({
  gridId: v.string(),
  tiles: v.pipe(
    v.array(
      v.object({
        slot: v.pipe(v.number(), v.integer(), v.minValue(0)),
        isRight: v.boolean(),
        source: v.picklist(['corrected', 'confirmed']),
      }),
    ),
    v.minLength(1, 'expected at least 1 tile, found 0'),
  ),
});

/** What is wrong with a request to learn, in one sentence; undefined when nothing is. */
export function findLearnFault(request: unknown): string | undefined {
  const result = v.safeParse(learnSchema, request, { abortEarly: true });
  return result.success ? undefined : describeIssue(result.issues[0]);
}
