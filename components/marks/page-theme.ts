/** Light or dark by the page behind the text, not by the system: a government portal is white at night, too. */

/** sRGB luminance below which light text is likely. */
const DARK_BELOW = 0.35;

export function themeBehind(element: Element): 'light' | 'dark' {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const channels =
      getComputedStyle(at)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    const [red = 255, green = 255, blue = 255, alpha = 1] = channels;
    if (channels.length >= 3 && alpha > 0.5) return luminance(red, green, blue) < DARK_BELOW ? 'dark' : 'light';
  }
  return 'light';
}

function luminance(red: number, green: number, blue: number): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
