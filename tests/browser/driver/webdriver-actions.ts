import type { Modifier, PointerStep } from './engine';

/** Input sources as WebDriver's "perform actions" takes them. */
export type Actions = [{ type: 'pointer' | 'key'; id: string; parameters?: object; actions: object[] }];

export function pointerActions(steps: PointerStep[]): Actions {
  const actions = steps.map((step) => {
    if (step === 'down') return { type: 'pointerDown', button: 0 };
    if (step === 'up') return { type: 'pointerUp', button: 0 };
    return { type: 'pointerMove', x: Math.round(step.to.x), y: Math.round(step.to.y), origin: 'viewport', duration: 0 };
  });
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
}

export function chordActions(modifiers: Modifier[], key: string): Actions {
  const keys = [...modifiers, key].map(keyValue);
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
  return [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }];
}

export function typingActions(text: string): Actions {
  const actions = [...text].flatMap((character) => {
    const value = character === '\n' ? keyValue('Enter') : character;
    return [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ];
  });
  return [{ type: 'key', id: 'keyboard', actions }];
}

/** WebDriver section 17.4.2 gives keys without a character code points of a private use area. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

function keyValue(key: string): string {
  const value = KEYS[key] ?? key;
  if ([...value].length !== 1) throw new Error(`no key ${key} is known`);
  return value;
}
