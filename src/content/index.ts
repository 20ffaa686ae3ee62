import { createController, type Controller } from './controller.ts';
import { createEngineClient } from './engine-client.ts';
import { listenToKeys } from './keys.ts';
import { isExtensionAlive, moveIn } from './life.ts';
import { createOverlay } from './overlay/overlay.ts';
import { answerMessages } from './page-messages.ts';
import { followSiteSettings } from './site-mode.ts';
import { askForCapture, tellBackground } from './tell-background.ts';

async function serve(): Promise<void> {
  const leaving: (() => void)[] = [];
  const leave = (): void => {
    for (const step of leaving.splice(0)) step();
  };
  if (!moveIn(leave)) return;

  const engine = createEngineClient();
  let controller: Controller | undefined;
  const settings = await followSiteSettings(() => controller?.settingsChanged());
  controller = createController({
    mode: settings.mode,
    threshold: settings.threshold,
    overlay: createOverlay(),
    solve: engine.solve,
    capture: askForCapture,
    report(state) {
      tellBackground({ type: 'page-state', state }).catch(onError);
    },
    onError,
  });

  /** After a reload of the extension this script goes quiet: another one serves the page. */
  function onError(): boolean {
    if (isExtensionAlive()) return false;
    leave();
    return true;
  }

  // A page kept for the way back has a port that is dead without a word; the next call opens another.
  const onHide = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) engine.close();
  };
  addEventListener('pagehide', onHide);
  leaving.push(
    controller.stop,
    engine.close,
    settings.stop,
    listenToKeys(controller),
    answerMessages(controller),
    () => removeEventListener('pagehide', onHide),
  );
  controller.settingsChanged();
}

void serve();
