package org.stylecodes.train.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.stylecodes.error.InvalidRequestException;

class DrawerTest {
    private static final String ICONS = """
            {"prefix": "tiny", "width": 10, "height": 10,
             "icons": {"star": {"body": "<path d='M0 0h5v10h-5z' fill='#00f'/>"},
                       "line": {"body": "<path d='M0 0h10v5h-10z' fill='currentColor'/>"},
                       "wide-one": {"body": "<rect width='20' height='10' fill='red'/>", "width": 20},
                       "broken": {"body": "<path d='"}},
             "aliases": {"also": {"parent": "line"}}}
            """;

    @Test
    void iconsAreFoundByTheTableOfTheSet() {
        BufferedImage image = icons("{\"2b50-fe0f\": \"star\"}", "no such name", Map.of());
        assertEquals(0xff0000ff, image.getRGB(10, 300));
        assertEquals(0, image.getRGB(500, 300) >>> 24);
    }

    @Test
    void iconsAreFoundByTheirNameWithoutHyphens() {
        BufferedImage image = icons("{}", "wide one", Map.of());
        assertEquals(0xffff0000, image.getRGB(300, 300)); // fitted: the upper and lower quarters stay empty
        assertEquals(0, image.getRGB(300, 20) >>> 24);
    }

    @Test
    void aChosenNameCountsMoreThanTheTable() {
        BufferedImage image = icons("{\"2b50\": \"star\"}", "star", Map.of("tiny", "also"));
        assertEquals(0xff000000, image.getRGB(500, 100)); // an alias of the line, black
    }

    @Test
    void anEmptyNameLeavesTheDrawingOut() {
        Drawer drawer = Drawer.of(source(Source.Kind.ICONS, ""), files(Map.of("icons.json", bytes(ICONS))));
        assertEquals(Optional.empty(), drawer.draw(entry("star", Map.of("tiny", ""))));
        assertEquals(Optional.empty(), drawer.draw(entry("moon", Map.of())));
    }

    @Test
    void aDamagedIconIsNamed() {
        Drawer drawer = Drawer.of(source(Source.Kind.ICONS, ""), files(Map.of("icons.json", bytes(ICONS))));
        InvalidRequestException refused =
                assertThrows(InvalidRequestException.class, () -> drawer.draw(entry("star", Map.of("tiny", "broken"))));
        assertEquals("tiny:broken: is not an SVG picture that can be drawn", refused.getMessage());
    }

    @Test
    void glyphsAreDrawnInBlack() {
        Drawer drawer = Drawer.of(source(Source.Kind.FONT, "Tiny.ttf"), files(Map.of("Tiny.ttf", TinyFont.of(0x2b50))));
        BufferedImage image = drawer.draw(entry("star", Map.of())).orElseThrow();
        assertEquals(0xff000000, image.getRGB(288, 400)); // within the triangle
        assertEquals(0, image.getRGB(20, 20) >>> 24); // beside its tip
    }

    @Test
    void aFontWithoutTheGlyphDrawsNothing() {
        Drawer drawer =
                Drawer.of(source(Source.Kind.FONT, "Tiny.ttf"), files(Map.of("Tiny.ttf", TinyFont.of(0x1f98a))));
        assertEquals(Optional.empty(), drawer.draw(entry("star", Map.of())));
    }

    @Test
    void aFileThatIsNotAFontIsNamed() {
        InvalidRequestException refused = assertThrows(
                InvalidRequestException.class,
                () -> Drawer.of(source(Source.Kind.FONT, "Tiny.ttf"), files(Map.of("Tiny.ttf", bytes(ICONS)))));
        assertTrue(refused.getMessage().startsWith("tiny: is not a font: "), refused.getMessage());
    }

    @Test
    void webpPicturesKeepTheirAlpha() throws IOException {
        Drawer drawer = Drawer.of(
                source(Source.Kind.RASTERS, "assets"),
                files(Map.of("assets/2b50.webp", resource("lossless-alpha.webp"))));
        BufferedImage image = drawer.draw(entry("star", Map.of())).orElseThrow();
        BufferedImage expected = ImageIO.read(new ByteArrayInputStream(resource("lossless-alpha.png")));
        boolean translucent = false;
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int argb = image.getRGB(x, y);
                translucent |= argb >>> 24 > 0 && argb >>> 24 < 255;
                for (int shift = 0; shift < 24; shift += 8) { // the fixture's PNG is composited over white
                    int composed = overWhite(argb >> shift & 0xff, argb >>> 24);
                    assertEquals(expected.getRGB(x, y) >> shift & 0xff, composed, x + ", " + y);
                }
            }
        }
        assertTrue(translucent, "the fixture has translucent pixels");
    }

    private static BufferedImage icons(String characters, String name, Map<String, String> chosen) {
        SourceFiles files = files(Map.of("icons.json", bytes(ICONS), "chars.json", bytes(characters)));
        return Drawer.of(source(Source.Kind.ICONS, ""), files)
                .draw(entry(name, chosen))
                .orElseThrow();
    }

    private static int overWhite(int sample, int alpha) {
        return Math.round((255 * (255 - alpha) + sample * alpha) / 255f);
    }

    private static ContentEntry entry(String name, Map<String, String> chosen) {
        return new ContentEntry(new Content("2b50", "star", List.of(), "objects"), name, chosen);
    }

    private static Source source(Source.Kind kind, String file) {
        Hand hand = new Hand("tiny", "nobody", false, false, "CC0-1.0", "nobody");
        return new Source(hand, kind, 0, Optional.empty(), "", file, "this test");
    }

    private static SourceFiles files(Map<String, byte[]> files) {
        return path -> Optional.ofNullable(files.get(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        return Objects.requireNonNull(DrawerTest.class.getResourceAsStream("/pictures/" + name))
                .readAllBytes();
    }
}
