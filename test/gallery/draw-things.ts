/**
 * Simple drawings of everyday things as SVG groups in a 100×100 square. They only have to look like different
 * pictures: the gallery judges where tiles lie, not what is on them.
 */
const wheels = (y: number, ...xs: number[]): string =>
  xs
    .map(
      (x) => `<circle cx="${x}" cy="${y}" r="8" fill="#222"/><circle cx="${x}" cy="${y}" r="3" fill="#999"/>`,
    )
    .join('');

const windows = (y: number, width: number, height: number, ...xs: number[]): string =>
  xs.map((x) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#cde9f7"/>`).join('');

/** Draws one thing in the given main colour. */
export const things = {
  bus: (c) =>
    `<rect x="12" y="30" width="76" height="44" rx="5" fill="${c}"/>${windows(36, 13, 14, 17, 34, 51, 68)}<rect x="12" y="58" width="76" height="4" fill="#fff"/>${wheels(75, 30, 70)}`,
  bike: (c) =>
    `<g fill="none" stroke="#222" stroke-width="3"><circle cx="28" cy="66" r="17"/><circle cx="74" cy="66" r="17"/></g><path d="M28 66 42 42h24l8 24M42 42l12 24H28M66 42l-12 24M64 34h10M37 38h10" fill="none" stroke="${c}" stroke-width="4"/>`,
  light: () =>
    `<rect x="46" y="70" width="8" height="30" fill="#555"/><rect x="35" y="10" width="30" height="64" rx="6" fill="#222"/><circle cx="50" cy="23" r="8" fill="#e33"/><circle cx="50" cy="42" r="8" fill="#fb3"/><circle cx="50" cy="61" r="8" fill="#2c5"/>`,
  car: (c) =>
    `<path d="M10 68V56l16-4 12-16h28l14 16 12 4v12z" fill="${c}"/>${windows(40, 14, 11, 38, 54)}${wheels(69, 30, 72)}`,
  boat: (c) =>
    `<path d="M12 64h76L76 82H26z" fill="${c}"/><path d="M48 14v46H20zM52 22v38h26z" fill="#fff"/><rect y="80" width="100" height="20" fill="#38c" opacity=".8"/>`,
  cat: (c) =>
    `<path d="M28 20l10 14h24l10-14 4 34a26 24 0 0 1-52 0z" fill="${c}"/><circle cx="40" cy="50" r="4"/><circle cx="60" cy="50" r="4"/><path d="M46 60h8l-4 5zM20 58l18 3M80 58l-18 3" stroke="#222"/><ellipse cx="50" cy="92" rx="26" ry="16" fill="${c}"/>`,
  dog: (c) =>
    `<ellipse cx="50" cy="50" rx="24" ry="26" fill="${c}"/><ellipse cx="26" cy="46" rx="8" ry="20" fill="#532"/><ellipse cx="74" cy="46" rx="8" ry="20" fill="#532"/><circle cx="42" cy="44" r="4"/><circle cx="58" cy="44" r="4"/><ellipse cx="50" cy="60" rx="8" ry="6"/><path d="M50 66v8" stroke="#222" stroke-width="2"/>`,
  tree: (c) =>
    `<rect x="45" y="58" width="10" height="34" fill="#743"/><circle cx="50" cy="38" r="26" fill="${c}"/><circle cx="32" cy="52" r="16" fill="#2a7a35"/><circle cx="68" cy="52" r="16" fill="#3c9447"/>`,
  bridge: (c) =>
    `<rect y="76" width="100" height="24" fill="#48a"/><path d="M0 60h100v8H0z" fill="${c}"/><path d="M25 20v62M75 20v62" stroke="${c}" stroke-width="6"/><path d="M0 56Q25 20 25 20 50 80 75 20 75 20 100 56" fill="none" stroke="#922" stroke-width="3"/>`,
  hydrant: (c) =>
    `<rect x="36" y="34" width="28" height="52" fill="${c}"/><path d="M34 34a16 18 0 0 1 32 0z" fill="${c}"/><rect x="26" y="46" width="48" height="12" fill="#a11"/><rect x="30" y="84" width="40" height="8" fill="#811"/><circle cx="50" cy="52" r="7" fill="#ddd"/>`,
  house: (c) =>
    `<rect x="22" y="44" width="56" height="44" fill="${c}"/><path d="M14 46 50 14l36 32z" fill="#a43"/><rect x="44" y="62" width="14" height="26" fill="#643"/>${windows(54, 12, 12, 27, 62)}`,
  hill: (c) =>
    `<path d="M0 90 34 24 58 66 72 44 100 90z" fill="${c}"/><path d="M34 24 46 46l-10-4-12 2z" fill="#fff"/><rect y="86" width="100" height="14" fill="#485"/>`,
  cup: (c) =>
    `<path d="M24 36h44v34a14 14 0 0 1-14 14H38a14 14 0 0 1-14-14z" fill="${c}"/><path d="M68 44h8a8 8 0 0 1 0 24h-8" fill="none" stroke="${c}" stroke-width="6"/><path d="M36 28q-4-8 0-14M50 28q-4-8 0-14" stroke="#aaa" fill="none" stroke-width="3"/>`,
  umbrella: (c) =>
    `<path d="M12 52a38 36 0 0 1 76 0q-10-8-19 0-10-8-19 0-10-8-19 0-10-8-19 0z" fill="${c}"/><path d="M50 50v32a8 8 0 0 1-16 0" fill="none" stroke="#333" stroke-width="4"/>`,
  flower: (c) =>
    `<path d="M50 50v44" stroke="#2a7" stroke-width="5"/><g fill="${c}"><circle cx="50" cy="26" r="13"/><circle cx="32" cy="40" r="13"/><circle cx="68" cy="40" r="13"/><circle cx="40" cy="58" r="13"/><circle cx="60" cy="58" r="13"/></g><circle cx="50" cy="44" r="10" fill="#fc3"/>`,
  train: (c) =>
    `<rect x="26" y="16" width="48" height="62" rx="10" fill="${c}"/><rect x="32" y="26" width="36" height="22" fill="#cde9f7"/><circle cx="36" cy="64" r="5" fill="#ff9"/><circle cx="64" cy="64" r="5" fill="#ff9"/><path d="M30 78 20 98M70 78l10 20M22 92h56" stroke="#444" stroke-width="4"/>`,
  plane: (c) =>
    `<path d="M8 54q40-12 74-12a10 8 0 0 1 8 8q0 8-12 8L10 60z" fill="${c}"/><path d="M44 54 30 84h12l22-30zM16 54 8 34h9l12 18zM50 46 42 26h8l16 18z" fill="#567"/>`,
  shirt: (c) => `<path d="M30 18h14q6 8 12 0h14l22 18-12 14-10-8v46H30V42l-10 8L8 36z" fill="${c}"/>`,
  shoe: (c) =>
    `<path d="M10 40q12 8 26-4 12 22 46 26 8 2 8 12H10z" fill="${c}"/><rect x="8" y="72" width="84" height="8" fill="#eee"/><path d="M40 44l8-6M48 52l8-6" stroke="#fff" stroke-width="3"/>`,
  cake: (c) =>
    `<rect x="18" y="50" width="64" height="34" fill="${c}"/><path d="M18 50h64v8q-8 8-16 0-8 8-16 0-8 8-16 0-8 8-16 0z" fill="#fff"/><path d="M50 32v18" stroke="#36c" stroke-width="4"/><circle cx="50" cy="26" r="5" fill="#f90"/>`,
  face: (c) =>
    `<path d="M14 100a36 30 0 0 1 72 0z" fill="${c}"/><circle cx="50" cy="44" r="22" fill="#f1c9a5"/><path d="M28 42a22 24 0 0 1 44 0q-22-14-44 0z" fill="#432"/><circle cx="42" cy="46" r="2"/><circle cx="58" cy="46" r="2"/><path d="M43 54q7 6 14 0" stroke="#a33" fill="none" stroke-width="2"/>`,
  phone: (c) =>
    `<rect x="30" y="10" width="40" height="80" rx="7" fill="#222"/><rect x="34" y="18" width="32" height="60" fill="${c}"/><circle cx="50" cy="84" r="3" fill="#888"/>`,
} as const satisfies Record<string, (colour: string) => string>;

export type Thing = keyof typeof things;
