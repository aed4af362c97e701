package org.stylecodes.train.scene;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stylecodes.image.Pictures;

/**
 * A data set of drawn scenes, and how it is written to a folder: {@code STYLE/NNN.png}, one folder per style, and one line of
 * JSON per picture in {@code metadata.jsonl} ({@code file}, {@code style}, {@code objects}, {@code caption}).
 *
 * @param firstStyle seed of the first style; the others follow
 * @param pairProbability how often a scene shows two objects, from 0 to 1
 * @param size width and height in pixels
 */
public record SceneFolder(
        long firstStyle, int styles, int contents, List<SceneObject> allowed, double pairProbability, int size) {

    public SceneFolder {
        allowed = List.copyOf(allowed);
        if (styles < 1 || contents < 1 || allowed.isEmpty()) {
            throw new IllegalArgumentException(styles + " styles, " + contents + " contents, objects " + allowed
                    + "; expected at least one of each");
        }
    }

    /** All objects, one to a picture, at 128x128. */
    public static SceneFolder of(long firstStyle, int styles, int contents) {
        return new SceneFolder(firstStyle, styles, contents, List.of(SceneObject.values()), 0, 128);
    }

    /** The picture of a number, from 0, in a style, from 0. */
    public SceneSample sample(int style, int number) {
        return SceneSample.of(SceneStyle.of(firstStyle + style), number, allowed, pairProbability);
    }

    /** Writes all pictures and the list of them; the folder is made if it is missing. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (BufferedWriter metadata = Files.newBufferedWriter(folder.resolve("metadata.jsonl"))) {
            for (int style = 0; style < styles; style++) {
                for (int number = 0; number < contents; number++) {
                    SceneSample sample = sample(style, number);
                    String file = String.format(
                            Locale.ROOT, "%d/%03d.png", sample.style().id(), number);
                    Path target = folder.resolve(file);
                    Files.createDirectories(target.getParent());
                    Pictures.writePng(sample.render(size), target);
                    metadata.write(line(file, sample) + "\n");
                }
            }
        }
    }

    /** Draws all pictures side by side, a row for each style, and writes them as one PNG. */
    public void writeSheet(Path file) {
        ContactSheet sheet = new ContactSheet(styles, contents, size);
        for (int style = 0; style < styles; style++) {
            for (int number = 0; number < contents; number++) {
                sheet.place(style, number, sample(style, number).render(size));
            }
        }
        Pictures.writePng(sheet.picture(), file);
    }

    /** No field can hold a character that JSON escapes. */
    private static String line(String file, SceneSample sample) {
        String objects = sample.content().objects().stream()
                .map(object -> '"' + object.word() + '"')
                .collect(Collectors.joining(", ", "[", "]"));
        return "{\"file\": \"%s\", \"style\": %s, \"objects\": %s, \"caption\": \"%s\"}"
                .formatted(file, Long.toString(sample.style().id()), objects, sample.caption());
    }
}
