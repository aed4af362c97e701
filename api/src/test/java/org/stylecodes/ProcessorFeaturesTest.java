package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorFeaturesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "fpu avx2 avx512f avx512_bf16 amx_tile, true",
        "fpu amx_bf16 amx_tile amx_int8, true",
        "fpu avx2 avx512f avx512_vnni, false",
        "fpu avx2 not_avx512_bf16, false"
    })
    void bfloat16ProductsNeedOneOfTwoInstructionSets(String flags, boolean expected) throws IOException {
        Path info = folder.resolve("cpuinfo");
        Files.writeString(info, "processor\t: 0\nmodel name\t: A processor\nflags\t\t: " + flags + "\nbugs\t\t:\n");
        assertEquals(expected, ProcessorFeatures.hasBfloat16Products(info));
    }

    @Test
    void aSystemThatDoesNotTellHasNone() {
        assertFalse(ProcessorFeatures.hasBfloat16Products(folder.resolve("missing")));
    }
}
