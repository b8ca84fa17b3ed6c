import { describe, expect, it } from 'vitest';
import { faults } from '../../components/testing.js';
import * as stage from '../../components/view/view-test-harness.js';

/** Enters a value and submits its form. */
function submit(field: string, value: string): void {
  stage.enter(field, value);
  stage.send('sp-second-factor-view form');
}

async function setUp(): Promise<void> {
  submit('#password', 'a long sentence');
  await stage.until(stage.has('Quét mã này'));
  submit('#code', '123456');
  await stage.until(stage.has('k7wq-2mxe-9fhd-3tzn'));
}

describe('the second factor', () => {
  it('is set up with the password and a first code', async () => {
    const sent = await stage.open('second-factor', 'Đang tắt.');
    expect(await faults()).toEqual([]);
    submit('#password', 'a long sentence');
    await stage.until(stage.has('Quét mã này'));
    expect(stage.need('svg.qr path').getAttribute('d')).toContain('M0 0');
    expect(stage.need('svg.qr').getAttribute('viewBox')).toBe('-4 -4 11 11');
    expect(await faults()).toEqual([]);
    submit('#code', '123456');
    await stage.until(stage.has('k7wq-2mxe-9fhd-3tzn'));
    expect(await faults()).toEqual([]);
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ['second-factor/enrolment', { password: 'a long sentence' }],
      ['second-factor', { enrolment: 'ENROLMENT', code: '123456' }],
    ]);
    stage.need('sp-second-factor-view button.primary').click();
    await stage.until(stage.has('Còn 10 mã dự phòng chưa dùng.'));
  });

  it('says at the fields what is wrong', async () => {
    await stage.open('second-factor', 'Đang tắt.');
    stage.send('sp-second-factor-view form');
    await stage.until(stage.has('Không được để trống.'));
    submit('#password', 'short');
    await stage.until(stage.has('Mật khẩu hiện tại không đúng.'));
    submit('#password', 'a long sentence');
    await stage.until(stage.has('Quét mã này'));
    submit('#code', '000000');
    await stage.until(stage.has('Mã không đúng. Hãy nhập mã đang hiện'));
    expect(await faults()).toEqual([]);
  });

  it('gets new recovery codes, and is removed', async () => {
    await stage.open('second-factor', 'Đang tắt.');
    await setUp();
    stage.need('sp-second-factor-view button.primary').click();
    await stage.until(stage.has('Đang bật'));
    stage.enter('#task', 'renew');
    submit('#password', 'a long sentence');
    await stage.until(stage.has('k7wq-2mxe-9fhd-3tzn'));
    stage.need('sp-second-factor-view button.primary').click();
    await stage.until(stage.has('Đang bật'));
    stage.enter('#task', 'remove');
    submit('#password', 'a long sentence');
    await stage.until(stage.has('Đang tắt.'));
  });
});
