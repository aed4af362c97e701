package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseStackTest {
    private final List<String> closed = new ArrayList<>();
    private final CloseStack stack = new CloseStack();

    @Test
    void partsAreClosedInReverseOrderEvenIfOneFails() {
        stack.open(() -> closed.add("first"));
        stack.open(this::fail);
        stack.open(() -> closed.add("last"));
        assertEquals(
                "stuck",
                assertThrows(UnsupportedOperationException.class, stack::close).getMessage());
        assertEquals(List.of("last", "first"), closed);
    }

    private void fail() {
        throw new UnsupportedOperationException("stuck");
    }
}
