import { EngineNote } from './engine-note.tsx';
import { Header } from './header.tsx';
import { PageReport } from './page-report.tsx';
import { SiteSwitch } from './site-switch.tsx';
import { SolveButtons } from './solve-buttons.tsx';
import { notice, tab } from './state.ts';
import { Threshold } from './threshold.tsx';
import { Times } from './times.tsx';

export function App() {
  if (tab.value === undefined) return <Header />;
  const { id, site } = tab.value;
  return (
    <>
      <Header />
      <main>
        {site !== undefined && <SiteSwitch site={site} />}
        {site !== undefined && <SolveButtons tabId={id} />}
        <p class="notice" role="alert">
          {notice}
        </p>
        <PageReport restricted={site === undefined} />
        <Threshold />
      </main>
      <footer>
        <EngineNote />
        <Times />
      </footer>
    </>
  );
}
