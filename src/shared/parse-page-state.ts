import * as v from 'valibot';
import type { PageState } from './messages.ts';

const phases = ['idle', 'scoring', 'suggested', 'clicked', 'left-alone', 'failed', 'cancelled'] as const;

const number = v.number();
const text = v.exactOptional(v.string());
const positions = v.exactOptional(v.array(number));

const engineTimes = v.object({ queue: number, text: number, prepare: number, image: number, decide: number });
const box = v.object({ x: number, y: number, width: number, height: number });
const tile = v.object({ probability: number, state: v.picklist(['yes', 'unsure', 'no']) });

const one = {
  phase: v.picklist(phases),
  question: text,
  text,
  message: text,
  gridId: text,
  boxes: v.exactOptional(v.array(box)),
  rows: v.exactOptional(number),
  columns: v.exactOptional(number),
  tiles: v.exactOptional(v.array(tile)),
  selected: positions,
  clicked: positions,
  backend: text,
  times: v.exactOptional(
    v.object({ find: number, crop: number, roundTrip: number, engine: engineTimes, click: number }),
  ),
};

export const pageStateSchema = v.object({
  ...one,
  others: v.exactOptional(v.array(v.object(one))),
}) satisfies v.GenericSchema<unknown, PageState>;

/** Undefined for what is not the state of a page, as a frame without a listener answers. */
export function parsePageState(value: unknown): PageState | undefined {
  const result = v.safeParse(pageStateSchema, value);
  return result.success ? result.output : undefined;
}
