import { ActionIcon, Modal, SegmentedControl, Tabs, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Article, Canned, Conversation, Stage, Suggestions } from '../api/conversation.ts';
import { get } from '../api/http.ts';
import { keys } from '../api/keys.ts';
import { Blank, Trouble, Waiting } from '../ui/blank.tsx';
import { Icon } from '../ui/icon.tsx';
import { useWords } from '../words/words.tsx';
import classes from './assist.module.css';

interface Properties {
  readonly conversation: Conversation;
  readonly insert: (text: string) => void;
}

const offered = 3;
/** An answer less likely than this only takes room. */
const likely = 0.02;

/** Answers to the shopper's last question, one key away; all articles and scripts behind the button. */
export function Assist({ conversation: { id, locale }, insert }: Properties) {
  const { assist } = useWords();
  const [isOpen, { open, close }] = useDisclosure();
  const articles = useQuery({ queryKey: keys.suggestions(id), queryFn: () => get<Suggestions>('/api/desk/suggestions', { conversation: id }) }).data?.articles.filter(({ probability = 1 }) => probability >= likely).slice(0, offered) ?? [];
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const digit = /^Digit([1-3])$/.exec(event.code)?.[1];
      if (!event.altKey || event.ctrlKey || event.metaKey || digit === undefined) return;
      const article = articles[Number(digit) - 1];
      if (article === undefined) return;
      event.preventDefault();
      insert(article.text);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
  const take = (text: string) => {
    close();
    insert(text);
  };
  return (
    <div className={classes.bar} role="group" aria-label={assist.title}>
      {articles.map((article, index) => (
        <Tooltip key={article.id} label={<span className={classes.full}>{article.text}</span>} multiline w={340} openDelay={300}>
          <UnstyledButton className={classes.answer} aria-keyshortcuts={`Alt+${index + 1}`} onClick={() => insert(article.text)}>
            <kbd>Alt {index + 1}</kbd>
            <span className="unseen">{assist.insert}</span>
            <bdi>{article.title}</bdi>
            {article.probability !== undefined && <span className={classes.sure}>{Math.round(article.probability * 100)} %</span>}
          </UnstyledButton>
        </Tooltip>
      ))}
      <Tooltip label={assist.open}><ActionIcon className={classes.open} size="md" aria-label={assist.open} onClick={open}><Icon name="bulb" /></ActionIcon></Tooltip>
      <Modal opened={isOpen} onClose={close} title={assist.open} size="lg">
        <Tabs defaultValue="articles" keepMounted={false}>
          <Tabs.List><Tabs.Tab value="articles">{assist.articles}</Tabs.Tab><Tabs.Tab value="scripts">{assist.scripts}</Tabs.Tab></Tabs.List>
          <Tabs.Panel value="articles" pt="md"><Articles locale={locale ?? 'en'} take={take} /></Tabs.Panel>
          <Tabs.Panel value="scripts" pt="md"><Scripts locale={locale ?? 'en'} take={take} /></Tabs.Panel>
        </Tabs>
      </Modal>
    </div>
  );
}

interface Choice {
  readonly locale: string;
  readonly take: (text: string) => void;
}

function Articles({ locale, take }: Choice) {
  const { assist } = useWords();
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 200);
  const found = useQuery({ queryKey: keys.articles(asked, locale), queryFn: () => get<readonly Article[]>('/api/desk/articles', { q: asked, locale }), placeholderData: (before) => before });
  return (
    <>
      <TextInput aria-label={assist.searchArticles} placeholder={assist.searchArticles} leftSection={<Icon name="search" size={16} />} value={query} onChange={(event) => setQuery(event.currentTarget.value)} data-autofocus />
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Blank title={assist.noArticles} />}
      <ul className={classes.texts}>{found.data?.map(({ id, title, text }) => <Text key={id} title={title} text={text} take={take} />)}</ul>
    </>
  );
}

function Scripts({ locale, take }: Choice) {
  const { assist } = useWords();
  const [stage, setStage] = useState<Exclude<Stage, 'greeting'>>('opening');
  const found = useQuery({ queryKey: keys.scripts(stage, locale), queryFn: () => get<readonly Canned[]>('/api/desk/scripts', { stage, locale }) });
  return (
    <>
      <SegmentedControl fullWidth value={stage} onChange={(value) => setStage(value as typeof stage)} data={(['opening', 'follow-up', 'closing'] as const).map((value) => ({ value, label: assist.stages[value] }))} />
      {found.isPending && <Waiting />}
      {found.isError && <Trouble error={found.error} retry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Blank title={assist.noScripts} />}
      <ul className={classes.texts}>{found.data?.map(({ id, title, text }) => <Text key={id} title={title} text={text} take={take} />)}</ul>
    </>
  );
}

function Text({ title, text, take }: { readonly title: string; readonly text: string; readonly take: (text: string) => void }) {
  return (
    <li>
      <UnstyledButton className={classes.text} onClick={() => take(text)}>
        <strong dir="auto">{title}</strong>
        <span dir="auto">{text}</span>
      </UnstyledButton>
    </li>
  );
}
