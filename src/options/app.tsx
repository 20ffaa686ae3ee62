import icon from '../icons/tilewise.svg';
import { translate } from '../own-pages/translate.ts';
import { LearnedWords } from './learned-words.tsx';
import { Models } from './models.tsx';
import { SiteRules } from './site-rules.tsx';

/** One section a file; each has a heading with an id, so that it can be linked to. */
export function App() {
  return (
    <>
      <header>
        <img src={icon} alt="" width="32" height="32" />
        <h1>{translate('optionsTitle')}</h1>
      </header>
      <main>
        <Models />
        <LearnedWords />
        <SiteRules />
      </main>
    </>
  );
}
