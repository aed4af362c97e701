package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleBiFunction;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.Batches;
import org.stylecodes.train.EdgeTexture;
import org.stylecodes.train.Judge;
import org.stylecodes.train.StyleData;

/**
 * Measures a whole model on styles that it was not trained on, through its public face alone: pictures in, codes out, codes
 * in, pictures out.
 *
 * @param model what is measured
 * @param judge names what a picture shows
 * @param unseen styles that no stage of the model saw, at least two pictures of each
 * @param prompts the prompt for each content that the judge knows, in its order
 */
public record Evaluation(StyleCodes model, Judge judge, StyleData unseen, List<String> prompts) {
    private static final int RETRIEVAL_STYLES = 100;

    /**
     * Draws every prompt in every style and compares.
     *
     * @param styles how many styles to draw in
     * @param progress is told how many pictures are done
     */
    public Report run(int styles, IntConsumer progress) {
        List<StyleData.Sample> references = samples(styles, 0);
        List<StyleData.Sample> others = samples(styles, 1);
        List<StyleCode> codes = references.stream()
                .map(sample -> model.encode(sample.picture()))
                .toList();
        List<List<Picture>> generated = new ArrayList<>();
        int done = 0;
        for (int style = 0; style < styles; style++) {
            List<Picture> pictures = new ArrayList<>();
            for (int prompt = 0; prompt < prompts.size(); prompt++) {
                Request request =
                        Request.of(prompts.get(prompt)).style(codes.get(style)).seed(1000L * style + prompt);
                pictures.add(model.generate(request).first());
                progress.accept(++done);
            }
            generated.add(pictures);
        }
        return report(references, others, codes, generated);
    }

    private Report report(
            List<StyleData.Sample> references,
            List<StyleData.Sample> others,
            List<StyleCode> codes,
            List<List<Picture>> generated) {
        int total = 0;
        int styleFound = 0;
        int objectFound = 0;
        int leaked = 0;
        int leakable = 0;
        for (int style = 0; style < codes.size(); style++) {
            long[] named = named(generated.get(style));
            for (int prompt = 0; prompt < named.length; prompt++) {
                total++;
                styleFound += nearest(model.encode(generated.get(style).get(prompt)), codes) == style ? 1 : 0;
                objectFound += named[prompt] == prompt ? 1 : 0;
                int shown = references.get(style).content();
                leakable += shown != prompt ? 1 : 0;
                leaked += shown != prompt && named[prompt] == shown ? 1 : 0;
            }
        }
        return new Report(
                codes.size(),
                total,
                retrieval(),
                closeness(references, others, generated, Colours::of, Colours::lightnessDistance),
                closeness(references, others, generated, Colours::of, Colours::hueDistance),
                closeness(references, others, generated, EdgeTexture::of, EdgeTexture::distance),
                styleFound / (double) total,
                objectFound / (double) total,
                leakable == 0 ? 0 : leaked / (double) leakable,
                frechet(generated, pictures(others)));
    }

    private static <T> Closeness closeness(
            List<StyleData.Sample> references,
            List<StyleData.Sample> others,
            List<List<Picture>> generated,
            Function<Picture, T> statistics,
            ToDoubleBiFunction<T, T> distance) {
        return Closeness.of(
                mapped(pictures(references), statistics),
                mapped(pictures(others), statistics),
                generated.stream().map(pictures -> mapped(pictures, statistics)).toList(),
                distance);
    }

    private List<StyleData.Sample> samples(int styles, int picture) {
        List<StyleData.Sample> samples = new ArrayList<>();
        for (int style = 0; style < styles; style++) {
            samples.add(unseen.sample(style, picture));
        }
        return samples;
    }

    // How often the code of one picture is nearest to that of the other picture of its style.
    private double retrieval() {
        int styles = Math.min(RETRIEVAL_STYLES, unseen.styles());
        List<StyleCode> first =
                samples(styles, 0).stream().map(s -> model.encode(s.picture())).toList();
        List<StyleCode> second =
                samples(styles, 1).stream().map(s -> model.encode(s.picture())).toList();
        int found = 0;
        for (int style = 0; style < styles; style++) {
            found += nearest(second.get(style), first) == style ? 1 : 0;
        }
        return found / (double) styles;
    }

    private static int nearest(StyleCode code, List<StyleCode> among) {
        int nearest = 0;
        for (int i = 1; i < among.size(); i++) {
            if (code.distance(among.get(i)) < code.distance(among.get(nearest))) {
                nearest = i;
            }
        }
        return nearest;
    }

    private long[] named(List<Picture> pictures) {
        return Scope.get(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                return Tensors.longs(judge.forward(Batches.pixels(pictures)).argmax(new LongOptional(1), false));
            }
        });
    }

    private double frechet(List<List<Picture>> generated, List<Picture> real) {
        return Scope.get(() -> {
            try (NoGradGuard guard = new NoGradGuard()) {
                List<Picture> all = generated.stream().flatMap(List::stream).toList();
                return Frechet.distance(features(all), features(real));
            }
        });
    }

    private Tensor features(List<Picture> pictures) {
        return Scope.of(() -> judge.features(Batches.pixels(pictures)));
    }

    private static List<Picture> pictures(List<StyleData.Sample> samples) {
        return samples.stream().map(StyleData.Sample::picture).toList();
    }

    private static <T> List<T> mapped(List<Picture> pictures, Function<Picture, T> statistics) {
        return pictures.stream().map(statistics).toList();
    }

    /**
     * What was measured; shares are 0..1.
     *
     * @param styles unseen styles drawn in
     * @param pictures generated in all
     * @param codeRetrieval share of other pictures of a style whose code is nearest to its reference's, among 100
     * @param lightness closeness along L
     * @param hue closeness along a and b
     * @param texture closeness of textures
     * @param styleRetrieval share of generated pictures whose own code is nearest to their reference's
     * @param objectAccuracy share of generated pictures in which the judge names the prompted object
     * @param leakage share of those in which it names the reference's object instead
     * @param frechet distance of the judge's features from those of real pictures of the same styles
     */
    public record Report(
            int styles,
            int pictures,
            double codeRetrieval,
            Closeness lightness,
            Closeness hue,
            Closeness texture,
            double styleRetrieval,
            double objectAccuracy,
            double leakage,
            double frechet) {}
}
