package org.stylecodes.studio.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.Sheet;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.store.Job;
import org.stylecodes.studio.store.Sample;
import org.stylecodes.studio.store.Style;

class CollectionFilesTest {
    private static final Picture REFERENCE = Picture.of(1, 1, new byte[] {1, 2, 3});
    private static final Picture DRAWN = Picture.of(1, 1, new byte[] {4, 5, 6});

    @TempDir
    private Path folder;

    private OpenGallery open;
    private Style style;

    @BeforeEach
    void keepAStyle() throws Exception {
        open = OpenGallery.in(folder, Limits.DEFAULT);
        style = open.gallery().add(new StyleDraft("RIgP_58waM-Dx3A5idNo", "a", List.of(), "", kept(REFERENCE), false));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aMissingSampleLeavesTheOthersInTheirColumns() {
        StyleSamples.PROMPTS.forEach(prompt -> open.store().jobs().claim("w", "nano1"));
        List<Sample> samples = open.store().samples().find(style.model(), List.of(style.code()));
        Sample second = StyleSamples.of(samples, StyleSamples.PROMPTS.get(1)).orElseThrow();
        open.store().jobs().addResult(second.job(), "w", new Job.Result(0, 1, kept(DRAWN)));
        Sheet.Row row = open.collections().rows(List.of(style)).get(0);
        assertEquals(REFERENCE, row.reference());
        assertEquals(List.of(CollectionFiles.MISSING, DRAWN, CollectionFiles.MISSING), row.cells());
    }

    @Test
    void aPictureWhoseFileIsGoneIsShownAsMissing() throws IOException {
        Files.delete(folder.resolve("pictures")
                .resolve(style.reference().substring(0, 2))
                .resolve(style.reference() + ".png"));
        CollectionFiles collections = open.collections();
        assertEquals(
                CollectionFiles.MISSING, collections.rows(List.of(style)).get(0).reference());
        assertNull(collections.export(List.of(style)).styles().get(0).thumbnail());
        assertEquals(
                List.of(StyleCollection.FORMAT),
                List.copyOf(Pictures.readText(collections.sheet(List.of(style))).keySet()));
    }

    private String kept(Picture picture) {
        return open.pictures().add(picture, Map.of()).id();
    }
}
