import type { CaptureReply, PageState } from '../shared/messages.ts';
import type { SiteMode } from '../shared/settings.ts';
import type { SiteRule } from '../shared/site-rules.ts';

/** What the small script that watches a page lends to the part that answers. */
export interface AnswererTools {
  readonly mode: () => SiteMode;
  /** The person's own threshold, by hand; undefined leaves the decision to the model. */
  readonly threshold: () => number | undefined;
  /** How sure an answer must be for the person; undefined takes the model's. */
  readonly sureness: () => number | undefined;
  /** What the person has made for this site; the same list as long as it does not change. */
  readonly rules: () => readonly SiteRule[];
  readonly capture: () => Promise<CaptureReply>;
  readonly report: (state: PageState) => void;
  /** True when the extension is gone and all is to end without a word. */
  readonly onError: (error: unknown) => boolean;
}

/** Everything that happens on a page after the first sign of a question. */
export interface Answerer {
  /** The person's settings have changed, or are known for the first time. */
  readonly settingsChanged: () => void;
  /** The person asks for an answer now, whatever the site's mode. */
  readonly solve: () => void;
  readonly accept: () => void;
  readonly cancel: () => void;
  readonly state: () => PageState;
  /** The page is put away for the way back: a port that it keeps would be dead without a word. */
  readonly closePort: () => void;
  readonly stop: () => void;
}

declare global {
  /** How the answering part, a file of its own, hands itself over; seen in this extension's isolated world only. */
  var tilewiseAnswerer: ((tools: AnswererTools) => Answerer) | undefined;
}
