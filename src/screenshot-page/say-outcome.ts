import { sayFault } from '../own-pages/say-fault.ts';
import { translate } from '../own-pages/translate.ts';
import type { ScreenshotAnswer, ScreenshotFailure } from '../shared/screenshot.ts';

export function sayOutcome({ text, answer }: ScreenshotAnswer): string {
  switch (answer.outcome) {
    case 'some':
      return translate('tilesChosen', answer.selected.join(', '));
    case 'none':
      return translate('noTileFits');
    case 'unsure':
      return translate('outcomeUnsure');
    case 'unknown-word':
      return translate('outcomeUnknownWord', text);
    default:
      return answer.outcome satisfies never;
  }
}

export function sayFailure({ reason, fault, message }: ScreenshotFailure): string {
  switch (reason) {
    case 'not-a-picture':
      return translate('screenshotNotPicture');
    case 'too-large':
      return translate('screenshotTooLarge', message);
    case 'no-grid':
      return translate('screenshotNoGrid');
    case 'no-question':
      return translate('screenshotNoQuestion');
    case 'not-understood':
      return translate('screenshotNotUnderstood', message);
    case 'failed':
      return sayFault(fault, message, 'screenshotFailed');
    default:
      return reason satisfies never;
  }
}
