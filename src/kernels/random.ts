/** A stream of random numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** Uniform on [0, 1), with 53 random bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** A whole number from 0 to n − 1, each equally likely. */
  below(n: number): number;
}

/**
 * Makes a stream of random numbers from a seed, a whole number; xoshiro128** seeded by splitmix32 (Blackman and Vigna
 * 2021, doi:10.1145/3460772), and normals by the polar method (Marsaglia and Bray 1964, doi:10.1137/1006063).
 */
export function makeRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`Found seed ${seed}, wanted a whole number`);
  const state = seededState(seed);
  let spare: number | undefined;
  const uniform = () => (next(state) * 0x200000 + (next(state) >>> 11)) / 0x20000000000000;
  const normal = () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  };
  return {uniform, normal, below: (n) => Math.floor(uniform() * n)};
}

/** Four words of state; splitmix32 never yields four zeros in a row, which xoshiro could not leave. */
function seededState(seed: number): Uint32Array {
  let word = (seed ^ Math.floor(seed / 0x100000000)) >>> 0;
  return Uint32Array.from({length: 4}, () => {
    word = (word + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  });
}

/** The next 32 bits, as an unsigned number. */
function next(state: Uint32Array): number {
  const [a, b, c, d] = state as unknown as [number, number, number, number];
  const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  state[2] = c ^ a;
  state[3] = d ^ b;
  state[1] = b ^ state[2]!;
  state[0] = a ^ state[3]!;
  state[2] = state[2]! ^ (b << 9);
  state[3] = rotate(state[3]!, 11);
  return result;
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
