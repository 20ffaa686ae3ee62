import { detailOf, faultOf, type Fault } from '../shared/fault.ts';
import { translate, type MessageKey } from './translate.ts';

/** Texts whose one value is the words of who found the fault. */
const sentences = {
  'bad-input': 'faultBadInput',
  model: 'faultModel',
  engine: 'faultEngine',
  gone: 'faultGone',
  slow: 'faultSlow',
} as const satisfies Record<Fault, MessageKey>;

/** What the person is told of a fault; `otherwise` is the text for what is no known one. */
export function sayFault(
  fault: Fault | undefined,
  detail: string,
  otherwise: MessageKey = 'faultUnexpected',
): string {
  return translate(fault === undefined ? otherwise : sentences[fault], detail);
}

export function sayThrown(thrown: unknown, otherwise?: MessageKey): string {
  return sayFault(faultOf(thrown), detailOf(thrown), otherwise);
}
