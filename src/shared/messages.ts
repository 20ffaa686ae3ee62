import type { SiteRule } from './site-rules.ts';
import type { SolveTimes } from './solve-times.ts';

/**
 * One-shot `runtime.sendMessage` messages. Pixels of tiles never travel this way (they go over the engine port);
 * the one exception is the capture of the visible tab, which only the service worker can take.
 */

/** Content script or own page → service worker. */
export type ToBackground =
  /** Create the offscreen document unless it is there. Answer: nothing, once it listens. */
  | { readonly type: 'ensure-engine' }
  /** Picture of the visible part of the sender's tab in device pixels. Answer: CaptureReply. */
  | { readonly type: 'capture-tab' }
  /** Popup: find and solve the grid of this tab now, on the strength of activeTab. Answer: SolveTabReply. */
  | { readonly type: 'solve-tab'; readonly tabId: number }
  /** Popup: accept what is suggested in this tab, as the person has just asked. Answer: SolveTabReply. */
  | { readonly type: 'accept-tab'; readonly tabId: number }
  /** Screenshot page: the capture that it was opened for, once. Answer: TabCapture or undefined. */
  | { readonly type: 'take-capture' }
  /** Screenshot page: click at these places, as the person has just asked. Answer: ClickReply. */
  | {
      readonly type: 'click-in-tab';
      readonly tabId: number;
      readonly view: TabView;
      readonly points: readonly Point[];
    }
  /** Content script: this frame may ask for pictures; bring the answering part into it. Answer: nothing, once it is there. */
  | { readonly type: 'bring-answerer' }
  /** Picker: keep the rule for the site of the page that sends it. Answer: nothing, once it is kept. */
  | { readonly type: 'save-rule'; readonly rule: SiteRule }
  /** Picker: the person has begun in this frame, or has ended it here, so that the other frames need not wait. Answer: nothing. */
  | { readonly type: 'picking-here' }
  /** Popup: let the person make a rule in this tab. Answer: nothing, once the picker is there. */
  | { readonly type: 'pick-rule'; readonly tabId: number }
  /** Content script: what it is doing, for the toolbar badge. Answer: nothing. */
  | { readonly type: 'page-state'; readonly state: PageState };

export type CaptureReply =
  | { readonly kind: 'capture'; readonly dataUrl: string }
  /** `permission`: neither activeTab nor all-urls is granted; the person can grant activeTab by the toolbar button. */
  | {
      readonly kind: 'refused';
      readonly reason: 'permission' | 'quota' | 'failed';
      readonly message: string;
    };

/** A place in the viewport, CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What of a page was on show when it was captured: a click is only right while it still is. CSS pixels. */
export interface TabView {
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly scrollX: number;
  readonly scrollY: number;
}

/** What the visible part of a tab looked like; without a view where the page may not be asked for it. */
export interface TabCapture {
  readonly tabId: number;
  readonly capture: CaptureReply;
  readonly view?: TabView;
}

/** `moved`: the page is no longer as it was captured. `unreachable`: a foreign frame lies there, or the page may not be reached. */
export type ClickReply = { readonly kind: 'clicked' } | { readonly kind: 'moved' | 'unreachable' };

export interface SolveTabReply {
  readonly kind: 'started' | 'not-allowed';
  readonly message: string;
}

/**
 * Service worker or popup → content script. Every frame answers at once with its own PageState; a message to the whole
 * tab resolves with that of any frame, so ask frame by frame (`frameId`) where the answer matters.
 */
export type ToContent =
  | { readonly type: 'solve' }
  | { readonly type: 'cancel' }
  /** The keyboard command that accepts what is suggested. */
  | { readonly type: 'accept' }
  | { readonly type: 'get-state' };

/** What a frame is doing. A frame without a grid answers `idle`. */
export interface PageState {
  readonly phase: 'idle' | 'scoring' | 'suggested' | 'clicked' | 'left-alone' | 'failed' | 'cancelled';
  readonly question?: string;
  readonly text?: string;
  /** For the person: why it was left alone or failed. */
  readonly message?: string;
  readonly gridId?: string;
  /** Viewport rectangles of the tiles in CSS pixels, reading order. */
  readonly boxes?: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly rows?: number;
  readonly columns?: number;
  /** Verdict of the last scoring: one a tile. */
  readonly tiles?: readonly { readonly probability: number; readonly state: 'yes' | 'unsure' | 'no' }[];
  /** Positions chosen, from 1. */
  readonly selected?: readonly number[];
  /** Positions clicked, from 1. */
  readonly clicked?: readonly number[];
  readonly backend?: string;
  readonly times?: SolveTimes;
  /** The frame's other questions, where it has several; these have no others themselves. */
  readonly others?: readonly PageState[];
}
