const CHILDSPLAY = 'Stas Zytkiewicz (Childsplay), prepared by Pere Pujal i Carabantes';
const MUDCHUTE = 'Caroline Ford, at Mudchute Park and Farm';
const WIKIPEDIA = 'from Wikipedia, prepared by Caroline Ford';
const GOERNER = 'Chris Goerner';
const OSULLIVAN = "John O'Sullivan";
const CAHALAN = 'Albert Cahalan';
const TRICE = 'Jim Trice';
const PUJAL = 'Pere Pujal i Carabantes';
const PECK = 'Akkana Peck';
const ZOO = 'Bill Kendrick, at the San Francisco Zoo';
/** The change log names nobody for these; the package as a whole is copyright Bill Kendrick and contributors. */
const PROJECT = 'Bill Kendrick and the Tux Paint contributors';

/** Who made each cut-out, as the change log of Tux Paint's stamps says. */
const makers = {
  'vehicles/masstransit/green_korean_bus': PROJECT,
  'vehicles/auto/beetle': 'Caroline Ford',
  'vehicles/auto/sedan': PROJECT,
  'vehicles/auto/sportscar2': PROJECT,
  'animals/birds/blackbird': CHILDSPLAY,
  'animals/birds/magpie': GOERNER,
  'animals/birds/lark': CHILDSPLAY,
  'animals/birds/seagull': CHILDSPLAY,
  'animals/birds/silver-gull': GOERNER,
  'animals/birds/rainbow-lorikeet': GOERNER,
  'animals/birds/pigeon': CHILDSPLAY,
  'animals/birds/owl': CHILDSPLAY,
  'animals/fish/bluegroper': OSULLIVAN,
  'animals/fish/butterflyfish': OSULLIVAN,
  'animals/fish/clownfish': OSULLIVAN,
  'animals/fish/coraltrout': OSULLIVAN,
  'animals/fish/stripedfish': OSULLIVAN,
  'animals/fish/moonwrasse': OSULLIVAN,
  'hobbies/music/string/guitar_classical': WIKIPEDIA,
  'hobbies/music/string/guitar2': 'prepared by Caroline Ford',
  'hobbies/music/string/guitar_electric': WIKIPEDIA,
  'animals/mammals/bovines/ram': CHILDSPLAY,
  'animals/mammals/bovines/sheep': MUDCHUTE,
  'animals/mammals/bovines/sheep_lamb': MUDCHUTE,
  'plants/mushrooms/cep': PUJAL,
  'plants/mushrooms/cep-1': PUJAL,
  'plants/mushrooms/cep-2': PUJAL,
  'animals/mammals/rabbit_little': MUDCHUTE,
  'animals/mammals/rodents/rabbit-2': PUJAL,
  'animals/mammals/rodents/rabbit': CHILDSPLAY,
  'animals/mammals/dogs/dog': CHILDSPLAY,
  'animals/mammals/dogs/dingo': GOERNER,
  'animals/mammals/cats/tiger': CHILDSPLAY,
  'animals/mammals/cats/tiger_sumatran': ZOO,
  'animals/mammals/elephant': CHILDSPLAY,
  'animals/mammals/equines/zebra': CHILDSPLAY,
  'animals/birds/penguin': CHILDSPLAY,
  'animals/birds/magellanic_penguin': ZOO,
  'animals/birds/little-penguin': GOERNER,
  'food/fruit/lemon': 'Bill Kendrick, at Coco Ranch Farmers Market',
  'food/fruit/orange': PROJECT,
  'food/fruit/mandarine': GOERNER,
  'food/fruit/strawberry': 'Bill Kendrick, thanks to Jen and Ed Collins',
  'sports/basketball': WIKIPEDIA,
  'household/dishes/teapot': 'Bill Kendrick, at Coco Ranch Farmers Market',
  'vehicles/ship/chineseJunk': TRICE,
  'vehicles/ship/walnutBoat': TRICE,
  'vehicles/flight/balloon360': CAHALAN,
  'plants/flowers/flower3': PECK,
  'plants/flowers/flower8': PECK,
  'plants/flowers/flower9': PECK,
  'plants/flowers/flower10': PECK,
  'plants/flowers/yellow-flower': GOERNER,
} as const satisfies Record<string, string>;

/** Path of a cut-out under the stamps folder of Tux Paint, without `.png`. */
export type Stamp = keyof typeof makers;

export interface Credited {
  readonly file: string;
  readonly stamp: Stamp;
}

export function creditsPage(pictures: readonly Credited[], quilts: readonly string[]): string {
  const rows = pictures.map(({ file, stamp }) => `| ${file} | ${stamp}.png | ${makers[stamp]} |`);
  return `# Pictures of the demo pages

Every picture here is a photographic cut-out from the stamps of [Tux Paint](https://tuxpaint.org/) (Debian package
tuxpaint-stamps-default 2022.06.04, copyright 2002-2022 Bill Kendrick and contributors) before a background that a
program painted. The stamps are licensed under the GNU General Public License, version 2 or (at your option) any later
version; the pictures made of them, those in this folder, are under the same licence. They are part of the demo pages
and of tests only: neither the extension nor its model contains any of them.

Made by \`npx tsx cli/demo-pictures/make.ts STAMPS_FOLDER\`, which also writes this page.

| picture | cut-out | by |
|---|---|---|
${rows.join('\n')}
| ${quilts.join(', ')} | several of the above in one picture | as above |
`;
}
