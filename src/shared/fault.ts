import type { FailureReason } from './protocol.ts';

/**
 * What went wrong, as far as the person is told of it: a Failure by its own reason; `gone`: the engine's document was
 * closed and did not come back; `slow`: a call took longer than it may.
 */
export type Fault = FailureReason | 'gone' | 'slow';

/** An error that crosses a port keeps its name and message and nothing else, so the name says which fault it is. */
const names: Readonly<Record<Fault, string>> = {
  'bad-input': 'BadInputError',
  model: 'ModelError',
  engine: 'EngineError',
  gone: 'PortClosedError',
  slow: 'TimeLimitError',
};

const faults: readonly Fault[] = Object.keys(names).filter((key): key is Fault => key in names);

export function faultName(fault: Fault): string {
  return names[fault];
}

/** `message` is for who looks into it: what was expected, found, where. The person's own words come of the fault. */
export function faultError(fault: Fault, message: string): Error {
  return Object.assign(new Error(message), { name: names[fault] });
}

/** Which fault was thrown, here or on the other side of a port; undefined for what nobody expected. */
export function faultOf(thrown: unknown): Fault | undefined {
  return thrown instanceof Error ? faults.find((fault) => names[fault] === thrown.name) : undefined;
}

/** What to tell who looks into it. */
export function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
