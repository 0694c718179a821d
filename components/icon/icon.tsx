/**
 * The icons of Yandu: one stroke on a 24 grid, in the colour of the text beside them. Decoration only: the button that
 * holds one carries its name in words.
 */

const PATHS = {
  note: 'M6 4h12a1 1 0 0 1 1 1v9.5L13.5 20H6a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM13.5 20v-4.5a1 1 0 0 1 1-1H19M8.5 8.5h7M8.5 12h3.5',
  copy: 'M10 9h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM15 9V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h4',
  panel: 'M5 5h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM14 5v14M17 9h.01M17 12h.01',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  export: 'M12 15V4M8 8l4-4 4 4M5 13v6a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-6',
  trash:
    'M4.5 7h15M9 7V5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M6.5 7l.8 12a1 1 0 0 0 1 1h7.4a1 1 0 0 0 1-1l.8-12M10.25 11v5M13.75 11v5',
  undo: 'M8 5L4 9l4 4M4 9h10.5a5.25 5.25 0 0 1 0 10.5H10',
  previous: 'M14.5 6l-6 6 6 6',
  next: 'M9.5 6l6 6-6 6',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11.25v5M12 7.75h.01',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning:
    'M11.15 4.5L3.1 18.25A1 1 0 0 0 4 19.75h16a1 1 0 0 0 .9-1.5L12.85 4.5a1 1 0 0 0-1.7 0zM12 9.75v4.25M12 16.75h.01',
  book: 'M12 6.75C10 5.25 7.25 4.75 3.5 4.75V18c3.75 0 6.5.5 8.5 2 2-1.5 4.75-2 8.5-2V4.75c-3.75 0-6.5.5-8.5 2zM12 6.75V20',
  edit: 'M4.5 19.5l1-4.25L16 4.75a1.4 1.4 0 0 1 2 0L19.25 6a1.4 1.4 0 0 1 0 2L8.75 18.5zM13.75 7L17 10.25',
} as const;

export type IconName = keyof typeof PATHS;

/** @param size an SVG length; without it the icon grows with the text it stands in */
export function Icon({ name, size = '1.25em' }: { name: IconName; size?: number | string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
