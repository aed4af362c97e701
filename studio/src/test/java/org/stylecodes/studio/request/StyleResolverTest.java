package org.stylecodes.studio.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.limits.MemoryBudget;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;
import org.stylecodes.studio.store.Store;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.sql.SqlStore;

class StyleResolverTest {
    private static final StyleCode CODE = StyleCode.parse("RIgP_58waM-Dx3A5idNo");

    @TempDir
    private Path folder;

    private Store store;
    private LoadedModel model;
    private StyleResolver resolver;

    @BeforeEach
    void open() throws Exception {
        store = SqlStore.file(folder.resolve("studio.db"));
        model = LoadedModel.load(StyleCodes::nano);
        model.loading().get();
        PictureStore pictures = new PictureStore(folder, store.pictures(), MemoryBudget.ofHeap());
        resolver = new StyleResolver(model, pictures, new EncodingQueue(model), store.styles());
    }

    @AfterEach
    void close() {
        model.close();
        store.close();
    }

    @Test
    void aStyleOfTheGalleryHasItsCode() {
        assertEquals(CODE, resolver.code("styles[0]", kept("nano1")));
    }

    @Test
    void aStyleOfAnotherModelIsRefused() {
        StyleJson other = kept("other1");
        InvalidFieldException refusal =
                assertThrows(InvalidFieldException.class, () -> resolver.code("styles[0]", other));
        assertEquals("styles[0].style", refusal.field());
        assertTrue(
                refusal.getMessage().contains("is a code of the model other1 and means nothing to nano1"),
                refusal.getMessage());
    }

    private StyleJson kept(String modelId) {
        Instant now = Instant.ofEpochMilli(0);
        Style style = new Style(UUID.randomUUID(), modelId, CODE, "a", List.of(), "", false, null, now, now);
        store.styles().add(List.of(style));
        return new StyleJson(null, null, style.id().toString(), null);
    }
}
