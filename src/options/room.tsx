import { translate } from '../own-pages/translate.ts';
import { megabytes } from './megabytes.ts';
import { room } from './model-state.ts';

/** How much of what the browser grants is taken. */
export function Room() {
  const { used, quota } = room.value;
  if (quota === 0) return null;
  return (
    <label class="hint">
      {translate('modelRoom', megabytes(used), megabytes(quota))}
      <meter min={0} max={quota} value={used} />
    </label>
  );
}
