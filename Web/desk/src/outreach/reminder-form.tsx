import { Button, Modal, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { post, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, OutreachEvent } from '../api/outreach.ts';
import { isProblem } from '../api/problem.ts';
import cards from '../ui/card.module.css';
import { FaultList, faultAt, faultsOf } from '../ui/faults.tsx';
import { useTell } from '../ui/tell.ts';
import { leave, useUnsaved } from '../ui/unsaved.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { draftOf, fresh, isChanged, valuesFor, type Draft } from './campaign-draft.ts';
import { Values } from './campaign-texts.tsx';
import { OwnHours } from './campaign-rules.tsx';
import { Channels } from './campaign-whom.tsx';
import { delayText } from './delay.ts';
import { DurationField } from './duration-field.tsx';
import { useSegments, useTemplates } from './queries.ts';
import { useNeededValues } from './template-values.ts';

interface Properties {
  readonly event: OutreachEvent;
  readonly campaign: Campaign | undefined;
  readonly close: () => void;
}

/** What follows something that happens: how long after, by which channels, with which words. */
export function ReminderForm({ event, campaign, close }: Properties) {
  const { outreach, campaigns, reminders } = useOutreachWords();
  const { words: { common }, locale } = useLanguage();
  const queries = useQueryClient();
  const { done } = useTell();
  const templates = useTemplates().data ?? [];
  const segments = useSegments().data ?? [];
  const [start] = useState<Draft>(campaign === undefined ? { ...fresh, occasion: 'event', event, purpose: 'reminders', delayMinutes: starts[event] } : draftOf(campaign));
  const [draft, setDraft] = useState(start);
  const unsaved = useUnsaved(isChanged(draft, start));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const needed = useNeededValues(draft);
  const mayPrecede = event === 'maintenanceDue';
  const isBefore = draft.delayMinutes < 0;
  const name = `${outreach.events[event]}, ${delayText(draft.delayMinutes, reminders, locale === 'zh')}`;
  const save = useMutation({
    mutationFn: () => {
      const body = { ...draft, name, values: valuesFor(needed ?? [], draft.values) };
      return campaign === undefined ? post('/api/outreach/campaigns', body) : put(`/api/outreach/campaigns/${campaign.id}`, body);
    },
    onSuccess: () => {
      done(common.saved);
      unsaved.saved();
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.campaigns }),
  });
  const submit = (happened: FormEvent) => {
    happened.preventDefault();
    save.mutate();
  };
  const isStale = isProblem(save.error, 'Changed');
  const part = { draft, set, fault: (field: string) => faultAt(faultsOf(save.error), field) };
  return (
    <Modal opened onClose={() => leave(close)} title={outreach.events[event]} size="lg" closeButtonProps={{ 'aria-label': common.close }}>
      <form className={cards.form} onSubmit={submit} noValidate>
        {isStale ? <p role="alert">{outreach.changed}</p> : <FaultList error={save.error} title={outreach.faults} />}
        <DurationField label={campaigns.delay} minutes={Math.abs(draft.delayMinutes)} set={(minutes) => set({ delayMinutes: isBefore ? -minutes : minutes })} fault={part.fault('delayMinutes')} />
        {mayPrecede && <SegmentedControl aria-label={reminders.direction} data={[{ value: 'before', label: reminders.before }, { value: 'after', label: reminders.after }]} value={isBefore ? 'before' : 'after'} onChange={(value) => set({ delayMinutes: Math.abs(draft.delayMinutes) * (value === 'before' ? -1 : 1) })} />}
        <Select label={reminders.template} data={templates.map((template) => ({ value: template.id, label: template.name }))} value={draft.variants[0]?.templateId ?? null} searchable allowDeselect={false} onChange={(templateId) => templateId !== null && set({ variants: [{ templateId, weight: 1 }] })} error={part.fault('variants') ?? part.fault('variants[0].templateId')} comboboxProps={{ withinPortal: false }} required />
        <Values {...part} />
        <Channels {...part} />
        <Select label={reminders.segment} placeholder={reminders.anybody} data={segments.map((segment) => ({ value: segment.id, label: segment.name }))} value={draft.segmentId} searchable clearable onChange={(segmentId) => set({ segmentId })} error={part.fault('segmentId')} comboboxProps={{ withinPortal: false }} />
        <DurationField label={campaigns.expiry} description={campaigns.expiryHint} minutes={draft.expireAfterMinutes} set={(expireAfterMinutes) => set({ expireAfterMinutes })} fault={part.fault('expireAfterMinutes')} />
        <OwnHours {...part} />
        <Button type="submit" loading={save.isPending}>{common.save}</Button>
      </form>
    </Modal>
  );
}

/** How long after each is usual, in minutes. */
const starts: Readonly<Record<OutreachEvent, number>> = { orderUnpaid: 30, cartLeft: 120, orderShipped: 0, orderDelivered: 4320, serviceFinished: 4320, maintenanceDue: -20_160 };
