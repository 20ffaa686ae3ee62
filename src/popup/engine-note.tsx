import { sayGpu } from '../own-pages/say-gpu.ts';
import { translate } from '../own-pages/translate.ts';
import type { EngineStatus } from '../shared/protocol.ts';
import { engineState } from './state.ts';

export function EngineNote() {
  const state = engineState.value;
  switch (state.kind) {
    case 'loading':
      return <p>{translate('engineLoading')}</p>;
    case 'failed':
      return <p class="failed">{state.message}</p>;
    case 'ready':
      return (
        <>
          <p>{engineName(state.status)}</p>
          <p class="hint">{sayGpu(state.status.gpu, state.status.why)}</p>
          {state.status.insteadOf !== undefined && (
            <p class="failed">{translate('engineInsteadOf', state.status.insteadOf)}</p>
          )}
        </>
      );
    default:
      return state satisfies never;
  }
}

function engineName({ model, backend, threads }: EngineStatus): string {
  return backend === 'webgpu' ? translate('engineWebgpu', model) : translate('engineWasm', model, threads);
}
