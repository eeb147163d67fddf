// The proof of work, in a worker so that the page stays quick: a number with which the SHA-256 of "signature:number"
// begins with so many zero bits. SHA-256 is written out here (FIPS 180-4), since browsers lend theirs to https alone,
// and one answer at a time.
const K = new Int32Array(64), START = new Int32Array(8), W = new Int32Array(64);
{
  // The first 32 bits of the fractions of the square and cube roots of the first primes.
  const fraction = (x) => (x - Math.floor(x)) * 2 ** 32 | 0;
  for (let n = 2, found = 0; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = fraction(Math.sqrt(n));
    K[found++] = fraction(Math.cbrt(n));
  }
}

// The leading zero bits of the hash of the one block that stands in W; 32 are looked at, as more are never asked for.
const noughts = () => {
  for (let t = 16; t < 64; t++) {
    const x = W[t - 15], y = W[t - 2];
    W[t] = W[t - 16] + W[t - 7]
      + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
      + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
  }
  let a = START[0], b = START[1], c = START[2], d = START[3], e = START[4], f = START[5], g = START[6], h = START[7];
  for (let t = 0; t < 64; t++) {
    const one = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (g ^ e & (f ^ g)) + K[t] + W[t] | 0;
    const two = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b | c & (a | b)) | 0;
    h = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + two | 0;
  }
  return Math.clz32(START[0] + a | 0);
};

const search = (signature, bits) => {
  const head = new Int32Array(16), put = (block, at, byte) => { block[at >> 2] |= byte << 24 - (at & 3) * 8; };
  const prefix = `${signature}:`;
  for (let at = 0; at < prefix.length; at++) put(head, at, prefix.charCodeAt(at));
  for (let number = 0; ; number++) {
    W.set(head);
    let length = 1;
    for (let power = 10; power <= number; power *= 10) length++;
    for (let at = prefix.length + length - 1, rest = number; at >= prefix.length; at--) {
      put(W, at, 48 + rest % 10);
      rest = Math.floor(rest / 10);
    }
    put(W, prefix.length + length, 0x80);
    W[15] = (prefix.length + length) * 8;
    if (noughts() >= bits) return number;
  }
};

self.onmessage = ({ data: { signature, bits } }) => self.postMessage(search(signature, bits));
