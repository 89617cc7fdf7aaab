import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, post } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Campaign, Preview } from '../api/outreach.ts';
import cards from '../ui/card.module.css';
import { FaultList, faultAt, faultsOf } from '../ui/faults.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { useTell } from '../ui/tell.ts';
import { useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import { letter } from './campaign-draft.ts';
import { CustomerSelect } from './customer-select.tsx';
import shared from './outreach.module.css';

/** What one customer would read, and a trial sent to them alone. */
export function CampaignPreview({ campaign }: { readonly campaign: Campaign }) {
  const { outreach, campaigns } = useOutreachWords();
  const { words: { common } } = useLanguage();
  const { done } = useTell();
  const { id, version, variants } = campaign;
  const [customerId, setCustomer] = useState<string | null>(null);
  const [locale, setLocale] = useState('');
  const [variant, setVariant] = useState('0');
  const look = { customerId: customerId ?? '', variant: Number(variant), locale };
  const found = useQuery({ queryKey: keys.campaignLook(id, 'preview', { version, ...look }), queryFn: () => get<Preview>(`/api/outreach/campaigns/${id}/preview`, look), enabled: customerId !== null, retry: false });
  const test = useMutation({ mutationFn: () => post(`/api/outreach/campaigns/${id}/test`, { customerId, variant: Number(variant) }), onSuccess: () => done(campaigns.tested) });
  const refusal = test.error ?? found.error;
  const said = found.data;
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.preview}</h2>
      <p className={cards.lead}>{campaigns.previewLead}</p>
      <div className={cards.form}>
        <CustomerSelect value={customerId} set={(chosen) => { test.reset(); setCustomer(chosen); }} fault={faultAt(faultsOf(refusal), 'customerId')} />
        <div className={variants.length > 1 ? cards.pair : undefined}>
          <Select label={campaigns.language} data={[{ value: '', label: campaigns.ownLanguage }, { value: 'en', label: common.locale.en }, { value: 'zh', label: common.locale.zh }]} value={locale} allowDeselect={false} onChange={(value) => setLocale(value ?? '')} />
          {variants.length > 1 && <Select label={campaigns.group} data={variants.map((_, index) => ({ value: String(index), label: letter(index) }))} value={variant} allowDeselect={false} onChange={(value) => setVariant(value ?? '0')} />}
        </div>
        {refusal !== null && faultAt(faultsOf(refusal), 'customerId') === undefined && <FaultList error={refusal} title={outreach.faults} />}
        {said !== undefined && (
          <div className={shared.text} lang={said.locale}>
            <span className={cards.quiet}>{outreach.reaches[said.channel]}</span>
            {said.channel === 'email' && <p>{campaigns.subject}: <strong dir="auto">{said.subject}</strong></p>}
            {said.channel === 'chat' ? <Markdown text={said.text} /> : <p dir="auto" className={shared.plain}>{said.text}</p>}
          </div>
        )}
        <div>
          <Button variant="default" disabled={customerId === null || said === undefined} loading={test.isPending} onClick={() => test.mutate()}>{campaigns.test}</Button>
          <p className={shared.small}>{campaigns.testHint}</p>
        </div>
      </div>
    </section>
  );
}
