import { EngineNote } from './engine-note.tsx';
import { Header } from './header.tsx';
import { PageLinks } from './page-links.tsx';
import { PageReport } from './page-report.tsx';
import { Unreachable } from './unreachable.tsx';
import { SiteSwitch } from './site-switch.tsx';
import { SolveButtons } from './solve-buttons.tsx';
import { notice, tab } from './state.ts';
import { Decision } from './decision.tsx';
import { Times } from './times.tsx';

export function App() {
  if (tab.value === undefined) return <Header />;
  const { id, site, filesBlocked } = tab.value;
  const reachable = site !== undefined && !filesBlocked;
  return (
    <>
      <Header />
      <main>
        {reachable && <SiteSwitch site={site} />}
        {reachable && <SolveButtons tabId={id} />}
        <p class="notice" role="alert">
          {notice}
        </p>
        {reachable ? <PageReport /> : <Unreachable filesBlocked={filesBlocked} />}
        {reachable && <Decision />}
      </main>
      {reachable && (
        <footer>
          <EngineNote />
          <Times />
        </footer>
      )}
      <PageLinks />
    </>
  );
}
