import { NumberInput, TextInput } from '@mantine/core';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import type { FormPart } from './campaign-form.tsx';
import { clock } from './days.ts';
import classes from './outreach.module.css';
import { useRules } from './queries.ts';

/** How a campaign may be stricter than what holds for all. */
export function CampaignRules({ draft, set, fault }: FormPart) {
  const { campaigns } = useOutreachWords();
  const rules = useRules();
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.rules}</h2>
      <p className={cards.lead}>{campaigns.rulesLead}</p>
      <div className={cards.form}>
        {draft.purpose !== 'reminders' && (
          <div className={cards.pair}>
            <NumberInput label={campaigns.perDay} description={campaigns.perDayHint} placeholder={rules?.perDay.toString() ?? ''} value={draft.perDay ?? ''} onChange={(value) => set({ perDay: value === '' ? null : Number(value) })} min={1} {...(rules === undefined ? {} : { max: rules.perDay })} clampBehavior="none" allowDecimal={false} error={fault('perDay')} />
            <NumberInput label={campaigns.perWeek} description={campaigns.perWeekHint} placeholder={rules?.perWeek.toString() ?? ''} value={draft.perWeek ?? ''} onChange={(value) => set({ perWeek: value === '' ? null : Number(value) })} min={1} {...(rules === undefined ? {} : { max: rules.perWeek })} clampBehavior="none" allowDecimal={false} error={fault('perWeek')} />
          </div>
        )}
        <OwnHours draft={draft} set={set} fault={fault} />
      </div>
    </section>
  );
}

/** Quiet hours beside those that hold for all. */
export function OwnHours({ draft, set, fault }: FormPart) {
  const { campaigns } = useOutreachWords();
  const rules = useRules();
  const moment = (value: string) => (value === '' ? null : `${value}:00`);
  return (
    <div>
      <div className={cards.pair}>
        <TextInput type="time" label={campaigns.quietFrom} value={draft.quietFrom === null ? '' : clock(draft.quietFrom)} onChange={(event) => set({ quietFrom: moment(event.currentTarget.value) })} error={fault('quietFrom')} />
        <TextInput type="time" label={campaigns.quietUntil} value={draft.quietUntil === null ? '' : clock(draft.quietUntil)} onChange={(event) => set({ quietUntil: moment(event.currentTarget.value) })} error={fault('quietUntil')} />
      </div>
      {rules !== undefined && <p className={classes.small}>{rules.quietFrom === rules.quietUntil ? campaigns.neverQuiet : campaigns.quietForAll(clock(rules.quietFrom), clock(rules.quietUntil))}</p>}
    </div>
  );
}
