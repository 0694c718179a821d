/** A note that the page wants typed here, because typing it there would not be private. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

const KEY = 'panel.edit';

/** @returns the annotation to edit; each request is taken once */
export function useEditRequest(): string | null {
  const [requested, setRequested] = useState<string | null>(null);
  useEffect(() => {
    const take = async () => {
      const id = (await browser.storage.session.get(KEY))[KEY];
      if (typeof id !== 'string') return;
      await browser.storage.session.remove(KEY);
      setRequested(id);
    };
    const onChange = (changes: Record<string, { newValue?: unknown }>) => {
      if (changes[KEY]?.newValue !== undefined) void take();
    };
    void take();
    browser.storage.session.onChanged.addListener(onChange);
    return () => browser.storage.session.onChanged.removeListener(onChange);
  }, []);
  return requested;
}
