import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usePathOf } from '../../../renderer/canvas/usePath.ts';
import { useShownPathFollows } from '../../../renderer/canvas/shownPath.ts';
import { NO_PATH } from '../../../renderer/simulator/canvasPath.ts';
import { useSimulator } from '../../../renderer/simulator/store.ts';
import { SOON } from '../../support/soon.ts';

afterEach(() => {
  cleanup();
  useSimulator.setState(NO_PATH);
});

function Canvas() {
  useShownPathFollows();
  const { steps, state } = usePathOf('main', 'menu');
  return <p data-state={state}>{steps}</p>;
}

const badge = (): HTMLElement | null => document.querySelector('p');

test('what the test did before the canvas was opened is on it at once', () => {
  useSimulator.setState({ visits: { 'main/menu': [1, 3] }, current: 'main/menu' });
  render(<Canvas />);
  expect(badge()?.textContent).toBe('1, 3');
  expect(badge()?.dataset['state']).toBe('current');
});

test('the answer is on the page before the canvas is touched, and the canvas follows', async () => {
  render(<Canvas />);
  useSimulator.setState({ visits: { 'main/menu': [1] }, current: 'main/menu' });
  expect(badge()?.textContent).toBe('');
  await vi.waitFor(() => expect(badge()?.textContent).toBe('1'), SOON);
  useSimulator.setState({ visits: { 'main/menu': [1, 2] } });
  useSimulator.setState({ ...NO_PATH });
  await vi.waitFor(() => expect(badge()?.textContent).toBe(''), SOON);
});
