/** 红色的公交车, 红色公交车: all but what comes after. */
const CHINESE = [/^.+的(.+)$/u, /^\p{Script=Han}{1,2}色(?!的)(\p{Script=Han}{2,})$/u];
const ADJECTIVES =
  '(?:(?:dark|light|bright)\\s+)?(?:red|orange|yellow|green|blue|purple|violet|pink|brown|black|white|gr[ae]y|golden|silver|colou?rful|striped|spotted|big|bigger|large|larger|huge|small|smaller|tiny|little|old|new|young|tall|short|long|empty|full|broken|open|closed|wooden|metal|plastic|glass|parked|moving|flying|running|sitting|standing|sleeping|swimming|smiling|wet|dirty|clean|happy|sad)';
const ENGLISH = [
  new RegExp(`^(?:${ADJECTIVES}\\s+)+(?<plain>.+)$`, 'i'),
  /^(?<plain>.+?)\s+(?:wearing|holding|carrying|riding|driving|eating|playing|facing|with|without|on|in|at|under|over|near|beside|behind|next to|in front of|that|which|who)\s.+$/i,
];

/**
 * The thing without what is said of it: 公交车 of 红色的公交车, dog of "dog wearing a hat". Undefined where nothing more
 * than a thing is named, as far as the form tells: "polar bear" is a thing of its own.
 */
export function plainWord(text: string): string | undefined {
  for (const pattern of CHINESE) {
    const plain = pattern.exec(text)?.[1];
    if (plain !== undefined) return plain;
  }
  for (const pattern of ENGLISH) {
    const plain = pattern.exec(text)?.groups?.['plain'];
    if (plain !== undefined) return plain;
  }
  return undefined;
}
