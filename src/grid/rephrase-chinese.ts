import * as zh from './question-phrases.ts';

const NUMBER = '[0-9]+|[一二两三四五六七八九十]+';
const MEASURE = '[张个幅副块格处项只]';
const PICTURE = `[^,，。:：!！?？\\n的选点哪]{0,4}?(?:${zh.PICTURES})`;
/** 下面的图片中, 以下四幅图中: where to look, with a word for pictures. */
const PLACE = `(?:看一?看)?[在从由]?(?:以[下上]|下[面列方边述]?|上[面列方]?|这|所给|给出|本|左[侧边]|右[侧边])?的?(?:${NUMBER})?${MEASURE}?的?${PICTURE}(?:当?中|里面?|之?内|上面?)?`;
/** The same with a word that tells it is a place. */
const PLACED = `(?:(?:[在从由]|以[下上]|下[面方列边述]?|上[面方列]|这些?|所给|给出|本)[^,，。:：]{0,6}${PICTURE}(?:当?中|里面?|之?内|上面?)?|${PICTURE}(?:当?中|里面?|之?内))`;
/** 哪几张, 哪些图片: asks for pictures by itself. 哪些, 哪个 does where pictures are spoken of. */
const WHICH_PICTURES = `(?:哪|边)(?:一|几|些|两|三)?(?:[张幅块格副](?:${PICTURE})?|个?(?:${PICTURE}))`;
const WHICH = '哪(?:一|几|些)?[个只种]?(?:选项)?|何者';
const INSIDE = '(?:当?中|里面?|之?内|上面?|入面)?';
/** What a picture has to do with a thing, or has not. */
const SHOWS = `(?:符合描述|${zh.RELATIONS}|[画拍](?:到|的)?了?|[能可]以?看[到见]|看[得不][到见]|可见|(?:并|都)?(?:没有?|未|不|无)(?:包含|含有?|带有?|出现|显示|存在|是|属于|看到|见到)?|[是在]的?|为|有)`;
/** Where a sentence or a part of one begins and ends. */
const START = '(?<=^|[。！!?？；;\\n\\r,，:：|、.】\\])）]\\s*)';
const END = '(?=\\s*(?:$|[。！!?？；;\\n\\r,，(（|]))';
const CLOSE = '[呢呀啊吗]?\\s*(?:[?？]|(?=\\s*(?:$|[。！!；;\\n\\r,，(（|])))';
/** 请判断…哪些: what may stand before a question word. */
const ASKED = '(?:请?(?:问|判断|回答|想一?想|指出|说说|选出|找出|(?:[你您]能)?找到|[你您]能看出))?';
const CHOOSE = `(?:(?:全部|都|全|一一|逐一|统统|依次)*(?:${zh.VERBS_AFTER_OBJECT}|打上?勾|打钩|画圈|选[上出]|勾上|点[它上]|选它|[点勾选圈]))`;
const ASKS_POLITELY = '(?:请|麻烦|烦请|[你您]|就|即|则|都|要|需要?|应|可以|把它们?|将其|给它们?)*';

interface Rephrasing {
  readonly said: RegExp;
  readonly as: string;
}

const plain = (said: string, as: string): Rephrasing => ({ said: new RegExp(said, 'gu'), as });

/** How else pages ask for pictures, and the same as a request. In this order, one after the other. */
const ALWAYS: readonly Rephrasing[] = [
  // 请你选一选，找找看，听录音，: nothing is asked yet
  plain(
    `${START}(?:小朋友们?|宝贝们?|同学们?|亲|各位)?[,，!！]?(?:请|来|快)?(?:[你您]|我们|大家)?来?(?:([选找圈点指])一?\\1(?:看|吧|一下)?[,，!！。]|([看听想认数猜比试读])[一]?\\2(?:看|吧|一下)?[,，:：!！。]|(?:看图|听录音|仔细观察|认真观察|观察图片)[,，。:：](?!选择?图))`,
    '',
  ),
  // 请辨识图片内容并选取…
  plain(
    `${START}请?先?(?:滑动|左右)?(?:观察|查看|辨[识认别]|浏览|检查|阅读|找[到出]|看)[^,，。]{0,8}?[,，]?(?:并|然后|再)(?=(?:选|点|找|勾|圈)[^,，。]{3})`,
    '请',
  ),
  // 下列图片中，哪些…: the comma parts nothing
  plain(`${START}(${PLACED})[,，:：]\\s*(?=(?:请|哪|何者|${zh.VERBS}|[^,，。]{1,14}的(?:是|有)))`, '$1'),
  // 除了苹果，其余的图片都要选上
  plain(
    `除了?([^,，。]{1,12}?)(?:以外|之外|外)?[,，]?(?:其[余他它]|剩[下余])的?(?:所有|全部)?的?(?:${PICTURE})?${ASKS_POLITELY}${CHOOSE}`,
    '请选择除了$1以外的图片',
  ),
  plain(
    `除了?([^,，。]{1,12}?)(?:以外|之外|外)[,，]\\s*(?:请|都)(?:全部|都|全)?${CHOOSE}${END}`,
    '请选择除了$1以外的图片',
  ),
  // 录音里说的是“铅笔”，请点击对应的图
  plain(
    `[^。\\n]{0,12}[“"「]([^“”"「」]{1,10})[”"」][^,，。：:\\n]{0,4}[,，。：:—–\\s]+请?(?:${zh.VERBS})(?:对应|正确|相应|相符)的?${PICTURE}`,
    '请选择“$1”的图片',
  ),
  // 除了猫以外，请选择其余所有图片: the exception before the request
  plain(
    `(除[^,，。]{1,20}?外)[,，]?\\s*(请?(?:[你您]?(?:[选择][择出取中]?|点[选击]|[找挑圈标勾][出选记]?)))`,
    '$2$1的',
  ),
  // 只要图中出现裂纹即勾选该图; 画面中若有电塔，请打勾
  plain(
    `${START}(?:如果|若是?|要是|只要|凡是?|假如)?${PLACE}(?:如果|若是?|要是)?((?:有(?!(?:${NUMBER})?[张幅块个])|出现|包含|含有?|存在|看到|可见)[^,，。?？]{1,14}?)(?:的话|的|时)?[,，]?(?=请|就|即|则|打|都|要)${ASKS_POLITELY}${CHOOSE}(?:它|[该此]图|出来|即可)?${END}`,
    '请选择$1的图片',
  ),
  // 含蘑菇的图片请全选; 凡是出现雨伞的请打勾
  plain(
    `${START}(?:凡是?|只要是?|所有|全部)?((?:有|出现|包含|含有?|带有?|存在|看到|可见)[^,，。:：]{1,14}?)的(?:${PICTURE})?(?=请|都|均|就|全部)${ASKS_POLITELY}均?${CHOOSE}(?:出来)?${END}`,
    '请选择$1的图片',
  ),
  // 9张图中有4张是企鹅，请全部点出
  plain(
    `${START}(?:${PLACE})(?:一?共)?有((?:${NUMBER})[张幅块格])((?:是|有|包含|含有?|出现|画)[^,，。:：]{1,12}?)(?<!的)[,，]\\s*${ASKS_POLITELY}${CHOOSE}(?:出来)?${END}`,
    '请选择$1$2的图片',
  ),
  // 目标物：算盘。请点击全部符合的图片。
  plain(
    `${START}(?:目标(?:物[体品]?|词)?|关键词|提示词?|词语|物品|单词)[:：]\\s*([^,，。:：\\n]{1,10})[,，。;；\\n]\\s*请[^,，。\\n]{2,10}(?:相?符合?|对应|相[应关]|匹配)的?(?:全部|所有)?的?${PICTURE}`,
    '请选择所有$1的图片',
  ),
  // 参照例图，把一样的图找出来
  plain(
    `(?:参[照考]|对照|根据)(?:[左右上]侧?)?的?(?:示例|例|样|范例|参考)图?片?[,，]?\\s*(?:请)?(?:把|将|${zh.VERBS})?(?:所有|全部)?(?:一样|相同|同类)的.{0,8}`,
    '请选择与示例相同的图片',
  ),
  // 有鸟的都选，鸽子不要选
  plain(`[,，]\\s*([^,，。]{1,6}?)(?:不要|别|不用|不能|不)[选点勾]中?${END}`, ',不包括$1'),
  // 请按故事发生的先后顺序给下面的图片排序
  plain(
    `请?[^。\\n]{0,20}(?:把|将|给)[^。\\n]{0,6}?(?:${PICTURE})[^。\\n]{0,14}?排(?:序|列|出|好)[^。\\n]{0,8}`,
    '请按顺序点击',
  ),
  // 有共享单车的照片，请您全部选出
  plain(
    `${START}(?:凡是?)?([^,，。:：]{2,14}?的(?:${PICTURE}))[,，]\\s*(?=请|都|要|全)${ASKS_POLITELY}${CHOOSE}(?:出来)?${END}`,
    '请选择$1',
  ),
  // 计程车（请点选所有符合的图）
  plain(
    `(?:^|(?<=[:：\\n]))\\s*([^:：(（,，。\\n]{1,8})[(（]\\s*(请[^()（）]{2,8}?)(?:相?符合|对应|相[应关]|匹配)的?(${PICTURE})[)）]`,
    '$2$1的$3',
  ),
  // 小鸭子藏在哪几张图里; 老虎一共藏在3张图里，快找出来
  plain(
    `${START}([^,，。:：在哪]{1,8}?)(?:一共|共|都)?(?:[躲藏画拍]|出现|显示)?在了?${WHICH_PICTURES}${INSIDE}${CLOSE}`,
    '请选择有$1的图片。',
  ),
  plain(
    `${START}([^,，。:：在哪]{1,8}?)(?:一共|共|都)?(?:[躲藏画拍]|出现|显示)在了?((?:${NUMBER})[张幅块格])(?:${PICTURE})?${INSIDE}[,，].{0,4}(?:找|选|点|圈)出?来?`,
    '请选择$2有$1的图片。',
  ),
  // “雨伞”是哪一张
  plain(
    `${START}[“"「]?([^,，。:：哪是“”"「」]{1,8}?)[”"」]?是哪(?:一|几)?[张幅块格](?:${PICTURE})?${CLOSE}`,
    '请选择有$1的图片。',
  ),
  // 下面哪几张和上面这张图里的东西一样
  plain(
    `${START}(?:${PLACE}|[以]?下[面列方]?)?(?:${WHICH_PICTURES})${INSIDE}([和与跟同][^,，。]{1,14}?(?:一[样致]|相[同似]|同[一]?[类种]))的?${CLOSE}`,
    '请选择$1的图片。',
  ),
  // 哪一幅图跟别的不是一类; 哪张图里的苹果最多
  plain(
    `${START}(?:${PLACE}|[以]?下[面列方]?)?(?:${WHICH_PICTURES})${INSIDE}[^,，。]{0,10}?(?:最[多少大小高矮低长短快慢重轻远近胖瘦老]|别的|其[他它余]|不同|不一样|不是一[类种]|一模一样|多余)[^,，。]{0,8}?${CLOSE}`,
    '请选择与其他不同的图片。',
  ),
  // 下面哪些图片里有狗; 哪几张是蝴蝶
  plain(
    `${START}${ASKED}(?:${PLACE}|[以]?下[面列方]?)?(?:${WHICH_PICTURES})的?${INSIDE}(?:里面|同时|你|您|都)?(${SHOWS}[^,，。?？!！]{1,16}?)(?:的${PICTURE})?${CLOSE}`,
    '请选择$1的图片。',
  ),
  // 下图中哪些是水牛
  plain(
    `${START}${ASKED}(?:${PLACE})(?:${WHICH})(${SHOWS}[^,，。?？!！]{1,12}?)(?:的${PICTURE})?${CLOSE}`,
    '请选择$1的图片。',
  ),
  // 与“贝壳”这个词相符的图片是哪几张
  plain(
    `${START}([与和跟][^,，。?？]{1,12}?(?:相符|符合|一致|对应|[有相]关))的(?:${PICTURE})(?:是|有)哪.{0,4}[?？]?`,
    '请选择$1的图片。',
  ),
  // 有小汽车的是哪些; 出现口罩的有（ ）
  plain(
    `${START}${ASKED}(?:${PLACE})?(${SHOWS}[^,，。?？!！:：是]{1,14}?)的(?:${PICTURE})?(?:[是有为](?:哪.{0,5}?)?|在哪.{0,4}?)[?？:：]?\\s*(?:[(（][^()（）]{0,8}[)）])?[。:：]?\\s*$`,
    '请选择$1的图片。',
  ),
];

/** What could be said of anything, and is about pictures where these, or picking them, are spoken of. */
const AMONG_PICTURES: readonly Rephrasing[] = [
  // 小汽车在哪里
  plain(`${START}请?(?:${zh.VERBS})?([^,，。:：哪是请]{1,8}?)在哪(?:里|儿)?${CLOSE}`, '请选择有$1的图片。'),
  plain(
    `${START}${ASKED}(?:以?下[面列方]?)?(?:${WHICH})(${SHOWS}[^,，。?？!！]{1,12}?)(?:的${PICTURE})?${CLOSE}`,
    '请选择$1的图片。',
  ),
  plain(`${START}([^,，。:：哪是]{1,8}?)是(?:${WHICH})(?:${PICTURE})?${CLOSE}`, '请选择有$1的图片。'),
];
/** 哪个是香蕉: with a plain word and nothing else, it is pictures that show it. */
const PLAIN_WHICH = plain(
  `^(?:[^,，。!！]{1,4}[,，!！])?${ASKED}(?:以?下[面列方]?)?的?哪一?[个些只]?是([^,，。?？!！的]{1,5}?)${CLOSE}$|^[“"「]?([^,，。?？!！的“”"]{1,5})[”"」]?是哪一?[个些只]${CLOSE}$`,
  '请选择有$1$2的图片',
);
const SPEAKS_OF_PICTURES =
  /[指找]一[指找]|图|照片|相片|画面|[选点圈找]一[选点圈找]|圈出|点击它|选出来|点出来|[找指]出|找到|[点选]它/;

/** 请把它们选出来, after what they are was said. */
const PICK_THEM = plain(
  `(?<=.[,，。！!?？;；\\s])\\s*(?:请|快|再|然后|并|[你您])*(?:把|将)?(?:它们?|其|[他她]们|这些图片?|对应的?图片?)?(?:都|全部?|一一)?(?:点一?点|圈一?圈|选一?选|找一?找|${zh.VERBS_AFTER_OBJECT}|勾[上选]|选[上中择出]|点[选击]|勾选)(?:出来|起来|它们?|上|吧|即可|答案|哦)*\\s*(?:$|(?=[。！!?？,，;；]))`,
  '',
);

function apply(text: string, { said, as }: Rephrasing): string {
  return text.replace(said, as);
}

const rephrase = (text: string, rephrasings: readonly Rephrasing[]): string =>
  [...rephrasings, PICK_THEM].reduce(apply, text);

/**
 * The same request as a plain one: 下面哪些图片里有狗？ → 请选择有狗的图片。 What is no such question stays as it is.
 *
 * @param text simplified characters
 */
export function rephraseChinese(text: string): string {
  return rephrase(text, ALWAYS);
}

/** The same for what could be said of anything else, in a text that gives no plain request: 宝宝，哪个是香蕉？ */
export function rephraseLoosely(text: string): string {
  const more = SPEAKS_OF_PICTURES.test(text) ? AMONG_PICTURES : [];
  return rephrase(text, [...ALWAYS, ...more, PLAIN_WHICH]);
}
