import { percent } from '../own-pages/percent.ts';
import { translate, type MessageKey } from '../own-pages/translate.ts';
import type { Answer, LastSolve, TileState } from '../shared/protocol.ts';
import { TilePicture } from './tile-picture.tsx';

const stateNames = { yes: 'stateYes', unsure: 'stateUnsure', no: 'stateNo' } as const satisfies Record<
  TileState,
  MessageKey
>;
const stateMarks = { yes: '✓', unsure: '?', no: '' } as const satisfies Record<TileState, string>;

/** CSS pixels; tall enough to see what is on a tile, small enough for the slider to stay in view in 600. */
const TILE_WIDTH = 88;
const GRID_WIDTH = 264;

export function TileGrid({ solve, answer }: { readonly solve: LastSolve; readonly answer: Answer }) {
  const { columns } = solve.request;
  return (
    <ol
      class="tiles"
      aria-label={translate('tilesHeading')}
      style={{
        gridTemplateColumns: `repeat(${columns}, 1fr)`,
        maxWidth: `${Math.min(GRID_WIDTH, columns * TILE_WIDTH)}px`,
      }}
    >
      {answer.tiles.map(({ probability, chance = probability, state }, slot) => (
        <li key={slot} class={state}>
          <TilePicture
            image={solve.images[slot]}
            label={translate('tileLabel', slot + 1, percent(chance), translate(stateNames[state]))}
          />
          <span class="share" aria-hidden="true">
            {percent(chance)}
          </span>
          <span class="mark" aria-hidden="true">
            {stateMarks[state]}
          </span>
        </li>
      ))}
    </ol>
  );
}
