package org.stylecodes.train.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.stylecodes.Request;
import org.stylecodes.StyleCodes;
import org.stylecodes.code.StyleCode;
import org.stylecodes.image.Picture;

/**
 * The pictures that a model draws for a measurement: some prompts in every style, in rotation, so that all prompts are drawn about equally
 * often; and all prompts without a style.
 *
 * @param styled the pictures by style
 * @param plain the pictures without a style
 */
record Drawings(List<List<Drawing>> styled, List<Drawing> plain) {
    private static final int PLAIN = 8; // pictures without a style for each prompt

    /**
     * A generated picture.
     *
     * @param prompt the index of its prompt
     */
    record Drawing(Picture picture, int prompt) {}

    /**
     * Draws the pictures.
     *
     * @param settings the request without prompt, styles and seed
     * @param each the number of prompts for each style
     * @param progress receives the number of pictures drawn so far
     */
    static Drawings of(
            StyleCodes model,
            Request settings,
            List<String> prompts,
            List<StyleCode> codes,
            int each,
            IntConsumer progress) {
        int done = 0;
        List<List<Drawing>> styled = new ArrayList<>();
        for (int style = 0; style < codes.size(); style++) {
            List<Drawing> drawings = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                int prompt = (style * each + i) % prompts.size();
                Request request = settings.prompt(prompts.get(prompt))
                        .style(codes.get(style))
                        .seed(1000L * style + prompt);
                drawings.add(new Drawing(model.generate(request).first(), prompt));
                progress.accept(++done);
            }
            styled.add(drawings);
        }
        List<Drawing> plain = new ArrayList<>();
        for (int i = 0; i < PLAIN * prompts.size(); i++) {
            int prompt = i % prompts.size();
            plain.add(new Drawing(
                    model.generate(settings.prompt(prompts.get(prompt)).seed(i)).first(), prompt));
            progress.accept(++done);
        }
        return new Drawings(styled, plain);
    }

    /** The number of pictures that {@link #of} draws. */
    static int count(int prompts, int styles, int each) {
        return styles * each + PLAIN * prompts;
    }

    /** All pictures with a style. */
    List<Drawing> all() {
        return styled.stream().flatMap(List::stream).toList();
    }
}
