package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleBiFunction;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.train.data.Batches;
import org.stylecodes.train.data.StyleData;
import org.stylecodes.train.measure.Drawings.Drawing;

/**
 * Measures a whole model on styles that it was not trained on. It uses only the public interface: it encodes pictures to codes, and draws
 * pictures from codes.
 *
 * @param model the model to measure
 * @param judge names the object in a picture
 * @param unseen styles that no stage of the model has seen, with at least two pictures of each and with contents that the judge knows
 * @param prompts a prompt for each content that the judge knows, in the judge's order
 */
public record ModelEvaluation(StyleCodes model, Judge judge, StyleData unseen, List<String> prompts) {
    private static final int BATCH = 32;

    /** The number of pictures that {@link #run} draws. */
    public int drawings(int styles, int each) {
        return Drawings.count(prompts.size(), styles, each);
    }

    /**
     * What is known about the real pictures of {@code unseen} without drawing.
     *
     * @param firsts one picture of each style
     * @param seconds another picture of each style
     * @param codes the codes of the first pictures
     * @param otherCodes the codes of the second pictures
     * @param continuous how often the style values of the second picture are nearest to those of the first
     * @param named the share of second pictures in which the judge names the object
     */
    public record References(
            List<StyleData.Sample> firsts,
            List<StyleData.Sample> seconds,
            List<StyleCode> codes,
            List<StyleCode> otherCodes,
            Proportion continuous,
            double named) {}

    /** Encodes and judges the real pictures. */
    public References references() {
        List<StyleData.Sample> firsts = samples(0);
        List<StyleData.Sample> seconds = samples(1);
        return new References(
                firsts,
                seconds,
                codes(pictures(firsts)),
                codes(pictures(seconds)),
                continuous(pictures(firsts), pictures(seconds)),
                fraction(hits(pictures(seconds), contents(seconds)), seconds.size()));
    }

    /**
     * Draws pictures and measures them.
     *
     * @param real from {@link #references}
     * @param settings a request for one picture without prompt, styles and seed, such as {@code Request.of("").steps(10)}
     * @param styles the number of styles to draw; code retrieval uses all styles of {@code unseen}
     * @param each the number of prompts to draw in each style
     * @param progress receives the number of pictures drawn so far
     */
    public EvaluationReport run(References real, Request settings, int styles, int each, IntConsumer progress) {
        List<StyleCode> codes = real.codes();
        List<StyleCode> otherCodes = real.otherCodes();
        List<Picture> firsts = pictures(real.firsts());
        List<Picture> seconds = pictures(real.seconds());
        Drawings drawings = Drawings.of(model, settings, prompts, codes.subList(0, styles), each, progress);
        List<Picture> references = firsts.subList(0, styles);
        List<Picture> others = seconds.subList(0, styles);
        List<List<Picture>> generated =
                drawings.styled().stream().map(ModelEvaluation::drawn).toList();
        return new EvaluationReport(
                styles,
                drawings.all().size(),
                Proportion.of(
                        new Retrieval<>(codes, StyleCode::distance).found(otherCodes),
                        codes.size(),
                        1.0 / codes.size(),
                        real.continuous().value()),
                real.continuous(),
                styleRetrieval(codes.subList(0, styles), otherCodes.subList(0, styles), generated),
                objects(drawings.all(), real.named()),
                objects(drawings.plain(), real.named()),
                leakage(real.firsts(), drawings),
                closeness(references, others, generated, Colours::of, Colours::lightnessDistance),
                closeness(references, others, generated, Colours::of, Colours::hueDistance),
                closeness(references, others, generated, EdgeTexture::of, EdgeTexture::distance),
                frechet(drawings, firsts, seconds));
    }

    private List<StyleData.Sample> samples(int picture) {
        List<StyleData.Sample> samples = new ArrayList<>();
        for (int style = 0; style < unseen.styles(); style++) {
            samples.add(unseen.sample(style, picture));
        }
        return samples;
    }

    private List<StyleCode> codes(List<Picture> pictures) {
        return pictures.stream().map(model::encode).toList();
    }

    private Proportion continuous(List<Picture> firsts, List<Picture> seconds) {
        List<float[]> among = firsts.stream().map(model::styleValues).toList();
        List<float[]> others = seconds.stream().map(model::styleValues).toList();
        int found = new Retrieval<>(among, ModelEvaluation::squaredDistance).found(others);
        return Proportion.of(found, among.size(), 1.0 / among.size(), 1);
    }

    private static double squaredDistance(float[] one, float[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double difference = one[i] - two[i];
            sum += difference * difference;
        }
        return sum;
    }

    // The ceiling is the retrieval with another real picture of the style.
    private Proportion styleRetrieval(List<StyleCode> codes, List<StyleCode> others, List<List<Picture>> generated) {
        Retrieval<StyleCode> references = new Retrieval<>(codes, StyleCode::distance);
        int found = 0;
        int count = 0;
        for (int style = 0; style < generated.size(); style++) {
            for (Picture picture : generated.get(style)) {
                found += references.nearest(model.encode(picture)) == style ? 1 : 0;
                count++;
            }
        }
        return Proportion.of(found, count, 1.0 / codes.size(), fraction(references.found(others), codes.size()));
    }

    private Proportion objects(List<Drawing> drawings, double named) {
        List<Integer> prompted = drawings.stream().map(Drawing::prompt).toList();
        return Proportion.of(hits(drawn(drawings), prompted), drawings.size(), 1.0 / prompts.size(), named);
    }

    private Proportion leakage(List<StyleData.Sample> references, Drawings drawings) {
        int leaked = 0;
        int leakable = 0;
        for (int style = 0; style < drawings.styled().size(); style++) {
            int shown = references.get(style).content();
            List<Drawing> others = drawings.styled().get(style).stream()
                    .filter(drawing -> drawing.prompt() != shown)
                    .toList();
            leakable += others.size();
            leaked += hits(drawn(others), others.stream().map(drawing -> shown).toList());
        }
        return Proportion.of(leaked, leakable);
    }

    private static <T> Closeness closeness(
            List<Picture> references,
            List<Picture> others,
            List<List<Picture>> generated,
            Function<Picture, T> statistics,
            ToDoubleBiFunction<T, T> distance) {
        return Closeness.of(
                mapped(references, statistics),
                mapped(others, statistics),
                generated.stream().map(pictures -> mapped(pictures, statistics)).toList(),
                distance);
    }

    private EvaluationReport.FrechetDistance frechet(Drawings drawings, List<Picture> firsts, List<Picture> seconds) {
        int count = Math.min(drawings.styled().size(), drawings.plain().size());
        // One picture of each style, with the prompts in rotation.
        List<Picture> styled = new ArrayList<>();
        for (int style = 0; style < count; style++) {
            List<Drawing> drawn = drawings.styled().get(style);
            styled.add(drawn.get(style % drawn.size()).picture());
        }
        return Scope.get(() -> {
            Tensor real = features(seconds.subList(0, count));
            return new EvaluationReport.FrechetDistance(
                    Frechet.distance(features(styled), real),
                    Frechet.distance(features(firsts.subList(0, count)), real),
                    Frechet.distance(features(drawn(drawings.plain().subList(0, count))), real),
                    count);
        });
    }

    // The number of pictures in which the judge names the expected content.
    private int hits(List<Picture> pictures, List<Integer> expected) {
        if (pictures.isEmpty()) {
            return 0;
        }
        long[] named = Scope.get(
                () -> Tensors.longs(judge.out().forward(features(pictures)).argmax(new LongOptional(1), false)));
        int hits = 0;
        for (int i = 0; i < named.length; i++) {
            hits += named[i] == expected.get(i) ? 1 : 0;
        }
        return hits;
    }

    private Tensor features(List<Picture> pictures) {
        List<Tensor> batches = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += BATCH) {
            List<Picture> part = pictures.subList(from, Math.min(pictures.size(), from + BATCH));
            batches.add(Scope.inference(() -> judge.features(Batches.pixels(part))));
        }
        return Layers.cat(0, batches.toArray(Tensor[]::new));
    }

    private static double fraction(int hits, int count) {
        return hits / (double) count;
    }

    private static List<Integer> contents(List<StyleData.Sample> samples) {
        return samples.stream().map(StyleData.Sample::content).toList();
    }

    private static List<Picture> drawn(List<Drawing> drawings) {
        return drawings.stream().map(Drawing::picture).toList();
    }

    private static List<Picture> pictures(List<StyleData.Sample> samples) {
        return samples.stream().map(StyleData.Sample::picture).toList();
    }

    private static <T> List<T> mapped(List<Picture> pictures, Function<Picture, T> statistics) {
        return pictures.stream().map(statistics).toList();
    }
}
