package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.train.tar.Tar;

class SourceFilesTest {
    @Test
    void filesOfAPackageAreFoundWithoutItsFolder() {
        SourceFiles files = SourceFiles.ofPackage(
                TinyPackage.compressed(new Tar()
                        .file("package/a/1.svg", "A")
                        .file("package/b.json", "{}")
                        .bytes()),
                "a.tgz");
        assertArrayEquals(bytes("A"), files.read("a/1.svg").orElseThrow());
        assertArrayEquals(bytes("{}"), files.read("b.json").orElseThrow());
        assertEquals(Optional.empty(), files.read("package/b.json"));
    }

    @Test
    void longPaxNamesAreRead() {
        String name = "p".repeat(200) + ".svg";
        String path = " path=package/" + name + "\n";
        SourceFiles files = SourceFiles.ofPackage(
                TinyPackage.compressed(new Tar()
                        .member('x', "PaxHeader", path.length() + 3 + path)
                        .file("package/short", "A")
                        .bytes()),
                "a.tgz");
        assertArrayEquals(bytes("A"), files.read(name).orElseThrow());
        assertEquals(Optional.empty(), files.read("short"));
    }

    @Test
    void aMemberThatIsCutShortIsRefused() {
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> SourceFiles.ofPackage(
                        TinyPackage.compressed(new Tar()
                                .header("package/a.svg", 4000)
                                .zeros(512)
                                .bytes()),
                        "a.tgz"));
        assertEquals("a.tgz: is not an npm package: the member at byte 0 is cut short", refused.getMessage());
    }

    @Test
    void aDamagedHeaderIsRefused() {
        byte[] header = new Tar().file("package/a.svg", "A").bytes();
        header[3] ^= 1;
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class, () -> SourceFiles.ofPackage(TinyPackage.compressed(header), "a.tgz"));
        assertEquals("a.tgz: is not an npm package: the header at byte 0 is damaged", refused.getMessage());
    }

    @Test
    void aCompressedFileThatIsCutShortIsRefused() {
        byte[] whole =
                TinyPackage.compressed(new Tar().file("package/a.svg", "A").bytes());
        assertThrows(
                InvalidRequestException.class,
                () -> SourceFiles.ofPackage(Arrays.copyOf(whole, whole.length - 12), "a.tgz"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
