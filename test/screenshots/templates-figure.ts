import { button, page, palette, question, words, type Template } from './parts.ts';

/** A dialog over a page of pictures that is dimmed. */
const dialog: Template = ({ look, grid, picture }) => {
  const { card, faint } = palette(look);
  const { verify, refresh } = words(look);
  const tiles = Array.from(
    { length: 6 },
    (_, index) =>
      `<img src="${picture(index)}" style="width:31%;height:210px;object-fit:cover;margin:8px 1%">`,
  );
  return page(
    look,
    `.veil{position:fixed;inset:0;background:#000a} .dialog{position:fixed;left:50%;top:50%;translate:-50% -50%;
     background:${card};border-radius:14px;padding:22px}`,
    `<div style="padding:20px">${tiles.join('')}</div><div class="veil"></div><div class="dialog">
     ${question(look, 'text-align:center;margin-bottom:14px')}${grid}
     <div style="display:flex;gap:14px;margin-top:16px;align-items:center">${button(verify, '#d9485f')}<span style="color:${faint}">${refresh}</span></div></div>`,
  );
};

/** The question stands under the tiles. */
const below: Template = ({ look, grid }) => {
  const { card, line, faint } = palette(look);
  const { hint, verify } = words(look);
  return page(
    look,
    `.panel{margin:30px auto;width:fit-content;border:1px solid ${line};background:${card}} .foot{padding:12px 16px;border-top:1px solid ${line}}`,
    `<div class="panel"><div style="padding:8px 16px;color:${faint}">${hint}</div><div style="padding:12px 16px">${grid}</div>
     <div class="foot">${question(look)}</div><div class="foot" style="text-align:right">${button(verify, '#6b46c1')}</div></div>`,
  );
};

/** Two columns: a list of small pictures with titles to the left. */
const shop: Template = ({ look, grid, picture }) => {
  const { card, line, faint } = palette(look);
  const { nav, verify, prose } = words(look);
  const rows = nav.map(
    (name, index) =>
      `<div style="display:flex;gap:10px;padding:10px 0;border-bottom:1px solid ${line}"><img src="${picture(index)}" width="64" height="64"><div>${name}<br><span style="color:${faint};font-size:12px">${prose.slice(0, 14)}</span></div></div>`,
  );
  return page(
    look,
    `main{display:flex;gap:44px;padding:22px 34px} .list{width:250px} .quiz{background:${card};padding:18px 20px;border-radius:6px;height:fit-content}`,
    `<main><div class="list">${rows.join('')}</div><div class="quiz">${question(look, 'font-weight:700;margin-bottom:12px')}${grid}
     <p>${button(verify, '#c2410c')}</p></div></main>`,
  );
};

/** A game-like page: everything on a gradient. */
const game: Template = ({ look, grid }) => {
  const { verify, refresh } = words(look);
  const [from, to, ink] =
    look.theme === 'light' ? ['#fff3d6', '#bfe3ff', '#23303f'] : ['#1b1140', '#0d3b3f', '#f3f0ff'];
  return page(
    look,
    `body{background:linear-gradient(135deg,${from},${to});color:${ink};text-align:center} main{padding:28px}`,
    `<main><div style="letter-spacing:2px">${refresh}</div>${question(look, 'margin:10px 0 16px')}${grid}
     <div style="margin-top:18px">${button(verify, '#0e9f6e')}</div></main>`,
  );
};

/** An old site laid out by tables. */
const table: Template = ({ look, grid }) => {
  const { card, line } = palette(look);
  const { nav, name, word, verify } = words(look);
  const cell = (text: string) => `<td style="border:1px solid ${line};padding:6px 14px">${text}</td>`;
  return page(
    look,
    `table{border-collapse:collapse;margin:20px;background:${card}}`,
    `<table><tr>${nav.map(cell).join('')}</tr></table><table><tr>${cell(name)}${cell('user_2026')}</tr><tr>${cell(word)}${cell('••••••••')}</tr>
     <tr>${cell(verify)}<td style="border:1px solid ${line};padding:10px 14px">${question(look, 'margin-bottom:8px')}${grid}</td></tr></table>`,
  );
};

export const figureTemplates = { dialog, below, shop, game, table } satisfies Record<string, Template>;
