package org.stylecodes.train.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.train.dataset.Dataset;
import org.stylecodes.train.tar.Tar;

class ReportPageTest {
    @TempDir
    private Path folder;

    @Test
    void namesCannotAddMarkup() throws Exception {
        put("<script>alert(1)", "a\" onload='x'.png", 1);
        put("a\nb", "b.png", 2);
        String page = page();
        assertTrue(page.contains("<h3>&lt;script&gt;alert(1)</h3>"));
        assertTrue(page.contains("alt=\"&lt;script&gt;alert(1)/a&quot; onload=&#39;x&#39;.png\""));
        assertTrue(page.contains("<h3>a\\u000ab</h3>"));
        assertFalse(page.contains("<script"));
    }

    @Test
    void thePageNeedsNothingElse() throws Exception {
        put("ink", "a.png", 1);
        assertFalse(Pattern.compile("(src|href)=\"(?!data:)|url\\(|@import")
                .matcher(page())
                .find());
    }

    @Test
    void aStyleShowsSixPicturesAndTheirNumber() throws Exception {
        for (int i = 0; i < 9; i++) {
            put("ink", i + ".png", i);
        }
        assertEquals(6, count(page(), "<img "));
        assertTrue(page().contains("9 pictures"));
    }

    @Test
    void manyStylesShowASelection() throws Exception {
        for (int i = 0; i < 70; i++) {
            put("s" + (100 + i), "a.png", i);
        }
        String page = page();
        assertEquals(60, count(page, "<section "));
        assertTrue(page.contains("60 of 70 styles"));
    }

    @Test
    void picturesAreShrunk() throws Exception {
        Files.createDirectories(folder.resolve("data/ink"));
        Pictures.writePng(Picture.of(1500, 900, new byte[1500 * 900 * 3]), folder.resolve("data/ink/a.png"));
        assertTrue(page().length() < 20_000);
    }

    @Test
    void dataWithoutAReasonToRefuseItIsNotCalledTrainable() throws Exception {
        for (int i = 0; i < 4; i++) {
            put(i % 2 == 0 ? "ink" : "oil", i + ".png", i);
        }
        assertTrue(page().contains(">No reason was found to refuse this data.</p>"));
    }

    @Test
    void shardsAreSaidToBeUnreadableInTraining() throws Exception {
        Tar tar = new Tar();
        for (int i = 0; i < 4; i++) {
            put("made", i + ".png", i);
            Path file = folder.resolve("data/made/" + i + ".png");
            tar.member('0', (i % 2 == 0 ? "ink/" : "oil/") + i + ".png", Files.readAllBytes(file));
            Files.delete(file);
        }
        Files.write(folder.resolve("data/0.tar"), tar.zeros(1024).bytes());
        assertTrue(page().contains(
                        ">No reason was found to refuse this data. The training stages cannot read shards yet.</p>"));
    }

    private void put(String style, String name, int number) throws IOException {
        Files.createDirectories(folder.resolve("data/" + style));
        Pictures.writePng(TestPictures.waves(number, 40, 40), folder.resolve("data/" + style + "/" + name));
    }

    private String page() throws IOException {
        Path page = folder.resolve("report.html");
        ReportPage.write(DataCheck.run(Dataset.open(folder.resolve("data")), 32, done -> {}), "data", page);
        return Files.readString(page);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
