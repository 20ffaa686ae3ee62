/**
 * The words by which pages ask for pictures, in simplified and traditional Chinese. To teach Tilewise a new way of
 * asking, add a word here and a line to read-question.test.ts. Entries are parts of regular expressions; longer ones
 * come before their own beginnings.
 */
function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** 请选择…: what the person is told to do. */
export const VERBS = words(`
  选择 选出 选取 选中 选定 挑选 挑出 点选 点击 点按 点出 单击 点一下 轻点 轻触 触摸 勾选 圈出 圈选 标出 标记出? 找出 找到 找寻 指出 识别出? 選擇 選出 選取 選中
  選定 挑選 點選 點擊 點按 點出 單擊 點一下 輕觸 勾選 圈選 標出 標記出? 識別出? 按一下 按下 点亮 點亮`);
/** One character is a verb only after 请. */
export const SHORT_VERBS = words(`
  选 選 点 點 找`);
/** Verbs of looking for something; 选择 and 点击 alone are on every button. */
export const PICK_OUT = /[出选選]$|找到/;
/** …选出来: the verb at the end of a 把 sentence. */
export const VERBS_AFTER_OBJECT = words(`
  选择 选出来? 选中 选上 选取 找出来? 挑出来? 点出来? 点击 点选 点一下 点一遍 勾选 勾上 圈出来? 标出来? 标记出来 選擇 選出來? 選中 選取 找出來? 挑出來? 點出來?
  點擊 點選 勾選 圈出來? 標出來?`);

const PICTURES =
  '图片|图像|图块|图案|照片|相片|画面|九宫格|六宫格|宫格|方块|方格|格子|卡片|缩略图|小图|图|' +
  '圖片|圖像|圖塊|圖案|畫面|九宮格|六宮格|宮格|方塊|縮圖|小圖|圖';
const NUMBER = '[0-9]+|[一二两兩三四五六七八九十]+';
const MEASURE = '张|個|个|幅|副|块|格|处|项|張|塊|處|項';

/** 下图中的, 在下面的图片里: where to look. */
export const WHERE = [
  `(?:在|从|從|于|於)?(?:(?:以下|下面|下方|下列|下边|以上|上面|上方|左侧|右侧|左側|右側|这些|這些|所给|给出|本|该|該|此|这|這|下|上|左|右)(?:的)?)?(?:(?:${NUMBER})?(?:${MEASURE})?)?(?:${PICTURES})(?:中|里|裡|裏|內|内|上(?![传傳])|当中|當中|之中|里面|裡面)(?:的)?`,
  '(?:在|从|從)?(?:以下|下面|下方|下列|下边|下邊)(?:中)?(?:的)?',
];
/** 所有的, 全部, 每一张. */
export const ALL = [
  `(?:所有|全部|一切|每一?|各)(?:的)?(?:(?:${MEASURE})(?:的)?)?`,
  `(?:任意|任何)(?:一)?(?:${MEASURE})(?:的)?`,
];
/** 2张, 三个; the number is captured, unless it is only a bound. */
export const COUNT = `(?<bound>至少|最少|最多|不少于|不少於|不超过)?(?:其中)?(?:的)?(?<number>${NUMBER})(?:${MEASURE}|只|隻|辆|輛)(?<open>以上|或以上)?(?:的)?`;
/** 包含, 含有, 出现: always a relation. */
export const RELATIONS = words(`
  (?:里面|其中|裡面)?(?:中)?(?:包含有?|包括|含有|带有|帶有|具有|存在)(?:了|着)? (?:里面|其中|裡面)有 出现(?:了|有)? 出現(?:了|有)?
  (?:显示|展示|顯示)(?:出|了|着|為|为|有|的是)? (?:画|拍|印|畫)(?:有|着|著|了|到|的是) 属于 屬於 描绘(?:了|着|的是)? 内容(?:是|为|包含)
  內容(?:是|為|包含) (?:能|可以?)看[到见見] 看得[到见見] 可见 可見 符合 匹配 对应 對應 表示 代表`);
/** One character is a relation only where 的图片 follows, and not in words that begin with it. */
export const SHORT_RELATIONS = words(`
  有着? 含 带着? 帶著? 是 为 為`);
export const NOT_RELATIONS = /^(?:有[轨軌袋机機翅]|含羞|[带帶][鱼魚]|为什|為什)/;
/** 的图片, 的那一张: what follows the thing. */
export const TAILS = [
  `的(?:全部|所有|那|这|這)?(?:${PICTURES}|区域|部分|选项|位置|地方|區域|選項)`,
  `的(?:那|这|這)?(?:一)?(?:${MEASURE})`,
  '(?:图片|图像|照片|相片|圖片|圖像|图块|圖塊)',
];
/** 以下物体: the thing itself stands on the next line or after a colon. */
export const SEE_NEXT =
  /^(?:的|(?:如下|以下|下列|下述|下面|这些|這些)?(?:的)?(?:物体|物品|物件|内容|目标|对象|事物|东西|物體|內容|目標|對象|東西|词语|詞語|文字|描述)?)$/;

/** 为了验证…, 安全验证：, 按要求: may stand before the request. */
export const POLITE =
  /^(?:请|請|麻烦|麻煩|(?:您|你)(?:需要|要)|需要?|现在|現在|按照?(?:要求|提示|说明)|根据(?:要求|提示|说明|题意|问题)|依照?(?:要求|提示)|仔细|认真|先|再|您|你|手动|用鼠标|至少|最少|最多|只|逐一|逐个|逐個|一一)+/;
/** 提交前请选择: when to do it. */
export const BEFORE = /^[^请請“"「『]{1,10}(?:前|时|時|后|後)(?=[请請])/;
export const TITLES =
  /^(?:安全|人机|图片|图形|点选|滑动)?(?:验证码?|校验|驗證碼?|认证|提示|问题|題目|题目|问|第[0-9一二三四五六七八九十]+[题題])\s*/;

/** 至少选择2张: the number is only a bound. */
export const BOUND = /至少|最少|最多/;

/** What is understood as a request, and not yet answered. */
export const ORDER = /依次|按照?[^，。]{0,6}(?:顺序|順序|次序|先后)|先后(?:点|點|选|選)|顺次/;
export const NEGATION =
  /^(?:不(?![倒锈])|没有|沒有|没|沒|未|除(?![草湿雪冰尘臭]))|(?:不|没有|沒有|未|并非)(?:含|包|带|帶|是|属|屬|为|為|有|存在|出现|出現|显示)|不[^倒锈]{0,4}的$|^无(?!人|花果|线|轨|尾|籽|核|袖|框|烟)|^無(?!人|花果|線|軌|尾|籽|核|袖|框|煙)|以外|之外|^(?:其余|其餘|其他|其它|剩下)/;
export const EXAMPLE =
  /(?:上图|下图|左图|右图|示例|样例|例图|参考图|样图|上圖|下圖|左圖|右圖|範例|图示|所示|此图|该图|目标图).{0,10}(?:相同|相似|一样|一樣|一致|同类|同類|类似|類似|相符|匹配)|^(?:相同|相似|一样|一樣)的/;
export const COMPARISON =
  /最[大小高低矮多少长長短快慢重轻輕远遠近老]|不同|不一样|不一樣|与众|(?:比|较|較)[大小高低多少]|多余的|倒[着立]/;
/** 猫和狗: several things; the words in which the same character joins nothing. */
export const JOINED = /[、,，;；/&+]|和|与|與|跟|以及|及|或/;
export const NOT_JOINED = /和服|和尚|和平|和牛|和面|暖和|平和|[高平低]跟|埃及|普及/g;

/** The person's own taste or choice: nothing that a picture could tell. */
export const TASTE =
  /喜欢|喜爱|喜歡|喜愛|[最热]爱|最愛|兴趣|興趣|心仪|偏好|[爱想]吃|想|希望|愿意|需要|适合|適合|[你您我妳](?:的|所|家|最|要|认|認|觉|覺)|自己|头像|頭像|常[用去吃]|去过|拥有|最[美佳好棒酷]|好[看吃玩]|漂亮|满意|推荐|中意|心情|今天/;
/** Words of buttons, links and forms. */
export const CONTROLS =
  /查看|浏览|瀏覽|进入|進入|了解|放大|缩小|购买|購買|下载|下載|播放|打开|打開|開啟|跳转|跳轉|详情|詳情|更多|收藏|分享|删除|刪除|编辑|編輯|上传|上傳|领取|領取|观看|觀看|预览|預覽|保存|儲存|登录|登入|注册|註冊|提交|送出|确认|確認|确定|確定|下一|返回|刷新|重新|跳过|跳過|略过|验证|驗證|按钮|按鈕|链接|連結|大图|原图|大圖|切换|添加|加入|设置|设为|移动|复制|发送|关注|报名|预订|结算|付款|支付|试用|批量|进行|操作|换一|拖|滑块|滑動/;
/** Names of what a form lets one choose. */
export const FORM_WORDS =
  /(?:图片|照片|图像|图块|方格|格子|宫格|文件|商品|选项|项目|项|内容|相册|视频|音乐|表情|邮件|消息|好友|联系人|日期|时间|颜色|色彩|尺码|尺寸|型号|城市|地区|省份|分类|类别|标签|话题|主题|模板|背景|壁纸|款式|规格|答案|题目|数量|方式|语言|国家|门店|座位|车次|航班|房间|套餐|服务|产品|宝贝|作品|专辑|歌曲|皮肤|贴纸|图标|位置|区域|部分|目标|物体|物品|东西|对象|元素|类型|风格|车型|品牌|角色|人数|口味|圖片|照片|檔案|選項|項目|內容|影片|音樂|表情|日期|時間|顏色|尺寸|型號|地區|分類|標籤|主題|範本|款式|規格|數量|語言|國家|座位|房間|產品|物品|東西|對象|類型|風格|正确|正確|符合(?:条件|要求|题意|描述)|适用)(?:的)?$/;
export const ASKS = /[?？]|什么|什麼|哪|吗|嗎|几[张个]|谁|誰|多少|怎么|怎麼|如何/;
/** What may follow in the same sentence and says nothing of the thing. */
export const AFTERWARDS =
  /(?:[,，]|然后|然後|并且?(?:点|點|按|提)|並且?(?:點|按|提)|接着|之后|之後|[后後](?:[点點按提再方]|[继繼]|即可)|以(?:[继繼]|便|完成|[验驗]|[证證]|[确確]|通[过過]|解)|直到|直至|如果|假如|如[无無没沒]|若|没有则|沒有則).*$/;
/** A sentence after the request that goes on like this is about what to do then. */
export const GOES_ON =
  /^(?:如|若|假|然|并|並|再|直|完|点|點|可|共|包括|至少|请|請|选|選|找|没|沒|以|即|最|每|当|當|为|為|后|後|注|提|限|剩|还|還|哪怕|全|一[共直]|继续|繼續|尽|儘|谢|謝|加油|您|你|图|圖|新|逐|系统|本题|时间|\d+\s*秒)/;
/** 不包括校车: a sentence after the request that takes something away. */
export const EXCLUDES = /^(?:但|但是)?(?:不(?:包括|包含|含|要|选|選|算)|除)/;
export const CLASSIFIER =
  /^(?:[一二两兩三四五六七八九十几幾数數0-9]+)(?:只|个|辆|条|张|座|架|艘|匹|头|把|件|朵|棵|株|盏|根|支|枝|台|部|块|片|粒|颗|双|对|副|套|顶|本|扇|栋|幢|杯|碗|瓶|盘|串|位|名|群|束|堆|种|隻|個|輛|條|張|頭|盞|塊|顆|雙|對|頂|棟|盤|種|匹)(?:的)?(?=.)/;
export const ADDED = /^(?:的|任何|某|正确的|正確的|相应的|相應的|真实的|真實的)+/;
export const SUFFIX = /(?:所在|图样|等)$/;
export const PARTICLES = /(?:吧|哦|喔|呀|啊|呢|即可|就行|谢谢|謝謝|[~～!！。.…:：\s])+$/;
