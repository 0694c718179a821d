/** The database, version 1. Rows live in readers' profiles for years: fields are added, never given another meaning. */
import Dexie, { type Table } from 'dexie';
import type { Target } from '../core/annotation/annotation';
import type { Colour } from '../core/annotation/colour';
import type { ClaimKind } from '../core/document/claims';
import type { Id } from '../core/document/id';
import type { TermTables } from '../core/glossary/compile';
import type { Pack } from '../core/glossary/pack';
import type { Facts } from '../core/page/fact';
import type { Clock } from '../core/team/clock';

export const DATABASE_NAME = 'yandu';
export const SCHEMA_VERSION = 1;

/** When each field was last set, on which device: what merging goes by. */
export type FieldClocks = Readonly<Record<string, Clock>>;

interface Row {
  readonly id: Id;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly modified: number;
  readonly clocks: FieldClocks;
  /** Tombstone: deleted rows stay, so that a deletion can be undone and can travel. */
  readonly deleted: boolean;
}

export interface DocumentRow extends Row {
  readonly facts: Facts;
  /** Address where it was first read, as it stood in the address bar without its fragment. */
  readonly address: string;
  readonly reading: 'to-read' | 'reading' | 'read';
}

/** By what a document is known again; many per document. Ended rather than deleted when documents are split. */
export interface ClaimRow {
  readonly id: Id;
  readonly documentId: Id;
  readonly kind: ClaimKind;
  readonly value: string;
  readonly made: number;
  readonly ended: number | null;
}

/** A text as it was read, with the versions that made it. */
export interface SnapshotRow {
  readonly id: Id;
  readonly documentId: Id;
  readonly hash: string;
  readonly text: string;
  readonly reader: number;
  readonly fold: number;
  readonly made: number;
}

export interface AnnotationRow extends Row {
  readonly documentId: Id;
  /** The text that its selectors were made on. */
  readonly snapshotId: Id;
  readonly target: Target;
  readonly colour: Colour;
  /** Note, Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  /** Who made it; null means the reader of this profile. */
  readonly author: string | null;
  readonly device: string;
  /** `mine`, or the set or space that it came with. */
  readonly layer: string;
}

export type RecordTable = 'documents' | 'annotations';

/** One write, with what it replaced: undo now, sync later. */
export interface OperationRow {
  readonly id: Id;
  readonly clock: Clock;
  readonly at: number;
  readonly table: RecordTable;
  readonly recordId: Id;
  readonly kind: 'create' | 'update' | 'delete' | 'undo';
  /** Fields before and after; only those that changed. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
  readonly undoneBy: Id | null;
}

/** A glossary pack as it came. */
export interface PackRow {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly pack: Pack;
}

/** Compiled tables, valid for just these packs. */
export interface CompiledRow {
  readonly id: 'active';
  readonly hash: string;
  readonly tables: TermTables;
}

export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
}

export class YanduDatabase extends Dexie {
  declare readonly documents: Table<DocumentRow, Id>;
  declare readonly claims: Table<ClaimRow, Id>;
  declare readonly snapshots: Table<SnapshotRow, Id>;
  declare readonly annotations: Table<AnnotationRow, Id>;
  declare readonly operations: Table<OperationRow, Id>;
  declare readonly packs: Table<PackRow, string>;
  declare readonly compiled: Table<CompiledRow, 'active'>;
  declare readonly settings: Table<SettingRow, string>;
  /** About the database itself: device id, latest clock. */
  declare readonly meta: Table<SettingRow, string>;

  constructor(name: string = DATABASE_NAME) {
    // A reader's words are on disk before we say "saved"; measured cost on 200 writes: under a tenth.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores({
      documents: 'id, modified',
      claims: 'id, documentId, [kind+value]',
      snapshots: 'id, documentId, [documentId+hash]',
      annotations: 'id, documentId, modified',
      operations: 'id, recordId, clock',
      packs: 'id',
      compiled: 'id',
      settings: 'key',
      meta: 'key',
    });
  }
}
