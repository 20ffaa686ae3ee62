import * as v from 'valibot';

export const MOST_RULES = 20;
const LONGEST_SELECTOR = 1000;

const selector = (what: string) =>
  v.pipe(
    v.string(`expected the CSS selector of ${what}`),
    v.trim(),
    v.nonEmpty(`expected the CSS selector of ${what}, found an empty text`),
    v.maxLength(LONGEST_SELECTOR, `expected at most ${LONGEST_SELECTOR} characters`),
  );

/** Where a page has its question and its tiles, made by the person for a page that is not understood by its layout. */
export const siteRuleSchema = v.strictObject({
  /** CSS selector of the element that words the question. */
  question: selector('the question'),
  /** CSS selector of all tiles, in whatever order. */
  tiles: selector('the tiles'),
  /** CSS selector of what is to be pressed at the end: outlined for the person, never pressed. */
  press: v.optional(selector('what to press')),
});

const siteSchema = v.pipe(
  v.string(),
  v.check(
    isOrigin,
    (issue) => `expected an origin such as https://example.com, found ${JSON.stringify(issue.input)}`,
  ),
);

/** By site, as settings name it: its origin, or `file://`. */
const siteRulesSchema = v.record(
  siteSchema,
  v.pipe(
    v.array(siteRuleSchema, 'expected a list of rules'),
    v.maxLength(MOST_RULES, `expected at most ${MOST_RULES} rules a site`),
  ),
);

const FORMAT = 'tilewise-rules/1';
const fileSchema = v.strictObject({ format: v.literal(FORMAT), sites: siteRulesSchema });

export type SiteRule = v.InferOutput<typeof siteRuleSchema>;
export type SiteRules = v.InferOutput<typeof siteRulesSchema>;

/** Parses what storage holds; a site whose rules do not read has none, and harms no other. */
export function parseSiteRules(stored: unknown): SiteRules {
  const sites = v.safeParse(v.record(v.string(), v.unknown()), stored);
  if (!sites.success) return {};
  const read = Object.entries(sites.output).map(([site, rules]) =>
    v.safeParse(siteRulesSchema, { [site]: rules }),
  );
  return Object.assign({}, ...read.map(({ success, output }) => (success ? output : {})));
}

/** As a file for other people and other machines. */
export function exportSiteRules(sites: SiteRules): string {
  return `${JSON.stringify({ format: FORMAT, sites }, null, 2)}\n`;
}

/** `message` names the field at fault, what was expected and what was found. */
export type Checked<Value> =
  { readonly kind: 'right'; readonly value: Value } | { readonly kind: 'wrong'; readonly message: string };

/** Reads an exported file. */
export function importSiteRules(text: string): Checked<SiteRules> {
  const checked = check(fileSchema, text);
  return checked.kind === 'right' ? { kind: 'right', value: checked.value.sites } : checked;
}

/** Reads the rules of one site as the person edits them. */
export function readRulesOfSite(text: string): Checked<readonly SiteRule[]> {
  return check(siteRulesSchema.value, text);
}

function check<Schema extends v.GenericSchema>(schema: Schema, text: string): Checked<v.InferOutput<Schema>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return {
      kind: 'wrong',
      message: `expected JSON, found ${error instanceof Error ? error.message : text}`,
    };
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { kind: 'right', value: result.output };
  const [issue] = result.issues;
  const field = v.getDotPath(issue);
  return { kind: 'wrong', message: field === null ? issue.message : `${field}: ${issue.message}` };
}

function isOrigin(site: string): boolean {
  if (site === 'file://') return true;
  return URL.canParse(site) && /^https?:/.test(site) && new URL(site).origin === site;
}
