import * as v from 'valibot';

/** What the person allows on a site: nothing, highlight and wait for one key, or click when sure. */
export const siteModes = ['off', 'suggest', 'auto'] as const;
export type SiteMode = (typeof siteModes)[number];

const siteSchema = v.object({ mode: v.picklist(siteModes) });

/** Settings as stored in `storage.local` under the key `settings`. A field that does not parse falls back to its default. */
const settingsSchema = v.object({
  /** Chance of an answer being right from which it is given, 0..1; null takes the model's own. */
  sureness: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), null),
  /** By hand: raw probability from which a tile is chosen, 0..1; null leaves the decision to the model. */
  threshold: v.fallback(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), null),
  /** By origin, such as `https://example.com` (port included where the URL has one). */
  sites: v.fallback(v.record(v.string(), siteSchema), {}),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = { sureness: null, threshold: null, sites: {} };

/** Parses what storage holds; anything unreadable becomes the default rather than an error. */
export function parseSettings(stored: unknown): Settings {
  const result = v.safeParse(settingsSchema, stored);
  return result.success ? result.output : defaultSettings;
}

export function siteMode(settings: Settings, origin: string): SiteMode {
  return settings.sites[origin]?.mode ?? 'off';
}
