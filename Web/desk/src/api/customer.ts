export interface Contact {
  readonly kind: 'email' | 'phone';
  readonly value: string;
  readonly verified: boolean;
}

export interface Consent {
  readonly channel: string;
  readonly purpose: string;
  readonly given: boolean;
  readonly source: string;
  readonly at: string;
}

export interface OrderSummary {
  readonly number: string;
  readonly status: string;
  readonly total: number;
  readonly currency: string;
  readonly placedAt: string;
}

export interface CustomerCard {
  readonly id: string;
  readonly name: string | null;
  readonly locale: string | null;
  readonly zone: string | null;
  readonly vip: boolean;
  readonly segment: string | null;
  readonly blocked: { readonly reason: string; readonly until: string | null } | null;
  readonly contacts: readonly Contact[];
  readonly consents: readonly Consent[];
  readonly tags: readonly string[];
  readonly note: string | null;
  readonly createdAt: string;
  readonly orders: readonly OrderSummary[];
  readonly version: number;
}
