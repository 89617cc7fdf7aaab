import { Input, NumberInput, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { useOutreachWords } from '../words/outreach.ts';
import { minutesOf, spanOf, units, type Unit } from './delay.ts';
import classes from './campaigns.module.css';

interface Properties {
  readonly label: string;
  readonly description?: string;
  readonly minutes: number;
  readonly set: (minutes: number) => void;
  readonly fault: string | undefined;
  readonly isDisabled?: boolean;
}

/** A length of time, as a number and its unit. */
export function DurationField({ label, description, minutes, set, fault, isDisabled = false }: Properties) {
  const { reminders } = useOutreachWords();
  const [unit, setUnit] = useState<Unit>(() => spanOf(minutes).unit);
  const id = useId();
  const amount = minutes / minutesOf(1, unit);
  return (
    <Input.Wrapper label={label} description={description} error={fault} id={id} labelProps={{ htmlFor: id }}>
      <div className={classes.duration}>
        <NumberInput id={id} value={amount} onChange={(value) => set(minutesOf(Number(value), unit))} min={0} decimalScale={2} error={fault !== undefined} disabled={isDisabled} />
        <Select aria-label={`${label}: ${reminders.unit}`} data={units.map((value) => ({ value, label: reminders.units[value] }))} value={unit} allowDeselect={false} disabled={isDisabled} comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            if (value === null) return;
            setUnit(value as Unit);
            set(minutesOf(amount, value as Unit));
          }} />
      </div>
    </Input.Wrapper>
  );
}
