// Ed25519 signatures and SHA-256 hashes of exchange messages. A key or signature that cannot be read verifies nothing; it never throws.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Envelope, signedText, type UnsignedEnvelope } from '#shared/contract/exchange.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';

export type SigningKey = { readonly keyId: string; readonly privateKey: KeyObject };

export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function bodyHash(body: unknown): string {
  return sha256Hex(canonicalJson(body));
}

export function signEnvelope(envelope: UnsignedEnvelope, key: SigningKey): Envelope {
  const value = sign(null, Buffer.from(signedText(envelope, key.keyId)), key.privateKey).toString('base64');
  return { ...envelope, sig: { keyId: key.keyId, value } };
}

/** `publicKey` is SPKI DER in base64. */
export function signatureHolds(envelope: Envelope, publicKey: string): boolean {
  try {
    const der = Buffer.from(publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    const signature = Buffer.from(envelope.sig.value, 'base64');
    // Base64 has several spellings of one value; only the one we would write is a signature, so that no byte may be changed.
    if (signature.toString('base64') !== envelope.sig.value) return false;
    return verify(null, Buffer.from(signedText(envelope, envelope.sig.keyId)), key, signature);
  } catch {
    return false;
  }
}

export function publicKeyText(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}
