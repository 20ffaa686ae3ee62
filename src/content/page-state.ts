import { boundsOf } from '../grid/shape.ts';
import type { PageState } from '../shared/messages.ts';
import { createMeasurer } from './page/measurer.ts';
import { tileShape } from './page/tile.ts';
import type { GridSession } from './session/grid-session.ts';

function boxesOf(session: GridSession): NonNullable<PageState['boxes']> {
  const measure = createMeasurer();
  return session.found().tiles.map((tile) => {
    const shape = tileShape(tile, measure);
    if (!shape) return { x: 0, y: 0, width: 0, height: 0 };
    const { left, top, right, bottom } = boundsOf(shape);
    return { x: left, y: top, width: right - left, height: bottom - top };
  });
}

/** A session as the popup and the command line see it. */
export function pageStateOf(session: GridSession, find: number): PageState {
  const { phase, message, answer, clicked, crop, roundTrip, click } = session.view();
  const { asking, rows, columns } = session.found();
  return {
    phase,
    question: asking.question,
    ...(asking.asked.kind === 'question' ? { text: asking.asked.text } : {}),
    message,
    gridId: session.id,
    boxes: boxesOf(session),
    rows,
    columns,
    clicked: clicked.map((index) => index + 1),
    ...(answer && {
      tiles: answer.tiles.map(({ probability, state }) => ({ probability, state })),
      selected: answer.selected,
      backend: answer.backend,
      times: { find, crop, roundTrip, engine: answer.times, click },
    }),
  };
}
