import { expect, it } from 'vitest';
import * as stage from '../../components/view/view-test-harness.js';

it('tells those who may not register sites why there is no form', async () => {
  await stage.open('sites?new=1', 'Chỉ quản trị viên đăng ký được trang mới', {
    administrator: false,
  });
  expect(stage.find('sp-site-form')).toBeUndefined();
});
