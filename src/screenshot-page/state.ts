import { signal } from '@preact/signals';
import type { TabView } from '../shared/messages.ts';
import type { ScreenshotVerdict } from '../shared/screenshot.ts';

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'done'; readonly verdict: ScreenshotVerdict }
  /** The tab could not be captured; in Chrome's words. */
  | { readonly kind: 'refused'; readonly message: string };

export type Clicking = 'not-yet' | 'under-way' | 'clicked' | 'moved' | 'unreachable';

/** The tab that the picture shows, while it can be clicked. */
export interface ShownTab {
  readonly tabId: number;
  readonly view: TabView;
}

export const phase = signal<Phase>({ kind: 'empty' });
export const picture = signal<ImageBitmap | undefined>(undefined);
export const shownTab = signal<ShownTab | undefined>(undefined);
export const clicking = signal<Clicking>('not-yet');
