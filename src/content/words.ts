import type { NotUnderstoodReason } from '../grid/asked-for.ts';
import type { Fault } from '../shared/fault.ts';

/** What the person reads on the page, in English and Chinese. */
interface Words {
  readonly looking: string;
  readonly suggested: (count: number) => string;
  readonly clicked: (count: number) => string;
  readonly none: string;
  readonly unsure: string;
  readonly unknownWord: (text: string) => string;
  readonly accept: (count: number) => string;
  readonly close: string;
  readonly chosen: (positions: string) => string;
  readonly corrections: string;
  readonly tile: (position: number) => string;
  readonly corrected: (count: number) => string;
  readonly undo: string;
  readonly notLearned: string;
  readonly hint: string;
  readonly cancelled: string;
  readonly needsCapture: string;
  readonly noCapture: string;
  readonly foreignFrame: string;
  readonly outOfView: string;
  readonly tileGone: string;
  readonly noGrid: string;
  readonly notUnderstood: Readonly<Record<NotUnderstoodReason, string>>;
  readonly faults: Readonly<Record<Fault | 'unexpected', string>>;
  readonly because: (sentence: string, detail: string) => string;
}

const english: Words = {
  looking: 'Looking at the pictures…',
  suggested: (count) => (count === 1 ? '1 picture fits' : `${count} pictures fit`),
  clicked: (count) => (count === 1 ? '1 picture chosen' : `${count} pictures chosen`),
  none: 'No picture fits',
  unsure: 'Not sure: please choose yourself',
  unknownWord: (text) => `The model does not know “${text}”: please choose yourself`,
  accept: (count) => (count === 1 ? 'Choose it' : `Choose all ${count}`),
  close: 'Close',
  chosen: (positions) => `Suggested: pictures ${positions}.`,
  corrections: 'Correct the answer',
  tile: (position) => `Picture ${position}`,
  corrected: (count) => (count === 1 ? 'Corrected: 1 picture fits' : `Corrected: ${count} pictures fit`),
  undo: 'Undo',
  notLearned: 'Corrected here, but not kept for the next time.',
  hint: 'Enter chooses, Esc closes.',
  cancelled: 'Closed.',
  needsCapture:
    'The pictures come from another site and can only be read from the screen: press the Tilewise button in the toolbar once, then try again.',
  noCapture: 'The pictures can only be read from the screen, and that failed.',
  foreignFrame:
    'The pictures lie in a frame of another site, where they can neither be read nor found on the screen.',
  outOfView: 'The pictures can only be read from the screen, and could not be brought into view.',
  tileGone: 'The pictures went away while they were read.',
  noGrid: 'No picture question found here',
  notUnderstood: {
    negation:
      'Asks for pictures without something, in words that were not understood: please choose yourself',
    several: 'Asks for several things in one picture: please choose yourself',
    order: 'Asks for an order that was not understood: please choose yourself',
    example: 'Asks for what an example shows, and none was found: please choose yourself',
    comparison: 'Asks to compare the pictures: please choose yourself',
    amount: 'Asks how many things a picture shows: please choose yourself',
    drawn: 'The question is drawn as a picture that was not read: please choose yourself',
  },
  faults: {
    'bad-input': 'This question is of a kind that the model does not take',
    model: 'The model is missing or damaged',
    engine: 'The model failed at work',
    gone: 'The connection to the model was lost; please try again',
    slow: 'The model took too long; please try again',
    unexpected: 'Something went wrong',
  },
  because: (sentence, detail) => `${sentence}: ${detail}`,
};

const chinese: Words = {
  looking: '正在看图…',
  suggested: (count) => `${count} 张图符合`,
  clicked: (count) => `已选 ${count} 张图`,
  none: '没有符合的图',
  unsure: '拿不准，请您自己选',
  unknownWord: (text) => `模型不认识“${text}”，请您自己选`,
  accept: (count) => `选这 ${count} 张`,
  close: '关闭',
  chosen: (positions) => `建议选第 ${positions} 张。`,
  corrections: '更正答案',
  tile: (position) => `第 ${position} 张图`,
  corrected: (count) => `已更正：${count} 张图符合`,
  undo: '撤销',
  notLearned: '这里已更正，但没有记住，下次不会用到。',
  hint: '按回车选择，按 Esc 关闭。',
  cancelled: '已关闭。',
  needsCapture: '图片来自其他网站，只能从屏幕上读取：请先点一次工具栏上的识格按钮，再试一次。',
  noCapture: '图片只能从屏幕上读取，但读取失败。',
  foreignFrame: '图片在其他网站的框架里，无法读取，也无法确定它在屏幕上的位置。',
  outOfView: '图片只能从屏幕上读取，但无法滚动到可见处。',
  tileGone: '读取时图片消失了。',
  noGrid: '这里没有找到图片题',
  notUnderstood: {
    negation: '要选的是不含某物的图，但没有看懂，请您自己选',
    several: '要选同时有几种东西的图，请您自己选',
    order: '要按顺序点选，但没有看懂顺序，请您自己选',
    example: '要与示例图比较，但没有找到示例，请您自己选',
    comparison: '要在图片之间比较，请您自己选',
    amount: '要数图中东西的数量，请您自己选',
    drawn: '题目画在图片里，没有读出来，请您自己选',
  },
  faults: {
    'bad-input': '模型不接受这样的题目',
    model: '模型缺失或已损坏',
    engine: '模型运行出错',
    gone: '与模型的连接断开了，请再试一次',
    slow: '模型用时过长，请再试一次',
    unexpected: '出错了',
  },
  because: (sentence, detail) => `${sentence}：${detail}`,
};

/** The language of the browser, which is the person's own and not the page's. */
export function language(): 'zh' | 'en' {
  const code = typeof chrome === 'undefined' ? undefined : chrome.i18n?.getUILanguage();
  return (code ?? navigator.language).toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function words(): Words {
  return language() === 'zh' ? chinese : english;
}
