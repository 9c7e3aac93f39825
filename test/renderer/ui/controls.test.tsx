import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { Button } from '../../../renderer/ui/Button.tsx';
import { Dialog } from '../../../renderer/ui/Dialog.tsx';
import { Field } from '../../../renderer/ui/Field.tsx';
import { NumberInput } from '../../../renderer/ui/NumberInput.tsx';
import { Select } from '../../../renderer/ui/Select.tsx';
import { WordChips } from '../../../renderer/ui/WordChips.tsx';

setLanguage('ru');

describe('a list to choose from', () => {
  const FRUIT = [
    { value: 'apple', label: 'Яблоко' },
    { value: 'pear', label: 'Груша' },
    { value: 'plum', label: 'Слива', disabled: true },
    { value: 'cherry', label: 'Вишня' },
  ];

  function Fruit({ heard }: { readonly heard?: (key: string) => void }) {
    const [value, setValue] = useState('apple');
    return (
      <div onKeyDown={(event) => heard?.(event.key)}>
        <Field label="Фрукт">
          <Select value={value} options={FRUIT} onChange={setValue} />
        </Field>
      </div>
    );
  }
  const box = () => screen.getByRole('combobox', { name: /Фрукт/ });

  test('is named by its field and its value, and works with arrows and Enter', async () => {
    const user = userEvent.setup();
    render(<Fruit />);
    expect(screen.getByRole('combobox', { name: 'Фрукт Яблоко' })).toBeTruthy();
    box().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(box().textContent).toBe('Груша');
    expect(document.activeElement).toBe(box());
  });

  test('the first letters find, a disabled option is not chosen, Esc leaves it as it was', async () => {
    const user = userEvent.setup();
    render(<Fruit />);
    box().focus();
    await user.keyboard('{ArrowDown}ви{Enter}');
    expect(box().textContent).toBe('Вишня');
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    expect(screen.getByRole('listbox')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(box().textContent).toBe('Вишня');
  });

  test('its keys do not reach the page below', async () => {
    const heard: string[] = [];
    const user = userEvent.setup();
    render(<Fruit heard={(key) => heard.push(key)} />);
    box().focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(heard).toEqual([]);
  });
});

describe('words as chips', () => {
  function Words({ first }: { readonly first: string[] }) {
    const [words, setWords] = useState(first);
    return (
      <>
        <Field label="Слова">
          <WordChips value={words} onChange={setWords} />
        </Field>
        <output>{words.join('|')}</output>
      </>
    );
  }
  const words = () => screen.getByRole('status').textContent;
  const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Слова' });

  test('Enter and a comma add, the same word in other letters is one word', async () => {
    const user = userEvent.setup();
    render(<Words first={['ещё']} />);
    await user.type(field(), 'оператор{Enter}человек,ЕЩЕ{Enter}');
    expect(words()).toBe('ещё|оператор|человек');
  });

  test('a pasted list becomes many', async () => {
    const user = userEvent.setup();
    render(<Words first={[]} />);
    await user.click(field());
    await user.paste('один, два\nтри');
    expect(words()).toBe('один|два|три');
  });

  test('Backspace takes the last word back to be edited; leaving the field keeps what was typed', async () => {
    const user = userEvent.setup();
    render(<Words first={['бот', 'меню']} />);
    await user.type(field(), '{Backspace}');
    expect(words()).toBe('бот');
    expect(field().value).toBe('меню');
    await user.tab();
    expect(words()).toBe('бот|меню');
  });

  test('each word can be taken off', async () => {
    const user = userEvent.setup();
    render(<Words first={['бот', 'меню']} />);
    await user.click(screen.getByRole('button', { name: 'Убрать «бот»' }));
    expect(words()).toBe('меню');
    expect(document.activeElement).toBe(field());
  });
});

describe('a number', () => {
  function Minutes() {
    const [value, setValue] = useState<number | undefined>(5);
    return (
      <>
        <Field label="Минуты">
          <NumberInput value={value} onChange={setValue} min={1} max={60} />
        </Field>
        <output>{String(value)}</output>
      </>
    );
  }
  const value = () => screen.getByRole('status').textContent;

  test('takes a comma, and is brought into its bounds when the field is left', async () => {
    const user = userEvent.setup();
    render(<Minutes />);
    const field = screen.getByRole('spinbutton', { name: 'Минуты' });
    await user.clear(field);
    expect(value()).toBe('undefined');
    await user.type(field, '2,5');
    expect(value()).toBe('2.5');
    await user.clear(field);
    await user.type(field, '900');
    await user.tab();
    expect(value()).toBe('60');
  });

  test('what is no number is forgotten', async () => {
    const user = userEvent.setup();
    render(<Minutes />);
    await user.type(screen.getByRole('spinbutton'), 'abc');
    await user.tab();
    expect(value()).toBe('5');
    expect(screen.getByRole<HTMLInputElement>('spinbutton').value).toBe('5');
  });
});

describe('a dialog', () => {
  function Page() {
    const [open, setOpen] = useState(false);
    return (
      <div id="root">
        <Button onClick={() => setOpen(true)}>Открыть</Button>
        <Dialog open={open} onClose={() => setOpen(false)} title="Окно">
          <Button>Внутри</Button>
        </Dialog>
      </div>
    );
  }

  test('holds the page below, takes the focus, and gives both back on Esc', async () => {
    const user = userEvent.setup();
    render(<Page />);
    const opener = screen.getByRole('button', { name: 'Открыть' });
    await user.click(opener);
    expect(screen.getByRole('dialog', { name: 'Окно' }).getAttribute('aria-modal')).toBe('true');
    expect(document.getElementById('root')?.hasAttribute('inert')).toBe(true);
    expect(document.activeElement?.textContent).toBe('Внутри');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.getElementById('root')?.hasAttribute('inert')).toBe(false);
    expect(document.activeElement).toBe(opener);
  });
});

test('an error is tied to its field', () => {
  render(
    <Field label="Имя" hint="Как вас зовут" error="Имя пустое">
      <Select value={null} options={[]} onChange={() => undefined} />
    </Field>,
  );
  const control = screen.getByRole('combobox');
  const described = (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['Как вас зовут', 'Имя пустое']);
  expect(control.getAttribute('aria-invalid')).toBe('true');
});
