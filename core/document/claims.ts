/**
 * Claims on a document: by what a text that is read again, here or on another site, is known to be the same.
 * A document has many; none of them is its identity, so that documents can be joined and split.
 */
import type { Facts } from '../page/fact';
import { FOLD_VERSION, foldToString } from '../text/fold';
import { normaliseAddress } from './address';

export type ClaimKind = 'number-title' | 'fingerprint' | 'address';

export interface Claim {
  readonly kind: ClaimKind;
  readonly value: string;
}

export interface Claimable {
  readonly address: string;
  readonly facts: Pick<Facts, 'title' | 'docNumber'>;
  readonly text: string;
}

/** Shorter texts say too little to be told apart by themselves. */
const SHORTEST_FINGERPRINTED = 200;

/** All claims that a text makes, the strongest first. */
export async function claimsOf({ address, facts, text }: Claimable): Promise<Claim[]> {
  const title = facts.title?.value;
  const docNumber = facts.docNumber?.value;
  const claims: Claim[] = [];
  // The number alone would join a document with every page that reports on it.
  if (docNumber && title) claims.push({ kind: 'number-title', value: `${docNumber}|${foldToString(title, 'drop')}` });
  const folded = foldToString(text, 'drop');
  if (folded.length >= SHORTEST_FINGERPRINTED)
    claims.push({ kind: 'fingerprint', value: `sha256:${FOLD_VERSION}:${await sha256(folded)}` });
  const normal = normaliseAddress(address);
  if (normal) claims.push({ kind: 'address', value: normal });
  return claims;
}

/** SHA-256 of a string's UTF-8, in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
