import type { Agent, Summary } from './conversation.ts';

export interface Figures {
  readonly waiting: number;
  readonly longestWaitSeconds: number;
  readonly answeredWithin20: number;
  readonly answeredWithin100: number;
  readonly answeredWithin180: number;
  readonly abandoned: number;
  readonly answered: number;
}

export interface Floor {
  readonly agents: readonly Agent[];
  readonly waiting: readonly Summary[];
  readonly figures: Figures;
}

/** Minutes since midnight in the store's zone. */
export interface Shift {
  readonly agentId: string;
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

export interface OpeningHours {
  readonly day: number;
  readonly from: string;
  readonly to: string;
}

export interface ShiftPlan {
  readonly zone: string;
  readonly hours: readonly OpeningHours[];
  readonly shifts: readonly Shift[];
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly version?: number;
}

export interface Coverage {
  readonly hour: number;
  readonly planned: number;
  readonly needed: number;
}
