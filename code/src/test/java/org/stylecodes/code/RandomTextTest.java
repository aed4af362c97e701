package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** For any text, the parser returns a code that is written as it was read, or tells what is wrong. */
class RandomTextTest {
    private static final int SHORT_RUN = 200_000;
    private static final int LONG_RUN = 10_000_000;
    private static final int HUGE = 100_000;
    private static final String NEAR_CODES = Alphabet.SYMBOLS + "+/=: \t\n\u00a0\u2013\u0430\uff1a";

    private final Random random = new Random(238);

    @Test
    void randomTextIsACodeOrRefused() {
        readRandomTexts(SHORT_RUN);
    }

    @Test
    @Tag("slow")
    void tenMillionRandomTextsAreCodesOrRefused() {
        readRandomTexts(LONG_RUN);
    }

    private void readRandomTexts(int count) {
        int codes = 0;
        for (int i = 0; i < count; i++) {
            codes += read(randomText(i)) ? 1 : 0;
        }
        assertTrue(codes > count / 100 && codes < count / 2, codes + " of " + count + " texts were codes");
    }

    private static boolean read(String text) {
        CodeText read;
        try {
            read = CodeText.parse(text);
        } catch (InvalidCodeException refusal) {
            assertTrue(refusal.getMessage().length() < 1000, refusal.getMessage());
            assertTrue(refusal.position().orElse(0) <= text.length(), refusal.getMessage());
            refusal.suggestions().forEach(suggestion -> CodeText.parse(suggestion.text()));
            return false;
        }
        assertEquals(read, CodeText.parse(read.toString()));
        return true;
    }

    private String randomText(int index) {
        if (index % 10_000 == 0) {
            return text(random.nextInt(HUGE), Character.MAX_CODE_POINT + 1);
        }
        return switch (random.nextInt(4)) {
            case 0 -> text(random.nextInt(70), Character.MAX_CODE_POINT + 1);
            case 1 -> text(random.nextInt(70), 128);
            case 2 -> nearCode(random.nextInt(45));
            default -> mutated(code());
        };
    }

    private String text(int length, int codePoints) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(codePoints));
        }
        return text.toString();
    }

    private String nearCode(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(nearSymbol());
        }
        return text.toString();
    }

    private String code() {
        StyleCode code = StyleCode.uniform(random);
        return switch (random.nextInt(3)) {
            case 0 -> code.toString();
            case 1 -> code.toLegacy();
            default -> new SharedCode("nano1", code).toString();
        };
    }

    private String mutated(String code) {
        StringBuilder text = new StringBuilder(code);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int index = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(index, nearSymbol());
                case 1 -> text.deleteCharAt(index);
                case 2 -> text.insert(index, nearSymbol());
                case 3 -> text.setCharAt(index, (char) random.nextInt(Character.MAX_VALUE + 1));
                default ->
                    text.replace(index, text.length(), text.substring(index).toLowerCase(Locale.ROOT));
            }
        }
        return text.toString();
    }

    private char nearSymbol() {
        return NEAR_CODES.charAt(random.nextInt(NEAR_CODES.length()));
    }
}
