import { translate } from '../own-pages/translate.ts';
import { page } from './state.ts';
import { stepTimes } from './step-times.ts';

export function Times() {
  const { times } = page.value;
  if (!times) return null;
  const steps = stepTimes(times);
  const total = steps.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
  return (
    <details>
      <summary>{translate('timesTotal', Math.round(total))}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{translate('timesStep')}</th>
            <th scope="col">{translate('timesMilliseconds')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(([step, milliseconds]) => (
            <tr key={step}>
              <th scope="row">{translate(step)}</th>
              <td>{milliseconds.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
