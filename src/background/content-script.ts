import contentScript from '../content/index.ts?iife';

/** Path in the built extension of the content script, one self-contained file. */
export const contentScriptFile: string = contentScript;
