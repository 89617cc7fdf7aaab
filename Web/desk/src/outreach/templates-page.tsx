import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { keys } from '../api/keys.ts';
import type { Template } from '../api/outreach.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import cards from '../ui/card.module.css';
import { Chip } from '../ui/chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { useOutreachWords } from '../words/outreach.ts';
import { localeName, useLanguage } from '../words/words.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { OutreachPage } from './outreach-page.tsx';
import classes from './outreach.module.css';
import { useTemplates } from './queries.ts';
import { TemplateForm } from './template-form.tsx';

export default function TemplatesPage() {
  const { outreach, templates } = useOutreachWords();
  const { words: { common }, locale } = useLanguage();
  const { id } = useParams<{ id?: string }>();
  const [, go] = useLocation();
  const found = useTemplates();
  const [erasing, setErasing] = useState<Template>();
  const editing = found.data?.find((template) => template.id === id);
  return (
    <OutreachPage title={templates.title} lead={templates.lead} actions={<Button leftSection={<Icon name="plus" size={16} />} onClick={() => go('/templates/new')}>{templates.new}</Button>}>
      {found.isPending && <Waiting />}
      {found.isError && found.data === undefined && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Blank icon="note" title={templates.empty} lead={templates.emptyLead} />}
      {found.data !== undefined && found.data.length > 0 && (
        <section className={cards.card} aria-label={templates.title}>
          <ul className={classes.rows}>
            {found.data.map((template) => {
              const { subject, text } = template.words[locale] ?? Object.values(template.words)[0] ?? {};
              return (
                <li key={template.id} className={classes.row}>
                  <div className={classes.grow}>
                    <span className={cards.chips}><strong dir="auto">{template.name}</strong>{Object.keys(template.words).map((language) => <Chip key={language} tone="info">{localeName(language, common.locale)}</Chip>)}</span>
                    <div className={cards.quiet} dir="auto">{[subject, text].filter((part) => part).join(' · ').slice(0, 160)}</div>
                  </div>
                  <Tooltip label={common.edit}><ActionIcon aria-label={`${common.edit}: ${template.name}`} onClick={() => go(`/templates/${template.id}`)}><Icon name="pencil" size={16} /></ActionIcon></Tooltip>
                  <Tooltip label={outreach.delete}><ActionIcon aria-label={`${outreach.delete}: ${template.name}`} onClick={() => setErasing(template)}><Icon name="trash" size={16} /></ActionIcon></Tooltip>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {id === 'new' && <TemplateForm template={undefined} close={() => go('/templates')} />}
      {editing !== undefined && <TemplateForm key={editing.id} template={editing} close={() => go('/templates')} />}
      {erasing !== undefined && <EraseDialog path={`/api/outreach/templates/${erasing.id}`} name={erasing.name} list={keys.templates} close={() => setErasing(undefined)} />}
    </OutreachPage>
  );
}
