import type { NotUnderstood, Question } from '../grid/asked-for.ts';
import { askingLine } from '../grid/asking-line.ts';
import { mayBeQuestion, readQuestion } from '../grid/read-question.ts';
import type { TextLine } from '../ocr/text-line.ts';
import type { Box } from '../shared/picture.ts';
import { mendTraditional } from './mend-traditional.ts';
import { nextLine, textBlocks, unite, type TextBlock } from './text-blocks.ts';

/** A request read from a picture. */
export interface FoundQuestion {
  /** As it stands in the picture: 请选择所有的公交车. */
  readonly question: string;
  readonly box: Box;
  readonly asked: Question | NotUnderstood;
}

/** All requests among lines of text; `grid` says how wide the text could run. */
export function findQuestions(lines: readonly TextLine[], grid: Box): FoundQuestion[] {
  const mended = lines.map(({ text, confidence, box }) => ({ text: mendTraditional(text), confidence, box }));
  const blocks = textBlocks(mended, grid);
  return blocks.flatMap((block) => {
    const following = nextLine(block, blocks);
    const found = read(block, following) ?? readAcross(block, following);
    return found === undefined ? [] : [found];
  });
}

function read(block: TextBlock, following: TextBlock | undefined): FoundQuestion | undefined {
  const alone = readQuestion(block.text);
  if (alone !== undefined) return { question: askingLine(block.text, alone), box: block.box, asked: alone };
  if (following === undefined) return undefined;
  const both = readQuestion(block.text, following.text);
  if (both === undefined) return undefined;
  return { question: `${block.text} ${following.text}`, box: unite(block.box, following.box), asked: both };
}

/** A request whose second half is larger or smaller than the first, and so is a block of its own. */
function readAcross(block: TextBlock, following: TextBlock | undefined): FoundQuestion | undefined {
  if (following === undefined || !mayBeQuestion(block.text) || readQuestion(following.text) !== undefined) {
    return undefined;
  }
  const text = `${block.text} ${following.text}`;
  const asked = readQuestion(text);
  return asked === undefined ? undefined : { question: text, box: unite(block.box, following.box), asked };
}
