/** The button of a colour: its sign on its tint with its underline, its meaning as its name. */
import type { Colour } from '../../core/annotation/colour';
import { colourName } from '../format/colour-name';
import { trusted } from '../layer/trusted';

interface ColourSwatchProps {
  readonly colour: Colour;
  readonly action: string;
  readonly label: string;
  /** Whether it is the colour that a highlight has; left out where there is none yet. */
  readonly pressed?: boolean;
  readonly onPick: () => void;
}

export function ColourSwatch({ colour, action, label, pressed, onPick }: ColourSwatchProps) {
  return (
    <button
      type="button"
      class={`swatch swatch-${colour}`}
      data-action={action}
      title={label}
      aria-label={label}
      aria-pressed={pressed}
      onClick={trusted(onPick)}
    >
      <span class="swatch-sample" aria-hidden="true">
        {colourName(colour).slice(0, 1)}
      </span>
    </button>
  );
}
