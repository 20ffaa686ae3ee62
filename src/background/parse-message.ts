import * as v from 'valibot';
import { siteRuleSchema } from '../shared/site-rules.ts';
import { pageStateSchema } from '../shared/parse-page-state.ts';

const ensureEngine = v.object({ type: v.literal('ensure-engine') });
const captureTab = v.object({ type: v.literal('capture-tab') });
const bringAnswerer = v.object({ type: v.literal('bring-answerer') });
const pageState = v.object({ type: v.literal('page-state'), state: pageStateSchema });
const solveTab = v.object({ type: v.literal('solve-tab'), tabId: v.pipe(v.number(), v.integer()) });
const acceptTab = v.object({ type: v.literal('accept-tab'), tabId: v.pipe(v.number(), v.integer()) });

const saveRule = v.object({ type: v.literal('save-rule'), rule: siteRuleSchema });
const pickingHere = v.object({ type: v.literal('picking-here') });
const pickRule = v.object({ type: v.literal('pick-rule'), tabId: v.pipe(v.number(), v.integer()) });

const takeCapture = v.object({ type: v.literal('take-capture') });
const size = v.pipe(v.number(), v.minValue(1));
const tabViewSchema = v.object({
  address: v.string(),
  width: size,
  height: size,
  scrollX: v.number(),
  scrollY: v.number(),
});
const clickInTab = v.object({
  type: v.literal('click-in-tab'),
  tabId: v.pipe(v.number(), v.integer()),
  view: tabViewSchema,
  points: v.array(v.object({ x: v.number(), y: v.number() })),
});

/** What a content script may ask for. */
const fromPage = v.variant('type', [
  ensureEngine,
  captureTab,
  bringAnswerer,
  pageState,
  saveRule,
  pickingHere,
]);
/** What the extension's own pages may ask for. */
const fromOwnPage = v.variant('type', [ensureEngine, solveTab, acceptTab, takeCapture, clickInTab, pickRule]);

export type PageMessage = v.InferOutput<typeof fromPage>;
export type OwnPageMessage = v.InferOutput<typeof fromOwnPage>;

/** Undefined for whatever is not a message that this kind of sender may send. */
export function parsePageMessage(message: unknown): PageMessage | undefined {
  const result = v.safeParse(fromPage, message);
  return result.success ? result.output : undefined;
}

export function parseOwnPageMessage(message: unknown): OwnPageMessage | undefined {
  const result = v.safeParse(fromOwnPage, message);
  return result.success ? result.output : undefined;
}

/** What a page said of itself; undefined where it said something else. */
export function parseTabView(view: unknown): v.InferOutput<typeof tabViewSchema> | undefined {
  const result = v.safeParse(tabViewSchema, view);
  return result.success ? result.output : undefined;
}
