import type { GridSession } from '../session/grid-session.ts';
import { createGridOverlay, type GridOverlay } from './grid-overlay.ts';
import { createOverlayHost, type OverlayHost } from './overlay-host.ts';

/** Frames without movement after which the tiles are looked at only now and then. */
const RESTLESS_FRAMES = 30;
/** Milliseconds between looks at tiles that stand still: a page may move them without any event. */
const CALM_LOOK = 300;
/** Such looks after which the next ones come less often. */
const RESTLESS_LOOKS = 10;
const LATE_LOOK = 1_000;
/** Every so many of these looks is at all tiles; the others are at two of them. */
const WHOLE_LOOK = 5;
/** What may move tiles. */
const MOVES = [
  'scroll',
  'resize',
  'transitionrun',
  'animationstart',
  'toggle',
  'fullscreenchange',
  'pointerup',
  'keyup',
];

/** All that Tilewise draws on a page. */
export interface Overlay {
  /** Draws what the session shows now, or takes it off where it shows nothing. */
  readonly draw: (session: GridSession, accept: () => void) => void;
  readonly forget: (session: GridSession) => void;
  readonly setHidden: (hidden: boolean) => void;
  readonly isOwn: (node: Node) => boolean;
  readonly remove: () => void;
}

export function createOverlay(): Overlay {
  const drawn = new Map<GridSession, GridOverlay>();
  let host: OverlayHost | undefined;
  let still = 0;
  let glances = 0;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    const moved = [...drawn.values()].map((overlay) => overlay.follow()).some(Boolean);
    still = moved ? 0 : still + 1;
    if (drawn.size === 0) return;
    if (still < RESTLESS_FRAMES) frame = requestAnimationFrame(follow);
    else glanceLater();
  }

  function glanceLater(): void {
    timer = setTimeout(glance, glances < RESTLESS_LOOKS ? CALM_LOOK : LATE_LOOK);
  }

  /** Looks at little of what stands still. */
  function glance(): void {
    clearTimeout(timer);
    glances += 1;
    const hasMoved = [...drawn.values()].some((overlay) => overlay.isMoved());
    if (hasMoved) glances = 0;
    if (hasMoved || glances % WHOLE_LOOK === 0) follow();
    else glanceLater();
  }

  function wake(): void {
    still = 0;
    glances = 0;
    stop();
    if (drawn.size > 0) frame = requestAnimationFrame(follow);
  }

  function stop(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  }

  function listen(on: boolean): void {
    for (const name of MOVES) {
      if (on) addEventListener(name, wake, { capture: true, passive: true });
      else removeEventListener(name, wake, { capture: true });
    }
  }

  function remove(): void {
    for (const overlay of drawn.values()) overlay.remove();
    drawn.clear();
    stop();
    listen(false);
    host?.remove();
    host = undefined;
  }

  function forget(session: GridSession): void {
    drawn.get(session)?.remove();
    drawn.delete(session);
    if (drawn.size === 0) remove();
  }

  return {
    remove,
    forget,
    isOwn: (node) => node === host?.element,
    setHidden(hidden) {
      host?.element.style.setProperty('visibility', hidden ? 'hidden' : 'visible', 'important');
    },
    draw(session, accept) {
      const { phase } = session.view();
      if (phase === 'idle' || phase === 'cancelled') {
        forget(session);
        return;
      }
      if (!host) {
        host = createOverlayHost();
        listen(true);
      }
      let overlay = drawn.get(session);
      if (!overlay) {
        overlay = createGridOverlay(host, session, accept);
        drawn.set(session, overlay);
        host.raise(session.found().asking.element);
      }
      overlay.draw();
      wake();
    },
  };
}
