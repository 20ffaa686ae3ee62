import { boundsOf, unionOf, type Bounds, type Shape } from '../../grid/shape.ts';
import { boundsOfText } from '../page/locate-grid.ts';
import { createMeasurer } from '../page/measurer.ts';
import { tileShape } from '../page/tile.ts';
import { isOrder } from '../session/ask-of.ts';
import { corrected } from '../session/corrections.ts';
import type { GridSession } from '../session/grid-session.ts';
import { isCorrectable } from '../session/is-correctable.ts';
import { suggestedBy } from '../session/present-answer.ts';
import { words } from '../words.ts';
import { createGridOutlines, type OutlinedTile } from './grid-outlines.ts';
import type { OverlayHost } from './overlay-host.ts';
import { createPanel } from './panel.ts';
import { clipOf, sharedScrollers } from './scroll-clip.ts';
import { createTileToggles, type ToggledTile } from './tile-toggles.ts';

export interface GridOverlay {
  readonly draw: () => void;
  /** Follows the tiles; true when anything has moved since the last call. */
  readonly follow: () => boolean;
  /** Whether the first or the last tile has moved since the last call of `follow`: a cheap look. */
  readonly isMoved: () => boolean;
  readonly remove: () => void;
}

function outlined(session: GridSession): OutlinedTile[] {
  const { phase, answer, pending, corrections } = session.view();
  return session.found().tiles.map((_, index) => {
    const verdict = answer?.tiles[index];
    const said = corrections.get(index);
    if (said !== undefined) return { state: said ? 'yes' : 'no', probability: undefined };
    if (phase === 'scoring' && pending.length === 0)
      return { state: 'looking', probability: verdict?.probability };
    if (phase === 'failed' || !verdict || answer.outcome === 'unknown-word')
      return { state: 'plain', probability: undefined };
    const place = isOrder(session.found()) ? answer.selected.indexOf(index + 1) + 1 : undefined;
    return { state: verdict.state, probability: verdict.probability, place };
  });
}

function spoken(session: GridSession, asked: string): string {
  const { phase, pending, message } = session.view();
  if (phase === 'scoring') return '';
  const say = words();
  if (phase !== 'suggested') return `${asked}: ${message}`;
  const positions = pending.map((index) => index + 1).join(', ');
  return `${session.found().asking.question} ${say.chosen(positions)} ${say.hint}`;
}

function toggledTiles(session: GridSession): ToggledTile[] {
  const { answer, corrections } = session.view();
  if (!answer || !isCorrectable(session.view(), session.found())) return [];
  const fitting = corrected(suggestedBy(answer), corrections);
  return session.found().tiles.map((_, index) => ({
    isChosen: fitting.includes(index),
    isCorrected: corrections.has(index),
  }));
}

/** What the person sees of one session: outlines on the tiles, and a panel beside the grid. */
export function createGridOverlay(host: OverlayHost, session: GridSession, accept: () => void): GridOverlay {
  const outlines = createGridOutlines(host.layer);
  const toggles = createTileToggles(host.layer, session.toggle);
  const undo = (): void => {
    const last = [...session.view().corrections.keys()].at(-1);
    if (last !== undefined) session.toggle(last);
  };
  const panel = createPanel(host.layer, { accept, undo, close: session.cancel });
  let before = '';
  let corners = '';
  let scrollers: Element[] = [];

  function shapesNow(): (Shape | undefined)[] {
    const measure = createMeasurer();
    return session.found().tiles.map((tile) => tileShape(tile, measure));
  }

  function cornersNow(): string {
    const elements = session.found().tiles.flatMap(({ element }) => element ?? []);
    return [elements[0], elements.at(-1)]
      .map((element) => {
        if (!element) return '';
        const { left, top, right, bottom } = element.getBoundingClientRect();
        return `${left} ${top} ${right} ${bottom}`;
      })
      .concat(`${innerWidth} ${innerHeight}`)
      .join();
  }

  function follow(): boolean {
    corners = cornersNow();
    const shapes = shapesNow();
    const clip = clipOf(scrollers);
    const seen = shapes.flatMap((shape): Bounds[] => (shape ? [boundsOf(shape)] : []));
    const now = JSON.stringify([shapes, clip, innerWidth, innerHeight]);
    if (now === before || seen.length === 0) return false;
    before = now;
    outlines.place(shapes, clip);
    toggles.place(shapes, clip);
    panel.place(unionOf(seen), boundsOfText(session.found().asking));
    return true;
  }

  return {
    follow,
    isMoved: () => cornersNow() !== corners,
    draw() {
      const { asking, tiles } = session.found();
      const { message, pending, phase, corrections } = session.view();
      const asked = asking.asked.kind === 'question' ? asking.asked.text : asking.question;
      scrollers = sharedScrollers(tiles.flatMap(({ element }) => element ?? []));
      outlines.draw(outlined(session));
      toggles.draw(toggledTiles(session), session.found().columns);
      panel.write({
        asked,
        said: message,
        choices: phase === 'suggested' ? pending.length : 0,
        canUndo: corrections.size > 0 && isCorrectable(session.view(), session.found()),
        spoken: spoken(session, asked),
      });
      before = '';
      follow();
    },
    remove() {
      outlines.remove();
      toggles.remove();
      panel.remove();
    },
  };
}
