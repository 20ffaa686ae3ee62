import { DETOURS } from './chinese-detours.ts';
import { AMONG_PICTURES, PLAIN_WHICH, QUESTIONS } from './chinese-questions.ts';
import * as zh from './question-phrases.ts';
import { rephrase, rephrasing } from './rephrasing.ts';

const SPEAKS_OF_PICTURES =
  /图|照片|相片|画面|([选点圈找指挑勾])一?\1(?=看|[,，]|哪)|[选点圈找指]一[选点圈找指下]|圈出|点击它|选出来|点出来|[找指]出|找到|[点选]它/;

/** 请把它们选出来, after what they are was said. */
const PICK_THEM = rephrasing(
  /[选点找圈勾标拣挑打]/,
  `(?<=.[,，。！!?？;；\\s])\\s*(?:请|快|再|然后|并|[你您])*(?:把|将)?(?:它们?|其|[他她]们|这些图片?|对应的?图片?)?(?:都|全部?|一一)?(?:点一?点|圈一?圈|选一?选|找一?找|${zh.VERBS_AFTER_OBJECT}|勾[上选]|选[上中择出]|点[选击]|勾选)(?:出来|起来|它们?|上|吧|即可|答案|哦)*\\s*(?:$|(?=[。！!?？,，;；]))`,
  '',
);

/** 这 5 张照片: white space that parts nothing. */
const SPACED = /(?<=\d)\s+(?=[张个幅块格处只])|(?<=\p{Script=Han})[^\S\n]+(?=\d+\s*[张个幅块格处只])/gu;

const ALWAYS = [...DETOURS, ...QUESTIONS, PICK_THEM];

/**
 * The same request as a plain one: 下面哪些图片里有狗？ → 请选择有狗的图片。 What is no such question stays as it is.
 *
 * @param text simplified characters
 */
export function rephraseChinese(text: string): string {
  return rephrase(text.replace(SPACED, ''), ALWAYS);
}

/** The same for what could be said of anything else, in a text that gives no plain request: 宝宝，哪个是香蕉？ */
export function rephraseLoosely(text: string): string {
  const more = SPEAKS_OF_PICTURES.test(text) ? AMONG_PICTURES : [];
  return rephrase(rephraseChinese(text), [...more, PLAIN_WHICH, PICK_THEM]);
}
