package org.stylecodes.code;

import java.util.Arrays;

/** The 64 symbols of base64url (RFC 4648 section 5). The level of a symbol is its position in the alphabet. */
final class Alphabet {
    static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    static final String DESCRIPTION = "A-Z, a-z, 0-9, - and _";

    private static final int ASCII = 128;
    private static final byte[] LEVELS = new byte[ASCII];

    static {
        Arrays.fill(LEVELS, (byte) -1);
        for (int level = 0; level < SYMBOLS.length(); level++) {
            LEVELS[SYMBOLS.charAt(level)] = (byte) level;
        }
        LEVELS['+'] = LEVELS['-'];
        LEVELS['/'] = LEVELS['_'];
    }

    private Alphabet() {}

    static char symbol(int level) {
        return SYMBOLS.charAt(level);
    }

    /** The level of a symbol, or -1 for any other character. Also accepts {@code +} and {@code /} of standard base64. */
    static int level(char symbol) {
        return symbol < ASCII ? LEVELS[symbol] : -1;
    }

    static boolean contains(char symbol) {
        return level(symbol) >= 0;
    }
}
