// Designs as residents' devices send them, for the tests of the pages that read them.

/** Words that only a planner may read; no wall shows them. */
export const canaries = { alias: '赵钱孙李住户', building: '19', contact: 'c2VhbGVkLWJveA-13800138000', phone: '13800138000' };

/** A design of the demo estate, with what differs from the usual. */
export function design(number, own = {}) {
  return {
    schema: 'mulin.design/1', project: 'beimen', title: `方案${number}`,
    sheets: { estate: [
      { id: 'p1', kind: 'pavilion', at: [80 + number, 84], size: [3.6, 3.6], turn: 0 },
      { id: 'p2', kind: number % 2 ? 'charging-shed' : 'chess-table', at: [93, 92], size: number % 2 ? [20, 3.5] : [2, 2], turn: 0 },
    ] },
    wishes: [{ id: 'w1', text: `长椅要有靠背 ${number}`, topic: 'seats', at: [99, 80] }],
    by: { alias: canaries.alias, building: canaries.building, age: '60-74', channel: 'phone' },
    contact: canaries.contact, draft: number.toString(16).padStart(32, '0'),
    drawn: `2026-11-${String(10 + number).padStart(2, '0')}T09:30:00+08:00`, ...own,
  };
}

const spells = ['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '"><svg onload=alert(1)>', "javascript:alert('1')", '{{7*7}}'];

/** A design of which every text tries to be more than text. */
export const hostile = () => design(40, {
  title: spells[0],
  wishes: spells.map((text, index) => ({ id: `w${index}`, text, topic: text, at: [99, 80] })),
  sheets: { estate: [{ id: 'p"1', kind: '<b>kind</b>', at: [90, 84], size: [3, 3], turn: 0, note: spells[1] }] },
  by: { alias: '=HYPERLINK("http://example.org","看这里")', building: spells[2], age: '@SUM(1)', channel: '-1+1' },
  answers: { q1: spells[0] },
});
