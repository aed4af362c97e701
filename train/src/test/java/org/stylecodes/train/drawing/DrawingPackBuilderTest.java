package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.error.InvalidRequestException;

class DrawingPackBuilderTest {
    private static final List<ContentEntry> ENTRIES = List.of(
            new ContentEntry(new Content("2b50", "star", List.of(), "objects"), "star", Map.of()),
            new ContentEntry(new Content("1f98a", "fox", List.of(), "animals-nature"), "fox", Map.of()));
    private static final byte[] PACKAGE = TinyPackage.of(Map.of(
            "icons.json",
            "{\"icons\": {\"star\": {\"body\": \"<rect width='16' height='8' fill='#0f0'/>\"}}}"
                    .getBytes(StandardCharsets.UTF_8)));

    @TempDir
    private Path folder;

    @Test
    void drawingsOfAllSourcesAreInThePackAndTheirLicencesInTheNotice() throws IOException {
        Files.write(folder.resolve("tiny-icons-1.0.0.tgz"), PACKAGE);
        Files.write(folder.resolve("Tiny.ttf"), TinyFont.of(0x1f98a));
        Path pack = folder.resolve("drawings.pack");
        DrawingPackBuilder.Summary summary = build(pack, Map.of("glyphs", folder), new ArrayList<>());
        assertEquals(new DrawingPackBuilder.Summary(2, Map.of("icons", 1, "glyphs", 1), List.of()), summary);

        DrawingPack read = DrawingPack.open(pack);
        int[] star = read.drawing(read.contents().get(0), read.hands().get(0)).orElseThrow();
        assertEquals(0xff00ff00, star[DrawingPackBuilder.SIDE * (DrawingPackBuilder.SIDE / 2) + 20]);
        assertEquals(
                Optional.empty(),
                read.drawing(read.contents().get(1), read.hands().get(0)));
        assertTrue(read.drawing(read.contents().get(1), read.hands().get(1)).isPresent());

        String notice = Files.readString(folder.resolve("drawings.pack.NOTICE.txt"));
        assertTrue(notice.contains("Author: A. Drawer\n"), notice);
        assertTrue(notice.contains("Licence: MIT License"), notice);
        assertTrue(notice.contains("glyphs (for judging only, not for training)"), notice);
    }

    @Test
    void aSourceThatNpmLacksIsLeftOutWithASentence() throws IOException {
        Files.write(folder.resolve("tiny-icons-1.0.0.tgz"), PACKAGE);
        List<String> said = new ArrayList<>();
        DrawingPackBuilder.Summary summary = build(folder.resolve("drawings.pack"), Map.of(), said);
        String sentence = "The set glyphs is left out, because the npm registry does not have it. It comes from this"
                + " test; give a folder that holds Tiny.ttf with --source glyphs=DIR.";
        assertEquals(List.of(sentence), summary.missing());
        assertEquals(sentence, said.get(0));
        assertEquals(Map.of("icons", 1), summary.drawings());
    }

    @Test
    void aPackageThatDiffersFromItsDigestIsRefused() throws IOException {
        byte[] other = PACKAGE.clone();
        other[other.length - 1] ^= 1;
        Path file = Files.write(folder.resolve("tiny-icons-1.0.0.tgz"), other);
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> build(folder.resolve("drawings.pack"), Map.of(), new ArrayList<>()));
        assertEquals(
                file + ": has the SHA-256 " + TinyPackage.sha256(other) + ", expected " + TinyPackage.sha256(PACKAGE)
                        + "; delete it, and the next run fetches it again",
                refused.getMessage());
    }

    @Test
    void anUnknownSourceIsRefused() {
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> DrawingPackBuilder.build(
                        folder.resolve("a.pack"), folder, Map.of("photos", folder), hand -> true, line -> {}));
        assertTrue(
                refused.getMessage().startsWith("there is no source photos; expected one of [3d, emojione,"),
                refused.getMessage());
    }

    private DrawingPackBuilder.Summary build(Path pack, Map<String, Path> given, List<String> said) {
        Source icons = new Source(
                new Hand("icons", "a", false, false, "MIT", "A. Drawer"),
                Source.Kind.ICONS,
                0,
                Optional.of("@tiny/icons@1.0.0"),
                TinyPackage.sha256(PACKAGE),
                "",
                "this test");
        Source glyphs = new Source(
                new Hand("glyphs", "b", true, true, "OFL-1.1", "B. Drawer"),
                Source.Kind.FONT,
                0,
                Optional.empty(),
                TinyPackage.sha256(TinyFont.of(0x1f98a)),
                "Tiny.ttf",
                "this test");
        return DrawingPackBuilder.build(
                pack, ENTRIES, List.of(icons, glyphs), new SourceFolder(folder, given), said::add);
    }
}
