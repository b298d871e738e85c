/** What a type means for calls, messages and people. */
export interface ReachType {
  /** Document field with the phone numbers that lead here. */
  readonly numbers?: string;
  /** Document fields with the first and the last phone number of a range: it is felt where such a number leads. */
  readonly range?: { readonly first: string; readonly last: string };
  /** Wire field in which the platform counts the people. */
  readonly people?: string;
  /** Types that it acts on by naming them (an emergency group on call routes): felt there, and not the other way round. */
  readonly actsOn?: readonly string[];
  /** Every object is a person. */
  readonly isPerson?: true;
}

/** Where a call route sends calls: types and document fields. */
export interface RouteTypes {
  readonly route: string;
  readonly group: string;
  readonly schedule: string;
  readonly emergency: string;
  readonly fields: {
    readonly group: string;
    readonly open: string;
    readonly closed: string;
    readonly holiday: string;
  };
}

/** Through which types a change is felt, and how. */
export interface ReachKnowledge {
  /** Types through which a change is felt. Objects of other types use things, too, but no interaction runs through them. */
  readonly types: Readonly<Record<string, ReachType>>;
  /** Types whose users the platform tracks (Architect's dependency tracking). */
  readonly tracked: readonly string[];
  /** Types that nearly everything refers to: who uses them is not followed, and the review says so. */
  readonly notFollowed: readonly string[];
  readonly routes: RouteTypes;
}

/** Fields of a type that decide what happens to calls, messages and people right now. */
export interface LiveTraffic {
  /** Top-level fields; every field where there is none named. */
  readonly fields?: readonly string[];
  /** What they decide, as in `decides where calls go`. */
  readonly decides: string;
}

/** What a review knows of types beside their descriptors. */
export interface ReviewKnowledge {
  readonly reach: ReachKnowledge;
  /** By type. */
  readonly liveTraffic: Readonly<Record<string, LiveTraffic>>;
  /** Types that say what people and clients may do. */
  readonly permissions: readonly string[];
  /** Type of the divisions, and the field in which objects name theirs. */
  readonly division: { readonly type: string; readonly field: string };
}
