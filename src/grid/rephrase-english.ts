import * as en from './english-phrases.ts';
import { rephrase, rephrasing, type Rephrasing } from './rephrasing.ts';

const PICTURES = en.PICTURES;
const VERB =
  '(?:select|click(?:\\s+on)?|tap(?:\\s+on)?|pick(?:\\s+out)?|choose|check|mark|tick|find|identify|highlight|press|touch|circle|spot|flag|locate|point|hit)';
const OF_THESE = '(?:of\\s+(?:all\\s+)?(?:these|those|them|the(?:\\s+following)?)(?:\\s+\\w+)??\\s*)?';
const PLACE = `(?:in|from|of|on|among|look(?:ing)?\\s+at|study|examine|view)\\s+(?:all\\s+)?(?:the|these|this|those)\\s+(?:\\w+\\s+){0,2}?${PICTURES}(?:\\s+(?:below|above|shown|here|carefully))?`;
/** What a picture has to do with a thing, or has not. */
const SHOWS =
  "(?:(?:clearly\\s+)?(?:do(?:es)?(?:\\s+not|n['’]t)\\s+(?:show|contain|have|include|depict|feature)|(?:is|are)(?:\\s+not|n['’]t)?(?:\\s+(?:an?\\s+)?(?:photo|picture|image)s?)?(?:\\s+of)?|shows?|contains?|ha(?:s|ve)|depicts?|features?|includes?|displays?|represents?))";
const THING = '[^.?!,:;\\n]{2,50}?';
/** A knife, a fork or a spoon. */
const THINGS = '[^.?!:;\\n]{2,60}?';
const END = '\\s*(?:[?.!]|(?=\\n|$))';
/** What was told before: them all, every one that has it, those two. */
const THEM =
  '(?:on\\s+)?(?:it|that\\s+one|(?:(?:all|each|any)\\s+of\\s+)?(?:them|those|these)(?:\\s+(?:all|out|two|three|four|five))?|(?:every|each)\\s+(?:single\\s+)?one|(?:all|every|each)\\s+(?:photo|picture|image|square|tile)s?(?=\\s+that\\s+do)|all(?:\\s+(?:two|three|four|five))?|both|every(?:thing)?|any)(?:\\s+(?:ones?\\s+)?(?:that|which|you)\\s+[^.!,?\\n]{1,16})?\\b(?:\\s+to\\s+(?:go\\s+on|continue|proceed))?';

/** How else pages ask for pictures, and the same as a request. In this order, one after the other. */
const REPHRASINGS: readonly Rephrasing[] = [
  rephrasing(/\bfind and\b/i, `\\bfind\\s+and\\s+(?=${VERB}\\b)`, ''),
  // Can you find …, Help us find …, Try to find …
  rephrasing(
    /\b(?:you|help|let|try|use|task|job)\b/i,
    `\\b(?:(?:can|could|would|will)\\s+you(?:\\s+please)?|use\\s+(?:the|your)\\s+[\\w ]{3,24}\\s+to|(?:please\\s+)?help\\s+(?:me|us|[A-Z]\\w+)(?:\\s+to)?|let['’]s|try\\s+to|(?:i|we)\\s+need\\s+you\\s+to|you\\s+(?:must|should|need\\s+to|have\\s+to)|your\\s+(?:task|job)\\s+is\\s+to)\\s+(?=${VERB}\\b)`,
    'please ',
  ),
  // Verify you are human by choosing all pictures which …
  rephrasing(
    /\bby\b/i,
    `^[^.:\\n]{0,60}?\\bby\\s+(?:select|click|pick|mark|identify|choos|tapp|tick)ing\\s+`,
    'Select ',
  ),
  // Check the box under each photo that …, Put a tick beside the pictures of …
  rephrasing(
    /\b(?:the|an?)\b/i,
    `\\b(?:(?:check|tick|mark|colou?r(?:\\s+in)?|fill\\s+in|click|tap)\\s+the\\s+(?:check)?(?:box|circle|bubble|square)(?:es|s)?|(?:put|place|draw|write|add)\\s+an?\\s+(?:tick|check(?:\\s*mark)?|cross|x|circle|ring|star))\\s+(?:under(?:neath)?|beside|next\\s+to|below|by|for|on|over|around|in|above|against|of)\\s+`,
    'Select ',
  ),
  // Look at the pictures and choose the drum
  rephrasing(
    /\b(?:look|study|see)\b/i,
    `\\b(?:look\\s+at|study|see)\\s+((?:the|these)\\s+(?:\\w+\\s+)?${PICTURES})(?:\\s+below)?(?:,|\\s+and)\\s+(?=${VERB}\\b)`,
    'in $1 ',
  ),
  // Look at the photos. Which ones …; From the nine images below, choose …
  rephrasing(/[.,:;]/, `\\b${PLACE}[.,:;]\\s*(?=which\\b)`, ''),
  rephrasing(/[.,:;]/, `\\b(${PLACE}),\\s*(?=(?:please\\s+)?${VERB}\\b)`, '$1 '),
  // Show us all the giraffes
  rephrasing(
    /\b(?:show|give)\b/i,
    `\\b(?:show|give)\\s+(?:me|us)\\s+(?:all\\s+)?(?:of\\s+)?(?:the\\s+|every\\s+|each\\s+)?(?!which)`,
    'Select all the ',
  ),
  // Find the ducks. Tap them!
  rephrasing(
    /[.?!,;:]/,
    `\\b(?:find|spot|look\\s+for|where\\s+(?:is|are)|(?:do|can)\\s+you\\s+see)\\s+(?:all\\s+)?(?:the\\s+|any\\s+|an?\\s+)?(${THING})[.?!,;:]\\s*(?:(?:then|and|please|now)\\s+)*${VERB}\\s+(?:${THEM}|(?:to\\s+)?the\\s+(?:right\\s+|correct\\s+)?(?:${PICTURES}))(?:\\s+wherever\\s+[^.!\\n]{0,20})?`,
    'Select all the $1',
  ),
  // Find the mugs and click them all
  rephrasing(
    /\b(?:and|then)\b/i,
    `\\b(?:find|spot|look\\s+for|locate)\\s+(?:all\\s+)?(?:of\\s+)?(?:the\\s+(?!.*\\bit\\b)|(?:every|each)\\s+)(${THING}),?\\s+(?:and|then)\\s+(?:then\\s+)?${VERB}\\s+${THEM}${END}`,
    'Select all the $1',
  ),
  // All images with a knife must be selected
  rephrasing(
    /\bbe\b/i,
    `(?:^|(?<=[.:\\n]\\s*))(?:(?:all|every|each)\\s+)?(${PICTURES}\\b${THING})\\s+(?:must|should|need(?:s)?\\s+to|have\\s+to|has\\s+to)\\s+be\\s+(?:selected|clicked|chosen|picked|tapped|marked|ticked|checked)`,
    'Select all $1',
  ),
  // If a picture shows a bus, tap it
  rephrasing(
    /\b(?:if|when)\b/i,
    `\\b(?:if|when)\\s+(?:an?|the|any)\\s+(${PICTURES}\\s+${SHOWS}\\s+${THING}),\\s*(?:then\\s+|please\\s+)*${VERB}\\s+(?:it|that\\s+one)\\b`,
    'Select all $1',
  ),
  rephrasing(
    /\bodd\b/i,
    `\\b${VERB}\\s+(?:the\\s+)?odd\\s+one(?:\\s+out)?`,
    'Select all images that are different',
  ),
  // Choose the correct picture for the word "teapot"; "horse": tap the right picture
  rephrasing(
    /["“']/,
    `\\b${VERB}\\s+the\\s+(?:correct|right|matching)\\s+(?:${PICTURES})\\s+(?:for|of)\\s+(?:the\\s+word\\s+)?["“']([^"”']{2,30})["”']`,
    'Select all images of $1',
  ),
  rephrasing(
    /["“']/,
    `^["“']([^"”']{2,30})["”']\\s*[,:.—–-]+\\s*${VERB}\\s+the\\s+(?:correct|right|matching)\\s+(?:${PICTURES})\\b`,
    'Select all images of $1',
  ),
  // Which one is the odd one out? Which picture comes next?
  rephrasing(
    /\b(?:which|what|odd)\b/i,
    `\\b(?:which|what)\\s+(?:one|${PICTURES})?\\s*${OF_THESE}(?:${PICTURES}\\s+)?(?:is|are|comes?|does|do|looks?)\\s+[^.?!\\n]{0,12}?(?:odd\\s+one|different|next|belong|unlike|missing|fit\\b)[^.?!\\n]{0,30}[?.]?`,
    'Select all images that are different.',
  ),
  // Buses — tap every one you can see; Bicycle? Click all squares that have one.
  rephrasing(
    /\b(?:one|them|it|some)\b/i,
    `^(?!(?:which|what|where|do|is|are|can)\\b)(${THING})\\s*[?:.—–-]+\\s*(?:please\\s+)?${VERB}\\s+(?:all|every|each)(?:\\s+(?:one|of\\s+them)|\\s+(?:the\\s+)?${PICTURES}\\s+(?:(?:that|which)\\s+)?${SHOWS}\\s+(?:one|it|them|some))(?:\\s+(?:that\\s+)?you\\s+(?:can\\s+)?(?:see|find|spot))?${END}`,
    'Select all the $1',
  ),
  // Where no dog is visible, in which a dog is not to be seen
  rephrasing(
    /\bnot?\b|n['’]t\b/i,
    `\\b(?:where|[io]n\\s+which)\\s+(?:no\\s+(${THING})\\s+(?:(?:is|are|can\\s+be)\\s+(?:visible|shown|present|seen|found)|appears?)|(?:an?\\s+|any\\s+|the\\s+)?(${THING})\\s+(?:(?:is|are|can)\\s*(?:not|n['’]t)\\s+(?:to\\s+)?(?:be\\s+)?(?:visible|shown|present|seen|found)|do(?:es)?\\s*(?:not|n['’]t)\\s+appear))\\b`,
    'without $1$2',
  ),
  // There are 3 dogs below. Find them all.
  rephrasing(
    /\bthere\b/i,
    `\\bthere\\s+(?:is|are)\\s+(\\w+\\s+)?(${THING})(?:\\s+(?:below|here|hidden|hiding))*(?:\\s+(?:in|among)\\s+(?:the|these)\\s+${PICTURES})?[.!:,]\\s*(?:please\\s+|can\\s+you\\s+)?${VERB}\\s+${THEM}${END}`,
    'Select $1images of $2',
  ),
  // Three of these nine photos are of cakes. Please tap them.
  rephrasing(
    /\bof\b/i,
    `\\b(?<!(?:which|what|ones)\\s+)(?:(?:only|do(?:es)?)\\s+)?((?!which|what|ones)\\w+\\s+)?of\\s+(?:these|those|the)\\s+(?:\\w+\\s+)??${PICTURES}(?:\\s+(?:below|above|here))?(?:,\\s*(\\w+))?\\s+(${SHOWS}\\s+${THING})\\s*[.!?:,;—–-]\\s*(?:(?:please|can\\s+you|now|just)\\s+)*${VERB}\\s+${THEM}${END}`,
    'Select $1$2 images that $3.',
  ),
  // Everything that isn't a fruit
  rephrasing(
    /\bthing\b|thing\s/i,
    `\\b((?:every|any)thing)\\s+(?:that|which)\\s+(?:is\\s+not|isn['’]t)\\s+(?:an?\\s+)?`,
    '$1 except ',
  ),
  // Tick whichever pictures show a boat
  rephrasing(/\bwhichever\b/i, `\\bwhichever\\s+(?=${PICTURES}\\b)`, 'all '),
  // Are there any mailboxes here? Click all that you see.
  rephrasing(
    /\bthere\b/i,
    `\\b(?:is|are)\\s+there\\s+(?:any|an?)\\s+(${THING})(?:\\s+here|\\s+in\\s+[^?]{3,24})?\\?\\s*(?:(?:then|and|please|now|if\\s+so)[,\\s]+)*${VERB}\\s+(?:on\\s+)?(?:all|each|every|it|them)\\b[^.!\\n]{0,30}`,
    'Select all the $1',
  ),
  // Task: guitars. Click every image that fits.
  rephrasing(
    /:/,
    `(?:^|(?<=[.\\n]\\s*))(?:task|target|object|label|word|theme|category)\\s*:\\s*(${THING})[.\\n]\\s*(?:please\\s+)?${VERB}\\s+(?:all|every|each|the)[^.\\n]{0,24}?(?:fits?|match(?:es)?|apply|applies|corresponds?)\\b`,
    'Select all the $1',
  ),
  // Put the pictures in the right order
  rephrasing(
    /\b(?:put|arrange|place|sort)\b/i,
    `\\b(?:put|arrange|place|sort)\\s+(?:the|these)\\s+${PICTURES}\\s+(?:in|into)\\s+(?:(?:the|a)\\s+)?(?:\\w+\\s+)?(?:order|sequence)[^.\\n]{0,30}`,
    'Click the pictures in the correct order',
  ),
  // In which of these photos is there no helmet?
  rephrasing(
    /\bwhich\b/i,
    `\\b(?:in|on)\\s+which\\s+${OF_THESE}(?:${PICTURES}\\s+)?(?:is|are)\\s+there\\s+(no\\s+)?(?:an?\\s+|any\\s+)?(${THING})${END}`,
    'Select all images with $1$2. ',
  ),
  rephrasing(
    /\bwhich\b/i,
    `\\b(?:in|on)\\s+which\\s+${OF_THESE}(?:${PICTURES}\\s+)?(?:do|can|did|could)\\s+you\\s+(?:see|spot|find)\\s+(${THING})${END}`,
    'Select all images with $1. ',
  ),
  rephrasing(
    /\bwhich\b/i,
    `\\b(?:which|what)\\s+(?:of\\s+(?:these|those|the\\s+following)\\s+)?${PICTURES}\\s+can\\s+you\\s+see\\s+(${THING})\\s+in${END}`,
    'Select all images with $1. ',
  ),
  // Which of these show a bridge? Which pictures have a dog in them?
  rephrasing(
    /\b(?:which|what)\b/i,
    `(?:(?:please\\s+)?tell\\s+(?:us|me)\\s+)?\\b(?:which|what)\\s+(?:ones?\\s+)?(?:(?:of\\s+)?(?:these|those|them|the(?:\\s+following)?)\\s+)?(?:\\w+\\s+)??${PICTURES}\\s+(?:(?:below|above|here)\\s+)?(${SHOWS}\\s+${THINGS})${END}`,
    'Select all images that $1. ',
  ),
  rephrasing(
    /\b(?:which|what)\b/i,
    `\\bwhich\\s+(?:ones?\\s+)?of\\s+(?:these|those|them|the\\s+following)\\s+(${SHOWS}\\s+${THINGS})${END}`,
    'Select all images that $1. ',
  ),
];

/** Select all that apply, Tap them, after what they are was asked. */
const PICK_THEM = new RegExp(
  `(?<=[.?!,]\\s*)(?:(?:then|and|please|now)\\s+)*${VERB}\\s+${THEM}\\s*(?:[.!]|$|(?=\\n))`,
  'gi',
);
const ASKS = /\bwhich\b|\bwhat\b|\bwhere\b|\?/i;

/** The same request as a plain one: Which of these show a bridge? → Select all images that show a bridge. */
export function rephraseEnglish(text: string): string {
  const said = rephrase(text, REPHRASINGS);
  return said === text || !ASKS.test(text) ? said : said.replace(PICK_THEM, '').trim();
}
