/** The five colours by number: 任务 时限 责任主体 新提法 疑问. */
export const COLOURS = [1, 2, 3, 4, 5] as const;
export type Colour = (typeof COLOURS)[number];
