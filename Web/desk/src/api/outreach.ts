export type Purpose = 'reminders' | 'greetings' | 'offers';
export type Reach = 'chat' | 'email' | 'sms';
export type CampaignStatus = 'draft' | 'awaitingApproval' | 'running' | 'paused' | 'cancelled' | 'finished';
export type Occasion = 'once' | 'festival' | 'ownerDay' | 'birthday' | 'membership' | 'visit' | 'event';
export type OutreachEvent = 'orderUnpaid' | 'orderShipped' | 'orderDelivered' | 'cartLeft' | 'serviceFinished' | 'maintenanceDue';

/** A day in both calendars; the Chinese one is null beyond what is known of it. */
export interface CalendarDay {
  readonly date: string;
  readonly chinese: string | null;
}

export interface Variant {
  readonly templateId: string;
  readonly weight: number;
}

/** What of a campaign is written down by hand. */
export interface CampaignPlan {
  readonly name: string;
  readonly purpose: Purpose;
  readonly occasion: Occasion;
  readonly festival: string | null;
  readonly ownerDay: string | null;
  readonly event: string | null;
  /** After the event, or before it when negative. */
  readonly delayMinutes: number;
  readonly day: string | null;
  readonly offsetDays: number;
  /** hh:mm:ss */
  readonly time: string;
  /** Null for each recipient's own. */
  readonly zone: string | null;
  readonly segmentId: string | null;
  readonly everyone: boolean;
  readonly variants: readonly Variant[];
  readonly holdoutPercent: number;
  readonly channels: readonly Reach[];
  readonly perSecond: number | null;
  readonly perDay: number | null;
  readonly perWeek: number | null;
  /** hh:mm:ss, both or neither. */
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly expireAfterMinutes: number;
  readonly values: Readonly<Record<string, string>>;
  readonly version: number;
}

export interface Campaign extends CampaignPlan {
  readonly id: string;
  readonly status: CampaignStatus;
  /** Ids of members of staff. */
  readonly createdBy: string;
  readonly editedBy: string;
  readonly askedBy: string | null;
  readonly askedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** Of those members of staff, by id. */
  readonly names: Readonly<Record<string, string>>;
  readonly launchedAt: string | null;
  readonly updatedAt: string;
  readonly next: readonly CalendarDay[];
}

/** What holds for all campaigns; one of them may only be stricter. */
export interface OutreachRules {
  readonly perDay: number;
  readonly perWeek: number;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly approvalAbove: number;
}

export type Counts = Readonly<Record<string, number>>;

export interface DryRun {
  readonly day: string | null;
  readonly included: number;
  readonly matching: number;
  readonly customers: number;
  readonly excluded: Counts;
  readonly channels: Counts;
  readonly locales: Counts;
  readonly missingLocales: Counts;
  readonly missingValues: Counts;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface DryRunPerson {
  readonly customerId: string;
  readonly name: string | null;
  readonly channel: Reach;
  /** Why nothing is sent; null when something is. */
  readonly exclusion: string | null;
  readonly dueAt: string;
  readonly zone: string;
  readonly zoneReason: string;
  readonly locale: string;
  readonly variant: number;
}

export interface Preview {
  readonly locale: string;
  readonly channel: Reach;
  readonly subject: string;
  readonly text: string;
}

export interface VariantResults {
  /** Its place in the plan; -1 for those held out. */
  readonly variant: number;
  readonly queued: number;
  readonly sent: number;
  readonly delivered: number;
  readonly read: number;
  readonly replied: number;
  readonly clicked: number;
  readonly optedOut: number;
  readonly excluded: number;
  readonly failed: number;
  readonly unknown: number;
}

export interface Results {
  readonly variants: readonly VariantResults[];
  readonly excluded: Counts;
  readonly queued: number;
  readonly sent: number;
}

export type Join = 'all' | 'any' | 'none';
export type Operator = 'is' | 'isNot' | 'atLeast' | 'atMost';

/** Either a group, with join and rules, or a comparison, with field, operator and value. */
export interface SegmentRule {
  readonly join?: Join | null;
  readonly rules?: readonly SegmentRule[] | null;
  readonly field?: string | null;
  readonly operator?: Operator | null;
  readonly value?: string | null;
}

export interface Segment {
  readonly id: string;
  readonly name: string;
  readonly rule: SegmentRule;
  readonly updatedAt: string;
  readonly version: number;
}

export type SegmentValue = 'text' | 'yesNo' | 'number' | 'month' | 'consent';

export interface SegmentField {
  readonly name: string;
  readonly value: SegmentValue;
}

export interface SegmentCount {
  readonly matching: number;
  readonly all: number;
}

export interface TemplateWords {
  readonly subject?: string | null;
  readonly text?: string | null;
}

export interface Template {
  readonly id: string;
  readonly name: string;
  readonly words: Readonly<Record<string, TemplateWords>>;
  readonly updatedAt: string;
  readonly version: number;
}

/** What can be put into a template. */
export interface TemplateValues {
  readonly always: readonly string[];
  readonly ofEvents: readonly string[];
  /** How the names of values begin that a campaign gives itself. */
  readonly own: string;
}

export type PlanEntryKind = 'festival' | 'ownerDay' | 'dayOff' | 'workday' | 'campaign';

export interface PlanEntry {
  readonly day: CalendarDay;
  readonly kind: PlanEntryKind;
  readonly id: string;
  readonly english: string;
  readonly chinese: string;
  readonly status: CampaignStatus | null;
}

export interface Festival {
  readonly id: string;
  readonly english: string;
  readonly chinese: string;
  readonly next: readonly CalendarDay[];
}

export type OwnerDayKind = 'greeting' | 'dayOff' | 'workday';

export interface OwnerDay {
  readonly id: string;
  readonly kind: OwnerDayKind;
  readonly day: string;
  readonly yearly: boolean;
  readonly english: string;
  readonly chinese: string;
}

export interface OwnerDayReport {
  readonly taken: number;
  readonly problems: readonly { readonly line: number; readonly column: string | null; readonly reason: string }[];
}

export interface Undelivered {
  readonly id: number;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly channel: Reach;
  readonly status: 'dead' | 'unknown';
  readonly error: string | null;
  readonly attempts: number;
  readonly at: string;
}

export interface Suppression {
  readonly key: string;
  readonly channel: Reach;
  /** The address, covered. */
  readonly shown: string;
  readonly reason: string;
  readonly at: string;
}

export type StuckStatus = 'dead' | 'unknown' | 'held';

/** A message or work of the outbox that no sender takes up again by itself. */
export interface Stuck {
  readonly id: number;
  readonly status: StuckStatus;
  readonly kind: string;
  readonly conversationId: string;
  readonly attempts: number;
  readonly error: string | null;
}

export interface StuckList {
  readonly items: readonly Stuck[];
  /** The statuses of which there are more than are listed. */
  readonly more: readonly StuckStatus[];
}

export interface JobRun {
  readonly name: string;
  readonly started: string | null;
  readonly finished: string | null;
  readonly next: string | null;
  readonly runs: number;
  readonly misfires: number;
  readonly node: string | null;
  readonly error: string | null;
}
