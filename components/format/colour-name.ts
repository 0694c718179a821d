/** The meaning of a colour, by which it is called everywhere: readers remember 时限, not "orange". */
import { i18n } from '#i18n';
import type { Colour } from '../../core/annotation/colour';

export function colourName(colour: Colour): string {
  return {
    1: i18n.t('colourTask'),
    2: i18n.t('colourDeadline'),
    3: i18n.t('colourResponsible'),
    4: i18n.t('colourNew'),
    5: i18n.t('colourQuestion'),
  }[colour];
}
