import type { AskingText } from '../page/asking-texts.ts';
import { findDrawnGrid } from '../page/drawn-grid.ts';
import type { FoundGrid } from '../page/found-grid.ts';
import { pairGrids } from '../page/pair-grids.ts';
import { createQuestionList } from '../page/question-list.ts';
import { createTextReader } from '../page/text-reader.ts';

/** All questions of the page as it is now, whether they have a grid or not. */
function questionsNow(): readonly AskingText[] {
  const list = createQuestionList();
  const reader = createTextReader([document], () => true, true);
  reader.noteAll();
  while (!reader.read(list.take).isDone);
  return list.current();
}

/** All grids that are asked about on the page as it is now. */
export async function findNow(): Promise<FoundGrid[]> {
  const { found, open } = pairGrids(questionsNow(), [], Infinity);
  const drawn = await Promise.all(open.map(({ asking, pictures }) => findDrawnGrid(asking, pictures)));
  return [...found, ...drawn.filter((grid) => grid !== undefined)];
}
