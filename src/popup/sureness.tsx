import { percent } from '../own-pages/percent.ts';
import { translate } from '../own-pages/translate.ts';
import { modelSureness, modelThreshold, settings } from './state.ts';
import { chooseSureness, chooseThreshold } from './threshold-actions.ts';

/** Where the slider stands while neither the person nor the model has said anything. */
const USUAL = 0.8;
/** Percent; below the half a wrong answer would be likelier than a right one, and nothing is ever wholly sure. */
const LOWEST = 50;
const HIGHEST = 99;
/** Where the threshold starts that is set by hand. */
const MIDDLE = 0.5;

/** How sure the whole answer must be before it is given: the risk that the person takes. */
export function Sureness() {
  const own = settings.value.sureness;
  const shown = own ?? modelSureness.value ?? USUAL;
  const isKnown = own !== null || modelSureness.value !== undefined;
  const words = [isKnown && percent(shown), own === null && translate('thresholdDefault')];
  const text = words.filter((word) => word !== false).join(' · ');
  return (
    <section class="threshold">
      <label for="sureness">{translate('sureness')}</label>
      <output for="sureness">{text}</output>
      <input
        id="sureness"
        type="range"
        min={LOWEST}
        max={HIGHEST}
        value={Math.round(shown * 100)}
        aria-valuetext={text}
        onInput={(event) => chooseSureness(event.currentTarget.valueAsNumber / 100)}
      />
      {own !== null && (
        <button type="button" class="link reset" onClick={() => chooseSureness(null)}>
          {translate('thresholdReset')}
        </button>
      )}
      <button
        type="button"
        class="link by-hand"
        onClick={() => chooseThreshold(modelThreshold.value ?? MIDDLE)}
      >
        {translate('thresholdByHand')}
      </button>
    </section>
  );
}
