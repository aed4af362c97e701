package org.stylecodes.studio.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleCursorTest {
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    @Test
    void aCursorIsReadFromItsText() {
        StyleCursor cursor = StyleCursor.of(RecordsTest.style("Évening\nlight", -5));
        assertEquals("évening\nlight", cursor.name());
        assertEquals(Optional.of(cursor), StyleCursor.parse(cursor.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2 5 " + ID + " a", "1 x " + ID + " a", "1 5 7 a", "1 5 " + ID, "1 5 " + ID + " a\0"})
    void otherTextsAreNotCursors(String parts) {
        String text = Base64.getUrlEncoder().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), StyleCursor.parse(text));
        assertEquals(Optional.empty(), StyleCursor.parse(ID));
    }
}
