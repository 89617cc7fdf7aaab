import { Button, Modal, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Agent } from '../api/conversation.ts';
import { useMe } from '../session/session.ts';
import { useAgents } from '../shell/presence.ts';
import { useWords } from '../words/words.tsx';
import classes from './transfer-dialog.module.css';
import type { Transfer } from './use-actions.ts';

interface Properties {
  readonly isOpen: boolean;
  readonly isAssigning: boolean;
  readonly close: () => void;
  readonly transfer: (transfer: Transfer) => void;
  readonly assign: (agentId: string) => void;
}

type Kind = 'agent' | 'team' | 'skill';

export function TransferDialog({ isOpen, isAssigning, close, transfer, assign }: Properties) {
  const { actions, shell } = useWords();
  const me = useMe();
  const agents = useAgents().data ?? [];
  const [kind, setKind] = useState<Kind>('agent');
  const [target, setTarget] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const people = agents.filter(({ id }) => isAssigning || id !== me.id).toSorted(byReadiness);
  const teams = distinct(agents.flatMap((agent) => agent.teams));
  const skills = distinct(agents.flatMap((agent) => agent.skills.map((skill) => skill.name)));
  const aim = isAssigning ? 'agent' : kind;
  const choices = aim === 'agent'
    ? people.map(({ id, name, state, load, capacity }) => ({ value: id, label: `${name} · ${shell.presence[state]} · ${actions.load(load, capacity)}` }))
    : aim === 'team' ? teams : skills;
  const finish = () => {
    setTarget(null);
    setNote('');
    close();
  };
  const submit = () => {
    if (target === null) return;
    if (isAssigning) assign(target);
    else transfer({ ...(kind === 'agent' ? { agentId: target } : kind === 'team' ? { teamId: target } : { skill: target }), note: note.trim() });
    finish();
  };
  return (
    <Modal opened={isOpen} onClose={finish} title={isAssigning ? actions.assign : actions.transfer}>
      <div className={classes.form}>
        {!isAssigning && (
          <SegmentedControl
            aria-label={actions.transferTo}
            value={kind}
            onChange={(chosen) => { setKind(chosen as Kind); setTarget(null); }}
            data={[{ value: 'agent', label: actions.toAgent }, { value: 'team', label: actions.toTeam, disabled: teams.length === 0 }, { value: 'skill', label: actions.toSkill, disabled: skills.length === 0 }]}
          />
        )}
        <Select label={actions.transferTo} placeholder={actions.choose} data={choices} value={target} onChange={setTarget} searchable data-autofocus comboboxProps={{ withinPortal: false }} />
        {!isAssigning && (
          <Textarea label={actions.transferNote} description={actions.transferNoteHint} value={note} onChange={(event) => setNote(event.currentTarget.value)} autosize minRows={3} maxRows={8} maxLength={2000} />
        )}
        <Button disabled={target === null} onClick={submit}>{isAssigning ? actions.assign : actions.transfer}</Button>
      </div>
    </Modal>
  );
}

const readiness = { on: 0, busy: 1, away: 2, off: 3 };

/** Those who can take it now stand first, the least loaded on top. */
function byReadiness(a: Agent, b: Agent): number {
  return readiness[a.state] - readiness[b.state] || a.load - b.load || a.name.localeCompare(b.name);
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
