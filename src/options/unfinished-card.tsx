import type { UnfinishedDownload } from '../models/model-store.ts';
import { readHubAddress } from '../models/hub-address.ts';
import { translate } from '../own-pages/translate.ts';
import { megabytes } from './megabytes.ts';
import { addHub, remove } from './model-actions.ts';
import { work } from './model-state.ts';

/** A download that was cut off: it goes on where it was, or goes away. */
export function UnfinishedCard({ download }: { readonly download: UnfinishedDownload }) {
  const { id, address, bytes } = download;
  const isBusy = work.value.kind !== 'none';
  const found = readHubAddress(address, '');
  return (
    <li class="card" aria-labelledby={id}>
      <div class="row">
        <div>
          <h3 id={id}>{address}</h3>
          <p class="hint">{translate('modelUnfinished', megabytes(bytes))}</p>
        </div>
        {found && (
          <button type="button" disabled={isBusy} aria-describedby={id} onClick={() => void addHub(found)}>
            {translate('modelContinue')}
          </button>
        )}
        <button type="button" disabled={isBusy} aria-describedby={id} onClick={() => void remove(id)}>
          {translate('modelRemove')}
        </button>
      </div>
    </li>
  );
}
