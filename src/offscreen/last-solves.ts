import type { LastSolve, SolveRequest, TileImage, Verdict } from '../shared/protocol.ts';

/**
 * Pixels kept for popups, bytes, all tabs together: sixteen tiles of 400 x 400 are 10 MB. Also keeps one reply well
 * under the 64 MiB that a port message may have.
 */
const PIXEL_BYTES_LIMIT = 40_000_000;

/** What a tab has asked last, for the popup. `owner` is whoever asked: when it goes, so does what it left. */
export interface LastSolves<Owner> {
  remember(tabId: number, owner: Owner, request: SolveRequest, verdict: Verdict): void;
  find(tabId: number): LastSolve | undefined;
  forget(owner: Owner): void;
}

interface Entry<Owner> {
  readonly owner: Owner;
  readonly solve: LastSolve;
  readonly bytes: number;
}

export function createLastSolves<Owner>(limit: number = PIXEL_BYTES_LIMIT): LastSolves<Owner> {
  // In the order of last use: the first entry is the one to go.
  const entries = new Map<number, Entry<Owner>>();

  function makeRoom(): void {
    let total = 0;
    for (const { bytes } of entries.values()) total += bytes;
    for (const [tabId, { bytes }] of entries) {
      if (total <= limit) return;
      entries.delete(tabId);
      total -= bytes;
    }
  }

  return {
    remember(tabId, owner, request, verdict) {
      const images = mergedImages(request, entries.get(tabId)?.solve);
      const bytes = images.reduce((total, image) => total + (image?.rgba.byteLength ?? 0), 0);
      entries.delete(tabId);
      entries.set(tabId, { owner, solve: { request, images, verdict }, bytes });
      makeRoom();
    },
    find: (tabId) => entries.get(tabId)?.solve,
    forget(owner) {
      for (const [tabId, entry] of entries) if (entry.owner === owner) entries.delete(tabId);
    },
  };
}

/** A later request of the same grid sends scores for the slots that have not changed; their pixels came earlier. */
function mergedImages(request: SolveRequest, before: LastSolve | undefined): (TileImage | undefined)[] {
  const known = before?.request.gridId === request.gridId ? before.images : [];
  return request.tiles.map((tile, slot) => (tile.kind === 'pixels' ? tile.image : known[slot]));
}
