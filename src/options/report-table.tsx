import { sayGpu } from '../own-pages/say-gpu.ts';
import { translate } from '../own-pages/translate.ts';
import type { BackendTimes, ModelReport } from '../shared/model-report.ts';

/** What the self-test found: how long each way takes, or why it is not taken. */
export function ReportTable({ report }: { readonly report: ModelReport }) {
  if (report.kind === 'failed') return <p class="wrong">{translate('modelTestFailed', report.message)}</p>;
  return (
    <>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{translate('timeOpen')}</th>
            <th scope="col">{translate('timeOneTile')}</th>
            <th scope="col">{translate('timeNineTiles')}</th>
          </tr>
        </thead>
        <tbody>
          <BackendRow name="WebGPU" times={report.webgpu} />
          <BackendRow name="WASM" times={report.wasm} />
        </tbody>
      </table>
      <p class="hint">{translate('timeOneWord', milliseconds(report.text))}</p>
      {report.fixedBatch !== undefined && <p>{translate('modelFixedBatch', report.fixedBatch)}</p>}
    </>
  );
}

function BackendRow({ name, times }: { readonly name: string; readonly times: BackendTimes }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {times.kind === 'ran' ? (
        [times.open, times.one, times.nine].map((time, index) => (
          <td key={index}>{translate('timeMilliseconds', milliseconds(time))}</td>
        ))
      ) : (
        <td colSpan={3}>{sayGpu(times.gpu, times.why)}</td>
      )}
    </tr>
  );
}

function milliseconds(time: number): string {
  return String(Math.max(1, Math.round(time)));
}
