/** Ids of all records: UUIDv7, so that keys sort by the time they were made and databases of two devices never clash. */
import { v7 } from 'uuid';

export type Id = string;

export function newId(): Id {
  return v7();
}

export const ID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
