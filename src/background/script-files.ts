// oxlint-disable import/default -- crxjs gives these default exports: paths of built files, self-contained each
import content from '../content/index.ts?iife';
import scout from '../content/scout.ts?iife';

/** Reads a page's texts and asks for the content script when one of them is a question. */
export const scoutFile: string = scout;

/** Finds, scores, shows and clicks. */
export const contentScriptFile: string = content;
