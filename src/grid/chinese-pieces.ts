import * as zh from './question-phrases.ts';

// Parts of regular expressions of which chinese-detours.ts and chinese-questions.ts are made.

export const MEASURE = '[张个幅副块格处项只]';
export const PICTURE = `[^,，。:：!！?？\\n的选点哪]{0,4}?(?:${zh.PICTURES})`;
/** 下面的图片中, 以下四幅图中: where to look, with a word for pictures. */
export const PLACE = `(?:看一?看)?[在从由]?(?:以[下上]|下[面列方边述]?|上[面列方]?|这|所给|给出|本|左[侧边]|右[侧边])?的?(?:${zh.NUMBER})?${MEASURE}?的?${PICTURE}(?:当?中|里面?|之?内|上面?)?`;
/** The same with a word that tells it is a place. */
export const PLACED = `(?:(?:[在从由]|以[下上]|下[面方列边述]?|上[面方列]|这些?|所给|给出|本)[^,，。:：]{0,6}${PICTURE}(?:当?中|里面?|之?内|上面?)?|${PICTURE}(?:当?中|里面?|之?内))`;
/** 哪几张, 哪些图片: asks for pictures by itself. 哪些, 哪个 does where pictures are spoken of. */
export const WHICH_PICTURES = `(?:哪|边)(?:一|几|些|两|三)?(?:[张幅块格副](?:${PICTURE})?|个?(?:${PICTURE}))`;
export const WHICH = '哪(?:一|几|些)?[个只种]?(?:选项)?|何者|谁';
export const INSIDE = '(?:当?中|里面?|之?内|上面?|入面)?';
/** What a picture has to do with a thing, or has not. */
export const SHOWS = `(?:符合描述|${zh.RELATIONS}|[画拍](?:到|的)?了?|[能可]以?看[到见]|看[得不][到见]|可见|(?:并|都)?(?:没有?|未|不|无)(?:包含|含有?|带有?|出现|显示|存在|是|属于|看到|见到)?|[是在]的?|为|有)`;
/** Where a sentence or a part of one begins and ends. */
export const START = '(?<=^|[。！!?？；;\\n\\r,，:：|、.~】\\])）]\\s*)';
export const END = '(?=[吧哦喔呀啊啦]?\\s*(?:$|[。！!?？；;\\n\\r,，:：~(（|]))';
export const CLOSE = '[呢呀啊吗吧哦喔]?\\s*(?:[?？]|(?=\\s*(?:$|[。！!；;\\n\\r,，~(（|])))';
/** 请判断…哪些: what may stand before a question word. */
export const ASKED = '(?:请?(?:问|判断|回答|想一?想|指出|说说|选出|找出|(?:[你您]能)?找到|[你您]能看出))?';
export const CHOOSE = `(?:(?:全部|都|全|一一|逐一|统统|依次)*(?:${zh.VERBS_AFTER_OBJECT}|打上?勾|打钩|画圈|选[上出]|勾上|点[它上]|选它|[点勾选圈]))`;
export const ASKS_POLITELY =
  '(?:请|麻烦|烦请|[你您]|就|即|则|都|皆|均|要|需要?|应|可以|把它们?|将其|给它们?)*';
