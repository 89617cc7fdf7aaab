import type { CardAction } from '../directline/activity.ts';
import type { Locale } from '../shared/locale.ts';
import type { PanelWords } from '../words/panel.ts';

/** What every part of the panel may need to know or do. */
export interface Surroundings {
  readonly words: PanelWords;
  readonly locale: Locale;
  readonly base: string;
  press(action: CardAction): void;
}
