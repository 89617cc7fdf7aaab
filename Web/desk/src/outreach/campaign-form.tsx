import { SegmentedControl, TextInput } from '@mantine/core';
import type { Purpose } from '../api/outreach.ts';
import { faultAt } from '../ui/faults.tsx';
import type { Faults } from '../api/problem.ts';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import type { Draft } from './campaign-draft.ts';
import { CampaignRules } from './campaign-rules.tsx';
import { CampaignTexts } from './campaign-texts.tsx';
import { CampaignWhen } from './campaign-when.tsx';
import { CampaignWhom } from './campaign-whom.tsx';
import classes from './outreach.module.css';
import { purposes } from './segment-rule.ts';

export interface FormPart {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  /** What is wrong with a field, as the service names it. */
  readonly fault: (field: string) => string | undefined;
}

export function CampaignForm({ draft, set, faults }: Omit<FormPart, 'fault'> & { readonly faults: Faults }) {
  const { outreach, campaigns } = useOutreachWords();
  const part = { draft, set, fault: (field: string) => faultAt(faults, field) };
  return (
    <>
      <section className={cards.card}>
        <h2 className={cards.title}>{campaigns.what}</h2>
        <div className={cards.form}>
          <TextInput label={campaigns.name} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} maxLength={120} error={faultAt(faults, 'name')} required dir="auto" />
          <div>
            <SegmentedControl aria-label={campaigns.purpose} value={draft.purpose} onChange={(purpose) => set({ purpose: purpose as Purpose })} data={purposes.toReversed().map((value) => ({ value, label: outreach.purposes[value] }))} />
            <p className={classes.small}>{outreach.purposeHints[draft.purpose]}</p>
          </div>
        </div>
      </section>
      <CampaignWhen {...part} />
      <CampaignWhom {...part} />
      <CampaignRules {...part} />
      <CampaignTexts {...part} />
    </>
  );
}
