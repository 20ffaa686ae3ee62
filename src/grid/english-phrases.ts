/**
 * The words by which pages ask for pictures, in English. To teach Tilewise a new way of asking, add a word here and
 * a line to read-question.test.ts.
 */
export const PICTURES =
  '(?:images?|pictures?|pics?|photos?|photographs?|squares?|tiles?|box(?:es)?|cells?|panels?|thumbnails?|frames?|clips?|drawings?|illustrations?|scenes?|cards?|blocks?|areas?|parts?|sections?|options?|items?|ones?|those)';
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const LEAD =
  /^(?:(?:(?:please|kindly|now|next|task|question|q|challenge|captcha|verify|step|exercise|level|round|quick|carefully)\b[\s:.\d-]*)|\(?\d{1,2}[.)]\s+)+/i;
export const VERB =
  /^(?:select|click(?:\s+on)?|tap(?:\s+on)?|pick(?:\s+out)?|choose|check|mark|tick|find|identify|highlight|press(?:\s+on)?|touch|circle|spot|flag|locate|hit|label)\s+/i;
/** Find all builders: what every other page says, of anything. */
export const COPY_VERBS = /^(?:find|check|mark|spot|locate|label)\b/i;
export const ALL = /^(?:all|every|each|any|both)\b(?:\s+of)?(?:\s+(?:the|these))?\s+/i;
export const DETERMINER = /^(?:the|a|an|these|only|exactly|just)\s+/i;
export const BOUND = /^(?:at least|at most|up to|no more than|any)\s+/i;
export const COUNT = new RegExp(`^(?:the\\s+)?(\\d+|${NUMBERS.join('|')}|a single)\\s+`, 'i');
export const IMAGE = new RegExp(
  `^(?:(?:small|following|grid)\\s+)?(${PICTURES})\\b\\s*(?:below|above|shown|in\\s+the\\s+grid|(?:on|at)\\s+the\\s+(?:left|right|bottom|top))?\\s*`,
  'i',
);
export const IMAGE_TAIL = /\s+(?:images?|pictures?|pics?|photos?|photographs?|squares?|tiles?)$/i;
export const RELATION =
  /^(?:(?:which|that|where|in\s+which)\s+)?(?:(?:you\s+(?:can\s+)?see|there(?:\s+(?:is|are)|['’]s)|(?:is|are)(?:\s+of)?|['’]s(?=\s+an?\b)|with|of|contain(?:s|ing)?|show(?:s|ing|n)?|ha(?:s|ve|ving)(?:\s+got)?|depict(?:s|ing)?|featur(?:e|es|ing)|includ(?:e|es|ing)|display(?:s|ing)?|match(?:es|ing)?|represent(?:s|ing)?|holds?)\b)\s*/i;
/** In which X appears: the thing stands in the middle. */
export const APPEARS =
  /^(?:where|in which|on which)\s+(.+?)\s+(?:appears?|(?:is|are)\s+(?:visible|shown|present|seen|depicted)|can\s+be\s+seen)$/i;
/** In the pictures below: where to look, at the end of the request. */
export const WHERE = new RegExp(
  `\\s+(?:(?:in|from|on|among|within|inside)\\s+(?:all\\s+)?(?:of\\s+)?(?:the|this|these|each)\\s+(?:\\w+\\s+)?(?:grid|${PICTURES})(?:\\s+(?:below|above|shown|here))?|(?:(?:shown|hiding)\\s+)?(?:below|above)|here|(?:that\\s+)?you\\s+(?:can\\s+)?(?:see|find|spot)|[io]n\\s+(?:(?:any|one|some|each|all)\\s+of\\s+)?(?:them|these|it))$`,
  'i',
);
export const AFTERWARDS =
  /\s*(?:(?:\s(?:pls|please|thanks|thank you)$)|(?:,?\s*(?:and|then)\s+(?:then\s+)?(?:click|press|tap|hit|select|choose|continue|submit|verify)\b.*)|(?:\s(?:(?:in order )?to\s+(?:continue|proceed|verify|prove|confirm|complete|pass|solve|unlock|log|sign|show)|before|until|once|when|if|unless|even|after)\b.*))$/i;

/** A sentence after the request that goes on like this is about what to do then. */
export const GOES_ON =
  /^(?:if|then|and then|click|tap|press|choose|pick|tick|when|once|until|even|to|please|select|there|you|this|note|including|before|after|try|keep|skip|hint|images?|pictures?|tiles?|new|it|we|that|more|hurry|quick|be quick|leave|ignore|all|nothing|none|do(?:\s+not|n['’]t)\s+(?:forget|miss|skip|overlook)|or (?:click|press|tap|skip|both))\b/i;
/** Excluding school buses: a sentence after the request that takes something away. */
export const EXCLUDES = /^(?:but\s+)?(?:not|excluding|except|without)\b/i;

export const ORDER =
  /\bin\s+(?:the\s+)?(?!any\b|no\b)(?:\w+\s+)?(?:order|sequence)\b(?!\s+to\b)|one\s+after\s+(?:the\s+other|another)|\bfirst\b.*\bthen\b/i;
export const NEGATION =
  /\b(?:not|no|without|don't|doesn't|don’t|doesn’t|can['’]t|cannot|except|excluding|other\s+than|lack(?:s|ing)?|isn't|aren't|never)\b/i;
/** Without buses, that do not contain a bus: what follows is not to be seen. */
export const ABSENT = new RegExp(
  `^(?:${PICTURES}|everything|anything|those)?\\s*(?:(?:that|which|where)\\s+)?(?:you\\s+(?:can(?:\\s*not|['’]t)|do(?:\\s+not|n['’]t))\\s+see|there\\s+(?:is|are)(?:\\s+no|\\s+not|n['’]t)|do(?:es)?(?:\\s+not|n['’]t)\\s+(?:contain|show|have|include|depict|display|feature|represent)|(?:is|are)(?:\\s+not|n['’]t)(?:\\s+of)?|(?:with|ha(?:s|ve|ving)|contain(?:s|ing)?|show(?:s|ing)?|featur(?:es?|ing)|includ(?:es?|ing))\\s+no|(?:with|ha(?:s|ve|ving)|contain(?:s|ing)?)\\s+neither|without|lacking|(?:not|never)\\s+(?:containing|showing|of|with|having|including|depicting))\\s+(?:any\\s+)?(?:of\\s+)?(?<none>.+)$`,
  'i',
);
/** Everything except buses, buses other than school buses. */
export const EXCEPT =
  /^(?<any>.+?)\s*\b(?:except(?:\s+for)?|excluding|but\s+not|other\s+than|apart\s+from|aside\s+from|that\s+are\s+not)\s+(?:(?:those|the\s+ones|ones|images|pictures|photos)\s+)?(?:(?:that|which)\s+)?(?:(?:with|of|showing|containing|contain|show|have)\s+)?(?<none>.+)$/i;
export const ANYTHING = new RegExp(`^(?:(?:${PICTURES}|everything|anything|all)\\s*)?$`, 'i');
export const TAKES_AWAY =
  /^(?:but\s+)?(?:(?:do\s+not|don['’]t|never)\s+(?:select|click|pick|choose|include|tap)(?:\s+on)?|not(?:\s+including)?|excluding|except(?:\s+for)?|without)\s+/i;
/** Two dogs, more than one car: how many things a picture shows. */
export const AMOUNT = new RegExp(
  `^(?:(?:more|fewer|less|at|no)\\s+(?:than|least|most|more)\\s+)?(?:(?:exactly|only|just)\\s+)?(?:\\d+|${NUMBERS.slice(1).join('|')}|several|many|multiple|a\\s+(?:few|couple|pair)\\s*(?:of)?)\\s+|^(?:more|fewer|less)\\s+than\\s|^(?:exactly|only|just)\\s+(?:one|a|an)\\s`,
  'i',
);
export const EXAMPLE =
  /\b(?:same|similar|like|match(?:es|ing)?)\b.*\b(?:examples?|samples?|reference|this one|that one|this (?:image|picture|photo)|(?:image|picture|photo|one|object|item)\s+(?:above|below|shown|on the (?:left|right)))\b|^(?:the\s+)?(?:example|sample|reference)\b/i;
export const COMPARISON =
  /\b(?:biggest|largest|smallest|tallest|longest|shortest|fastest|slowest|heaviest|oldest|most|(?<!at )least|odd one|different|unlike|belongs?|upside|identical|alike|the same$)\b/i;
/** With a dog but no cat: shown and not shown. */
export const BUT =
  /^(?<any>.+?),?\s+(?:but|and|yet)\s+(?:(?:(?:with|ha(?:s|ve|ving)|contain(?:s|ing)?|show(?:s|ing)?)\s+)?no|not|without|do(?:es)?\s+not\s+\w+|do(?:es)?n['’]t\s+\w+)\s+(?:any\s+|an?\s+)?(?<none>.+)$/i;
/** Both a cat and a dog: two things in one picture. */
export const BOTH = /\b(?:both|together|at the same time|as well as)\b/i;
export const JOINED = /\b(?:and|or|nor|plus)\b|[,;/&+]/i;

export const TASTE =
  /\b(?:your?s?|you'd|you’d|my|our|favou?rites?|like|love|prefer(?:red)?|want|need|wish|best|perfect|ideal|cutest|prettiest|nicest|coolest|funniest|worst|interest(?:s|ed|ing)?|apply|applies|applicable|own|enjoy|mood|today|secret|memorable|remember|memori[sz]e|pass(?:word|code|phrase|-?(?:image|picture|photo))s?|yourself|me|us|of the (?:day|week|month|year))\b/i;
export const CONTROLS =
  /\b(?:hidden|drag|drop|differences?|more|learn|view|details?|download|buy|upload|delete|edit|(?<!\ban?\s)open|play|continue|next|verify|submit|skip|refresh|reload|buttons?|links?|menus?|enlarge|zoom|expand|click|tap|tools?|ctrl|cmd|shift|keyboard|mouse|checkbox(?:es)?|enter|folders?|pages?|screens?|accounts?|tags?|status|photoshop|one|file|export|settings)\b/i;
/** Names of what a form lets one choose. */
export const FORM_WORDS =
  /^(?:.*\s)?(?:(?:profile|image|picture|photo|file|item|product|option|cover|key|episode|recipe|dessert|colou?r|size|date|time|theme|template|avatar|emoji|icon|seat|room|plan|answer|square|tile|cell|thing|object|language|brand|style|model|video|song|album|message|email|contact|friend|row|column|topping|topic|level|mode|method|type|kind|team|player|artist|genre|skill|member|user|course|subject|service|feature|device|store|location|state|region|interest|hobby|guest|event|ticket|tab|field|record|result|entr(?:y|ie)|attachment|sticker|wallpaper|filter|effect|layout|design|font|character|pair|step|card|word|letter|number|target|coin|gem|mine|bomb|question|statement|amenit(?:y|ie))s?|boxes|categor(?:y|ies)|countr(?:y|ies)|cit(?:y|ies)|class(?:es)?|text|media|that|it|them|ones?|correct|right|wrong|true|false)$/i;
/** Without a word for pictures before it, these are about something else: shoes on sale. */
export const PREPOSITIONS = /\b(?:in|on|of|from|with|near)\b/i;
/** A thing is not said with these. */
export const SENTENCE_WORDS =
  /\b(?:to|for|as|by|at|then|will|can|is|are|been|sold|this|these|same|without)\b/i;
/** The thing itself stands on the next line or after a colon. */
export const SEE_NEXT =
  /^(?:the\s+)?(?:following|below|matching)?\s*(?:objects?|things?|items?|words?|label|term|description|text|prompt|keyword|category|name)?(?:\s+(?:below|shown))?$/i;
export const ARTICLES =
  /^(?:(?:the (?:word|label|term|keyword|category|name)|an?|the|any|some|all|at least one|one or more|(?:(?:at least|any|some)\s+)?(?:an?\s+)?(?:parts?|pieces?|portions?|bits?) of|(?:an?\s+)?(?:photo|picture|image)s?\s+of)\s+)+/i;

export function numberOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (lower === 'a single') return 1;
  const index = NUMBERS.indexOf(lower);
  const value = index < 0 ? Number(lower) : index + 1;
  return Number.isInteger(value) ? value : undefined;
}
