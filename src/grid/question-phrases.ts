/**
 * The words by which pages ask for pictures, in Chinese. Texts are read in simplified characters (simplified.ts), so
 * one spelling is enough. To teach Tilewise a new way of asking, add a word here and a line to read-question.test.ts.
 * Entries are parts of regular expressions; longer ones come before their own beginnings.
 */

/** 请选择…: what the person is told to do. */
export const VERBS =
  '[圈勾点]选出(?!现)|选[择出取中定]|挑选出?|挑出|拣[选出]|点[选击按出亮]|单击|[点选圈找指勾挑]一?[下点选圈找指勾挑](?!的)|任选|轻[点触]|触[摸碰]|勾选|[圈勾][出选]|标[出记示注]出?|[找指]出|找寻|识别出?|按[一]?下|保留';
/** What is a verb only after 请. */
export const SHORT_VERBS = '找到|选(?![项手区集票美])|[点找拣]|按(?=所有|全部)';
/** Verbs of looking for something; 选择 and 点击 alone are on every button. */
export const PICK_OUT = /[出选]来?$|找到/;
/** …选出来: the verb at the end of a 把 sentence. */
export const VERBS_AFTER_OBJECT =
  '选[择中上取]|点[击选](?:出来)?|点一[下遍]|勾[选上]|[勾点挑圈拣]选出来?|识别出来|[选找挑点圈标勾拣]出来?|[选圈挑勾]起来|标记出来|全选';

export const PICTURES =
  '图[片像块案卡画]?|照片|相片|相(?![同似关应符])|画面|影像|[九六]?宫格|方[块格]|格子|[卡切]片|缩略?图|小图|[航街插截拍云视]+[图画]|(?:场景|实物|示意|卡通|真实|风景|动物|人物)图|样本';
export const NUMBER = '[0-9]+|[一二两三四五六七八九十]+';
const MEASURE = '[张个幅副块格处项]';

/** 下图中的, 在下面的图片里: where to look. */
export const WHERE = [
  `[在从于由]?(?:(?:以[下上]|下[面方列边]|上[面方]|[左右]侧|这些|所给|给出|[本该此这下上左右])(?:图的?|的)?)?(?:(?:${NUMBER})?${MEASURE}?)(?:${PICTURES})(?:中|里面?|内|上(?!传)|当中|之中)的?`,
  // 在CT图像中, 从以下选项中
  `[在从由](?:以下|下[面方列边]|这些|[本此该][页题]?)?的?(?:(?:${NUMBER})${MEASURE})?[^,，。:：选点击请的所有每找挑]{0,4}(?:${PICTURES}|选项|答案)(?:中|里面?|内|当中|之中)的?`,
  // 从下列图片选择
  `[从由](?:以下|下[面方列边])的?(?:${NUMBER})?${MEASURE}?(?:${PICTURES})(?=选|挑|找|点|勾|圈)`,
  '[在从]?(?:(?:以下|下[面方列边])中?|其中)的?',
].join('|');
/** 所有的, 全部, 每一张. */
export const ALL = `(?:所有(?![者权])|全部|一切|每一?|各)(?:的(?!士$))?(?:${MEASURE}的?)?|任[意何]一?${MEASURE}的?`;
/** 2张, 三个; the number is captured, unless it is only a bound. */
export const COUNT = `(?<bound>[至最]少|最多|不少于|不超过)?(?:其中)?的?(?<number>${NUMBER})(?:${MEASURE}|(?<thing>[只辆]))(?<open>或?以上)?的?`;
/** 蓝色的杯子: told by what is seen of it. */
export const COLOURED = /^(?:[红橙黄绿青蓝紫黑白灰粉棕金银]色?|彩色)的./;
/** 包含, 含有, 出现: always a relation. */
export const RELATIONS =
  '(?:里面|其中)?中?(?:包含有?|包括|含有|[带具]有|存在)[了着]?|(?:里面|其中)有|拍摄(?:[了着]|的是)|[藏躲][着有]|可见|看得见|出现[了有]?|[显展]示(?:[出了着为有]|的是)?|[画拍印](?:[有着了]|到了?|的是)|属于|描绘(?:[了着]|的是)?|(?:图片?|画面)?(?:内容|主体)(?:[是为]|包含)|内含|载[有着]|(?:能|可以?)看[到见]|看得[到见]|最?(?:符合|匹配)|对应|表示|代表';
/** One character is a relation only where 的图片 follows, and not in words that begin with it. */
export const SHORT_RELATIONS = '有着?|拍摄|含|带着?|[是为]';
export const NOT_RELATIONS = /^(?:有[轨袋机翅]|含羞|带鱼|为什)/;
/** 的图片, 的那一张: what follows the thing. */
export const TAILS = [
  `[的之](?:全部|所有|每一?${MEASURE}|正确|对应|相应|[那这](?:些|一?${MEASURE})?)?(?:${PICTURES}|图标|区域|部分|选项|位置|地方)`,
  `的[那这]?一?${MEASURE}`,
  // 含火车头的4个格子: the number is captured
  `的(?:(?<number>${NUMBER})${MEASURE})(?:${PICTURES})?`,
  '图[片像块]|照片|相片',
].join('|');
/** 以下物体: the thing itself stands on the next line or after a colon. */
export const SEE_NEXT =
  /^(?:的|(?:如下|以下|下[列述面]|这些)?的?(?:物[体品件]|内容|目标|对象|事物|东西|词语|关键词|提示词?|文字|名称|要求|条件|题意)?(?:描述)?|(?:如下|以下|下[列述面])?任[意何]一[种个类].{1,4})$/;

/** 为了验证…, 按要求: may stand before the request. */
export const POLITE =
  /^(?:请|麻烦|[\u4e00-\u9fff]{1,4}(?=请[选点找勾圈挑指按])|[您你](?:需要|要)|需要?|现在|[按依]照?(?:要求|提示|说明|题意)|在?\d+[秒分]钟?[之以]?内|也|一并|快|重新|[仅只](?=选|点|勾)|用(?:手指|鼠标|键盘|笔)|(?:各位)?(?:志愿者|同学|用户|标注员|大家|玩家|考生|您好)们?|于\d+[秒分]钟?[之以]?内|[依根]据(?:文字)?(?:要求|提示|说明|描述)|[按依]照?文字(?:要求|提示|说明|描述)|帮助?[^,，。图]{0,8}?(?=[找选挑圈点])|根据(?:要求|提示|说明|题意|问题)|仔细|认真|[先再您你只]|手动|用鼠标|[至最]少|最多|逐[一个]|一一)+/;
/** 提交前请选择: when to do it. */
export const BEFORE = /^[^请“"「『]{1,10}[前时后](?=请)/;
/** 安全验证: a title on the same line. */
export const TITLES =
  /^(?:[一二三四五六七八九十]{1,3}、\s*)?(?:[\d/、.()#:]+(?![\d秒分张个])|(?:安全|人机|图[片形]|点[选图]|滑动)?(?:验证码?|校验|认证|提示|问题|题目|问|第[0-9一二三四五六七八九十]+题))\s*/;
/** 你看到的, 您认为是: whose eyes they are says nothing of the thing. */
export const AS_SEEN = /[您你](?:(?:能|可以)?看[到见](?:的|(?=有|包含|含))|认为[是有]?)/;
/** 至少选择2张: the number is only a bound. */
export const BOUND = /[至最]少|最多/;

/** What goes beyond one thing. */
export const ORDER = /依次|依序|按照?[^，。]{0,10}(?:顺序|次序|先后)|先后[点选]|顺次/;
export const NEGATION =
  /^(?:不(?![倒锈])|没|未|既[不没未无非]|除(?![草湿雪冰尘臭]))|(?:不|没有|未|并非)(?:[含包带是属为有]|存在|出现|显示)|不[^倒锈]{0,4}的$|^无(?!人|花果|线|轨|尾|籽|核|袖|框|烟)|[以之]外|^非(?!洲|机动|凡|常|遗)|^(?:其[余他它]|剩下)|^[看见找]不[到见]/;
/** 不包含, 没有, 非: what follows is not to be seen. */
export const ABSENT =
  /^(?:里面?|其中|画面[中里]?|图[片中]?里?)?(?:[都均]|完全|并)?(?:(?:不|没有?|未|无)(?:包含有?|包括|含有?|带有?|具有|存在|出现过?|显示出?|拍到|看[到见]|见到|有|属于|画有?|是|为)|没有?|[看见找]不[到见]|非|无)(?:任何|一[只个辆条张]|某)?的?/;
/** 除了猫以外的动物. */
export const EXCEPT =
  /^除(?:了|去|开|掉)?(?<none>.+?)(?:以外|之外|外|(?=的?其[他它余])|$)的?(?:其[他它余]|剩[余下])?的?(?:所有|全部|一切)?的?(?<rest>.*)$/;
export const TAKES_AWAY =
  /^但?是?(?:请?(?:不要|别|勿)(?:选[择中取]?|点[击选到]?|包[括含])|不(?:包[括含]有?|含有?|选择?|算))/;
export const EXAMPLE =
  /(?:[上下左右样例]图|[上下左右][面方边侧]的?[这那]?[张幅]?图片?|[示样范]例|样[图本]|参考图|图示|所示|[此该]图|目标图).{0,10}(?:相[同似符]|一[样致]|同一?[类种]|类似|匹配)|^(?:相[同似]|一样)的/;
/** 与示例不同的, 相同的图片 (as each other): not what the example shows, or no example at all. */
export const OTHER_THAN_EXAMPLE = /不|没|非|^(?:相[同似]|一样)的/;
export const COMPARISON =
  /最[大小高低矮多少长短快慢重轻远近老]|不同|不一样|一模一样|完全[一相]|与众|[比较][大小高低多少]|多余的|倒[着立]/;
/** 猫和狗: several things; the words in which the same character joins nothing. */
export const JOINED = /[、,;/&+和与跟及或]/;
/** 有车但没有人: shown and not shown. */
export const BUT = /^(?<any>.+?)[,，]?(?:但|却|而)(?:是|且)?(?<none>(?:里面)?(?:不|没|未|无).+)$/;
/** 刚好有两只鸟: how many is said before the relation. */
export const EXACTLY = /^(?:刚好|恰好?|正好|[只仅]|总?共)(?=有|包?含|出现)/;
/** 既有猫又有狗: two things in one picture. */
export const BOTH = /^既(?!不|没|未|无).*[又也]|同时|一起|都有/;
/** 两只狗, 多于两只: how many things a picture shows. */
export const AMOUNT =
  /^(?:(?:至少|最多|多于|超过|不止|少于|恰好|正好|[大小]于)[^的]{0,2}|[只仅]有?一|[二两三四五六七八九十多几数]|[0-9]*[02-9]|[0-9]+1)[只个辆条张座架艘匹头把件朵棵株盏根支枝台块粒颗双对顶栋幢杯碗瓶盘串位名群束]/;
export const NOT_JOINED = /和[服尚平牛面]|[暖平]和|[高平低]跟|埃及|普及/g;

/** The person's own taste or choice: nothing that a picture could tell. */
export const TASTE =
  /[你您妳]|身边|本[届周月年期]|同意|条款|喜[欢爱]|[最热]爱|兴趣|心仪|偏好|[爱想]吃|想|希望|愿意|需要|适合|[你您我妳][的所家最要认觉]|自己|头像|常[用去吃]|去过|拥有|最[美佳好棒酷]|好[看吃玩]|漂亮|满意|推荐|中意|心情|今天|[^不]作为|[当用]作|封面|(?:正确|错误|合适|恰当|违[规法]|侵权|不良|有害|重复|模糊|清晰|失效|可疑|热门|最新|公开|私密|未读)的|^[已要]/;
/** Words of buttons, links and forms. */
export const CONTROLS =
  /查看|浏览|填[入写]|进[入行]|了解|放大|缩小|购买|下[载一]|播放|[打展]开(?!的)|开启|跳[转过]|详情|更多|收藏|分享|删除|编辑|上传|领取|观看|预览|保存|储存|登[录入]|注册|有用|有帮助|点赞|好评|提交|送出|确[认定]|返回|刷新|重新|略过|验证|按钮|链接|连结|大图|原图|切换|导出|菜单|选单|文件$|添加|加入|设[置为]|移动|复制|发送|关注|报名|预订|结算|[付支][款付]|试用|批量|操作|换一|一键|打印(?!机)|使用|出售|丢弃|领养|举报|解锁|全文|阅读|(?<=.)可以?[更查修编预切选放换获得进]|[评打]分|评[价论]|投[票稿]|翻[开牌转]|配对|^二维码|开始|创作|生成|制作|消除|它们|亮起|隐藏|获得|得分|定位|标签|^水印|滤镜|单词(?![“"「])|句子|这句|公众号|小程序|优惠|红包|拖(?!拉机|鞋|把|车)|滑[块动]/;
/** Names of what a form lets one choose. */
export const FORM_WORDS =
  /(?:[多几]张|图[片像块标]|照片|方格|空格|空白|格子|宫格|文件|档案|影片|范本|商品|选项|项目?|内容|相册|视频|音乐|表情|邮件|消息|好友|联系人|日期|时间|颜色|色彩|尺[码寸]|[型账]号|城市|地[区址]|省份|分类|类[别型]|标签|话题|主题|模板|背景|壁纸|款式|规格|答案|题目|数量|方式|语言|国家|门店|座位|车[次型]|航班|房间|套餐|服务|产品|宝贝|作品|专辑|歌曲|皮肤|贴纸|位置|区域|部分|目标|物[体品]|东西|对象|元素|风格|品牌|角色|[做说写读用]法|观点|错误|隐患|不同之处|[差区]别|差异|秘密|线索|词语|成语|汉字|背景图|[房户]型|成员|部门|设备|用户|作者|歌手|演员|球队|学校|科目|班级|课程|景点|行程|酒店|礼物|奖品|道具|装备|技能|英雄|(?:^|[扑塔卡])克?罗?牌|候选人|卡片|文字|数字|字母|人数|口味|正确|符合(?:条件|要求|题意|描述)|适用)的?$/;
/** …可一键出售: what goes on as a sentence is no thing. */
export const GOES_ON_AS_SENTENCE = /^(?:可(?![乐可颂丽爱回])|能够|即|就|来|以|在(?!.+的.))/;
/** 5处不同: the game. */
export const DIFFERENCES = /^不同[处点]?$/;
export const ASKS = /\?|什么|哪|吗|几[张个]|谁|多少|怎么|如何/;
/** What may follow in the same sentence and says nothing of the thing. */
export const AFTERWARDS =
  /(?:(?<=的(?:图片|照片|图))[喂给帮送让]|(?<=图片|照片)(?:解除|解锁|继续)|,|然后|(?:完成|通过|进行)(?:安全|人机|图形|身份)?(?:验证|校验|认证|登[录入]|操作|注册)|并且?[点按提]|接着|之后|后(?:[点按提再方继]|即可(?!消除|配对|获胜|翻))|以(?:[继便验证确解送提登进]|完成|通过)|即可(?!消除|配[对對]|获胜|翻)|直[到至]|如果|假如|如[无没]|若|没有则).*$/;
/** A sentence after the request that goes on like this is about what to do then. */
export const GOES_ON =
  /^(?:[如若假然并再直完点可共请选找没以即最每当为后注提限剩还全您你图新逐尽谢否才证看确换]|[多少漏错]选|持续|[就便方按拣露哪]|即[使便]|只[露要有]|部分|把|包括|至少|哪怕|一[共直]|继续|加油|系统|本题|时间|\d+\s*秒)/;
/** 不包括校车: a sentence after the request that takes something away. */
export const EXCLUDES = /^但?是?(?:不(?:包[括含]|[含要选算])|除)|除外$/;
export const CLASSIFIER =
  /^[一二两三四五六七八九十几数0-9]+[只个辆条张座架艘匹头把件朵棵株盏根支枝台部块片粒颗双对副套顶本扇栋幢杯碗瓶盘串位名群束堆种]的?(?=.)/;
export const ADDED = /^(?:的(?!士)|(?:描述|词语|单词|文字|名称|汉字|词)(?=[“"「])|任何|某|(?:相应|真实)的)+/;
export const SUFFIX =
  /(?:所在|所?对应|相应|图样|等|的?(?:任[何意]|某)?一?部分|这个?[词字]|一词|(?:中的)?任[意何]?一?[种个类])$/;
export const PARTICLES = /(?:[吧哦喔呀啊呢啦]|就好|即可|就行|谢谢|[~!。.…:\s])+$/;
