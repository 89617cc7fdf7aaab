import { Checkbox, Group, NumberInput, Radio, Select } from '@mantine/core';
import { Link } from 'wouter';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { inOrder } from './campaign-draft.ts';
import type { FormPart } from './campaign-form.tsx';
import classes from './outreach.module.css';
import { useSegments } from './queries.ts';
import { reaches } from './segment-rule.ts';
import { SegmentSize } from './segment-size.tsx';

export function CampaignWhom({ draft, set, fault }: FormPart) {
  const { campaigns } = useOutreachWords();
  const segments = useSegments().data ?? [];
  const chosen = segments.find(({ id }) => id === draft.segmentId);
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.whom}</h2>
      <div className={cards.form}>
        <Radio.Group label={campaigns.audience} value={draft.everyone ? 'everyone' : 'segment'} onChange={(value) => set(value === 'everyone' ? { everyone: true, segmentId: null } : { everyone: false })} {...(draft.everyone ? { error: fault('segmentId') } : {})}>
          <Group mt={6}>
            <Radio value="segment" label={campaigns.toSegment} />
            <Radio value="everyone" label={campaigns.everyone} />
          </Group>
        </Radio.Group>
        {!draft.everyone && (
          <div>
            <Select label={campaigns.segment} data={segments.map(({ id, name }) => ({ value: id, label: name }))} value={draft.segmentId} searchable allowDeselect={false} onChange={(segmentId) => set({ segmentId })} error={fault('segmentId')} required nothingFoundMessage={campaigns.nobodyFound} />
            <p className={classes.small} role="status">{chosen === undefined ? <Link href="/segments/new">{campaigns.newSegment}</Link> : <SegmentSize rule={chosen.rule} />}</p>
          </div>
        )}
        {draft.everyone && <p className={classes.small} role="status"><SegmentSize rule={{ join: 'all', rules: [] }} /></p>}
        <Channels draft={draft} set={set} fault={fault} />
        <div className={cards.pair}>
          <NumberInput label={campaigns.throttle} description={campaigns.throttleHint} value={draft.perSecond ?? ''} onChange={(value) => set({ perSecond: value === '' ? null : Number(value) })} min={0} max={100_000} error={fault('perSecond')} />
          <NumberInput label={campaigns.holdout} description={campaigns.holdoutHint} value={draft.holdoutPercent} onChange={(value) => set({ holdoutPercent: Number(value) })} min={0} max={90} allowDecimal={false} error={fault('holdoutPercent')} />
        </div>
      </div>
    </section>
  );
}

export function Channels({ draft, set, fault }: FormPart) {
  const { outreach, campaigns } = useOutreachWords();
  const { locale } = useLanguage();
  const arrow = locale === 'zh' ? '，' : ', ';
  return (
    <div>
      <Checkbox.Group label={campaigns.channels} description={campaigns.channelsHint} value={[...draft.channels]} onChange={(chosen) => set({ channels: inOrder(draft.channels, chosen) })} error={fault('channels')}>
        <Group mt={6}>{reaches.map((reach) => <Checkbox key={reach} value={reach} label={outreach.reaches[reach]} />)}</Group>
      </Checkbox.Group>
      {draft.channels.length > 1 && <p className={classes.small}>{campaigns.order(draft.channels.map((reach) => outreach.reaches[reach]).join(arrow))}</p>}
    </div>
  );
}
