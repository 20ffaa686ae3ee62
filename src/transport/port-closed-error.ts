import { faultName, faultOf } from '../shared/fault.ts';
import { throwReply } from './throw-reply.ts';

export function portClosedReply(id: string): object {
  return throwReply(id, { name: faultName('gone'), message: 'The engine port closed.' });
}

export function isPortClosedError(error: unknown): boolean {
  return faultOf(error) === 'gone';
}
