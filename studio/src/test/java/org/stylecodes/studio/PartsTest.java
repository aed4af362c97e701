package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void partsAreClosedInTheOppositeOrderWhateverFails() {
        parts.open(() -> closed.add("first"));
        parts.open(this::fail);
        parts.open(() -> closed.add("last"));
        assertEquals(
                "stuck",
                assertThrows(UnsupportedOperationException.class, parts::close).getMessage());
        assertEquals(List.of("last", "first"), closed);
    }

    private void fail() {
        throw new UnsupportedOperationException("stuck");
    }
}
