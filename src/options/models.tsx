import { translate } from '../own-pages/translate.ts';
import { AddModel } from './add-model.tsx';
import { ModelCard } from './model-card.tsx';
import { said, stored } from './model-state.ts';
import { Room } from './room.tsx';
import { UnfinishedCard } from './unfinished-card.tsx';

export function Models() {
  const { models, unfinished } = stored.value;
  return (
    <section aria-labelledby="models">
      <h2 id="models">{translate('modelsHeading')}</h2>
      <p class="hint">{translate('modelsHint')}</p>
      <ul class="cards">
        <ModelCard />
        {models.map((model) => (
          <ModelCard key={model.id} model={model} />
        ))}
        {unfinished.map((download) => (
          <UnfinishedCard key={download.id} download={download} />
        ))}
      </ul>
      <AddModel />
      <p class={`status ${said.value?.tone ?? ''}`} role="status">
        {said.value?.text}
      </p>
      <Room />
    </section>
  );
}
