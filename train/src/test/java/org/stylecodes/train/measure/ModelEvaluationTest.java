package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.tensor.Noise;
import org.stylecodes.tensor.Weights;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.ScenePictures;

/** The model and the judge are random, so the tests check what is counted and not how good it is. */
class ModelEvaluationTest {
    private static final List<String> OBJECTS = List.of("house", "star");
    private static final int STYLES = 4;

    private static StyleCodes model;
    private static EvaluationReport report;

    @BeforeAll
    static void measure() throws Exception {
        model = StyleCodes.open(Path.of(
                ModelEvaluationTest.class.getResource("/golden/tiny-sd15").toURI()));
        Map<String, Tensor> weights = new HashMap<>();
        try (Noise noise = Noise.of(1)) {
            Judge judge = Judge.of(Weights.fresh(weights, noise.generator()), OBJECTS.size());
            ScenePictures unseen = ScenePictures.of(new RunConfig.Scenes(0, STYLES, 2, 32, OBJECTS));
            ModelEvaluation evaluation = new ModelEvaluation(model, judge, unseen, List.of("a house", "a star"));
            report = evaluation.run(evaluation.references(), Request.of(""), 3, 1, done -> {});
        }
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void everyStyleIsDrawnWithTheRequestedNumberOfPrompts() {
        assertEquals(3, report.styles());
        assertEquals(3, report.pictures());
        assertEquals(3, report.objectAccuracy().count());
        assertEquals(3, report.styleRetrieval().count());
    }

    @Test
    void promptsAreDrawnWithoutAStyleToo() {
        assertEquals(16, report.plainObjectAccuracy().count());
    }

    @Test
    void codeRetrievalUsesAllStyles() {
        assertEquals(STYLES, report.codeRetrieval().count());
        assertEquals(0.25, report.codeRetrieval().floor());
        assertEquals(
                report.continuousRetrieval().value(), report.codeRetrieval().ceiling());
    }

    @Test
    void theCeilingOfTheJudgeIsItsAccuracyOnRealPictures() {
        assertEquals(
                report.objectAccuracy().ceiling(), report.plainObjectAccuracy().ceiling());
    }

    @Test
    void leakageHasNoFloorAndNoCeiling() {
        assertNull(report.leakage().floor());
        assertNull(report.leakage().ceiling());
    }

    @Test
    void frechetDistancesAreOfSetsOfOneSize() {
        assertEquals(3, report.frechet().count());
    }

    @Test
    void realPicturesAreCloserToEachOtherThanNoiseIs() {
        assertTrue(
                report.frechet().value() > report.frechet().real(),
                report.frechet().toString());
    }
}
