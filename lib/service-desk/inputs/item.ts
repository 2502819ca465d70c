/** What an item of the catalogue is made of. Names are data: a center words its own items, in both languages. */

export const fieldKinds = ['line', 'text', 'phone', 'number', 'money', 'date', 'period', 'choice', 'several', 'yesno', 'fact', 'file'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** What the register knows of a company and a form needn't ask for. */
export const companyFacts = ['name', 'creditCode', 'legalRepresentative', 'establishedOn', 'industry', 'address', 'room', 'area', 'registeredCapital', 'admittedOn'] as const;
export type CompanyFact = (typeof companyFacts)[number];

/** What may be chosen: answers keep its `value`, people read its label. */
export interface FieldOption {
  value: string;
  label: string;
  labelEn: string;
}

export interface ItemField {
  key: string;
  kind: FieldKind;
  required: boolean;
  label: string;
  labelEn: string;
  hint?: string;
  hintEn?: string;
  /** Printed behind a number: 平方米, 人, 项. */
  unit?: string;
  unitEn?: string;
  /** What may be chosen, for `choice` and `several`. */
  options?: FieldOption[];
  /** What stands in the field at first, for `fact`. */
  fact?: CompanyFact;
}

export interface ItemMaterial {
  key: string;
  required: boolean;
  name: string;
  nameEn: string;
  hint?: string;
  hintEn?: string;
  /** Given once, it serves for every later request. */
  onFile: boolean;
}

export interface ItemLane {
  key: string;
  name: string;
  nameEn: string;
  party: 'holder' | 'department' | 'role';
  departmentId: string | null;
  role: string | null;
  decides: 'anyone' | 'manager';
  /** Working days. */
  days: number;
  checklist: { text: string; textEn: string }[];
}

export interface ItemStage {
  name: string;
  nameEn: string;
  lanes: ItemLane[];
}

/** How a request reaches the desk. */
export const channels = ['portal', 'window', 'phone', 'visit'] as const;
export type Channel = (typeof channels)[number];
/** The ways in which staff file for a company. */
export const behalfChannels = ['window', 'phone', 'visit'] as const;

export const situations = ['start', 'money', 'move', 'grow', 'people', 'daily'] as const;
export type Situation = (typeof situations)[number];

/** Who may file: companies in these states. */
export const filerStates = ['prospect', 'incubating', 'graduated', 'exited'] as const;
export type FilerState = (typeof filerStates)[number];

/** What granting a request may bring about elsewhere, in the same transaction. `lib/lifecycle/effects` knows how; what is added here must be added there. */
export const itemEffects = ['admission', 'graduation', 'exit'] as const;
export type ItemEffect = (typeof itemEffects)[number];

/** What an item calls its outcomes, on its result and on the screen: 已答复 for a question, 同意减免 for a reduction. Empty is the general word. */
export interface OutcomeWords {
  granted?: string;
  grantedEn?: string;
  declined?: string;
  declinedEn?: string;
}
