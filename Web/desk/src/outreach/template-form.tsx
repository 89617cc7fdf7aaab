import { Button, Modal, SegmentedControl, TextInput, Textarea } from '@mantine/core';
import type { Locale } from '@supportbot/shared/locale.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { post, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import type { Template, TemplateValues, TemplateWords } from '../api/outreach.ts';
import { isProblem } from '../api/problem.ts';
import cards from '../ui/card.module.css';
import { FaultList, faultAt, faultsOf } from '../ui/faults.tsx';
import { Markdown } from '../ui/markdown.tsx';
import { useTell } from '../ui/tell.ts';
import { leave, useUnsaved } from '../ui/unsaved.ts';
import { outreachLanguages, useOutreachWords } from '../words/outreach.ts';
import { useLanguage } from '../words/words.tsx';
import classes from './outreach.module.css';
import { fillIn, read } from './template-text.ts';
import { useTemplateValues } from './template-values.ts';

const none: TemplateValues = { always: [], ofEvents: [], own: 'my.' };
const locales: readonly Locale[] = ['en', 'zh'];

export function TemplateForm({ template, close }: { readonly template: Template | undefined; readonly close: () => void }) {
  const { outreach, templates } = useOutreachWords();
  const { words: { common }, locale: own } = useLanguage();
  const queries = useQueryClient();
  const { done } = useTell();
  const [name, setName] = useState(template?.name ?? '');
  const [words, setWords] = useState<Readonly<Record<string, TemplateWords>>>(template?.words ?? {});
  const [locale, setLocale] = useState<Locale>(own);
  const written = Object.fromEntries(Object.entries(words).filter(([, { subject, text }]) => (subject ?? '').trim() !== '' || (text ?? '').trim() !== ''));
  const unsaved = useUnsaved(name !== (template?.name ?? '') || JSON.stringify(words) !== JSON.stringify(template?.words ?? {}));
  const save = useMutation({
    mutationFn: () => (template === undefined ? post('/api/outreach/templates', { name, words: written }) : put(`/api/outreach/templates/${template.id}`, { name, words: written, version: template.version })),
    onSuccess: () => {
      done(common.saved);
      unsaved.saved();
      close();
    },
    // A fault in the other language would not be seen.
    onError: (error) => {
      const faulty = locales.filter((language) => faultAt(faultsOf(error), `words.${language}`, true) !== undefined);
      if (faulty[0] !== undefined && !faulty.includes(locale)) setLocale(faulty[0]);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.templates }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const faults = faultsOf(save.error);
  const isChanged = isProblem(save.error, 'Changed');
  const lacking = locales.filter((language) => written[language] === undefined);
  return (
    <Modal opened onClose={() => leave(close)} title={template === undefined ? templates.new : <bdi>{template.name}</bdi>} size="xl" closeButtonProps={{ 'aria-label': common.close }}>
      <form className={cards.form} onSubmit={submit} noValidate>
        <FaultList error={isChanged ? undefined : save.error} title={outreach.faults} />
        {isChanged && <p role="alert">{outreach.changed}</p>}
        <TextInput label={templates.name} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={120} error={faultAt(faults, 'name')} required data-autofocus />
        <SegmentedControl aria-label={templates.languages} value={locale} onChange={(value) => setLocale(value as Locale)} data={locales.map((value) => ({ value, label: common.locale[value] }))} />
        <Words key={locale} locale={locale} words={words[locale] ?? {}} set={(changed) => setWords({ ...words, [locale]: changed })} fault={(field) => faultAt(faults, `words.${locale}.${field}`)} />
        {lacking.length === 1 && lacking.map((language) => <p key={language} className={classes.small}>{templates.lacks(common.locale[language])}</p>)}
        <Button type="submit" loading={save.isPending}>{common.save}</Button>
      </form>
    </Modal>
  );
}

interface WordsProperties {
  readonly locale: Locale;
  readonly words: TemplateWords;
  readonly set: (words: TemplateWords) => void;
  readonly fault: (field: string) => string | undefined;
}

function Words({ locale, words, set, fault }: WordsProperties) {
  const { outreach, templates } = useOutreachWords();
  const { words: { common } } = useLanguage();
  const values = useTemplateValues() ?? none;
  const field = useRef<HTMLTextAreaElement>(null);
  const text = words.text ?? '';
  const subject = words.subject ?? '';
  const check = (content: string) => {
    const { problem } = read(content, values);
    return values === none || problem === undefined ? undefined : templates.problems[problem.fault](problem.at);
  };
  const add = (name: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    set({ ...words, text: `${text.slice(0, selectionStart)}{{${name}}}${text.slice(selectionEnd)}` });
    field.current?.focus();
  };
  const samples = outreachLanguages[locale].templates.samples;
  const problem = check(text);
  return (
    <>
      <TextInput label={templates.subject} value={subject} onChange={(event) => set({ ...words, subject: event.currentTarget.value })} maxLength={200} error={check(subject) ?? fault('subject')} dir="auto" lang={locale} />
      <Textarea ref={field} label={templates.text(common.locale[locale])} description={templates.textHint} value={text} onChange={(event) => set({ ...words, text: event.currentTarget.value })} autosize minRows={4} maxRows={14} maxLength={4000} error={problem ?? fault('text')} dir="auto" lang={locale} />
      <div className={cards.foot} role="group" aria-label={templates.insert}>
        <span className={cards.quiet}>{templates.insert}</span>
        {[...values.always, ...values.ofEvents].map((name) => <Button key={name} size="compact-xs" variant="default" onClick={() => add(name)}>{outreach.values[name] ?? name}</Button>)}
        <Button size="compact-xs" variant="default" onClick={() => add(`${values.own}coupon`)}>{templates.own}</Button>
      </div>
      {text.trim() !== '' && problem === undefined && (
        <div className={classes.text} lang={locale}>
          <span className={cards.quiet}>{templates.preview}</span>
          {subject !== '' && <p><strong dir="auto">{fillIn(read(subject, values), samples)}</strong></p>}
          <Markdown text={fillIn(read(text, values), samples)} />
        </div>
      )}
    </>
  );
}
