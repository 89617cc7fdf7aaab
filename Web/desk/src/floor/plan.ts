import type { ShiftPlan, Shift } from '../api/floor.ts';

export const days = [1, 2, 3, 4, 5, 6, 7] as const;

export function isInOrder({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return from !== '' && to !== '' && from < to;
}

export function shiftsOf(plan: ShiftPlan, agentId: string, day: number): readonly Shift[] {
  return plan.shifts.filter((shift) => shift.agentId === agentId && shift.day === day).toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Puts a shift in place of another, or adds it; without a new one the old is taken away. */
export function withShift(plan: ShiftPlan, old: Shift | undefined, changed: Shift | undefined): ShiftPlan {
  const others = plan.shifts.filter((shift) => shift !== old);
  return { ...plan, shifts: changed === undefined ? others : [...others, changed] };
}
