// oxlint-disable import/default -- crxjs gives these default exports: paths of built files, self-contained each
import answerer from '../content/answerer.ts?iife';
import content from '../content/index.ts?iife';
import picker from '../content/picker/index.ts?iife';

/** Watches a page for the first sign of a question: what every page of a site that is on gets. */
export const contentScriptFile: string = content;

/** Finds, scores, shows and clicks; brought when the content script asks for it. */
export const answererFile: string = answerer;

/** Lets the person show question and tiles; brought when the person asks to make a rule for the page. */
export const pickerFile: string = picker;
