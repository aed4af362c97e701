package org.stylecodes.train.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataLayoutTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makePictures() throws IOException {
        Files.createDirectory(folder.resolve("ink"));
        Files.writeString(folder.resolve("ink/a.png"), "A");
        Files.writeString(folder.resolve("b.png"), "B");
    }

    @Test
    void fileNameTextAndStyleAreRead() throws Exception {
        list("{\"file_name\": \"b.png\", \"text\": \"a cat\", \"style\": \"oil\", \"more\": [1]}\n");
        Example only = only();
        assertEquals("b.png", only.name());
        assertEquals("oil", only.style());
        assertEquals(new Caption("a cat", Caption.Encoding.UTF_8), only.caption());
    }

    @Test
    void fileAndCaptionMeanTheSame() throws Exception {
        list("{\"file\": \"b.png\", \"caption\": \"a cat\", \"style\": \"oil\"}");
        assertEquals("b.png", only().name());
        assertEquals("a cat", only().caption().text());
    }

    @Test
    void withoutAStyleTheFolderIsTheStyle() throws Exception {
        list("{\"file_name\": \"ink/a.png\", \"text\": \"a cat\"}");
        assertEquals("ink", only().style());
    }

    @Test
    void aListInAFolderNamesFilesBesideIt() throws Exception {
        Files.writeString(folder.resolve("ink/metadata.jsonl"), "{\"file_name\": \"a.png\"}");
        assertEquals("ink/a.png", only().name());
        assertEquals(Caption.MISSING, only().caption());
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws Exception {
        list("\uFEFF{\"file_name\": \"ink/a.png\"}");
        assertEquals("ink/a.png", only().name());
    }

    @Test
    void theListMayBeInUtf16() throws Exception {
        Files.write(
                folder.resolve("metadata.jsonl"),
                "\uFEFF{\"file_name\": \"ink/a.png\", \"text\": \"ü\"}".getBytes(StandardCharsets.UTF_16LE));
        assertEquals("ü", only().caption().text());
    }

    @Test
    void aCaptionThatIsNotUtf8IsUnknown() throws Exception {
        Files.write(
                folder.resolve("metadata.jsonl"),
                "{\"file_name\": \"ink/a.png\", \"text\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Caption.Encoding.UNKNOWN, only().caption().encoding());
    }

    @Test
    void damagedLinesAreCountedAndPassedOver() throws Exception {
        list("{\"file_name\": \n[1]\n{\"text\": \"a\"}\n\n{\"file_name\": \"ink/a.png\"}\n"
                + "x".repeat((1 << 20) + 1));
        assertEquals("ink/a.png", only().name());
        assertEquals(
                new Omission(
                        Omission.Reason.BAD_ENTRY,
                        4,
                        List.of(
                                "metadata.jsonl line 1",
                                "metadata.jsonl line 2",
                                "metadata.jsonl line 3",
                                "metadata.jsonl line 6")),
                Dataset.open(folder).omissions().get(0));
    }

    @Test
    void namesThatLeadOutAreRefused() throws Exception {
        list(
                "{\"file_name\": \"ink/../../x.png\", \"style\": \"s\"}\n{\"file_name\": \"/etc/x.png\", \"style\": \"s\"}\n"
                        + "{\"file_name\": \"a\\u0000.png\", \"style\": \"s\"}\n");
        Dataset data = Dataset.open(folder);
        assertEquals(List.of(), data.examples());
        assertEquals(Omission.Reason.OUTSIDE, data.omissions().get(0).reason());
        assertEquals(3, data.omissions().get(0).count());
    }

    @Test
    void listedPicturesThatAreMissingAndUnlistedOnesAreCounted() throws Exception {
        list("{\"file_name\": \"ink/none.png\"}");
        assertEquals(
                List.of(
                        new Omission(Omission.Reason.MISSING_FILE, 1, List.of("ink/none.png")),
                        new Omission(Omission.Reason.UNLISTED, 2, List.of("b.png", "ink/a.png"))),
                Dataset.open(folder).omissions());
    }

    private void list(String lines) throws IOException {
        Files.writeString(folder.resolve("metadata.jsonl"), lines);
    }

    private Example only() {
        Dataset data = Dataset.open(folder);
        assertEquals(Dataset.Layout.METADATA, data.layout());
        assertEquals(1, data.examples().size());
        return data.examples().get(0);
    }
}
