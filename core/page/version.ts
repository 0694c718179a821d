/** Rises whenever the same page would be read into another text; stored beside every snapshot. */
export const READER_VERSION = 1;
