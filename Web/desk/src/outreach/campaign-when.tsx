import { NumberInput, Select, TextInput } from '@mantine/core';
import type { Occasion } from '../api/outreach.ts';
import cards from '../ui/card.module.css';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import type { FormPart } from './campaign-form.tsx';
import { bothCalendars, clock, hasDay } from './days.ts';
import { DurationField } from './duration-field.tsx';
import { useDays, useFestivals } from './queries.ts';
import { zones } from './zones.ts';

const occasions: readonly Occasion[] = ['once', 'festival', 'ownerDay', 'birthday', 'membership', 'visit'];

export function CampaignWhen({ draft, set, fault }: FormPart) {
  const { outreach, campaigns } = useOutreachWords();
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.when}</h2>
      <div className={cards.form}>
        <Select label={campaigns.occasion} data={occasions.map((value) => ({ value, label: outreach.occasions[value] }))} value={draft.occasion} allowDeselect={false} onChange={(value) => value !== null && set({ occasion: value as Occasion })} />
        <Day draft={draft} set={set} fault={fault} />
        <div className={cards.pair}>
          <TextInput type="time" label={campaigns.time} value={clock(draft.time)} onChange={(event) => event.currentTarget.value !== '' && set({ time: `${event.currentTarget.value}:00` })} error={fault('time')} required />
          <Select label={campaigns.zone} data={[{ value: '', label: campaigns.zoneOwn }, ...zones.map((zone) => ({ value: zone, label: zone }))]} value={draft.zone ?? ''} searchable allowDeselect={false} onChange={(zone) => set({ zone: zone === '' ? null : zone })} error={fault('zone')} limit={100} nothingFoundMessage={campaigns.nobodyFound} />
        </div>
        <DurationField label={campaigns.expiry} description={campaigns.expiryHint} minutes={draft.expireAfterMinutes} set={(expireAfterMinutes) => set({ expireAfterMinutes })} fault={fault('expireAfterMinutes')} />
      </div>
    </section>
  );
}

function Day({ draft, set, fault }: FormPart) {
  const { campaigns } = useOutreachWords();
  const { dates, locale } = useLanguage();
  const festivals = useFestivals().data ?? [];
  const days = useDays().data?.filter(({ kind }) => kind === 'greeting') ?? [];
  const name = ({ english, chinese }: { english: string; chinese: string }) => (locale === 'zh' ? chinese : english);
  const chosen = festivals.find(({ id }) => id === draft.festival);
  const next = chosen?.next[0];
  const offset = draft.occasion === 'once' ? null : <NumberInput label={campaigns.offset} description={campaigns.offsetHint} value={draft.offsetDays} onChange={(value) => set({ offsetDays: Number(value) })} min={-60} max={60} allowDecimal={false} error={fault('offsetDays')} />;
  if (!hasDay(draft)) return offset;
  if (draft.occasion === 'once') return <TextInput type="date" label={campaigns.day} value={draft.day ?? ''} onChange={(event) => set({ day: event.currentTarget.value || null })} error={fault('day')} required />;
  return (
    <div className={cards.pair}>
      {draft.occasion === 'festival'
        ? <Select label={campaigns.festival} description={next === undefined ? ' ' : bothCalendars(next, dates)} data={festivals.map((festival) => ({ value: festival.id, label: name(festival) }))} value={draft.festival} searchable allowDeselect={false} onChange={(festival) => set({ festival })} error={fault('festival')} required nothingFoundMessage={campaigns.nobodyFound} />
        : <Select label={campaigns.ownerDay} description={days.length === 0 ? campaigns.noOwnDays : ' '} data={days.map((day) => ({ value: day.id, label: name(day) }))} value={draft.ownerDay} allowDeselect={false} onChange={(ownerDay) => set({ ownerDay })} error={fault('ownerDay')} required />}
      {offset}
    </div>
  );
}
