// oxlint-disable-next-line import/default -- crxjs gives this default export: the path of the built file
import contentScript from '../content/index.ts?iife';

/** Path in the built extension of the content script, one self-contained file. */
export const contentScriptFile: string = contentScript;
