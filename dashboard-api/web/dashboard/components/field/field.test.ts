import { LitElement, html, type TemplateResult } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { faults, find, mount } from '../testing.js';
import { checkField, selectField, textField } from './field.js';

const told = vi.fn();

class Form extends LitElement {
  override render(): TemplateResult {
    return html`${textField({ name: 'name', label: 'Tên', value: 'a', hint: 'Như trên trang', fault: 'Chưa nhập tên', required: true, onInput: told })}
    ${textField({ name: 'note', label: 'Ghi chú', value: '', rows: 3, onInput: told })}
    ${textField({ name: 'asOf', label: 'Tính đến ngày', type: 'day', value: '30/06/2026', onInput: told })}
    ${selectField({ name: 'role', label: 'Quyền', value: 'b', choices: [{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }], onInput: told })}
    ${checkField({ name: 'draft', label: 'Bản nháp', checked: true, onInput: told })}`;
  } // prettier-ignore
}
customElements.define('test-form', Form);

describe('fields', () => {
  it('have labels and are described by hint and error', async () => {
    const form = await mount(html`<test-form></test-form>`);
    expect(await faults()).toEqual([]);
    expect(find(form, '#name').getAttribute('aria-describedby')).toBe('name-hint name-fault');
    expect(find(form, '#name').getAttribute('aria-invalid')).toBe('true');
    expect(find(form, '#name-fault').textContent).toBe('Chưa nhập tên');
  });

  it('report the input', async () => {
    const form = await mount(html`<test-form></test-form>`);
    const name = find(form, '#name') as HTMLInputElement;
    name.value = 'Sở Nội vụ';
    name.dispatchEvent(new Event('input'));
    expect(told).toHaveBeenLastCalledWith('Sở Nội vụ');
    const draft = find(form, '#draft') as HTMLInputElement;
    draft.checked = false;
    draft.dispatchEvent(new Event('change'));
    expect(told).toHaveBeenLastCalledWith(false);
  });

  it('take a day as text or from a calendar', async () => {
    const form = await mount(html`<test-form></test-form>`);
    const [typed, calendar] =
      form.shadowRoot?.querySelectorAll<HTMLInputElement>('.dated input') ?? [];
    expect(typed?.type).toBe('text');
    expect(typed?.placeholder).toBe('ngày/tháng/năm');
    expect(calendar?.value).toBe('2026-06-30');
    Object.assign(calendar ?? {}, { value: '2026-07-31' });
    calendar?.dispatchEvent(new Event('input'));
    expect(told).toHaveBeenLastCalledWith('31/07/2026');
  });

  it('show the selected choice', async () => {
    const form = await mount(html`<test-form></test-form>`);
    expect((find(form, '#role') as HTMLSelectElement).value).toBe('b');
  });
});
