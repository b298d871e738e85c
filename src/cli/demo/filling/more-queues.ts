/** A queue that only a larger organisation has. */
export interface MoreQueue {
  readonly name: string;
  readonly description: string;
  /** Time after a call, in milliseconds. */
  readonly timeoutMs: number;
}

const vipDesks: readonly (readonly [name: string, timeoutMs: number])[] = [
  ['VIP #4: Téléassistance', 40_000],
  ['VIP #5: Zürich', 90_000],
  ['VIP #6: København', 200_000],
  ['VIP #7: Łódź', 30_000],
  ['VIP #8: Ελλάδα', 60_000],
  ['VIP #9: 東京', 75_000],
  ['VIP #10: São Paulo', 45_000],
  ['VIP #11: İstanbul', 150_000],
  ['VIP #12: Київ', 120_000],
  ['VIP #13: Motor', 30_000],
  ['VIP #14: Santé', 35_000],
  ['VIP #15: Marine', 240_000],
];
const subjects = [
  'Roadside',
  'Travel',
  'Home',
  'Health',
  'Motor',
  'Renewals',
  'Complaints',
  'Partners',
  'Callback',
  'Fraud desk',
  'Outages',
];
const places = ['Dublin', 'Zürich', 'Łódź'];

/** The first `count` further queues, with `vip` VIP desks among them; at most 12 VIP desks and 33 others. */
export function moreQueues(count: number, vip: number): readonly MoreQueue[] {
  const desks = vipDesks
    .slice(0, vip)
    .map(([name, timeoutMs]) => ({ name, description: 'A desk for VIP members', timeoutMs }));
  const others = subjects.flatMap((subject) =>
    places.map((place) => ({
      name: `${subject}: ${place}`,
      description: `${subject}, answered in ${place}`,
      timeoutMs: 20_000,
    })),
  );
  return [...desks, ...others].slice(0, count);
}
