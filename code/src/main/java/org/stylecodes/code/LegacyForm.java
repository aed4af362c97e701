package org.stylecodes.code;

import java.util.Base64;

/**
 * The form of the first release: standard base64 of 20 bytes, one byte per level. The two highest bits of each byte, 40 of the 162
 * bits, are always 0. The first release accepts any bytes and decodes them out of range; this class refuses them.
 */
final class LegacyForm {
    static final int LENGTH = 27;

    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_SYMBOL = 6;

    private LegacyForm() {}

    /** Whether a text has the length of this form. */
    static boolean matches(String body) {
        return body.length() == LENGTH || body.length() == LENGTH + 1 && body.endsWith("=");
    }

    static String write(byte[] levels) {
        return Base64.getEncoder().withoutPadding().encodeToString(levels);
    }

    static Reading read(String body) {
        String symbols = body.substring(0, LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            char symbol = symbols.charAt(i);
            if (!Alphabet.contains(symbol) || symbol == '-' || symbol == '_') {
                String message =
                        "character %d is %s; a code of 27 characters, the form of the first release, has only A-Z, a-z, 0-9, + and /"
                                .formatted(i + 1, Quoted.character(symbols, i));
                return Reading.fault(message, i);
            }
        }
        byte[] numbers = Base64.getDecoder().decode(symbols);
        int[] levels = new int[StyleCode.LENGTH];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Byte.toUnsignedInt(numbers[i]);
            if (levels[i] > Levels.HIGHEST) {
                return outOfRange(symbols, i, levels[i]);
            }
        }
        boolean leftOver = (Alphabet.level(symbols.charAt(LENGTH - 1)) & 0b11) != 0;
        if (leftOver) {
            return Reading.fault("its last character sets bits that belong to no level", LENGTH - 1);
        }
        return new Reading.Code(new CodeText(CodeForm.LEGACY, null, StyleCode.of(levels)));
    }

    /** The fault of a level above 63. The two highest bits of a byte, which must be 0, always lie in the same symbol. */
    private static Reading.Fault outOfRange(String symbols, int index, int number) {
        int position = index * BITS_OF_BYTE / BITS_OF_SYMBOL;
        String message = "'%c' at character %d sets level %d of the code to %d; expected 0 to %d"
                .formatted(symbols.charAt(position), position + 1, index + 1, number, Levels.HIGHEST);
        return Reading.fault(message, position);
    }
}
