/** Plurals that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  geese: 'goose',
  feet: 'foot',
  teeth: 'tooth',
  oxen: 'ox',
  knives: 'knife',
  leaves: 'leaf',
  wolves: 'wolf',
  loaves: 'loaf',
  shelves: 'shelf',
  calves: 'calf',
  scarves: 'scarf',
  halves: 'half',
  movies: 'movie',
  cookies: 'cookie',
  brownies: 'brownie',
  zombies: 'zombie',
  smoothies: 'smoothie',
  pies: 'pie',
  ties: 'tie',
  shoes: 'shoe',
  canoes: 'canoe',
  toes: 'toe',
  lenses: 'lens',
  gases: 'gas',
  dice: 'die',
  cacti: 'cactus',
  hippopotami: 'hippopotamus',
  taxis: 'taxi',
  skis: 'ski',
};
/** Singular words, or words without a singular, that end in s. */
const KEPT =
  /(?:ss|us|is|scissors|glasses|goggles|jeans|pants|trousers|shorts|binoculars|pliers|headphones|earphones|tongs|tweezers|stairs|clothes|lens|gas|canvas|atlas|christmas|pancreas|news|series|species)$/;

const RULES: readonly (readonly [RegExp, string])[] = [
  [/([^aeiou])ies$/, '$1y'],
  [/([^oa]us)es$/, '$1'],
  [/(ss|sh|ch|x|z|o)es$/, '$1'],
  [/s$/, ''],
];

function singularWord(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (KEPT.test(word)) return word;
  const rule = RULES.find(([pattern]) => pattern.test(word));
  return rule ? word.replace(rule[0], rule[1]) : word;
}

/** English words in lower case, the last one in the singular: "Traffic Lights" → "traffic light". */
export function singular(words: string): string {
  const lower = words.toLowerCase();
  const start = lower.search(/[a-z]+$/);
  return start < 0 ? lower : lower.slice(0, start) + singularWord(lower.slice(start));
}
