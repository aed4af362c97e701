package org.stylecodes.studio.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.studio.StandardError;
import org.stylecodes.studio.error.NotReadyException;

class LoadedModelTest {
    @Test
    void aCallerLearnsNoPathOfAModelThatCannotBeLoaded() {
        LoadedModel model = failed();
        assertEquals(
                "the model could not be loaded; the log of the server has the cause",
                assertThrows(NotReadyException.class, model::get).getMessage());
    }

    @Test
    void aTaskForAModelThatCannotBeLoadedLogsNothing() {
        LoadedModel model = failed();
        assertEquals("", StandardError.of(() -> model.whenReady(() -> {})));
    }

    @Test
    void theFirstInstanceIsClosedIfAnErrorKeepsTheSecondFromBeingOpened() {
        List<StyleCodes> opened = new ArrayList<>();
        LoadedModel model = LoadedModel.load(() -> {
            if (!opened.isEmpty()) {
                throw new UnsatisfiedLinkError("of this test");
            }
            opened.add(StyleCodes.nano());
            return opened.get(0);
        });
        assertThrows(ExecutionException.class, () -> model.loading().get());
        StyleCodes first = opened.get(0);
        Request request = Request.of("").steps(1);
        assertThrows(IllegalStateException.class, () -> first.generate(request)); // which says that it is closed
    }

    private static LoadedModel failed() {
        LoadedModel model = LoadedModel.load(() -> {
            throw new EnvironmentException("cannot read /srv/models/a");
        });
        assertThrows(ExecutionException.class, () -> model.loading().get());
        return model;
    }
}
