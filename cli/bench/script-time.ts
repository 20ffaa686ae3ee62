import type { CDPSession } from 'playwright-core';
import * as v from 'valibot';

/** What a trace says of the script of one extension, in milliseconds of its thread. */
export interface ScriptTime {
  readonly total: number;
  /** The longest piece without a pause. */
  readonly longest: number;
}

/** A complete event of Chromium's trace format; times in microseconds. */
const eventSchema = v.object({
  ph: v.string(),
  pid: v.number(),
  tid: v.number(),
  ts: v.optional(v.number(), 0),
  dur: v.optional(v.number(), 0),
  tdur: v.optional(v.number()),
  args: v.optional(v.object({ data: v.optional(v.object({ url: v.optional(v.string()) })) })),
});
type TraceEvent = v.InferOutput<typeof eventSchema>;

const CATEGORIES = ['devtools.timeline'];
const MICROSECONDS = 1000;

/**
 * How long the scripts of an origin run while something happens, by the browser's own trace: every call from the
 * browser into them, observers, timers and idle callbacks among them.
 */
export async function scriptTime(
  session: CDPSession,
  origin: string,
  work: () => Promise<void>,
): Promise<ScriptTime> {
  const events: unknown[] = [];
  const collect = ({ value }: { value: unknown[] }): void => void events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  return sumCalls(events, origin);
}

/** Calls within calls count once, with the outer one. */
export function sumCalls(events: readonly unknown[], origin: string): ScriptTime {
  const calls = events
    .flatMap((event) => {
      const parsed = v.safeParse(eventSchema, event);
      return parsed.success ? [parsed.output] : [];
    })
    .filter(({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith(origin) === true)
    .toSorted((a, b) => a.ts - b.ts);
  const ends = new Map<string, number>();
  const times = calls.flatMap((call) => {
    const thread = `${call.pid}:${call.tid}`;
    if (call.ts < (ends.get(thread) ?? 0)) return [];
    ends.set(thread, call.ts + call.dur);
    return [timeOf(call)];
  });
  return { total: times.reduce((sum, time) => sum + time, 0), longest: Math.max(0, ...times) };
}

/** By the thread's own clock where the system has one, so that a busy machine makes no difference. */
function timeOf({ tdur, dur }: TraceEvent): number {
  return (tdur ?? dur) / MICROSECONDS;
}
