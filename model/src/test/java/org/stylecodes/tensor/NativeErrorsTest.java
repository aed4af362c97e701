package org.stylecodes.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.NativeMemoryException;

class NativeErrorsTest {
    @Test
    void outOfMemoryHasItsOwnType() {
        Engine.load();
        RuntimeException failure = assertThrows(RuntimeException.class, () -> torch.empty(Long.MAX_VALUE / 8));
        assertEquals(NativeMemoryException.class, NativeErrors.typed(failure).getClass());
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        RuntimeException failure = new RuntimeException("sizes do not fit");
        assertSame(failure, NativeErrors.typed(failure));
    }
}
