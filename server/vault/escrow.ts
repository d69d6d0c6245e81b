// Seals a secret of a draw to the recovery key: X25519 with a key made for this one text, HKDF, AES-256-GCM. Whoever has the private half, which is
// on no server and no desk, opens it when its owner does not reveal it.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
const publicBytes = 32;
/** What stands before an X25519 key in PKCS#8 and SPKI. */
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicHead = Buffer.from('302a300506032b656e032100', 'hex');

/** `recoveryKey`: SPKI DER. Throws TypeError for any other. */
export function escrowTo(
  recoveryKey: Uint8Array,
  randomBytes: (size: number) => Uint8Array,
): (secret: string) => string {
  const recovery = publicKeyOf(recoveryKey);
  return (secret) => {
    const own = createPrivateKey({
      key: Buffer.concat([privateHead, randomBytes(publicBytes)]),
      format: 'der',
      type: 'pkcs8',
    });
    const mine = createPublicKey(own).export({ format: 'der', type: 'spki' }).subarray(-publicBytes);
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', sharedKey(own, recovery, mine), nonce);
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([mine, nonce, text, cipher.getAuthTag()]).toString('base64');
  };
}

/** Throws where the text was not sealed to this key. */
export function openEscrow(privateKey: KeyObject, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const mine = bytes.subarray(0, publicBytes);
  const theirs = createPublicKey({ key: Buffer.concat([publicHead, mine]), format: 'der', type: 'spki' });
  const nonce = bytes.subarray(publicBytes, publicBytes + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', sharedKey(privateKey, theirs, mine), nonce, {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  const text = decipher.update(bytes.subarray(publicBytes + nonceBytes, -tagBytes));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

function publicKeyOf(der: Uint8Array): KeyObject {
  const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'x25519') throw new TypeError('the recovery key is no X25519 key');
  return key;
}

function sharedKey(privateKey: KeyObject, publicKey: KeyObject, mine: Uint8Array): Buffer {
  const secret = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, mine, 'zhengcai-draw/1 escrow', 32));
}
