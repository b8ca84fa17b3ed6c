import { describe, expect, it } from 'vitest';
import { differences, rebase, same } from './differences.js';

const told = (name: string, zone: string) => [
  { label: 'Tên', text: name },
  { label: 'Múi giờ', text: zone },
];

describe('two people at one form', () => {
  it('keep what was typed, and follow the other in what was not touched', () => {
    expect(
      rebase(
        { name: 'A', zone: 'x', tags: ['1'] },
        { name: 'B', zone: 'x', tags: ['1'] },
        { name: 'C', zone: 'y', tags: ['1', '2'] },
      ),
    ).toEqual({ name: 'B', zone: 'y', tags: ['1', '2'] });
  });

  it('are told what the other made, and what they typed there themselves', () => {
    expect(differences(told('A', 'x'), told('B', 'x'), told('C', 'y'))).toEqual([
      { label: 'Tên', theirs: 'C', mine: 'B' },
      { label: 'Múi giờ', theirs: 'y', mine: undefined },
    ]);
  });

  it('are told nothing of what both typed alike, or of what stayed', () => {
    expect(differences(told('A', 'x'), told('B', 'y'), told('B', 'x'))).toEqual([
      { label: 'Tên', theirs: 'B', mine: undefined },
    ]);
  });

  it('have the same lines, whatever tells them apart on the page', () => {
    expect(same([{ key: 1, label: 'a' }], [{ key: 2, label: 'a' }])).toBe(true);
    expect(same([{ key: 1, label: 'a' }], [{ key: 1, label: 'b' }])).toBe(false);
  });
});
