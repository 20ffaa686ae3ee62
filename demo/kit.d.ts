/**
 * What the demo pages share. They are scripts, not modules, so that a page also works when it is opened straight from
 * the disk, where browsers refuse modules.
 */

type Thing = string;

interface DemoTile {
  readonly thing: Thing;
  /** Address of its picture, relative to the page. */
  readonly src: string;
  /** Whether it shows what the page asks for. */
  readonly right: boolean;
}

interface Deal {
  /** One thing, or several. */
  readonly ask: Thing | readonly Thing[];
  /** Things among which it is hidden. */
  readonly others: readonly Thing[];
  readonly size: number;
  /** How many tiles show what is asked for; of several things, how many show each. */
  readonly right: number;
}

interface Quiz {
  /** Selects a tile, or takes the selection back; whether it is selected now. Positions count from 0. */
  toggle(position: number): boolean;
  isSelected(position: number): boolean;
}

interface DemoKit {
  /** Numbers in [0, 1) from the page's `?seed=`, 1 without it. */
  readonly seed: number;
  readonly random: () => number;
  shuffle<T>(items: readonly T[]): T[];
  /** Tiles in shuffled order, no picture twice. */
  deal(deal: Deal): DemoTile[];
  /**
   * Keeps the selection, tells it as `<body data-selected="1 4">` (positions from 1) whenever it changes, and judges
   * it when the person presses `#check`: `<output id="verdict" data-result="open|right|wrong">`. Both are looked for
   * under `root`, the document unless given.
   */
  quiz(right: readonly boolean[], root?: ParentNode): Quiz;
  /** The judging alone, for a page whose tiles change. */
  judge(isRight: () => boolean, root?: ParentNode): { reopen(): void };
}

interface PictureQuilt {
  readonly file: string;
  readonly columns: number;
  readonly things: readonly Thing[];
}

declare var demo: DemoKit;
declare var PICTURES: Readonly<Record<Thing, readonly string[]>>;
declare var QUILTS: readonly PictureQuilt[];
