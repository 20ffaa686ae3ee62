import {
  ASKED,
  CHOOSE,
  CLOSE,
  INSIDE,
  PICTURE,
  PLACE,
  SHOWS,
  START,
  WHICH,
  WHICH_PICTURES,
} from './chinese-pieces.ts';
import * as zh from './question-phrases.ts';
import { rephrasing, type Rephrasing } from './rephrasing.ts';

/** Questions about pictures, and the same as requests. In this order, one after the other. */
export const QUESTIONS: readonly Rephrasing[] = [
  // 小鸭子藏在哪几张图里; 老虎一共藏在3张图里，快找出来
  rephrasing(
    /在/,
    `${START}([^,，。:：在哪]{1,8}?)(?:一共|共|都)?(?:[躲藏画拍]|出现|显示)?在了?${WHICH_PICTURES}${INSIDE}${CLOSE}`,
    '请选择包含$1的图片。',
  ),
  rephrasing(
    /在/,
    `${START}([^,，。:：在哪]{1,8}?)(?:一共|共|都)?(?:[躲藏画拍]|出现|显示)在了?((?:${zh.NUMBER})[张幅块格])(?:${PICTURE})?${INSIDE}[,，].{0,4}(?:找|选|点|圈)出?来?`,
    '请选择$2有$1的图片。',
  ),
  // “雨伞”是哪一张
  rephrasing(
    /哪/,
    `${START}[“"「]?([^,，。:：哪是“”"「」]{1,8}?)[”"」]?是哪(?:一|几)?[张幅块格](?:${PICTURE})?${CLOSE}`,
    '请选择包含$1的图片。',
  ),
  // 下面哪几张和上面这张图里的东西一样
  rephrasing(
    /哪|边/,
    `${START}(?:${PLACE}|[以]?下[面列方]?)?(?:${WHICH_PICTURES})${INSIDE}([和与跟同][^,，。]{1,14}?(?:一[样致]|相[同似]|同[一]?[类种]))的?${CLOSE}`,
    '请选择$1的图片。',
  ),
  // 哪一幅图跟别的不是一类; 哪张图里的苹果最多
  rephrasing(
    /哪|边/,
    `${START}(?:${PLACE}|[以]?下[面列方]?)?(?:${WHICH_PICTURES})${INSIDE}[^,，。]{0,10}?(?:最[多少大小高矮低长短快慢重轻远近胖瘦老]|别的|其[他它余]|不同|不一样|不是一[类种]|一模一样|多余)[^,，。]{0,8}?${CLOSE}`,
    '请选择与其他不同的图片。',
  ),
  // 下面哪些图片里有狗; 哪几张是蝴蝶
  rephrasing(
    /哪|边/,
    `${START}${ASKED}(?:${PLACE}|[以]?下[面列方]?)?(?:${WHICH_PICTURES})的?${INSIDE}(?:里面|同时|你|您|都)?(${SHOWS}[^,，。?？!！]{1,16}?)(?:的${PICTURE})?${CLOSE}`,
    '请选择$1的图片。',
  ),
  // 下图中哪些是水牛
  rephrasing(
    /哪|何|谁/,
    `${START}${ASKED}(?:${PLACE})有?(?:${WHICH})(${SHOWS}[^,，。?？!！]{1,12}?)(?:的${PICTURE})?${CLOSE}`,
    '请选择$1的图片。',
  ),
  // 与“贝壳”这个词相符的图片是哪几张
  rephrasing(
    /哪/,
    `${START}([与和跟][^,，。?？]{1,12}?(?:相符|符合|一致|对应|[有相]关))的(?:${PICTURE})(?:是|有)哪.{0,4}[?？]?`,
    '请选择$1的图片。',
  ),
  // 有小汽车的是哪些; 出现口罩的有（ ）
  rephrasing(
    /的.{0,8}[是有为在]/,
    `${START}${ASKED}(?:${PLACE})?(${SHOWS}[^,，。?？!！:：是]{1,14}?)的(?:${PICTURE})?(?:[是有为](?:哪.{0,5}?)?|在哪.{0,4}?)[?？:：]?\\s*(?:[(（][^()（）]{0,8}[)）]|请?${CHOOSE})?[。:：]?\\s*$`,
    '请选择$1的图片。',
  ),
];

/** What could be asked of anything, and is about pictures where these, or picking them, are spoken of. */
export const AMONG_PICTURES: readonly Rephrasing[] = [
  // 小汽车在哪里
  rephrasing(
    /哪|何|谁/,
    `${START}请?(?:${zh.VERBS})?([^,，。:：哪是请]{1,8}?)在哪(?:里|儿)?${CLOSE}`,
    '请选择包含$1的图片。',
  ),
  rephrasing(
    /哪|何|谁/,
    `${START}${ASKED}(?:以?下[面列方]?)?(?:${WHICH})(${SHOWS}[^,，。?？!！]{1,12}?)(?:的${PICTURE})?${CLOSE}`,
    '请选择$1的图片。',
  ),
  rephrasing(
    /哪|何|谁/,
    `${START}([^,，。:：哪是]{1,8}?)是(?:${WHICH})(?:${PICTURE})?${CLOSE}`,
    '请选择包含$1的图片。',
  ),
];

/** 哪个是香蕉: with a plain word and nothing else, it is pictures that show it. */
export const PLAIN_WHICH = rephrasing(
  /哪|何者/,
  `^(?:[^,，。!！]{1,4}[,，!！])?${ASKED}(?:以?下[面列方]?)?的?(?:哪一?[个些只张]?是|何者[是为])([^,，。?？!！的]{1,5}?)${CLOSE}$|^[“"「]?([^,，。?？!！的“”"]{1,5})[”"」]?是哪一?[个些只]${CLOSE}$`,
  '请选择包含$1$2的图片',
);
