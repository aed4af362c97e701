package org.stylecodes.train.illustration.folder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.stylecodes.error.CancelledException;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.train.drawing.Content;
import org.stylecodes.train.illustration.IllustratedPicture;
import org.stylecodes.train.illustration.IllustratedStyle;
import org.stylecodes.train.illustration.Illustrator;

/**
 * The folder of one style: its pictures, and {@code pictures.jsonl}, the lines about them in {@code metadata.jsonl}. The lines are written
 * last, so their presence tells that the style is complete.
 */
final class StyleFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINES = "pictures.jsonl";
    private static final String UNFINISHED = ".*.part"; // files of AtomicFile that a killed process left

    private final IllustratedStyle style;
    private final StyleSelection selection;
    private final String name;
    private final Path folder;

    /** @param parent the folder of all styles */
    StyleFolder(Path parent, IllustratedStyle style, StyleSelection selection) {
        this.style = style;
        this.selection = selection;
        this.name = StyleSelection.name(style);
        this.folder = parent.resolve(name);
    }

    /** The file with a line of JSON for each picture. */
    Path lines() {
        return folder.resolve(LINES);
    }

    boolean isComplete() {
        if (!Files.isRegularFile(lines())) {
            return false;
        }
        for (int index = 0; index < selection.pictures(); index++) {
            if (!Files.isRegularFile(folder.resolve(file(index)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Composes and writes the pictures. A file that exists is replaced.
     *
     * @throws EnvironmentException if a file cannot be written
     * @throws CancelledException if the thread is interrupted
     */
    void compose(Illustrator illustrator) {
        deleteUnfinished(folder);
        StringBuilder lines = new StringBuilder();
        for (int index = 0; index < selection.pictures(); index++) {
            CancelledException.throwIfInterrupted();
            IllustratedPicture picture = selection.picture(illustrator, style, index);
            Pictures.writePng(
                    Picture.of(selection.size(), selection.size(), picture.rgb()), folder.resolve(file(index)));
            lines.append(line(picture, name + "/" + file(index))).append("\n");
        }
        IllustrationFolder.write(lines(), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes what a killed process left half-written. */
    static void deleteUnfinished(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, UNFINISHED)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        } catch (IOException cause) {
            throw new EnvironmentException("cannot clean up " + folder + ": " + cause.getMessage(), cause);
        }
    }

    private static String file(int index) {
        return String.format(Locale.ROOT, "%03d.png", index);
    }

    private String line(IllustratedPicture picture, String file) {
        ObjectNode line = JSON.createObjectNode()
                .put("file", file)
                .put("file_name", file)
                .put("caption", picture.caption())
                .put("text", picture.caption())
                .put("style", name)
                .put("hand", style.hand().id())
                .put("treatment", StyleSelection.word(style.treatment()));
        picture.contents().stream().map(Content::label).forEach(line.putArray("contents")::add);
        line.put("number", picture.number());
        picture.places().stream().map(StyleSelection::word).sorted().forEach(line.putArray("places")::add);
        return line.toString();
    }
}
