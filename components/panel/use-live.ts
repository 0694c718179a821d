/** State that follows the database: a write in the background shows in every open page of ours at once. */
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/**
 * @param query reads from the database; run again whenever what it read changes
 * @param key names what is asked; another key starts another query
 * @returns undefined until the first answer
 */
export function useLive<T>(query: () => Promise<T>, key: string): T | undefined {
  const [state, setState] = useState<{ key: string; value: T }>();
  // `key` stands for everything that `query` closes over.
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: (value) => setState({ key, value }) });
    return () => subscription.unsubscribe();
  }, [key]);
  return state?.key === key ? state.value : undefined;
}
