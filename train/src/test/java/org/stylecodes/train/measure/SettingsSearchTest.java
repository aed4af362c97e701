package org.stylecodes.train.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.ModelInfo;
import org.stylecodes.Precision;
import org.stylecodes.Provenance;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.pipeline.NetworkRuns;
import org.stylecodes.prompt.KnownWords;
import org.stylecodes.sampler.Sampler;
import org.stylecodes.train.measure.SettingsSearch.Trial;

class SettingsSearchTest {
    private static final List<Sampler> SAMPLERS = List.of(Sampler.DPMPP_2M, Sampler.UNIPC);
    private final List<Trial> trials = new ArrayList<>();

    @Test
    void takesTheFewestStepsThatKeepTheMeasures() {
        Trial found = search(settings -> settings.steps() >= (settings.sampler() == Sampler.UNIPC ? 8 : 10)
                        && settings.guidance().textInterval().equals(Interval.ALL)
                        && settings.guidance().styleInterval().equals(Interval.ALL))
                .orElseThrow();
        assertEquals(Sampler.UNIPC, found.settings().sampler());
        assertEquals(8, found.settings().steps());
        assertEquals(new NetworkRuns(16, 8), found.runs());
    }

    @Test
    void ofTwoSettingsWithTheSameCostTheOneWithMoreCodesOfTheReferenceIsBetter() {
        Trial found = new SettingsSearch(
                        model(),
                        settings -> report(settings.sampler() == Sampler.UNIPC ? 0.83 : 0.81, 0.9),
                        report(0.82, 0.92),
                        trials::add)
                .run(Request.of("").guidance(Guidance.joint(2)), SAMPLERS, List.of(1))
                .orElseThrow();
        assertEquals(Sampler.UNIPC, found.settings().sampler());
    }

    @Test
    void shortensTheGuidanceFromItsEndAndThenFromItsBeginning() {
        Trial found = search(settings -> settings.steps() == 10
                        && settings.guidance().textInterval().contains(2, 10)
                        && settings.guidance().textInterval().contains(6, 10)
                        && settings.guidance().styleInterval().equals(Interval.ALL))
                .orElseThrow();
        assertEquals(new Interval(0.2, 0.7), found.settings().guidance().textInterval());
        assertEquals(new NetworkRuns(15, 10), found.runs());
    }

    @Test
    void shortensTheStyleLast() {
        Trial found = search(settings -> settings.steps() == 10
                        && settings.guidance().textInterval().equals(Interval.ALL)
                        && settings.guidance().styleInterval().contains(0, 10)
                        && settings.guidance().styleInterval().contains(7, 10))
                .orElseThrow();
        assertEquals(new Interval(0, 0.8), found.settings().guidance().styleInterval());
    }

    @Test
    void findsNothingIfNoStepsKeepTheMeasures() {
        assertTrue(search(settings -> false).isEmpty());
        assertEquals(6, trials.size());
        assertEquals(
                List.of("style retrieval", "object accuracy"), trials.get(0).worse());
    }

    private Optional<Trial> search(Predicate<Request> good) {
        return new SettingsSearch(
                        model(),
                        settings -> good.test(settings) ? report(0.8, 0.9) : report(0.2, 0.3),
                        report(0.82, 0.92),
                        trials::add)
                .run(Request.of("").guidance(Guidance.joint(2)), SAMPLERS, List.of(6, 8, 10));
    }

    private static EvaluationReport report(double style, double object) {
        Proportion any = Proportion.of(50, 100);
        Closeness close = new Closeness(0.3, 0.05, 3, 1, 8);
        return new EvaluationReport(
                50,
                200,
                any,
                any,
                Proportion.of((int) (200 * style), 200),
                Proportion.of((int) (200 * object), 200),
                any,
                any,
                close,
                close,
                close,
                new EvaluationReport.FrechetDistance(1, 1, 1, 50));
    }

    private static ModelInfo model() {
        Guidance joint = Guidance.joint(2).textWithin(Interval.ALL).styleWithin(Interval.ALL);
        return new ModelInfo(
                "tiny",
                new Size(128, 128),
                8,
                1,
                joint,
                20,
                Sampler.DDIM,
                Precision.FLOAT32,
                KnownWords.ANY,
                Map.of(),
                Provenance.UNKNOWN);
    }
}
