import type { StoredModel } from '../models/model-store.ts';
import { translate } from '../own-pages/translate.ts';
import type { EngineStatus } from '../shared/protocol.ts';
import { megabytes } from './megabytes.ts';
import { remove, testModel, useModel } from './model-actions.ts';
import { activeId, engineStatus, reports, work } from './model-state.ts';
import { ReportTable } from './report-table.tsx';

/** A model with what can be done with it; without one, the model of the package. */
export function ModelCard({ model }: { readonly model?: StoredModel }) {
  const id = model?.id;
  const isActive = activeId.value === id;
  const report = reports.value.get(id ?? '');
  const isBusy = work.value.kind !== 'none';
  const title = `model-${id ?? 'built-in'}`;
  return (
    <li class="card" aria-labelledby={title}>
      <div class="row">
        <div>
          <h3 id={title}>
            {model === undefined ? translate('modelBuiltIn') : `${model.config.name} ${model.config.version}`}
          </h3>
          {model !== undefined && (
            <p class="hint">
              {translate(
                'modelFacts',
                megabytes(model.bytes),
                model.config.embeddingDimension,
                model.config.image.size,
              )}
            </p>
          )}
        </div>
        {isActive && <span class="badge">{translate('modelActive')}</span>}
        {!isActive && (
          <button type="button" disabled={isBusy} aria-describedby={title} onClick={() => void useModel(id)}>
            {translate('modelUse')}
          </button>
        )}
        <button type="button" disabled={isBusy} aria-describedby={title} onClick={() => void testModel(id)}>
          {translate(isTested(id) ? 'modelTesting' : 'modelTest')}
        </button>
        {id !== undefined && (
          <button type="button" disabled={isBusy} aria-describedby={title} onClick={() => void remove(id)}>
            {translate('modelRemove')}
          </button>
        )}
      </div>
      {isActive && engineStatus.value && <EngineLine status={engineStatus.value} />}
      {report !== undefined && <ReportTable report={report} />}
    </li>
  );
}

function isTested(id: string | undefined): boolean {
  const now = work.value;
  return now.kind === 'testing' && now.id === id;
}

function EngineLine({ status }: { readonly status: EngineStatus }) {
  const { model, backend, threads, insteadOf } = status;
  return (
    <>
      <p class="engine hint">
        {backend === 'webgpu' ? translate('engineWebgpu', model) : translate('engineWasm', model, threads)}
      </p>
      {insteadOf !== undefined && <p class="wrong">{translate('engineInsteadOf', insteadOf)}</p>}
    </>
  );
}
