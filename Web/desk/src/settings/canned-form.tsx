import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import type { Locale } from '@supportbot/shared/locale.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import type { Canned, Stage } from '../api/conversation.ts';
import { post, put } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { isProblem } from '../api/problem.ts';
import { fill, insert } from '../composer/rules.ts';
import { useSettings } from '../composer/use-composer.ts';
import { useMay, useMe } from '../session/session.ts';
import cards from '../ui/card.module.css';
import { Markdown } from '../ui/markdown.tsx';
import { useTell } from '../ui/tell.ts';
import { useLanguage } from '../words/words.tsx';
import classes from './canned.module.css';

type Draft = Omit<Canned, 'id' | 'version'>;

export function CannedForm({ reply, close }: { readonly reply: Canned | undefined; readonly close: () => void }) {
  const { words: { canned, common, assist, customer: said }, locale } = useLanguage();
  const me = useMe();
  const may = useMay();
  const store = useSettings()?.store;
  const queries = useQueryClient();
  const { done, trouble, warn } = useTell();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<Draft>(reply ?? { shortcut: '', title: '', text: '', locale, scope: may('desk.supervise') ? 'shared' : 'personal', stage: null });
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const save = useMutation({
    mutationFn: () => (reply === undefined ? post('/api/desk/canned', draft) : put(`/api/desk/canned/${reply.id}`, { ...draft, version: reply.version })),
    onSuccess: () => {
      done(common.saved);
      close();
    },
    onError: (error) => (isProblem(error, 'Changed') ? warn(said.changed) : trouble(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.canned }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const addVariable = (name: string) => {
    const { selectionStart = draft.text.length, selectionEnd = draft.text.length } = field.current ?? {};
    const before = draft.text.slice(0, selectionStart);
    set({ text: /\s$|^$/.test(before) ? insert(draft.text, selectionStart, selectionEnd, `{{${name}}}`).text : `${before}{{${name}}}${draft.text.slice(selectionEnd)}` });
    field.current?.focus();
  };
  const example = fill(draft.text, { 'shopper.name': draft.locale === 'zh' ? '李晓雯' : 'Eleanor', 'agent.name': me.name, store: store?.[draft.locale], 'order.number': '10482' });
  const choices = <T extends string>(names: Readonly<Record<T, string>>) => Object.entries<string>(names).map(([value, label]) => ({ value, label }));
  return (
    <Modal opened onClose={close} title={reply === undefined ? canned.new : canned.title} size="lg">
      <form className={cards.form} onSubmit={submit}>
        <div className={cards.pair}>
          <TextInput label={canned.shortcut} description={canned.shortcutHint} leftSection="/" value={draft.shortcut} onChange={(event) => set({ shortcut: event.currentTarget.value })} pattern="[\p{L}\p{N}\-]+" maxLength={40} required data-autofocus />
          <TextInput label={canned.replyTitle} description={' '} value={draft.title} onChange={(event) => set({ title: event.currentTarget.value })} maxLength={100} required />
        </div>
        <div className={cards.pair}>
          <Select label={canned.language} data={choices(common.locale)} value={draft.locale} allowDeselect={false} onChange={(value) => value !== null && set({ locale: value as Locale })} />
          <Select label={canned.scope} data={choices(canned.scopes)} value={draft.scope} allowDeselect={false} onChange={(value) => value !== null && set({ scope: value as Draft['scope'] })} />
        </div>
        <Select label={canned.stage} placeholder={canned.noStage} clearable data={choices(assist.stages)} value={draft.stage} onChange={(value) => set({ stage: value as Stage | null })} />
        <Textarea ref={field} label={canned.text} value={draft.text} onChange={(event) => set({ text: event.currentTarget.value })} autosize minRows={4} maxRows={12} maxLength={4000} required dir="auto" />
        <div className={cards.foot} role="group" aria-label={canned.variables}>
          <span className={cards.quiet}>{canned.variables}</span>
          {choices(canned.variable).map(({ value, label }) => <Button key={value} size="compact-xs" variant="default" onClick={() => addVariable(value)}>{label}</Button>)}
        </div>
        {draft.text !== '' && <div className={classes.preview}><span className={cards.quiet}>{canned.preview}</span><Markdown text={example} /></div>}
        <Button type="submit" loading={save.isPending}>{common.save}</Button>
      </form>
    </Modal>
  );
}
