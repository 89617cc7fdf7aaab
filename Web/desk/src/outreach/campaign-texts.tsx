import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { Link } from 'wouter';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { letter, withVariant } from './campaign-draft.ts';
import type { FormPart } from './campaign-form.tsx';
import classes from './campaigns.module.css';
import { useTemplates } from './queries.ts';
import { useNeededValues } from './template-values.ts';

const most = 5;

export function CampaignTexts({ draft, set, fault }: FormPart) {
  const { campaigns } = useOutreachWords();
  const templates = useTemplates().data ?? [];
  const rows = draft.variants.length === 0 ? [{ templateId: '', weight: 1 }] : draft.variants;
  const isShared = rows.length > 1;
  return (
    <section className={cards.card}>
      <h2 className={cards.title}>{campaigns.texts}</h2>
      <p className={cards.lead}>{campaigns.textsLead}</p>
      <div className={cards.form}>
        {rows.map((variant, index) => (
          <div key={index} className={isShared ? classes.variant : undefined}>
            <Select label={campaigns.template(letter(index))} data={templates.map(({ id, name }) => ({ value: id, label: name }))} value={variant.templateId === '' ? null : variant.templateId} searchable allowDeselect={false} onChange={(templateId) => templateId !== null && set({ variants: withVariant(draft.variants, index, { ...variant, templateId }) })}
              error={fault(`variants[${index}].templateId`) ?? (index === 0 ? fault('variants') : undefined)} required nothingFoundMessage={campaigns.nobodyFound} />
            {isShared && <NumberInput label={campaigns.share(letter(index))} value={variant.weight} onChange={(weight) => set({ variants: withVariant(draft.variants, index, { ...variant, weight: Number(weight) }) })} min={1} max={100} allowDecimal={false} />}
            {isShared && <ActionIcon aria-label={campaigns.removeTemplate(letter(index))} onClick={() => set({ variants: withVariant(draft.variants, index, undefined) })}><Icon name="close" size={16} /></ActionIcon>}
          </div>
        ))}
        <div className={cards.foot}>
          {draft.variants.length > 0 && draft.variants.length < most && <Button size="compact-sm" variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => set({ variants: [...draft.variants, { templateId: draft.variants[0]?.templateId ?? '', weight: 1 }] })}>{campaigns.addTemplate}</Button>}
          {templates.length === 0 && <Link href="/templates/new">{campaigns.newTemplate}</Link>}
        </div>
        <Values draft={draft} set={set} fault={fault} />
      </div>
    </section>
  );
}

/** A field for every value that the chosen texts need from the campaign itself. */
export function Values({ draft, set, fault }: FormPart) {
  const { campaigns, outreach } = useOutreachWords();
  return useNeededValues(draft)?.map((name) => (
    <TextInput key={name} label={campaigns.value(outreach.values[name] ?? name)} value={draft.values[name] ?? ''} onChange={(event) => set({ values: { ...draft.values, [name]: event.currentTarget.value } })} maxLength={200} error={fault('values')} dir="auto" required />
  ));
}
