import type { Look } from './look.ts';

/** What a template puts together. */
export interface Parts {
  readonly look: Look;
  /** Markup of the grid; its tiles carry `data-tile`. */
  readonly grid: string;
  /** A picture that belongs to the page, not to the grid. */
  readonly picture: (index: number) => string;
}

export type Template = (parts: Parts) => string;

export interface Palette {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly faint: string;
  readonly line: string;
}

export function palette({ theme }: Look): Palette {
  return theme === 'light'
    ? { page: '#eef1f5', card: '#ffffff', ink: '#1d2129', faint: '#7a8290', line: '#d5d9e0' }
    : { page: '#14171c', card: '#20242b', ink: '#e8eaed', faint: '#8b93a1', line: '#39404b' };
}

/** The question in one element. */
export function question({ question, fontSize }: Look, style = ''): string {
  return `<div data-question style="font-size:${fontSize}px;line-height:1.4;${style}">${question}</div>`;
}

const furniture = {
  'zh-CN': {
    nav: ['首页', '分类', '消息', '我的订单', '帮助中心'],
    verify: '验证',
    refresh: '换一组',
    hint: '为了保护你的账号，请完成下面的验证。',
    prose:
      '今天天气很好，适合出门走走。我们沿着河边的小路一直走到了老城区，街上的人不多，几家小店刚刚开门。店主把桌椅搬到门外，猫在窗台上睡觉。',
    name: '用户名',
    word: '密码',
  },
  'zh-TW': {
    nav: ['首頁', '分類', '訊息', '我的訂單', '說明'],
    verify: '驗證',
    refresh: '換一組',
    hint: '為了保護您的帳號，請完成下面的驗證。',
    prose:
      '今天天氣很好，適合出門走走。我們沿著河邊的小路一直走到了老城區，街上的人不多，幾家小店剛剛開門。店主把桌椅搬到門外。',
    name: '使用者名稱',
    word: '密碼',
  },
  en: {
    nav: ['Home', 'Shop', 'Messages', 'Orders', 'Help'],
    verify: 'Verify',
    refresh: 'New pictures',
    hint: 'One more step before you can continue.',
    prose:
      'The weather was fine today, so we walked along the river to the old town. Few people were about and the small shops had only just opened. A cat slept on a window sill while chairs were carried outside.',
    name: 'User name',
    word: 'Password',
  },
} as const;

export function words({ language }: Look): (typeof furniture)[Look['language']] {
  return furniture[language];
}

export function page(look: Look, style: string, body: string): string {
  const { page, ink } = palette(look);
  return `<!doctype html><html lang="${look.language}"><meta charset="utf-8"><style>
    * { box-sizing: border-box }
    body { margin: 0; background: ${page}; color: ${ink}; font: 14px/1.5 ${look.font}; overflow: hidden }
    ${style}</style><body>${body}</body></html>`;
}

export function button(label: string, colour: string): string {
  return `<button style="border:0;border-radius:4px;padding:8px 20px;background:${colour};color:#fff;font:inherit">${label}</button>`;
}
