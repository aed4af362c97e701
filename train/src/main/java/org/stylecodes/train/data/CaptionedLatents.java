package org.stylecodes.train.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** A data set for the training of denoisers: the latents of its pictures, with their captions. */
public record CaptionedLatents(StyleData data, Latents latents) {
    /**
     * A selection of pictures.
     *
     * @param styles the styles of the pictures
     * @param pictures the indices of the pictures within their styles
     * @param captions the captions of the pictures
     */
    public record Chosen(int[] styles, int[] pictures, List<String> captions) {
        /** The number of pictures. */
        public int count() {
            return styles.length;
        }

        /** The same pictures, each with the caption of another picture. Every call assigns the captions in the same way. */
        public Chosen withWrongCaptions() {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, count()).boxed().toList());
            Collections.shuffle(order, new Random(0));
            String[] wrong = new String[count()];
            for (int i = 0; i < wrong.length; i++) {
                wrong[order.get(i)] = captions.get(order.get((i + 1) % wrong.length));
            }
            return new Chosen(styles, pictures, List.of(wrong));
        }
    }

    /** Draws pictures at random. Empties a fraction of their captions, so that the network learns the unconditional prediction. */
    public Chosen draw(int count, double emptyCaptions, SplittableRandom random) {
        Chosen chosen = new Chosen(new int[count], new int[count], new ArrayList<>());
        for (int i = 0; i < count; i++) {
            int style = random.nextInt(data.styles());
            int picture = random.nextInt(data.pictures(style));
            chosen.styles()[i] = style;
            chosen.pictures()[i] = picture;
            boolean empty = random.nextDouble() < emptyCaptions;
            chosen.captions().add(empty ? "" : data.caption(style, picture));
        }
        return chosen;
    }

    /** The first picture of each of the first {@code most} styles, or of all styles if there are fewer. */
    public Chosen first(int most) {
        int count = Math.min(most, data.styles());
        Chosen chosen = new Chosen(new int[count], new int[count], new ArrayList<>());
        for (int i = 0; i < count; i++) {
            chosen.styles()[i] = i;
            chosen.captions().add(data.caption(i, 0));
        }
        return chosen;
    }

    /** The latents of the selected pictures: (B, C, h, w). */
    public Tensor clean(Chosen chosen) {
        return latents.batch(chosen.styles(), chosen.pictures());
    }
}
