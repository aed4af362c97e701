package org.stylecodes.train.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.Resize;

/**
 * Pictures in a folder, in one of two layouts: one folder per style, with a caption beside each picture ({@code cat.png},
 * {@code cat.txt}); or one {@code metadata.jsonl} whose lines have {@code file}, {@code style} and {@code caption}. Pictures are read when
 * they are requested, and are resized to one size.
 *
 * @param entries the pictures by style
 * @param size the side in pixels of the square that the pictures of samples are resized to
 * @param digest a fingerprint of the styles, captions and contents of files
 */
public record PictureFolder(List<List<Entry>> entries, int size, String digest) implements StyleData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KINDS = List.of(".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif");

    /** A picture file with its caption. */
    public record Entry(Path file, String caption) {}

    /**
     * Lists a folder.
     *
     * @throws InvalidRequestException if there are fewer than two styles, or a style has fewer than two pictures
     */
    public static PictureFolder read(Path folder, int size) {
        try {
            Path metadata = folder.resolve("metadata.jsonl");
            Map<String, List<Entry>> styles =
                    Files.exists(metadata) ? readMetadata(folder, metadata) : readFolders(folder);
            if (styles.size() < 2) {
                throw new InvalidRequestException("the number of styles in " + folder + " is " + styles.size()
                        + ", expected two or more: make one folder per style, or a metadata.jsonl");
            }
            styles.forEach((style, entries) -> {
                if (entries.size() < 2) {
                    throw new InvalidRequestException(
                            "the style " + style + " in " + folder + " has one picture, expected two or more");
                }
            });
            return new PictureFolder(List.copyOf(styles.values()), size, digest(styles));
        } catch (IOException failed) {
            throw new EnvironmentException("cannot read " + folder + ": " + failed.getMessage(), failed);
        }
    }

    @Override
    public String description() {
        int pictures = entries.stream().mapToInt(List::size).sum();
        return "%d pictures in %d styles (%s), %d pixels".formatted(pictures, entries.size(), digest, size);
    }

    // Covers styles, captions and the contents of files, but not the path of the folder.
    private static String digest(Map<String, List<Entry>> styles) {
        Fingerprint digest = new Fingerprint();
        styles.forEach((style, entries) -> {
            digest.add(style);
            entries.forEach(entry -> digest.add(entry.caption()).add(entry.file()));
        });
        return digest.text();
    }

    @Override
    public int pictures(int style) {
        return entries.get(style).size();
    }

    @Override
    public int styles() {
        return entries.size();
    }

    @Override
    public Sample sample(int style, int picture) {
        Entry entry = entries.get(style).get(picture);
        return new Sample(Resize.bicubic(whole(style, picture), size, size), entry.caption(), -1);
    }

    @Override
    public Picture whole(int style, int picture) {
        return Pictures.read(entries.get(style).get(picture).file());
    }

    @Override
    public String caption(int style, int picture) {
        return entries.get(style).get(picture).caption();
    }

    private static Map<String, List<Entry>> readMetadata(Path folder, Path metadata) throws IOException {
        Map<String, List<Entry>> styles = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(metadata)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            JsonNode entry = parse(line, metadata + " line " + number);
            if (!entry.hasNonNull("file") || !entry.hasNonNull("style")) {
                throw new InvalidRequestException(metadata + " line " + number + " must have \"file\" and \"style\"");
            }
            styles.computeIfAbsent(entry.get("style").asText(), style -> new ArrayList<>())
                    .add(new Entry(
                            folder.resolve(entry.get("file").asText()),
                            entry.path("caption").asText("")));
        }
        return styles;
    }

    private static JsonNode parse(String line, String place) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new InvalidRequestException(
                    place + " is not valid JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static Map<String, List<Entry>> readFolders(Path folder) throws IOException {
        Map<String, List<Entry>> styles = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(PictureFolder::isPicture).sorted().toList()) {
                String style = folder.relativize(file.getParent()).toString();
                styles.computeIfAbsent(style, name -> new ArrayList<>()).add(new Entry(file, caption(file)));
            }
        }
        return styles;
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return KINDS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private static String caption(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path text = file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".txt");
        return Files.exists(text) ? Files.readString(text).strip() : "";
    }
}
