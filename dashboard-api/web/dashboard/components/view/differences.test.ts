import { describe, expect, it } from 'vitest';
import { differences, rebase, same } from './differences.js';

const told = (name: string, zone: string) => [
  { label: 'Tên', text: name },
  { label: 'Múi giờ', text: zone },
];

describe('two people editing the same object', () => {
  it('keep their edits and take the newer value of untouched fields', () => {
    expect(
      rebase(
        { name: 'A', zone: 'x', tags: ['1'] },
        { name: 'B', zone: 'x', tags: ['1'] },
        { name: 'C', zone: 'y', tags: ['1', '2'] },
      ),
    ).toEqual({ name: 'B', zone: 'y', tags: ['1', '2'] });
  });

  it('see the value of the other and their own', () => {
    expect(differences(told('A', 'x'), told('B', 'x'), told('C', 'y'))).toEqual([
      { label: 'Tên', theirs: 'C', mine: 'B' },
      { label: 'Múi giờ', theirs: 'y', mine: undefined },
    ]);
  });

  it('see no difference for equal or unchanged values', () => {
    expect(differences(told('A', 'x'), told('B', 'y'), told('B', 'x'))).toEqual([
      { label: 'Tên', theirs: 'B', mine: undefined },
    ]);
  });

  it('compare rows without their keys', () => {
    expect(same([{ key: 1, label: 'a' }], [{ key: 2, label: 'a' }])).toBe(true);
    expect(same([{ key: 1, label: 'a' }], [{ key: 1, label: 'b' }])).toBe(false);
  });
});
