import type { MessageKey } from '../own-pages/translate.ts';
import type { SolveTimes } from '../shared/solve-times.ts';

/** The steps of a solve in their order, none counted twice: the round trip less what the engine did in it. */
export function stepTimes(times: SolveTimes): readonly (readonly [MessageKey, number])[] {
  const { queue, text, prepare, image, decide } = times.engine;
  const transport = Math.max(0, times.roundTrip - (queue + text + prepare + image + decide));
  return [
    ['timeFind', times.find],
    ['timeCrop', times.crop],
    ['timeTransport', transport],
    ['timeQueue', queue],
    ['timeText', text],
    ['timePrepare', prepare],
    ['timeImage', image],
    ['timeDecide', decide],
    ['timeClick', times.click],
  ];
}
