package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;

/**
 * What a model draws to be measured: every style with some of the prompts in turn, so that each prompt is drawn about as often,
 * and the prompts without a style.
 *
 * @param styled by style
 * @param plain without a style
 */
record Drawings(List<List<Drawing>> styled, List<Drawing> plain) {
    private static final int PLAIN = 8; // of each prompt

    /**
     * A generated picture.
     *
     * @param prompt the place of its prompt among all
     */
    record Drawing(Picture picture, int prompt) {}

    /**
     * Draws them.
     *
     * @param each prompts for each style
     * @param progress is told how many pictures are done
     */
    static Drawings of(StyleCodes model, List<String> prompts, List<StyleCode> codes, int each, IntConsumer progress) {
        int done = 0;
        List<List<Drawing>> styled = new ArrayList<>();
        for (int style = 0; style < codes.size(); style++) {
            List<Drawing> drawings = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                int prompt = (style * each + i) % prompts.size();
                Request request =
                        Request.of(prompts.get(prompt)).style(codes.get(style)).seed(1000L * style + prompt);
                drawings.add(new Drawing(model.generate(request).first(), prompt));
                progress.accept(++done);
            }
            styled.add(drawings);
        }
        List<Drawing> plain = new ArrayList<>();
        for (int i = 0; i < PLAIN * prompts.size(); i++) {
            int prompt = i % prompts.size();
            plain.add(new Drawing(
                    model.generate(Request.of(prompts.get(prompt)).seed(i)).first(), prompt));
            progress.accept(++done);
        }
        return new Drawings(styled, plain);
    }

    /** How many pictures {@link #of} draws. */
    static int count(int prompts, int styles, int each) {
        return styles * each + PLAIN * prompts;
    }

    /** All pictures with a style. */
    List<Drawing> all() {
        return styled.stream().flatMap(List::stream).toList();
    }
}
