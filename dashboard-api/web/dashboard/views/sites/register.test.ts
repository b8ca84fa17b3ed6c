import { expect, it } from 'vitest';
import * as stage from '../../components/view/view-test-harness.js';

it('has no form for those who may not register sites', async () => {
  await stage.open('sites?new=1', 'Trang thông tin', { administrator: false });
  expect(stage.find('sp-site-form')).toBeUndefined();
});
