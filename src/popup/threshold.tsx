import { percent } from '../own-pages/percent.ts';
import { translate } from '../own-pages/translate.ts';
import { answer, modelSureness, modelThreshold, settings } from './state.ts';
import { chooseThreshold } from './threshold-actions.ts';

/** Where the slider stands while neither the person nor the model has said anything. */
const MIDDLE = 0.5;
/** Percent; 0 and 100 would choose everything and nothing. */
const LOWEST = 1;
const HIGHEST = 99;

/** The raw threshold of a tile, by hand or for a model that cannot tell how sure it is. */
export function Threshold() {
  const own = settings.value.threshold;
  const shown = own ?? modelThreshold.value ?? answer.value?.threshold ?? MIDDLE;
  const isKnown = own !== null || modelThreshold.value !== undefined;
  const words = [isKnown && percent(shown), own === null && translate('thresholdDefault')];
  const text = words.filter((word) => word !== false).join(' · ');
  return (
    <section class="threshold">
      <label for="threshold">{translate('threshold')}</label>
      <output for="threshold">{text}</output>
      <input
        id="threshold"
        type="range"
        min={LOWEST}
        max={HIGHEST}
        value={Math.round(shown * 100)}
        aria-valuetext={text}
        onInput={(event) => chooseThreshold(event.currentTarget.valueAsNumber / 100)}
      />
      {own !== null && (
        <button type="button" class="link reset" onClick={() => chooseThreshold(null)}>
          {translate(modelSureness.value === undefined ? 'thresholdReset' : 'thresholdLeave')}
        </button>
      )}
    </section>
  );
}
