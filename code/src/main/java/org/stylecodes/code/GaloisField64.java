package org.stylecodes.code;

/** The field GF(64) = GF(2)[x]/(x^6+x+1) with the generator a = x. Its elements are the levels, and addition is XOR. */
final class GaloisField64 {
    /** The number of nonzero elements, which is the order of the generator. */
    static final int ORDER = 63;

    private static final int MODULUS = 0b1000011;
    private static final int[] POWERS = new int[ORDER];
    private static final int[] LOGARITHMS = new int[ORDER + 1];

    static {
        int power = 1;
        for (int exponent = 0; exponent < ORDER; exponent++) {
            POWERS[exponent] = power;
            LOGARITHMS[power] = exponent;
            power <<= 1;
            if (power > ORDER) {
                power ^= MODULUS;
            }
        }
    }

    private GaloisField64() {}

    /** The power of the generator with an exponent, which may be negative. */
    static int power(int exponent) {
        return POWERS[Math.floorMod(exponent, ORDER)];
    }

    /** The exponent, 0 to 62, whose power of the generator is the element. The element must not be 0. */
    static int logarithm(int element) {
        if (element == 0) {
            throw new ArithmeticException("0 is not a power of the generator");
        }
        return LOGARITHMS[element];
    }

    static int multiply(int a, int b) {
        return a == 0 || b == 0 ? 0 : POWERS[(LOGARITHMS[a] + LOGARITHMS[b]) % ORDER];
    }
}
