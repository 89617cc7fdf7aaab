import type { CardAction } from '@supportbot/shared/attachment.ts';
import type { Locale } from '@supportbot/shared/locale.ts';
import type { PanelWords } from '../words/panel.ts';

/** What every part of the panel may need to know or do. */
export interface Surroundings {
  readonly words: PanelWords;
  readonly locale: Locale;
  readonly base: string;
  press(action: CardAction): void;
}
