import { pickExample } from '../../grid/pick-example.ts';
import { boundsOf } from '../../grid/shape.ts';
import { aroundTiles } from '../page/around-tiles.ts';
import { layoutParent } from '../page/flat-tree.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import { boundsOfText } from '../page/locate-grid.ts';
import { createMeasurer } from '../page/measurer.ts';
import { createSurvey } from '../page/survey.ts';
import { tileShape, type Tile } from '../page/tile.ts';
import { isReachable, isShown } from '../page/visible.ts';
import { holds } from './tile-root.ts';

/** How far above what holds question and tiles the example may hang. Levels. */
const MOST_LEVELS = 2;

/** The picture near a question that shows what is asked for; undefined where none or more than one could. */
export function findExample({ asking, tiles }: FoundGrid): Tile | undefined {
  const measure = createMeasurer();
  const places = tiles.flatMap((tile) => {
    const shape = tileShape(tile, measure);
    return shape ? [boundsOf(shape)] : [];
  });
  const question = boundsOfText(asking);
  const survey = createSurvey(question);
  let scope: Element | undefined = aroundTiles(tiles);
  while (scope && !holds(scope, asking.element)) scope = layoutParent(scope);
  for (let level = 0; scope && level <= MOST_LEVELS; level += 1) {
    survey.add(scope);
    const shown = survey.boxes().filter(({ id, shape }) => {
      const element = survey.find(id)?.element;
      return element && isShown(element) && isReachable(element, shape);
    });
    const found = pickExample(shown, places, question);
    const surveyed = found && survey.find(found.id);
    if (surveyed) return { ...surveyed, elements: [surveyed.element], picture: surveyed.picture };
    scope = layoutParent(scope);
  }
  return undefined;
}
