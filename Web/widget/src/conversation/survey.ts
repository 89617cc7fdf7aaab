import { isFromShopper, type Activity } from '../directline/activity.ts';
import { readHandoff } from './handoff.ts';

export const surveyAnswer = 'survey.answer';
export const surveyDismissal = 'survey.dismissed';

export interface SurveyAnswer {
  /** 1 for very bad to 5 for very good. */
  readonly score: number;
  readonly comment: string;
}

/** Whether the shopper is to be asked how the chat with a colleague was: from its end until they answer, wave it aside or write on. */
export class Survey {
  private readonly changed: (due: boolean) => void;
  private isDue = false;

  constructor(changed: (due: boolean) => void) {
    this.changed = changed;
  }

  hear(activity: Activity): void {
    const handoff = readHandoff(activity);
    if (handoff !== undefined) this.turn(handoff.state === 'completed');
    else if (isFromShopper(activity) && activity.type !== 'typing') this.turn(false);
  }

  turn(due: boolean): void {
    if (due === this.isDue) return;
    this.isDue = due;
    this.changed(due);
  }
}
