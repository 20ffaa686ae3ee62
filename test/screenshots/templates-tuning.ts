import { button, page, palette, question, words, type Template } from './parts.ts';

const ACCENT = '#2f6fde';

/** A card in the middle of a page with a bar of links. */
const card: Template = ({ look, grid }) => {
  const { card, line, faint } = palette(look);
  const { nav, hint, verify, refresh } = words(look);
  return page(
    look,
    `nav{display:flex;gap:28px;padding:14px 32px;background:${card};border-bottom:1px solid ${line}}
     .card{width:fit-content;margin:36px auto;padding:20px 24px;background:${card};border-radius:8px;box-shadow:0 4px 18px #0003}`,
    `<nav>${nav.map((name) => `<span>${name}</span>`).join('')}</nav>
     <div class="card"><div style="color:${faint};font-size:12px">${hint}</div>${question(look, 'margin:6px 0 12px')}
     ${grid}<div style="display:flex;justify-content:space-between;margin-top:14px">
     <span style="color:${faint}">${refresh}</span>${button(verify, ACCENT)}</div></div>`,
  );
};

/** A coloured bar that holds the question right above the tiles, the thing in large letters on a row of its own. */
const bar: Template = ({ look, grid }) => {
  const { card, line, faint } = palette(look);
  const { verify, prose } = words(look);
  return page(
    look,
    `.box{width:fit-content;margin:24px 60px;padding:7px;background:${card};border:1px solid ${line}}
     .bar{background:${ACCENT};color:#fff;padding:18px 22px;margin-bottom:7px}
     p{margin:20px 60px;max-width:640px;color:${faint}}`,
    `<p>${prose}</p><div class="box"><div class="bar">${question(look)}</div>${grid}
     <div style="text-align:right;padding:10px 4px 4px">${button(verify, ACCENT)}</div></div><p>${prose}</p>`,
  );
};

/** A form of fields that ends in the grid. */
const form: Template = ({ look, grid }) => {
  const { card, line, faint } = palette(look);
  const { name, word, verify, nav } = words(look);
  const field = (label: string) =>
    `<label style="display:block;margin:8px 0;color:${faint}">${label}<br><span style="display:block;width:320px;height:34px;border:1px solid ${line};border-radius:3px;background:${card}"></span></label>`;
  return page(
    look,
    `main{display:flex;gap:48px;padding:26px 40px} aside{width:160px} aside div{padding:9px 0;border-bottom:1px solid ${line}}`,
    `<main><aside>${nav.map((entry) => `<div>${entry}</div>`).join('')}</aside><section>${field(name)}${field(word)}
     ${question(look, 'margin:12px 0 8px')}${grid}<div style="margin-top:12px">${button(verify, '#18a058')}</div></section></main>`,
  );
};

/** A narrow screen: title bar, question, tiles, a wide button. */
const mobile: Template = ({ look, grid }) => {
  const { card, line, faint } = palette(look);
  const { verify, hint } = words(look);
  return page(
    look,
    `header{height:48px;line-height:48px;text-align:center;background:${card};border-bottom:1px solid ${line};font-weight:600}
     main{padding:18px 12px;text-align:center}`,
    `<header>${verify}</header><main>${question(look, 'font-weight:600;margin-bottom:10px')}${grid}
     <p style="color:${faint};font-size:12px">${hint}</p><div style="background:${ACCENT};color:#fff;border-radius:22px;line-height:44px;margin-top:10px">${verify}</div></main>`,
  );
};

/** An article with pictures of its own beside a small grid. */
const article: Template = ({ look, grid, picture }) => {
  const { card, line, faint } = palette(look);
  const { prose, nav, verify } = words(look);
  return page(
    look,
    `main{display:grid;grid-template-columns:1fr 420px;gap:32px;padding:24px 36px}
     aside{background:${card};border:1px solid ${line};padding:16px;height:fit-content}`,
    `<main><article><h1 style="font-size:26px;margin:0 0 8px">${nav[2]}</h1><p style="color:${faint}">${nav.join(' / ')}</p>
     <p>${prose}</p><img src="${picture(0)}" style="width:100%;height:220px;object-fit:cover"><p>${prose}${prose}</p></article>
     <aside>${question(look, 'margin-bottom:10px')}${grid}<div style="margin-top:10px">${button(verify, '#444c5c')}</div></aside></main>`,
  );
};

export const tuningTemplates = { card, bar, form, mobile, article } satisfies Record<string, Template>;
